"""Every view, by subject: the table of contents of the addresses."""

from flask import Flask

from questionnaire.web.views import archive, documents, drafts, health, history, home, sections, teams, verification

BLUEPRINTS = (
    health.views,
    home.views,
    drafts.views,
    sections.views,
    history.views,
    teams.views,
    documents.views,
    archive.views,
    verification.views,
)


def install(app: Flask) -> None:
    """Register every view."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
