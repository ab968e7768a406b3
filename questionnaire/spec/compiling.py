"""From a declared form to a compiled one: names resolved, rules checked, questions put in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath
from types import MappingProxyType

from questionnaire.spec.accessing import compile_access
from questionnaire.spec.acknowledging import check_acknowledged
from questionnaire.spec.anonymous import check_anonymous
from questionnaire.spec.blind import check_blind
from questionnaire.spec.bounding import check_patterns
from questionnaire.spec.charting import compile_charts
from questionnaire.spec.choosing import check_choosing
from questionnaire.spec.circuits import compile_circuit, compile_paper, compile_parties
from questionnaire.spec.coding import compile_outside
from questionnaire.spec.confirming import check_confirming
from questionnaire.spec.consenting import check_consents, with_consents
from questionnaire.spec.crossing import compile_cross_rules
from questionnaire.spec.declared import FormSpec, QuestionSpec, SectionSpec
from questionnaire.spec.each import check_each, each_of, with_items
from questionnaire.spec.easing import compile_easy
from questionnaire.spec.faults import BAD_PATH, CIRCULAR_DEPENDENCY, Faults
from questionnaire.spec.filing import check_register, compile_register, compile_retention
from questionnaire.spec.grids import check_grids, with_rows
from questionnaire.spec.model import Form, Question, Section
from questionnaire.spec.naming import check_names
from questionnaire.spec.nesting import check_nesting
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.options import listings, shapes_of_lists, shared_lists
from questionnaire.spec.ordering import Graph, cycles, dependencies, ordered
from questionnaire.spec.others import with_companions
from questionnaire.spec.outline import check_outline
from questionnaire.spec.precedents import compile_after, compile_people
from questionnaire.spec.questions import Bench, compile_question
from questionnaire.spec.reserving import check_readings, check_subject, readers_of, reserved
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import boolean, integer, word
from questionnaire.spec.scoring import compile_scores
from questionnaire.spec.shaping import shapes_of
from questionnaire.spec.stages import compile_stages
from questionnaire.spec.tables import Tables
from questionnaire.spec.wording import optional_text, text
from questionnaire.spec.words import ARCHIVES, INSTANCES, LEGAL_BASES, LIVES, PRIVACIES, STATUSES


def compile_form(spec: FormSpec, yaml: str, version: str, faults: Faults, tables: Tables) -> Form | None:
    """The form; None when ``faults`` holds any, those found before included. ``tables`` are its lists in files."""
    check_acknowledged(spec, faults)
    spec = with_items(spec)
    check_grids(spec, faults)
    check_outline(spec, faults)
    check_nesting(spec, faults)
    check_consents(spec, faults)
    check_anonymous(spec, faults)
    spec = with_rows(with_companions(with_consents(spec)))
    declared = check_names(spec, faults)
    rules = _rules(spec, declared, faults)
    lists = shared_lists(spec, tables, rules)
    rules = replace(rules, lists=shapes_of_lists(lists))
    bench = Bench(rules, lists, readers_of(spec))
    sections = tuple(_section(section, bench) for section in spec.sections)
    questions = {question.name: question for question in _flat(sections)}
    form = replace(
        _form(spec, rules, yaml, version, sections, questions),
        reserved=reserved(questions),
        lists=frozenset(_lists(questions.values())),
        tables=listings(lists, rules.looked_up),
        purpose=optional_text(spec.purpose, "purpose", rules),
        legal_basis=word(spec.legal_basis, "legal_basis", LEGAL_BASES, rules.faults, ""),
        register=compile_register(spec, questions, rules),
        retention=compile_retention(spec, questions, rules),
    )
    form = replace(form, rules=compile_cross_rules(spec, declared, questions, rules))
    graph = dependencies(form)
    _check_cycles(graph, declared, faults)
    check_patterns(declared, questions, faults)
    check_confirming(declared, questions, faults)
    check_choosing(rules.choosing, questions, faults)
    check_readings(form, spec, declared, faults)
    check_subject(form, spec, faults)
    check_register(form, spec, rules)
    check_each(spec, questions, faults)
    check_blind(form, spec, declared, faults)
    return None if faults.found else replace(form, order=tuple(name for name in ordered(graph) if name in questions))


def _lists(questions: Iterable[Question]) -> Iterator[str]:
    """The lists of the installation in which questions let choose."""
    sources = (question.source for question in questions)
    return (source.name for source in sources if source is not None and source.installation)


def _rules(spec: FormSpec, declared: tuple[QuestionSpec, ...], faults: Faults) -> Rules:
    shapes = shapes_of(spec)
    notes = frozenset(question.name.text for question in declared if question.kind.text in {"note", "grid"})
    return Rules(shapes, notes, faults, shapes.root.beside())


def _section(spec: SectionSpec, bench: Bench) -> Section:
    questions = (compile_question(question, spec.name.text, bench) for question in spec.questions)
    section = Section(
        name=spec.name.text,
        title=text(spec.title, "title", bench.rules),
        description=optional_text(spec.description, "description", bench.rules),
        easy=compile_easy(spec.easy, bench.rules),
        relevant=bench.rules.rule(spec.relevant, "relevant"),
        outside=compile_outside(spec, bench.faults),
        questions=tuple(questions),
    )
    return each_of(spec, section)


def _flat(sections: tuple[Section, ...]) -> Iterator[Question]:
    for section in sections:
        for question in section.questions:
            yield from question.whole()


def _check_cycles(graph: Graph, declared: tuple[QuestionSpec, ...], faults: Faults) -> None:
    places = {question.name.text: question.name.place for question in declared}
    for cycle in cycles(graph):
        first = min((name for name in cycle if name in places), key=lambda name: places[name])
        turned = cycle[cycle.index(first) : -1] + cycle[: cycle.index(first) + 1]
        faults.add(CIRCULAR_DEPENDENCY, places[first], cycle=" → ".join(turned))


def _form(
    spec: FormSpec,
    rules: Rules,
    yaml: str,
    version: str,
    sections: tuple[Section, ...],
    questions: Mapping[str, Question],
) -> Form:
    parties, scores = compile_parties(spec, questions, rules), compile_scores(spec, questions, rules)
    return Form(
        name=spec.form.text,
        version=version,
        digest=sha256(yaml.encode("utf-8", "replace")).hexdigest(),
        yaml=yaml,
        title=text(spec.title, "title", rules),
        sections=sections,
        questions=MappingProxyType(dict(questions)),
        order=(),
        description=optional_text(spec.description, "description", rules),
        audience=optional_text(spec.audience, "audience", rules),
        minutes=integer(spec.minutes, "minutes", rules.faults, most=600),
        source=optional_text(spec.source, "source", rules),
        rights=optional_text(spec.rights, "rights", rules),
        status=word(spec.status, "status", STATUSES, rules.faults, "definitif"),
        life=word(spec.life, "life", LIVES, rules.faults, "signed"),
        instances=word(spec.instances, "instances", INSTANCES, rules.faults, "project"),
        access=compile_access(spec, rules.faults),
        archive=word(spec.archive, "archive", ARCHIVES, rules.faults, "sealed"),
        privacy=word(spec.privacy, "privacy", PRIVACIES, rules.faults, "named"),
        lexicon=boolean(spec.lexicon, "lexicon", rules.faults),
        parties=MappingProxyType(parties),
        people=compile_people(spec, rules.faults),
        after=compile_after(spec, rules.faults),
        stages=compile_stages(spec, parties, rules),
        scores=scores,
        charts=compile_charts(spec, scores, questions, rules),
        circuit=compile_circuit(spec, parties, rules),
        paper=compile_paper(spec.document, rules),
        examples=tuple(_path(example, rules.faults) for example in spec.examples),
    )


def _path(scalar: Scalar, faults: Faults) -> str:
    """A file beside the form, never one of another folder."""
    path = PurePosixPath(scalar.text)
    if path.is_absolute() or ".." in path.parts or "\\" in scalar.text or "\0" in scalar.text:
        faults.add(BAD_PATH, scalar.place, value=scalar.text)
    return scalar.text
