"""Who fills, who signs in which order, and the paper that they sign."""

from collections.abc import Iterator, Mapping

from questionnaire.spec.declared import FormSpec, PaperSpec, PartySpec, StepSpec
from questionnaire.spec.faults import MISSING_KEY, ONE_OR_SEVERAL, UNKNOWN_PARTY, UNKNOWN_ROLE, guess
from questionnaire.spec.model import Paper, Question
from questionnaire.spec.naming import check_name, check_unique
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.parties import CircuitStep, Party
from questionnaire.spec.persons import chosen_by
from questionnaire.spec.roles import ROLES
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import word
from questionnaire.spec.score_details import NOTHING_TO_SIGN
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.wording import optional_text, reference_pattern, text
from questionnaire.spec.words import ACTS, LAYOUTS, WHOSE

CHOSEN = parse_text("La personne choisie")
"""How the paper calls a party that is an answer and has neither role nor label."""


def compile_parties(spec: FormSpec, questions: Mapping[str, Question], rules: Rules) -> dict[str, Party]:
    """The parties by name."""
    return {
        name.text: _party(name, party, rules, chosen_by(party, spec, questions, rules)) for name, party in spec.parties
    }


def _party(name: Scalar, spec: PartySpec, rules: Rules, person: str) -> Party:
    check_name(name, rules.faults)
    if not spec.role and spec.person is None:
        rules.faults.add(MISSING_KEY, spec.place, key="role")
    for role in spec.role:
        if role.text not in ROLES:
            remedy = guess(role.text, ROLES) or None
            rules.faults.add(UNKNOWN_ROLE, role.place, role=role.text, known=", ".join(ROLES), remedy=remedy)
    roles = tuple(role.text for role in spec.role)
    usual = parse_text(" ou ".join(ROLES.get(role, role) for role in roles)) if roles else CHOSEN
    own = word(spec.instance, "instance", WHOSE, rules.faults, "") == "person"
    return Party(name.text, roles, usual if spec.label is None else text(spec.label, "label", rules), own, person)


def compile_circuit(spec: FormSpec, parties: Mapping[str, Party], rules: Rules) -> tuple[CircuitStep, ...]:
    """The steps in order. A step without a name takes that of its act and party: ``signature_porteur``."""
    steps = tuple(_steps(spec.circuit, rules))
    _check_signed(spec, rules)
    names = tuple(_step_name(party, step) for party, step, _ in steps)
    for name in names:
        check_name(name, rules.faults)
    check_unique(names, rules.faults)
    known = zip(names, steps, strict=True)
    return tuple(_step(name.text, party, step, rank, parties, rules) for name, (party, step, rank) in known)


def _check_signed(spec: FormSpec, rules: Rules) -> None:
    """A document that nobody signs, or that is kept nowhere, awaits no signature."""
    finished = spec.life is not None and spec.life.text == "finished"
    unkept = spec.archive is not None and spec.archive.text == "none"
    if spec.circuit and (finished or unkept):
        rules.faults.add(NOTHING_TO_SIGN, spec.circuit[0].place)


def _steps(specs: tuple[StepSpec, ...], rules: Rules) -> Iterator[tuple[Scalar, StepSpec, int]]:
    """The party of each step and its rank: those that stand under one ``any_order`` share theirs."""
    for rank, step in enumerate(specs, start=1):
        if step.any_order is not None and (step.party or step.name):
            rules.faults.add(ONE_OR_SEVERAL, step.place)
        elif step.party is None and step.any_order is None:
            rules.faults.add(MISSING_KEY, step.place, key="party")
        for party in step.any_order or (step.party,):
            if party is not None:
                yield party, step, rank


def _step_name(party: Scalar, step: StepSpec) -> Scalar:
    act = "signature" if step.act is None else step.act.text
    return step.name or Scalar(f"{act}_{party.text}", party.place)


def _step(
    name: str, party: Scalar, spec: StepSpec, rank: int, parties: Mapping[str, Party], rules: Rules
) -> CircuitStep:
    if party.text and party.text not in parties:
        rules.faults.add(UNKNOWN_PARTY, party.place, name=party.text, remedy=guess(party.text, parties))
    act = word(spec.act, "act", ACTS, rules.faults, "signature")
    return CircuitStep(name, party.text, act, rules.rule(spec.relevant, "relevant"), rank)


def compile_paper(spec: PaperSpec | None, rules: Rules) -> Paper:
    """How the document is drawn and named."""
    if spec is None:
        return Paper()
    return Paper(
        layout=word(spec.layout, "layout", LAYOUTS, rules.faults, "sheet"),
        reference=reference_pattern(spec.reference, rules),
        subject=optional_text(spec.subject, "subject", rules),
        mention=optional_text(spec.mention, "mention", rules),
    )
