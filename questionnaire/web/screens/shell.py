"""What stands around and between: links, buttons of their own, notices, the frame of every page."""

from dataclasses import dataclass
from typing import Literal

Side = Literal["pro", "usager"]


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere.

    Without ``url`` it is plain text; ``count`` stands in a disc when above 0.
    """

    text: str
    url: str | None = None
    current: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """A button of its own, outside any other form: posts ``fields`` (name, value) to ``url``.

    ``about`` tells it from its like for those who hear the page.
    """

    label: str
    url: str
    fields: tuple[tuple[str, str], ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence in a tinted box under the title; the button that takes the act back, and where to go, if any."""

    text: str
    tone: Literal["neutral", "ok", "attention", "error"] = "neutral"
    undo: Post | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class HelpView:
    """Who can help, and the ways to reach them; ``phone_url`` dials, ``email_url`` writes."""

    name: str
    phone: str = ""
    phone_url: str = ""
    email: str = ""
    email_url: str = ""


@dataclass(frozen=True, slots=True)
class LogoView:
    """The logo of an organisation at the head of its pages; sizes in points of the picture."""

    url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Stay:
    """A session that ends with nobody there: after ``limit`` seconds, ``warning`` of them after people are asked.

    ``shared``: other people use that computer.
    """

    url: str
    limit: int
    warning: int
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around every page.

    Without ``user_name`` nobody is signed in; the last crumb is the page itself. ``sheet_url`` is the style sheet
    of the organisation's colour, if it has one; ``stay`` tells when the session ends with nobody there.
    """

    organisation: str = ""
    user_name: str = ""
    initials: str = ""
    side: Side = "pro"
    nav: tuple[Link, ...] = ()
    crumbs: tuple[Link, ...] = ()
    demo: bool = False
    footnote: str = ""
    source_lines: tuple[str, ...] = ()
    help: HelpView | None = None
    logo: LogoView | None = None
    sheet_url: str = ""
    home_url: str = "/"
    lexicon_url: str = ""
    account_url: str = ""
    sign_out_url: str = "/deconnexion"
    outbox_url: str = ""
    stay: Stay | None = None
