"""Who is here, in one sentence."""

from flask import url_for

from questionnaire.journeys.teamwork.presence import Company
from questionnaire.storage.presences import Present
from questionnaire.web.screens import PresenceView


def presence_view(company: Company, draft_id: str, section: str) -> PresenceView:
    """The line of a page, silent when one is alone."""
    return PresenceView(
        url=url_for("sections.presence", draft_id=draft_id, name=section),
        sentences=tuple(_sentence(company, person, section) for person in company.others),
    )


def _sentence(company: Company, person: Present, section: str) -> str:
    name = f"{person.first_name} {person.last_name}"
    if person.section == section:
        return f"{name} est aussi sur cette partie."
    part = company.form.section(person.section)
    where = f", dans «\u00a0{part.title.render(str, str)}\u00a0»" if part else ""
    return f"{name} est aussi sur le document{where}."
