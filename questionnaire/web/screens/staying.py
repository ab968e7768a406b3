"""The session of this browser, and whose computer it is."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Link, Post


@dataclass(frozen=True, slots=True)
class ComputerView:
    """Whose computer this is, and how to say otherwise."""

    title: str
    text: str
    change: Post


@dataclass(frozen=True, slots=True)
class SessionLeft:
    """The page of the session: what is ``left`` of it, by which ``rule``, and the way to stay."""

    title: str
    left: str
    rule: str
    stay: Post
    computer: ComputerView


@dataclass(frozen=True, slots=True)
class GivenBack:
    """What was posted once the session had ended: its ``texts``, to be copied, and the way to sign in again."""

    title: str
    text: str
    texts: tuple[str, ...]
    sign_in: Link
