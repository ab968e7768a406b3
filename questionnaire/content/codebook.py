"""The codebook of a form for those who read its data: as a document to print, and as a table."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from questionnaire.content.blocks import Block, Content, Evidence, Heading, Paragraph, Reply
from questionnaire.content.sheets import Sheet
from questionnaire.expressions import Expression
from questionnaire.spec.codebook import Entry, Option, codebook, said
from questionnaire.spec.model import Form, Question, Section

TITLE = "Dictionnaire des données"
INTRODUCTION = (
    "Pour chaque question : son libellé, le nom sous lequel sa réponse est rangée, ce que l’on peut y répondre. Les "
    "conditions sont celles du formulaire, où ${nom} est la réponse à la question de ce nom."
).replace(" :", "\u00a0:")
COLUMNS = (
    "chemin", "page", "genre", "libellé", "obligatoire", "demandé si", "calcul", "bornes", "unité", "réponses",
    "données",
)  # fmt: skip
MOST_OPTIONS = 40
"""Beyond, the document tells how many there are; the table lists them all."""

KINDS_SAID = {
    "text": "texte",
    "email": "adresse électronique",
    "tel": "téléphone",
    "identifier": "numéro national",
    "integer": "nombre entier",
    "decimal": "nombre",
    "range": "nombre sur une échelle",
    "date": "date",
    "date_range": "période",
    "time": "heure",
    "datetime": "date et heure",
    "month": "mois",
    "year": "année",
    "duration": "durée",
    "yes_no": "oui ou non",
    "consent": "consentement",
    "select_one": "un choix",
    "select_multiple": "plusieurs choix",
    "rank": "classement",
    "rating": "cotation",
    "grid": "grille",
    "acknowledge": "case à cocher",
    "file": "fichiers",
    "note": "texte à lire",
    "calculate": "calcul",
    "hidden": "calcul caché",
    "repeat": "liste",
}
"""The kinds of questions in the words of those who read data."""

_PERSONAL = {"personal": "données personnelles", "sensitive": "données sensibles", "health": "données de santé"}
_REQUIRED = {True: "oui", False: "non"}


def kind_said(name: str) -> str:
    """A kind of question in the words of those who read data."""
    return KINDS_SAID.get(name, name)


def compose_codebook(form: Form, at: datetime, tz: tzinfo) -> Content:
    """The codebook as a document, a chapter a page of the form; ``at`` is the day that it bears."""
    title = said(form.title)
    return Content(
        title=title,
        form_title=title,
        form_version=form.version,
        organisation=TITLE,
        day=at.astimezone(tz).date(),
        language="fr-FR",
        blocks=(Paragraph(INTRODUCTION, "lead"), *_blocks(form)),
        footer=(f"{title}, version {form.version}",),
        evidence=(
            Evidence("Formulaire", f"{title}, version {form.version}"),
            Evidence("Empreinte du formulaire (SHA-256)", form.digest),
        ),
    )


def codebook_sheet(form: Form) -> Sheet:
    """The codebook as a table, a row a question."""
    titles = {section.name: said(section.title) for section in form.sections}
    pairs = zip(codebook(form), _all(form), strict=True)
    return Sheet("codebook", COLUMNS, [_row(entry, each, titles[each.section]) for entry, each in pairs])


def _all(form: Form) -> Iterator[Question]:
    """Questions in the order of the codebook."""
    for question in form.top_level():
        yield from question.whole()


def _row(entry: Entry, question: Question, page: str) -> tuple[str, ...]:
    required = entry.required if isinstance(entry.required, str) else _REQUIRED[entry.required]
    return (
        entry.path,
        page,
        kind_said(entry.kind),
        " ".join(entry.label.split()),
        required,
        entry.relevant or "",
        question.calculation.source if question.calculation else "",
        _bounds(question),
        said(question.unit) if question.unit else "",
        "\n".join(map(_option, entry.choices)) or (f"liste {entry.list}" if entry.list else ""),
        _PERSONAL.get(question.personal, ""),
    )


def _blocks(form: Form) -> Iterator[Block]:
    entries = {entry.path.rpartition(".")[2]: entry for entry in codebook(form)}
    for section in form.sections:
        yield Heading(2, said(section.title))
        yield from _gate(section)
        for question in section.questions:
            for each in question.whole():
                yield Reply(entries[each.name].label, tuple(_facts(entries[each.name], each)))


def _gate(section: Section) -> Iterator[Block]:
    if section.relevant is not None:
        yield Paragraph(f"Page demandée si {section.relevant.source}", "note")


def _facts(entry: Entry, question: Question) -> Iterator[str]:
    """What is told of a question, a line each; its name in data first."""
    yield f"{entry.path}\u00a0– {kind_said(entry.kind)}"
    if short := ", ".join(_short(entry, question)):
        yield short[0].upper() + short[1:]
    if isinstance(entry.required, str):
        yield f"Obligatoire si {_line(entry.required)}"
    if entry.relevant:
        yield f"Demandé si {_line(entry.relevant)}"
    if question.calculation is not None:
        yield f"Calcul\u00a0: {_line(question.calculation.source)}"
    if entry.list:
        yield f"Réponses de la liste {entry.list}"
    yield from map(_option, entry.choices[:MOST_OPTIONS])
    if len(entry.choices) > MOST_OPTIONS:
        yield f"… et {len(entry.choices) - MOST_OPTIONS} autres réponses, que dit le tableau"


def _short(entry: Entry, question: Question) -> Iterator[str]:
    """What is told in a few words, on one line."""
    if entry.required is True:
        yield "obligatoire"
    if limits := _bounds(question):
        yield limits
    if question.unit is not None:
        yield f"en {said(question.unit)}"
    if question.personal in _PERSONAL:
        yield _PERSONAL[question.personal]
    if question.visible_to is not None:
        yield "réponse réservée"


def _bounds(question: Question) -> str:
    """« de 1 à 9 », « au plus 150 caractères »; empty where nothing bounds the answer."""
    low, high = _source(question.min), _source(question.max)
    if low and high:
        return f"de {low} à {high}"
    if question.max_length is not None:
        return f"{question.max_length} caractères au plus"
    return f"au moins {low}" if low else f"au plus {high}" if high else ""


def _source(rule: Expression | None) -> str:
    return "" if rule is None else _line(rule.source)


def _option(option: Option) -> str:
    return f"{option.name} = {_line(option.label)}"


def _line(text: str) -> str:
    return " ".join(text.split())
