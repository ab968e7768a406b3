"""A form dropped into FORMS_PATH works whole: filled, signed by two, sealed, archived, found in the register."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from questionnaire.cli.runner import workshop
from questionnaire.journeys.papers.filing import file_once, recast_once
from questionnaire.proof.__main__ import main
from questionnaire.storage import people, register_search
from questionnaire.storage.database import open_session
from questionnaire.storage.register_search import Reach, Sought
from questionnaire.storage.transaction import reading
from tests.journeys.chain import sign
from tests.journeys.house import House, Page, Visitor
from tests.journeys.together import bring
from tests.journeys.workshop import begin, found_workshop, plain
from tests.pdf_validation import text_of

FORMS = Path("tests/journeys/forms_shown")
PATIENT = "patient_partenaire"
SOON = datetime.now(UTC).date() + timedelta(days=30)
CADRE = {"titre": "Sortir plus tôt", "domaine": "sortie", "fin": SOON.isoformat()}
LEVELS = {"n_dire": "4", "n_batir": "3", "n_decider": "2", "n_faire": "2"}


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> Path:
    """A folder of forms that a hospital keeps for itself."""
    return Path(copytree(FORMS, tmp_path_factory.mktemp("forms") / "siens"))


@pytest.fixture(scope="module")
def house(tmp_path_factory, forms) -> House:
    return found_workshop(tmp_path_factory.mktemp("house"), forms)


@pytest.fixture(scope="module")
def finished(house: House) -> str:
    """The address of a document that was filled, signed by both, sealed and archived."""
    porteur, patient = house.visitor("porteur_projet"), house.visitor(PATIENT)
    draft = begin(porteur, "accord")
    bring(porteur, draft, patient, PATIENT)
    porteur.answer(draft, "cadre", CADRE)
    for what, cost in (("Un livret", "120"), ("Un appel le lendemain", "30")):
        porteur.add_item(draft, "actions", "action", {"quoi": what, "cout": cost})
    patient.answer(draft, "niveaux", LEVELS)
    page = porteur.get(f"{draft}/verifier")
    document = porteur.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")}).url
    house.work()
    for visitor, name in ((patient, "Odette Vasseur"), (porteur, "Nadia Lemoine")):
        assert sign(visitor, document, name).status == 200
        house.work()
    return document


@pytest.fixture
def quality(house: House, finished: str) -> Visitor:  # noqa: ARG001  # there is a document to find
    return house.visitor("qualite")


def rows(page: Page) -> list[list[str]]:
    """The lines of the register, cell by cell, as people read them."""
    body = page.text.partition("<tbody>")[2].partition("</tbody>")[0]
    lines = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [[plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL)] for line in lines]


def test_paper_says_what_the_form_says(house, finished):
    pdf = house.visitor("porteur_projet").client.get(f"{finished}fichier.pdf").data
    words = " ".join(text_of(pdf).split())
    told = ("Sortir plus tôt", "Un appel le lendemain", "150", "Notre roue", "en bonne voie", "Odette Vasseur")
    assert [word for word in told if word not in words] == []


def test_file_is_authentic_for_whoever_holds_it(house, finished, tmp_path):
    pdf = tmp_path / "accord.pdf"
    pdf.write_bytes(house.visitor("porteur_projet").client.get(f"{finished}fichier.pdf").data)
    trust = house.settings.seal_file.with_suffix(".ca.pem")
    assert main(["verify", str(pdf), "--trust", str(trust)]) == 0


def test_register_has_the_columns_of_the_form(quality):
    page = quality.get("/archives/?formulaire=accord")
    heads = [plain(head) for head in re.findall(r'<th scope="col">(.*?)</th>', page.text)]
    assert heads == ["Document", "Date", "État", "Domaine", "Fin", "Actions", "Coût total", "Moyenne", "Fichier"]
    ((title, _, state, *cells, _),) = rows(page)
    assert ("Sortir plus tôt" in title, state) == (True, "Signé")
    assert cells == ["Sortie", f"{SOON:%d/%m/%Y}", "2", "150 €", "2,75"]


@pytest.mark.parametrize(
    "query, number",
    [
        ("q=livret", 1),
        ("q=vasseur+tot", 1),
        ("q=inconnu", 0),
        ("formulaire=accord&col-domaine=sortie", 1),
        ("formulaire=accord&col-domaine=accueil", 0),
        ("formulaire=accord&col-fin=2020-01-01", 1),  # no filter of this form: it narrows nothing
        ("etat=a_signer", 0),
        ("etat=signe", 1),
        ("alertes=oui", 1),
        ("du=01/01/2999", 0),
        ("du=2020-01-01&au=2998-12-31", 1),
    ],
)
def test_register_is_narrowed_by_what_one_looks_for(quality, query, number):
    page = quality.get(f"/archives/?{query}")
    assert len(rows(page)) == number
    assert ("Aucun document trouvé" in page.text) == (number == 0)


def test_dates_that_cannot_be_read_are_said_and_kept(quality):
    page = quality.get("/archives/?du=demain")
    assert ("Écrivez les dates ainsi" in page.text, 'value="demain"' in page.text, len(rows(page))) == (True, True, 1)


def test_form_is_chosen_with_how_many_documents_it_has(quality):
    page = quality.get("/archives/")
    assert page.option("Accord d’action partagée (1)") == "accord"
    assert page.option("Archivés (1)") == "Archivés (1)"  # the value of what is chosen first is blank


def test_alert_is_said_since_the_day_when_it_holds(quality):
    assert "L’accord finit bientôt (depuis le" in plain(quality.get("/archives/").text)


def test_people_of_the_project_do_not_read_the_register(house):
    assert house.visitor("porteur_projet").get("/archives/").status == 403


def line_of(house: House, finished: str) -> register_search.FoundLine:
    with open_session(house.settings.database_url) as session, reading(session):
        reach = Reach(frozenset({"project"}), people.whole_perimeter(session))
        found = register_search.search(session, [reach], Sought(form="accord"), 9)
    return next(each for each in found if each.line.submission_id == finished.split("/")[2])


def test_document_serves_a_year_after_its_end_then_five_more(house, finished):
    line = line_of(house, finished).line
    assert line.active_until is not None
    assert line.keep_until is not None
    assert (line.active_until.year, line.keep_until.year) == (SOON.year + 1, SOON.year + 6)


def test_alerts_are_looked_at_again_the_next_day(house, finished):
    long_after = datetime.now(UTC) - timedelta(days=90)
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        assert file_once(desk) is False
        past = replace(desk, clock=lambda: long_after)
        tomorrow = replace(desk, clock=lambda: datetime.now(UTC) + timedelta(days=1))
        assert (file_once(past), file_once(tomorrow), file_once(tomorrow)) == (False, True, False)
    assert [alert.name for alert in line_of(house, finished).alerts] == ["bientot_fini"]


def test_new_version_gives_its_columns_to_the_documents_before_it(house, finished, forms):
    text = (forms / "accord" / "2026-1.yaml").read_text(encoding="utf-8")
    newer = text.replace(
        "      - {name: fin, kind", "      - {name: lieu, kind: text, label: Lieu}\n      - {name: fin, kind"
    )
    newer = newer.replace("    - {name: fin, label: Fin}\n", "    - {name: lieu}\n    - {name: titre}\n")
    (forms / "accord" / "2026-2.yaml").write_text(newer, encoding="utf-8")
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        assert (recast_once(desk), recast_once(desk)) == (True, False)
        while file_once(desk):
            pass
    cells = line_of(house, finished).cells
    assert (cells["titre"], "fin" in cells, "lieu" in cells) == (("Sortir plus tôt",), False, False)


def test_days_of_the_calendar_are_read_as_people_and_browsers_write_them(quality):
    today = date.today()  # noqa: DTZ011  # a day of the hospital
    for written in (f"{today:%d/%m/%Y}", today.isoformat()):
        assert quality.get(f"/archives/?au={written}").status == 200
