"""The second step of one's account: whether it is on, the key of an application, recovery codes."""

from dataclasses import dataclass

from markupsafe import Markup

from questionnaire.web.screens.plain import PlainField
from questionnaire.web.screens.shell import Link, Notice, Post


@dataclass(frozen=True, slots=True)
class SecondStepView:
    """``set_up`` where it is off; ``codes_text``, ``renew`` and ``turn_off`` where it is on.

    ``onward`` leads where one was going, on the way in.
    """

    title: str
    lead: str
    state: str
    set_up: Link | None = None
    codes_text: str = ""
    renew: Post | None = None
    turn_off: Post | None = None
    notice: Notice | None = None
    onward: Link | None = None


@dataclass(frozen=True, slots=True)
class SetUpView:
    """``qr`` is a drawing, ``link`` what it says, for the telephone on which the page is read; ``key`` is typed."""

    title: str
    qr: Markup
    link: str
    key: str
    account: str
    field: PlainField
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class RecoveryCodesView:
    """Codes shown this once, and where to go once they are kept."""

    title: str
    lead: str
    codes: tuple[str, ...]
    onward: Link
    notice: Notice | None = None
