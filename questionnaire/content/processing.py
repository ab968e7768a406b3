"""What the register of processing (GDPR, article 30) says of a form: read from its spec and from the rights alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from questionnaire.access import ROLE_LABELS, Role
from questionnaire.access.matrix import COLUMNS, MATRIX, Condition, Letter
from questionnaire.spec.model import SENSITIVE, Form, Question
from questionnaire.spec.terms import resolve_term

BASES: Mapping[str, str] = {
    "interet_public": "mission d’intérêt public (article 6, 1, e)",
    "consentement": "consentement de la personne (article 6, 1, a)",
    "obligation_legale": "obligation légale (article 6, 1, c)",
    "contrat": "contrat avec la personne (article 6, 1, b)",
    "interet_legitime": "intérêt légitime (article 6, 1, f)",
    "interets_vitaux": "intérêts vitaux (article 6, 1, d)",
}
"""The legal bases as people read them."""

NOT_SAID = "non renseigné"
_READING = {Letter.READ, Letter.EDIT, Letter.COUNTERSIGN, Letter.ARCHIVE}
_UNSEEN = {Condition.COUNT, Condition.TOTAL, Condition.CARD}

_HEAD = """# Registre des traitements\u00a0: les formulaires

Écrit par `flask --app wsgi forms processing`, d’après les formulaires et la table des droits. À reprendre
dans le registre de l’établissement, et à faire valider par son délégué à la protection des données.
"""
_FOOT = """
Les réponses sensibles sont gardées chiffrées où l’installation a des clés. Celles sur la santé ne sont demandées qu’à
qui y a consenti. Ce qui est gardé l’est pendant [ces durées](durees.md).
"""


@dataclass(frozen=True, slots=True)
class Processing:
    """One form as the register tells it; ``personal`` and ``sensitive`` are the labels of the questions so declared."""

    title: str
    purpose: str
    basis: str
    people: str
    personal: tuple[str, ...]
    sensitive: tuple[str, ...]
    reserved: tuple[tuple[str, tuple[str, ...]], ...]
    recipients: tuple[str, ...]


def processing_of(form: Form) -> Processing:
    """What the register says of a form."""
    questions = [each for each in form.questions.values() if each.kind.answered or each.is_repeat]
    return Processing(
        title=form.title.render(_term, _term),
        purpose=form.purpose.render(_term, _term) if form.purpose else NOT_SAID,
        basis=BASES.get(form.legal_basis, NOT_SAID),
        people=form.audience.render(_term, _term) if form.audience else NOT_SAID,
        personal=_labels(each for each in questions if each.personal == "personal"),
        sensitive=_labels(each for each in questions if each.personal in SENSITIVE),
        reserved=tuple((_label(each), _roles(each)) for each in questions if each.visible_to),
        recipients=tuple(_readers(form)),
    )


def register(forms: Iterable[Form]) -> str:
    """The page of the register, a chapter a form, by title."""
    told = sorted(map(processing_of, forms), key=lambda each: each.title)
    return _HEAD + "".join("\n".join(("", *_chapter(each), "")) for each in told) + _FOOT


def _chapter(told: Processing) -> Iterator[str]:
    yield f"## {told.title}\n"
    yield "| | |"
    yield "|---|---|"
    yield f"| Finalité | {told.purpose} |"
    yield f"| Base légale | {told.basis} |"
    yield f"| Personnes | {told.people} |"
    yield f"| Données personnelles | {_listed(told.personal)} |"
    yield f"| Données sensibles | {_listed(told.sensitive)} |"
    for label, roles in told.reserved:
        yield f"| Réservé | «\u00a0{label}\u00a0»\u00a0: {', '.join(roles)} |"
    yield f"| Destinataires | {_listed(told.recipients)} |"


def _listed(words: tuple[str, ...]) -> str:
    return "\u00a0; ".join(words) or "aucune"


def _readers(form: Form) -> Iterator[str]:
    """The columns of the rights that read the document whole, or their own."""
    for column, cell in zip(COLUMNS, MATRIX[form.access], strict=True):
        grants = [each for each in cell if each.letter in _READING and each.condition not in _UNSEEN]
        if grants:
            own = all(each.condition is Condition.OWN for each in grants)
            yield f"{column.label} (le sien)" if own else column.label


def _labels(questions: Iterable[Question]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_label, questions)))


def _label(question: Question) -> str:
    return " ".join(question.label.render(_term, _term).split())


def _roles(question: Question) -> tuple[str, ...]:
    return tuple(ROLE_LABELS[Role(role)].lower() for role in sorted(question.visible_to or ()))


def _term(name: str) -> str:
    """The words of the sanitaire column."""
    return resolve_term(name, {})
