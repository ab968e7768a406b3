"""The URL map, walked: each address with the ids of a place."""

from dataclasses import dataclass

from flask import Flask

from tests.web.conftest import Place


@dataclass(frozen=True)
class Address:
    """One endpoint with one method, at an address that exists."""

    endpoint: str
    method: str
    url: str


def addresses(app: Flask, place: Place) -> list[Address]:
    """Every address of the application, for each method that it knows."""
    values = {
        "project_id": place.project_id,
        "draft_id": place.draft_id,
        "submission_id": place.submission_id,
        "document_id": place.document_id,
        "organisation_id": place.organisation_id,
        "person_id": place.person_id,
        "colour": "5a2a58",
        "letter_id": place.letter_id,
        "survey_id": "x",
        "manuscript_id": place.manuscript_id,
        "publication_id": place.publication_id,
        "number": place.trial_number,
        "form_name": "fiche_projet",
        "name": "identite",
        "provider": "chu",
        "session_id": "x",
        "passkey_id": "x",
        "secret": "x" * 32,
        "sha256": "0" * 64,
        "filename": "css/base.css",
    }
    found = []
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            url = adapter.build(rule.endpoint, {name: values[name] for name in rule.arguments}, force_external=False)
            found += [
                Address(rule.endpoint, method, url) for method in sorted((rule.methods or set()) & {"GET", "POST"})
            ]
    return found
