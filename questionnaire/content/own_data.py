"""All that is kept of a person, as they take it away: the file for machines, and the paper to read."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from questionnaire.content.blocks import Block, Content, Heading, Paragraph, Reply
from questionnaire.content.composing import Issue
from questionnaire.content.own_words import COLUMNS, TITLES, Subject
from questionnaire.spec.values import Json

FORMAT = "mes-donnees"
VERSION = 1
"""Grows when a part or a column changes its name or goes, never when one comes."""

MOST = 200
"""Rows of one part on paper; the file has them all."""

TITLE = "Mes données"
_YES_NO = {True: "Oui", False: "Non"}
Row = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class OwnData:
    """The rows of a person by part; ``name`` as they are called, ``made_at`` aware."""

    person_id: str
    name: str
    organisation: str
    made_at: datetime
    parts: Mapping[str, tuple[Row, ...]]


def as_json(data: OwnData) -> str:
    """The file: names of parts and columns are stable, moments in UTC."""
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "made_at": data.made_at.astimezone(UTC).isoformat(timespec="seconds"),
            "organisation": data.organisation,
            "person": {"id": data.person_id, "name": data.name},
            "parts": {name: list(map(dict, rows)) for name, rows in data.parts.items()},
        },
        ensure_ascii=False,
        indent=1,
    )


def compose_own(data: OwnData, about: tuple[Subject, ...], issue: Issue, zone: tzinfo) -> Content:
    """The paper; only what there is has a place on it."""
    return Content(
        title=TITLE,
        form_title=TITLE,
        form_version=str(VERSION),
        organisation=issue.organisation,
        day=issue.frozen_at.astimezone(zone).date(),
        language="fr-FR",
        blocks=tuple(_blocks(data, about, zone)),
        footer=("Document personnel\u00a0: ce qui est enregistré de la personne nommée au début.",),
        mentions=("Document personnel",),
        accent=issue.accent,
        emblem=issue.emblem,
    )


def _blocks(data: OwnData, about: tuple[Subject, ...], zone: tzinfo) -> Iterator[Block]:
    yield Paragraph(f"{data.name}, le {data.made_at.astimezone(zone):%d/%m/%Y à %H:%M}", "lead")
    for subject in about:
        yield Heading(2, subject.title)
        yield Reply("Pourquoi", (subject.why,))
        yield Reply("Combien de temps", (subject.kept,))
        yield Reply("Qui le voit", (subject.seen,))
        for part in subject.parts:
            rows = data.parts[part]
            if rows:
                yield Heading(3, f"{TITLES[part]} ({len(rows)})")
                yield from (Reply(*_said(row, zone), "below", entries=True) for row in rows[-MOST:])
                if len(rows) > MOST:
                    yield Paragraph(f"Les {MOST} dernières lignes\u00a0; le fichier les contient toutes.", "note")


def _said(row: Row, zone: tzinfo) -> tuple[str, tuple[str, ...]]:
    """What a row is called, and the lines under it."""
    told = [(column, shown(value, zone)) for column, value in row.items() if value not in (None, "", [], {})]
    if not told:
        return "–", ()
    (_, head), *rest = sorted(told, key=lambda one: one[0] != "path")  # a question heads its answer
    return head, tuple(f"{COLUMNS[column]}\u00a0: {text}" for column, text in rest)


def shown(value: Json, zone: tzinfo) -> str:
    """A value in words: days and moments as they are written in French, in a time zone."""
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "\u00a0; ".join(f"{name}\u00a0: {text}" for name, text in value.items())
    return _moment(str(value), zone)


def _moment(text: str, zone: tzinfo) -> str:
    try:
        if len(text) == len("2026-01-01"):
            return f"{date.fromisoformat(text):%d/%m/%Y}"
        if text.endswith("+00:00"):
            return f"{datetime.fromisoformat(text).astimezone(zone):%d/%m/%Y à %H:%M}"
    except ValueError:
        return text
    return text
