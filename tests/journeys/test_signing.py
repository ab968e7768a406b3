"""From the finalised document to the signature of a person: each state, each refusal, what is kept."""

import re

import pytest
from sqlalchemy import select

from questionnaire.access import Role
from questionnaire.journeys.papers.signing import CONSENTS, LONGEST_NAME
from questionnaire.storage import journal, people, projects, submissions
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import User
from questionnaire.storage.tables.documents import act_trace
from questionnaire.storage.transaction import reading, writing
from tests.pdf_validation import text_of
from tests.scenes import SIGNING, scenes_in


@pytest.fixture
def scene(tmp_path_factory, tmp_path):
    scenes = scenes_in(tmp_path_factory.getbasetemp())
    return lambda name: scenes.copy(name, tmp_path / name)


@pytest.fixture
def drawn(scene):
    return scene("drawn")


@pytest.fixture
def porteur(drawn):
    visitor = drawn.house.visitor("porteur_projet")
    visitor.get(f"{drawn.url}signer")
    return visitor


def kept(scene):
    """The submission as stored, and the traces of its acts."""
    with open_session(scene.house.settings.database_url) as session, reading(session):
        submission = submissions.get(session, people.whole_perimeter(session), scene.id)
        return submission, session.execute(select(act_trace.c.ip, act_trace.c.user_agent)).all()


def let_in(scene, role, email):
    """Give the person of an account a role in the project of the document."""
    with open_session(scene.house.settings.database_url) as session, writing(session):
        whole = people.whole_perimeter(session)
        project_id = submissions.get(session, whole, scene.id).project_id
        person_id = session.execute(select(User.person_id).where(User.email == email)).scalar_one()
        projects.join(session, whole, project_id, person_id, role)


def sign(visitor, scene, **fields):
    return visitor.post(f"{scene.url}signer", {**SIGNING, **fields})


def beside(page, anchor):
    """What the page says beside a control."""
    slot = re.search(rf'id="{anchor}-error">(.*?)</div>', page.text, re.DOTALL)
    assert slot
    return re.sub(r"<[^>]+>", "", slot[1]).strip()


def test_document_being_drawn_says_so_and_calls_again(scene):
    frozen = scene("frozen")
    porteur = frozen.house.visitor("porteur_projet")
    page = porteur.get(frozen.url)
    assert ("Votre document se prépare" in page.text, 'http-equiv="refresh"' in page.text) == (True, True)
    polled = porteur.client.get(frozen.url, headers={"HX-Request": "true"})
    assert (polled.status_code, b"<html" in polled.data) == (200, False)


def test_document_just_drawn_takes_the_waiting_page_to_it(drawn, porteur):
    polled = porteur.client.get(drawn.url, headers={"HX-Request": "true"})
    assert polled.headers["HX-Redirect"] == drawn.url
    assert porteur.get(drawn.url).url == f"{drawn.url}signer"


def test_document_not_drawn_yet_cannot_be_signed(scene):
    frozen = scene("frozen")
    porteur = frozen.house.visitor("porteur_projet")
    porteur.get("/")
    page = sign(porteur, frozen)
    assert (page.status, "encore en préparation" in page.text, kept(frozen)[0].acts) == (409, True, ())
    assert porteur.get(f"{frozen.url}fichier.pdf").status == 409
    assert porteur.get(f"{frozen.url}signer").url == frozen.url


@pytest.mark.parametrize(
    "missing, anchor, said",
    [
        ({"lu": ""}, "consent-lu", CONSENTS["lu"]),
        ({"electronique": ""}, "consent-electronique", CONSENTS["electronique"]),
        ({"nom": ""}, "signer-name", "Écrivez votre prénom et votre nom."),
        ({"nom": " \u200b\0 "}, "signer-name", "Écrivez votre prénom et votre nom."),
        ({"nom": "x" * (LONGEST_NAME + 1)}, "signer-name", f"{LONGEST_NAME} caractères au plus"),
    ],
)
def test_what_is_missing_is_said_beside_and_nothing_is_signed(drawn, porteur, missing, anchor, said):
    fields = {name: value for name, value in {**SIGNING, **missing}.items() if value}
    page = porteur.post(f"{drawn.url}signer", fields)
    assert (page.status, said in beside(page, anchor), kept(drawn)[0].acts) == (422, True, ())
    assert (f'href="#{anchor}"' in page.text, page.text.count('class="error-text"')) == (True, 1)


def test_what_was_given_is_still_there_beside_what_is_missing(drawn, porteur):
    page = porteur.post(f"{drawn.url}signer", {"lu": "oui", "nom": "Nadia Lemoine"})
    assert re.search(r'name="lu" value="oui" checked', page.text)
    assert re.search(r'name="nom" value="Nadia Lemoine"', page.text)
    assert not re.search(r'name="electronique" value="oui" checked', page.text)


