"""Every view, by subject: the table of contents of the addresses."""

from flask import Flask

from questionnaire.web.views import (
    account,
    administration,
    archive,
    arrivals,
    audit,
    blanks,
    comments,
    contact,
    documents,
    drafts,
    enrolment,
    files,
    handovers,
    health,
    history,
    home,
    lexicon,
    looks,
    mail_codes,
    messages,
    organisations,
    outbox,
    own_data,
    own_data_for,
    people,
    projects,
    providers,
    sections,
    teams,
    together,
    verification,
)

BLUEPRINTS = (
    health.views,
    contact.views,
    home.views,
    account.views,
    mail_codes.views,
    own_data.views,
    arrivals.views,
    providers.views,
    projects.views,
    handovers.views,
    drafts.views,
    sections.views,
    files.views,
    history.views,
    teams.views,
    comments.views,
    together.views,
    blanks.views,
    documents.views,
    archive.views,
    administration.views,
    audit.views,
    verification.views,
    lexicon.views,
    messages.views,
    outbox.views,
    organisations.views,
    people.views,
    own_data_for.views,
    enrolment.views,
    looks.views,
)


def install(app: Flask) -> None:
    """Register every view."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
