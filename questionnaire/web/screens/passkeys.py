"""The passkeys of one's account."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Notice, Post


@dataclass(frozen=True, slots=True)
class PasskeyAsk:
    """A button that shows a passkey: what it asks of the browser comes from ``ask_url``, the answer goes to ``url``."""

    label: str
    ask_url: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class PasskeyRow:
    """A passkey: its name, posted anew to ``rename_url``; when it was made and used last."""

    id: str
    name: str
    text: str
    rename_url: str
    remove: Post


@dataclass(frozen=True, slots=True)
class PasskeysView:
    """``impossible`` says why none can be made here; empty where they can."""

    title: str
    lead: str
    rows: tuple[PasskeyRow, ...]
    impossible: str
    add_url: str
    ask_url: str
    notice: Notice | None = None
