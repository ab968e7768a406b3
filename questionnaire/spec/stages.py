"""Who fills which sections before the freeze."""

from collections.abc import Iterator, Mapping

from questionnaire.spec.declared import FormSpec, StageSpec
from questionnaire.spec.faults import SECTION_IN_TWO_STAGES, UNKNOWN_PARTY, UNKNOWN_SECTION, guess
from questionnaire.spec.naming import check_name, check_unique
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.parties import Party, Stage
from questionnaire.spec.person_details import PERSON_ONLY_SIGNS
from questionnaire.spec.rules import Rules
from questionnaire.spec.wording import optional_text


def compile_stages(spec: FormSpec, parties: Mapping[str, Party], rules: Rules) -> tuple[Stage, ...]:
    """The stages in order. A section belongs to one at most; those of none are for whoever fills the document."""
    check_unique((stage.name for stage in spec.stages), rules.faults)
    check_unique(_sections(spec), rules.faults, SECTION_IN_TWO_STAGES)
    return tuple(_stage(stage, spec, parties, rules) for stage in spec.stages)


def _sections(spec: FormSpec) -> Iterator[Scalar]:
    for stage in spec.stages:
        yield from stage.sections


def _stage(stage: StageSpec, spec: FormSpec, parties: Mapping[str, Party], rules: Rules) -> Stage:
    check_name(stage.name, rules.faults)
    known = [section.name.text for section in spec.sections]
    for party in stage.by:
        if party.text not in parties:
            rules.faults.add(UNKNOWN_PARTY, party.place, name=party.text, remedy=guess(party.text, parties))
        elif parties[party.text].person:
            rules.faults.add(PERSON_ONLY_SIGNS, party.place, name=party.text)
    for section in stage.sections:
        if section.text not in known:
            rules.faults.add(UNKNOWN_SECTION, section.place, name=section.text, remedy=guess(section.text, known))
    return Stage(
        name=stage.name.text,
        title=optional_text(stage.title, "title", rules),
        parties=tuple(parties[party.text] for party in stage.by if party.text in parties),
        sections=tuple(section.text for section in stage.sections),
    )
