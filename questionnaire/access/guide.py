"""The matrix of rights as a page of the operators' guide."""

from collections.abc import Iterator

from questionnaire.access.matrix import COLUMNS, CONDITIONS, LETTERS, MATRIX, ROWS, Drafts, Grant

_HEAD = """# Who may do what with each document

Written by `flask --app wsgi people rights`, from the table that every check of the application reads
(`questionnaire/access/matrix.py`). What stands in no cell is refused; outside the organisations that a role reaches,
everything is.

The role that somebody has **in a project** decides for the first four columns. The last four are offices, held in an
organisation over all that is below it. The regional organiser, authors of forms and administrators read no document.
"""
_FOOT = """
A form says which line it follows (`access`), otherwise that of all forms of the same `instances`: the last three lines.
Whoever the circuit of a document names signs it as the person named, if they are of the team. What concerns somebody
they may read even after they have left the team. A porteur may delete a draft, a co-pilote may not.

## Drafts

| document | while it is being written, it is read by |
|---|---|
"""
_DRAFTS = {
    Drafts.TEAM: "the team and the référent; the other offices read what is finalised",
    Drafts.AUTHOR: "those who write it",
    Drafts.READERS: "all who may read it",
}


def guide() -> str:
    """The whole page."""
    return _HEAD + "\n" + "\n".join((*_legend(), "", *_table())) + "\n" + _FOOT + "\n".join(_drafts()) + "\n"


def _legend() -> Iterator[str]:
    yield "| letter | meaning |"
    yield "|---|---|"
    for letter, text in LETTERS.items():
        yield f"| {letter} | {text} |"
    for condition, text in CONDITIONS.items():
        yield f"| *{condition}* | {text} |"


def _table() -> Iterator[str]:
    yield f"| | {' | '.join(column.label for column in COLUMNS)} |"
    yield "|---" * (len(COLUMNS) + 1) + "|"
    for name, cells in MATRIX.items():
        yield f"| {ROWS[name].label} (`{name}`) | {' | '.join(map(_cell, cells))} |"


def _cell(grants: tuple[Grant, ...]) -> str:
    plain = [grant.letter for grant in grants if grant.condition is None]
    bound = [f"{grant.letter} *{grant.condition}*" for grant in grants if grant.condition is not None]
    return ", ".join((*([" ".join(plain)] if plain else []), *bound)) or "–"


def _drafts() -> Iterator[str]:
    for name in MATRIX:
        yield f"| {ROWS[name].label} | {_DRAFTS[ROWS[name].drafts]} |"
