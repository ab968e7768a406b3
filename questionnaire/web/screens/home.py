"""The first page of a person, signing in, and pages that say that something went wrong."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import EmptyState
from questionnaire.web.screens.drafts import PartState
from questionnaire.web.screens.passkeys import PasskeyAsk
from questionnaire.web.screens.shell import Link, Notice, Post
from questionnaire.web.screens.staying import ComputerView


@dataclass(frozen=True, slots=True)
class HomeRow:
    """A draft or a document that waits for the person.

    ``action`` is its link: « Continuer », « Lire et signer »; ``resume`` leads to where the person was last.
    """

    title: str
    detail: str
    state: PartState
    state_label: str
    action: Link
    resume: Link | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class HomeGroup:
    """Rows under a heading; ``empty`` is said when there is none."""

    title: str
    rows: tuple[HomeRow, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """What awaits the person, and ``start``, the button that begins a form (several when they may choose)."""

    title: str
    lead: str
    groups: tuple[HomeGroup, ...]
    start: tuple[Post, ...] = ()
    empty: EmptyState | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class SignInView:
    """Around the sign-in form: ``accounts`` are those of the demonstration (address, role), ``providers`` more ways.

    ``by_mail`` is the way without a password; ``shared``: nothing that is typed may stay in this browser.
    """

    title: str = "Se connecter"
    lead: str = ""
    accounts: tuple[tuple[str, str], ...] = ()
    accounts_text: str = ""
    providers: tuple[Link, ...] = ()
    by_mail: Link | None = None
    passkey: PasskeyAsk | None = None
    shared: bool = False
    computer: ComputerView | None = None


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """Why a page cannot be shown, what to do, and where to go on; ``again`` sends once more what was not taken."""

    title: str
    text: str
    help: str = ""
    links: tuple[Link, ...] = ()
    again: Post | None = None
