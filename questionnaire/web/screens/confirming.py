"""The question « Confirmez que c’est vous »."""

from dataclasses import dataclass

from questionnaire.web.screens.passkeys import PasskeyAsk
from questionnaire.web.screens.plain import PlainField
from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class ConfirmView:
    """Posted to ``url`` with ``kept``, the name and the seal of what waits for it.

    ``send`` is the name and the label of the button that sends a code by mail. ``aside`` opens the identity
    providers in a tab of their own, where leaving the page would lose what waits.
    """

    title: str
    lead: str
    url: str
    fields: tuple[PlainField, ...]
    kept: tuple[str, str] | None
    send: tuple[str, str] | None
    providers: tuple[Link, ...]
    aside: bool
    hints: tuple[str, ...] = ()
    passkey: PasskeyAsk | None = None
