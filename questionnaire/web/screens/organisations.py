"""Administering organisations: the tree, one of them, and the plain forms that change it."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class BranchView:
    """An organisation of the tree with those under it."""

    link: Link
    detail: str
    under: tuple["BranchView", ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """The organisations that the reader administers."""

    title: str
    lead: str
    branches: tuple[BranchView, ...]
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting: its value in words, and which organisation says it."""

    label: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """One organisation: what it is, what holds there, what is under it, and the ways to change each."""

    title: str
    kind: str
    notice: Notice | None
    identity: tuple[Fact, ...]
    contacts: tuple[Fact, ...]
    looks: tuple[Fact, ...]
    logo_url: str
    logo_alt: str
    settings: tuple[SettingRow, ...]
    under: tuple[BranchView, ...]
    under_title: str
    add: Link | None
    change: tuple[Link, Link, Link, Link]
    archive: Post
