"""What pages say of those who fill a draft together."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Post


@dataclass(frozen=True, slots=True)
class TalkLink:
    """The way from a question to its comments: what it says (« Commenter », « 2 commentaires »), about what."""

    url: str
    label: str
    about: str
    lively: bool = False


@dataclass(frozen=True, slots=True)
class AssignView:
    """The form that gives a part to a person: posts ``partie`` and ``personne`` (empty: to nobody)."""

    url: str
    sections: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AssistanceView:
    """« Rempli avec l'aide de »: who is told, each with the button that takes it back, and the form that tells more.

    Posts ``qui`` and ``comment`` to ``url``; empty where nothing can be added.
    """

    lines: tuple[tuple[str, Post | None], ...]
    url: str
    means: tuple[tuple[str, str], ...]
    typed: str = ""
    ticked: tuple[str, ...] = ()
    error: str = ""
