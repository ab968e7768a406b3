"""What the register of processing (GDPR, article 30) says of a form: read from its spec and from the rights alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from questionnaire.access import ROLE_LABELS, Role
from questionnaire.access.matrix import COLUMNS as OFFICES
from questionnaire.access.matrix import MATRIX, Condition, Letter
from questionnaire.content.sheets import Sheet
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

NOT_SAID, NONE = "non renseigné", "aucune"
COLUMNS = (
    "Traitement",
    "Responsable de traitement",
    "Finalité",
    "Base légale",
    "Personnes",
    "Données personnelles",
    "Données sensibles",
    "Consentements explicites",
    "Réponses réservées",
    "Destinataires",
)
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
    """One form as the register tells it; ``personal`` and ``sensitive`` are the labels of the questions so declared.

    ``consents`` are what people explicitly agree to, each with the questions that are asked only then; ``reserved``
    questions, each with the roles that read its answer.
    """

    title: str
    purpose: str
    basis: str
    people: str
    personal: tuple[str, ...]
    sensitive: tuple[str, ...]
    consents: tuple[tuple[str, tuple[str, ...]], ...]
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
        consents=tuple(
            (_label(consent), _labels(each for each in questions if each.consent == consent.name))
            for consent in form.consents
        ),
        reserved=tuple((_label(each), _roles(each)) for each in questions if each.visible_to),
        recipients=tuple(_readers(form)),
    )


def processings(forms: Iterable[Form]) -> tuple[Processing, ...]:
    """What the register says of each form, by title."""
    return tuple(sorted(map(processing_of, forms), key=lambda each: each.title))


def register(forms: Iterable[Form]) -> str:
    """The page of the register, a chapter a form."""
    chapters = "".join("\n".join(("", *_chapter(told), "")) for told in processings(forms))
    return _HEAD + chapters + _FOOT


def register_sheet(told: Iterable[Processing], controller: str) -> Sheet:
    """The register as a table, a row a form; ``controller`` answers for what is done with the data."""
    return Sheet("registre", COLUMNS, [_row(each, controller) for each in told])


def _row(told: Processing, controller: str) -> tuple[str, ...]:
    return (
        told.title,
        controller,
        told.purpose,
        told.basis,
        told.people,
        _listed(told.personal),
        _listed(told.sensitive),
        "\n".join(consent_line(*each) for each in told.consents) or NONE,
        "\n".join(reserved_line(*each) for each in told.reserved) or NONE,
        _listed(told.recipients),
    )


def consent_line(label: str, asked: tuple[str, ...]) -> str:
    """What people agree to, and what is asked only then."""
    then = f", avant\u00a0: {_listed(asked)}" if asked else ""
    return f"«\u00a0{label}\u00a0»{then}. Le retirer efface ces réponses."


def reserved_line(label: str, roles: tuple[str, ...]) -> str:
    """A question, and the roles that alone read its answer."""
    return f"«\u00a0{label}\u00a0»\u00a0: {', '.join(roles)}"


def _chapter(told: Processing) -> Iterator[str]:
    yield f"## {told.title}\n"
    yield "| | |"
    yield "|---|---|"
    yield f"| Finalité | {told.purpose} |"
    yield f"| Base légale | {told.basis} |"
    yield f"| Personnes | {told.people} |"
    yield f"| Données personnelles | {_listed(told.personal)} |"
    yield f"| Données sensibles | {_listed(told.sensitive)} |"
    for consent in told.consents:
        yield f"| Consentement explicite | {consent_line(*consent)} |"
    for reserved in told.reserved:
        yield f"| Réservé | {reserved_line(*reserved)} |"
    yield f"| Destinataires | {_listed(told.recipients)} |"


def _listed(words: tuple[str, ...]) -> str:
    return "\u00a0; ".join(words) or NONE


def _readers(form: Form) -> Iterator[str]:
    """The columns of the rights that read the document whole, or their own."""
    for column, cell in zip(OFFICES, MATRIX[form.access], strict=True):
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
