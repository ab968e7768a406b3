"""What every journey needs: the database session, the forms, and the hour."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.access import Organisation, Perimeter
from questionnaire.filling import Context
from questionnaire.journeys.administration.directory import Directory
from questionnaire.journeys.drafting.recalling import Recall
from questionnaire.journeys.shelf import Shelf
from questionnaire.messages.letters import Letterhead
from questionnaire.spec import Form
from questionnaire.spec.articles import within_a_sentence
from questionnaire.storage import people
from questionnaire.storage.transaction import Session


@dataclass(frozen=True, slots=True)
class Desk:
    """``session`` is a plain session, ``clock`` gives aware moments; ``directory`` and ``recall`` outlive a request.

    ``letterhead`` is what the letters that journeys post carry; what chance draws is drawn from ``secret``.
    """

    session: Session
    shelf: Shelf
    clock: Callable[[], datetime]
    directory: Directory = field(default_factory=Directory)
    recall: Recall = field(default_factory=Recall)
    letterhead: Letterhead = field(default_factory=Letterhead)
    secret: str = field(default="", repr=False)

    def context(self, organisation: Organisation, form: Form) -> Context:
        """What the rules of a form may know in an establishment, now; within a transaction."""
        now = self.clock()
        context = context_of(organisation, now)
        if not form.lists:
            return context
        return replace(context, lists=self.directory.lists(self.session, organisation, now))

    def organisation(
        self, perimeter: Perimeter, organisation_id: str, known: Organisation | None = None
    ) -> Organisation:
        """An organisation by its id; ``known`` saves the query when it is that one."""
        if known is not None and known.id == organisation_id:
            return known
        return people.get_organisation(self.session, perimeter, organisation_id)


def context_of(organisation: Organisation, now: datetime) -> Context:
    """The context of an establishment at a moment."""
    settings = {"secteur": organisation.sector, "etablissement": within_a_sentence(organisation.house.name)}
    return Context(now=now, tz=ZoneInfo(organisation.timezone), settings=settings)
