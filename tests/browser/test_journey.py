"""From signing in to the sealed and verified document, in a real browser, with and without JavaScript."""

import io
import json
import re
from typing import Any
from zoneinfo import ZoneInfo

import pikepdf
import pytest
from playwright.sync_api import expect

from questionnaire.filling import Context, fill, from_sheet, frozen_sheet
from questionnaire.proof.identity import load_identity
from questionnaire.proof.verification import verify
from tests.browser.person import Person
from tests.browser.sheets import FORM, SECTIONS
from tests.journeys.house import example, now

pytestmark = pytest.mark.browser


def finalise(person: Person, draft: str) -> None:
    person.goto(f"{draft}/verifier")
    person.press("Finaliser le document")


def download(quality: Person, title: str) -> bytes:
    quality.goto("/archives/")
    quality.page.get_by_role("link", name=title).first.click()
    expect(quality.page.get_by_text("Intègre")).to_be_visible()
    with quality.page.expect_download() as waiting:
        quality.page.get_by_role("link", name=re.compile("Télécharger")).click()
    return waiting.value.path().read_bytes()


GIVEN = {"ghu": "GHU de démonstration", "departement": "69"}
"""What the establishment of the demonstration answers where nobody says otherwise."""


def answers_of(pdf: bytes) -> dict[str, Any]:
    """The answers attached to a document, as people read them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        attached = json.loads(document.attachments["reponses.json"].get_file().read_bytes())
    called = {choice["name"]: choice["label"] for choices in attached["lists"].values() for choice in choices}
    return readable(attached["answers"], called)


def expected(sheet: dict[str, object]) -> dict[str, Any]:
    """What the form makes of a sheet, without any browser."""
    answers, unreadable = from_sheet(FORM, {**GIVEN, **sheet})
    assert unreadable == ()
    return readable(frozen_sheet(fill(FORM, answers, Context(now=now(), tz=ZoneInfo("Europe/Paris")))), {})


def readable(answers: dict[str, Any], called: dict[str, str]) -> dict[str, Any]:
    """Answers without keys and names that nobody chooses: items by their ranks, entries of lists as they are called."""
    items = {
        item["_key"]: f"{name} {rank}"
        for name, value in answers.items()
        if isinstance(value, list)
        for rank, item in enumerate(value, start=1)
        if isinstance(item, dict)
    }
    said: dict[str, Any] = _said(answers, {**called, **items})
    return said


def _said(value: Any, called: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_said(each, called) for each in value]
    if isinstance(value, dict):
        return {name: _said(each, called) for name, each in value.items() if name != "_key"}
    words = value.split() if isinstance(value, str) else []
    return " ".join(called[word] for word in words) if words and all(word in called for word in words) else value


def go_through(site, seat, width, name, *, scripts):
    """The whole journey with a sheet of answers; what is archived is exactly that sheet."""
    porteur = seat(site.url, width=width, scripts=scripts)
    title = f"Préparer le retour, {width} {'avec' if scripts else 'sans'} script"
    sheet = {**example(name), "titre": title}
    porteur.sign_in("porteur_projet")
    draft = porteur.begin()
    for section, names in SECTIONS.items():
        porteur.fill_section(draft, section, names, sheet)
    expect(porteur.page.get_by_role("heading", name="Vérifier")).to_be_visible()
    finalise(porteur, draft)
    porteur.wait_for("Votre signature")
    porteur.sign("Nadia Lemoine")
    porteur.wait_for("Signé, scellé et archivé")
    quality = seat(site.url, width=width, scripts=scripts)
    quality.sign_in("qualite")
    pdf = download(quality, title)
    report = verify(pdf, [load_identity(site.settings.seal_file, None).certificate_pem])
    assert (report.verdict, [fact.name for fact in report.signatures]) == ("authentic", ["Nadia Lemoine"])
    assert answers_of(pdf) == expected(sheet)


@pytest.mark.parametrize("width,name", [(1280, "complete"), (375, "minimal")])
def test_a_fiche_goes_from_the_first_answer_to_the_verified_archive(site, seat, width, name):
    go_through(site, seat, width, name, scripts=True)


@pytest.mark.parametrize("width,name", [(1280, "minimal"), (375, "complete")])
def test_a_fiche_goes_as_far_without_scripts(site, seat, width, name):
    go_through(site, seat, width, name, scripts=False)