def test_act_is_kept_with_what_was_agreed_to_and_its_trace_apart(drawn, porteur):
    porteur.client.environ_base["HTTP_USER_AGENT"] = "A browser " + "x" * 1000
    sign(porteur, drawn, nom="  Nadia \t LEMOINE ")
    submission, traces = kept(drawn)
    (act,) = submission.acts
    assert (act.name, act.typed_name, act.role, act.method) == (
        "Nadia Lemoine",
        "Nadia LEMOINE",
        "porteur_projet",
        "saisie",
    )
    assert act.consent.splitlines() == list(CONSENTS.values())
    assert [(ip, agent[:12], len(agent)) for ip, agent in traces] == [("127.0.0.1", "A browser xx", 500)]


def test_journal_names_the_file_that_was_signed_and_neither_address_nor_browser(drawn, porteur):
    read = porteur.client.get(f"{drawn.url}fichier.pdf").data
    sign(porteur, drawn)
    with open_session(drawn.house.settings.database_url) as session, reading(session):
        whole = people.whole_perimeter(session)
        submission, progress = submissions.load(session, whole, drawn.id)
        entry = journal.read(session, whole, submission.draft_id)[-1]
    assert entry.event
    assert (entry.event.kind, entry.event.person_name) == ("signed", "Nadia Lemoine")
    assert entry.event.details == {
        "step": submission.steps[0].name,
        "method": "saisie",
        "file": progress.revisions[0].sha256,
    }
    assert len(read) == progress.revisions[0].size


def test_signing_twice_is_refused(drawn, porteur):
    assert "signature est enregistrée" in sign(porteur, drawn).text
    page = sign(porteur, drawn)
    assert (page.status, "vous l’avez déjà donnée" in page.text, len(kept(drawn)[0].acts)) == (409, True, 1)
    assert porteur.get(f"{drawn.url}signer").url == drawn.url


def test_signing_twice_is_refused_after_the_archive_too(scene):
    archived = scene("archived")
    porteur = archived.house.visitor("porteur_projet")
    porteur.get("/")
    assert (sign(porteur, archived).status, archived.house.work(), len(kept(archived)[0].acts)) == (409, 0, 1)


@pytest.mark.parametrize(
    "role, email, status",
    [
        (None, "copilote@demo.example", 403),
        (None, "qualite@demo.example", 403),
        (Role.PATIENT_PARTENAIRE, "patient_partenaire@demo.example", 403),
        (Role.COPILOTE, "copilote@demo.example", 409),
    ],
)
def test_another_person_is_refused(drawn, role, email, status):
    if role:
        let_in(drawn, role, email)
    other = drawn.house.visitor(email.partition("@")[0])
    other.get("/")
    page = sign(other, drawn)
    assert (page.status, kept(drawn)[0].acts) == (status, ())


def test_person_of_the_team_reads_the_document_that_another_must_sign(drawn):
    let_in(drawn, Role.COPILOTE, "copilote@demo.example")
    page = drawn.house.visitor("copilote").get(drawn.url)
    assert (page.status, page.url, "En attente de signature" in page.text) == (200, drawn.url, True)


def test_waiting_for_the_seal_is_said_and_the_page_calls_again(drawn, porteur):
    page = sign(porteur, drawn)
    assert "Le cachet de l’établissement est apposé dans quelques secondes" in page.text
    assert porteur.client.get(drawn.url, headers={"HX-Request": "true"}).status_code == 204
    drawn.house.work()
    assert porteur.client.get(drawn.url, headers={"HX-Request": "true"}).headers["HX-Redirect"] == drawn.url
    assert "Signé, scellé et archivé" in porteur.get(drawn.url).text


def test_signature_stands_on_the_last_page_under_the_name_as_typed(drawn, porteur):
    sign(porteur, drawn, nom="Nadia L.")
    drawn.house.work()
    text = text_of(porteur.client.get(f"{drawn.url}fichier.pdf").data)
    assert ("Signature électronique de Nadia Lemoine" in text, "Nadia L." in text) == (True, True)


def test_longest_name_fits_its_box(drawn, porteur):
    name = ("Marie-Amélie " * 10)[:LONGEST_NAME].strip()
    sign(porteur, drawn, nom=name)
    assert drawn.house.work() == 3
    assert name.split()[-1] in text_of(porteur.client.get(f"{drawn.url}fichier.pdf").data)


@pytest.mark.parametrize("query, disposition", [("", "inline"), ("?telecharger=oui", "attachment")])
def test_file_is_read_in_the_browser_or_kept_under_its_reference(drawn, porteur, query, disposition):
    answer = porteur.client.get(f"{drawn.url}fichier.pdf{query}")
    reference = kept(drawn)[0].reference
    assert (answer.mimetype, answer.headers["Content-Disposition"]) == (
        "application/pdf",
        f"{disposition}; filename={reference}.pdf",
    )


def test_finished_document_takes_no_answer_any_more(drawn, porteur):
    draft = kept(drawn)[0].draft_id
    page = porteur.post(f"/dossiers/{draft}/parties/identite/", {"_rev": "99", "titre": "Autre"})
    assert (page.status, "ne peuvent plus être changées" in page.text) == (409, True)
