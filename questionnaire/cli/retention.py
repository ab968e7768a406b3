"""``forms retention``: how long everything is kept, as its page."""

from datetime import timedelta

import click

from questionnaire.cli.shelf import settings_here
from questionnaire.config import SHIPPED_FORMS, Settings
from questionnaire.content.retention import Retention, retention_page
from questionnaire.journeys.entering.idling import Idling
from questionnaire.journeys.upkeep.retention import retentions
from questionnaire.lifecycle import Keeping
from questionnaire.spec import catalogue_of
from questionnaire.web.passwords import LENT_LASTING


@click.command("retention")
def retention_command() -> None:
    """Écrit les durées de conservation, d’après le code et les réglages."""
    click.echo(retention_page(retentions_of(settings_here())), nl=False)


def retentions_of(settings: Settings) -> tuple[Retention, ...]:
    """The periods of an installation."""
    idling = Idling(
        timedelta(minutes=settings.idle_minutes),
        timedelta(minutes=settings.shared_idle_minutes),
        timedelta(hours=settings.session_hours),
    )
    forms = catalogue_of(settings.forms_path, shipped=SHIPPED_FORMS).currents()
    return retentions(Keeping(settings.draft_notice_months, settings.draft_months), idling, LENT_LASTING, forms)
