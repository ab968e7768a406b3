"""A letter: what one person is told, once, in plain text and in HTML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LONGEST_LINE = 200
"""Characters of a subject or of a name in a header."""
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every letter of an installation carries: the address of its pages, and who helps where nobody is named."""

    public_url: str = ""
    helper: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a digest tells: when it was, as printed, what, and the page that it leads to."""

    when: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """What a digest tells of one project, by its title."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to leave. The same ``key`` twice is one letter.

    ``to`` is an address, ``name`` whose it is. Its words are in no representation: they may hold a secret. ``about``,
    the title of a project, ``line`` and ``url`` are what a digest tells of it.
    """

    kind: str
    key: str
    to: str
    name: str
    subject: str
    text: str = field(repr=False)
    html: str = field(repr=False)
    sender_name: str = ""
    reply_to: str = ""
    about: str = ""
    line: str = ""
    url: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be said, to whom: a letter before it has words.

    ``facts`` are those that its kind names, as printed. ``helper`` can help the person who receives it. ``groups`` are
    what a digest tells, empty for other kinds.
    """

    kind: str
    key: str
    to: str
    name: str
    facts: Mapping[str, str] = field(repr=False)
    organisation: str
    helper: str = ""
    sender_name: str = ""
    reply_to: str = ""
    groups: tuple[Group, ...] = ()


def one_line(text: str) -> str:
    """A text that a header may hold: no line break, no control character, not endless."""
    printable = "".join(sign if sign.isprintable() or sign.isspace() else " " for sign in text)
    line = _SPACES.sub(" ", printable).strip()
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1].rstrip() + "…"
