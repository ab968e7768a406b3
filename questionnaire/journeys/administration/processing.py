"""The register of processing, for those who answer for it: what the forms at hand ask, of whom, why, and for whom."""

from dataclasses import dataclass
from datetime import timedelta

from questionnaire.access import Action, Actor, Forbidden, reach
from questionnaire.access.managing import ORGANISATION
from questionnaire.content.processing import Processing, processings, register_sheet
from questionnaire.content.retention import Retention, retention_sheet
from questionnaire.content.sheets import Sheet
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering.idling import Idling
from questionnaire.journeys.upkeep.retention import retentions
from questionnaire.lifecycle import Keeping

NOT_YOURS = "Le registre des traitements est réservé aux administrateurs, aux référents et au département qualité."


@dataclass(frozen=True, slots=True)
class Register:
    """The forms by title, how long everything is kept; ``controller`` is the establishment that answers for them."""

    told: tuple[Processing, ...]
    controller: str
    periods: tuple[Retention, ...]

    @property
    def sheets(self) -> tuple[Sheet, Sheet]:
        """The same as tables."""
        return register_sheet(self.told, self.controller), retention_sheet(self.periods)


def may_read_register(actor: Actor) -> bool:
    """Whether the actor answers for the register somewhere."""
    return bool(reach(actor, Action.READ_PROCESSING, ORGANISATION).organisations)


def read_register(desk: Desk, actor: Actor, default: Keeping, idling: Idling, lent: timedelta) -> Register:
    """The register as the actor's establishment keeps it; raises Forbidden.

    ``default`` is how long drafts last where it says nothing, ``lent`` how long a password that is given works.
    """
    if not may_read_register(actor):
        raise Forbidden(NOT_YOURS)
    place = actor.organisation
    keeping = place.profile.settings.keeping(default)
    forms = desk.shelf.offered(place.id)
    return Register(processings(forms), place.house.full_name, retentions(keeping, idling, lent, forms))
