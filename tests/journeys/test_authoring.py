"""Forms written in the browser: begun, kept sound or not, published for an organisation and those below, taken back."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest

from questionnaire.access import Role
from questionnaire.cli.runner import workshop
from questionnaire.journeys.authoring.drawing_trials import trial_once
from questionnaire.journeys.authoring.trial_documents import forget_trials
from questionnaire.storage import forms, people
from questionnaire.storage.database import open_session
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Page, Visitor, found_house
from tests.pdf_validation import text_of as pdf_words

NAME = "enquete_accueil"


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)


@pytest.fixture
def author(house: House) -> Visitor:
    return house.visitor("auteur")


def begin(author: Visitor, name: str = NAME) -> str:
    """The address of a new text."""
    author.get("/atelier/nouveau")
    return author.post("/atelier/nouveau", {"nom": name}).url


def text_of(page: Page) -> str:
    found = re.search(r'<textarea[^>]*id="texte"[^>]*>\n(.*?)</textarea>', page.text, re.DOTALL)
    assert found is not None
    return found[1].replace("&#39;", "'").replace("&gt;", ">").replace("&#34;", '"').replace("&amp;", "&")


def save(author: Visitor, url: str, text: str) -> Page:
    page = author.get(url)
    return author.post(url, {"revision": page.hidden("revision"), "texte": text})


def publish(author: Visitor, url: str) -> Page:
    page = author.get(f"{url}publier")
    return author.post(f"{url}publier", {"revision": page.hidden("revision")})


def offered(visitor: Visitor, project: str) -> list[str]:
    return re.findall(r'name="formulaire" value="([a-z_0-9]+)"', visitor.get(project).text)


@pytest.fixture
def project(house: House) -> str:
    porteur = house.visitor("porteur_projet")
    return porteur.get("/").links(r"/projets/[a-z0-9]+/")[0]


def test_small_form_to_start_from_is_sound(author):
    page = author.get(begin(author))
    assert ("Aucune faute\u00a0: 3 questions." in page.text, "Quel jour était-ce" in page.text) == (True, True)


@pytest.mark.parametrize("name", ["", "Bad Name", "été", "x" * 80])
def test_name_that_is_none_is_said_beside_its_field(author, name):
    author.get("/atelier/nouveau")
    page = author.post("/atelier/nouveau", {"nom": name})
    assert (page.status, 'aria-invalid="true"' in page.text, f'value="{name}"' in page.text) == (422, True, True)


def test_text_is_kept_with_its_faults_told_by_line(author):
    url = begin(author)
    text = text_of(author.get(url)).replace("kind: date", "kind: dato")
    page = save(author, url, text)
    line = text[: text.index("dato")].count("\n") + 1
    assert (f"Ligne {line}, colonne" in page.text, "Vouliez-vous dire" in page.text) == (True, True)
    assert "kind: dato" in text_of(author.get(url))


def test_text_is_checked_while_typing_and_nothing_is_kept(author):
    url = begin(author)
    page = author.post(f"{url}controle", {"texte": "form: x"})
    assert ("à corriger" in page.text, "<html" in page.text) == (True, False)
    assert "kind: date" in text_of(author.get(url))


def test_part_that_is_asked_for_is_shown(author):
    url = begin(author)
    more = "  - name: page_2\n    title: Autre page\n    questions: [{name: autre, kind: text, label: Autre chose}]\n"
    text = text_of(author.get(url)).replace("\n# Les signatures", f"{more}\n# Les signatures")
    page = author.post(f"{url}controle", {"texte": text, "partie": "page_2"})
    assert ("Autre chose" in page.text, "Quel jour" in page.text) == (True, False)


def test_two_authors_lose_nothing_of_each_other(house, author):
    url = begin(author)
    page, other = author.get(url), house.visitor("auteur")
    save(other, url, text_of(page).replace("Quel jour", "À quelle date"))
    mine = text_of(page).replace("Laquelle", "Dites-nous laquelle")
    reply = author.post(url, {"revision": page.hidden("revision"), "texte": mine})
    assert (reply.status, "Dites-nous laquelle" in text_of(reply), "À quelle date" in reply.text) == (409, True, True)
    kept = author.post(url, {"revision": reply.hidden("revision"), "texte": mine})
    assert "Dites-nous laquelle" in text_of(kept)


def test_form_is_offered_once_published_and_filled_to_its_end(house, author, project):
    porteur = house.visitor("porteur_projet")
    url = begin(author)
    assert NAME not in offered(porteur, project)
    assert "Publié" in publish(author, url).text
    assert NAME in offered(porteur, project)
    draft = porteur.post(f"{project}documents", {"formulaire": NAME}).url
    porteur.answer(draft, "page_1", {"jour": "03/02/2026", "difficulte": "non"})
    page = porteur.get(f"{draft}/verifier")
    document = porteur.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")}).url
    house.work()
    assert "Quel jour était-ce" in porteur.get(document).text


def test_form_is_offered_to_its_organisation_and_no_other(house, author):
    publish(author, begin(author))
    elsewhere = house.visitor("porteur_projet_val")
    elsewhere.get("/")
    assert elsewhere.post("/dossiers/", {"formulaire": NAME}).status == 404


def test_new_version_is_told_in_words_and_drafts_keep_theirs(house, author, project):
    porteur = house.visitor("porteur_projet")
    url = begin(author)
    publish(author, url)
    porteur.get(project)
    draft = porteur.post(f"{project}documents", {"formulaire": NAME}).url
    save(author, url, text_of(author.get(url)).replace("Quel jour était-ce", "Quand était-ce"))
    page = author.get(f"{url}publier")
    assert ("Quand était-ce" in page.text, "Ce qui change" in page.text) == (True, True)
    assert "version 2026-2" in publish(author, url).text
    assert "Quel jour était-ce" in porteur.get(f"{draft}/parties/page_1/").text


def test_withdrawn_version_is_begun_no_more_and_its_drafts_go_on(house, author, project):
    porteur = house.visitor("porteur_projet")
    page = publish(author, begin(author))
    porteur.get(project)
    draft = porteur.post(f"{project}documents", {"formulaire": NAME}).url
    leave = page.links(r"/atelier/publies/[a-z0-9]+/retirer")[0]
    author.get(leave)
    assert "Retiré" in author.post(leave, {}).text
    assert (NAME in offered(porteur, project), porteur.get(draft).status) == (False, 200)
    assert author.post(leave, {}).status == 409


@pytest.mark.parametrize(
    "name, said",
    [("fiche_projet", "est un formulaire installé ici"), (NAME, "rien n’a changé depuis")],
)
def test_name_or_text_that_there_is_already_is_not_published(author, name, said):
    publish(author, begin(author))
    url = begin(author, name)
    page = author.get(f"{url}publier")
    assert (said in page.text, "Publier cette version" in page.text) == (True, False)
    assert author.post(f"{url}publier", {"revision": "1"}).status == 409


def test_text_with_faults_is_not_published(author):
    url = begin(author)
    save(author, url, "form: x\n")
    assert "Corrigez d’abord les fautes." in author.get(f"{url}publier").text
    assert author.post(f"{url}publier", {"revision": "2"}).status == 409


def test_text_changed_since_it_was_read_again_is_not_published(author):
    url = begin(author)
    page = author.get(f"{url}publier")
    save(author, url, text_of(author.get(url)).replace("Quel jour", "Quand"))
    assert author.post(f"{url}publier", {"revision": page.hidden("revision")}).status == 409


def test_name_of_another_hospital_is_refused(house, author):
    with open_session(house.settings.database_url) as session, writing(session):
        found = people.load_by_email(session, "porteur_projet_val@demo.example")
        assert found is not None
        joel = found[0]
        people.grant(session, people.whole_perimeter(session), joel.person.id, joel.organisation.id, Role.AUTEUR)
    publish(author, begin(author))
    other = house.visitor("porteur_projet_val")
    assert "est déjà pris" in other.get(f"{begin(other)}publier").text


def test_file_of_our_language_is_brought(author):
    spec = begin(author)
    text = text_of(author.get(spec))
    page = bring(author, "enquete.yaml", text.encode())
    assert (page.status, text_of(page)) == (200, text)


def test_questionnaire_of_fhir_is_brought_with_what_was_said_of_it(author):
    item = {"linkId": "sommeil", "type": "boolean", "text": "Dormez-vous bien ?", "code": [{"code": "x"}]}
    resource = {"resourceType": "Questionnaire", "status": "active", "title": "Sommeil", "item": [item]}
    text = text_of(bring(author, "sommeil.json", json.dumps(resource).encode()))
    assert "form: sommeil" in text
    assert "kind: yes_no" in text
    assert text.startswith("# Élément «\u00a0sommeil\u00a0»")


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("", b"", "Choisissez un fichier"),
        ("x.pdf", b"%PDF", "ni un formulaire en YAML"),
        ("x.yaml", b"\xff\xfe\x00", "UTF-8"),
        ("x.yaml", b"a\x00b", "pas un texte"),
        ("x.yaml", b"a" * 200_001, "trop long"),
        ("x.xlsx", b"PK\x03\x04", ""),
        ("x.json", b"{}", "et non une ressource FHIR"),
    ],
)
def test_file_that_is_no_form_is_refused_in_words(author, name, content, said):
    page = bring(author, name, content)
    assert (page.status, said in page.text) == (422, True)


def bring(author: Visitor, name: str, content: bytes) -> Page:
    author.get("/atelier/apporter")
    answer = author.client.post(
        "/atelier/apporter",
        data={"_csrf": author.token, "fichier": [(BytesIO(content), name)]},
        follow_redirects=True,
    )
    return Page(answer)


def go(author: Visitor, page: Page, url: str, action: str = "suite", **fields: str) -> Page:
    kept = {name: page.hidden(name) for name in ("_state", "_place")}
    return author.post(url, {**kept, "_action": action, **fields})


def test_form_is_tried_page_by_page_and_nothing_is_kept(house, author):
    url = f"{begin(author)}essai"
    page = author.get(url)
    assert "rien de ce que vous écrivez ici n’est gardé" in page.text
    wrong = go(author, page, url)
    assert (wrong.status, "Quel jour était-ce" in wrong.text) == (422, True)
    more = go(author, wrong, url, jour="03/02/2026", difficulte="oui")
    assert (more.status, "Laquelle" in more.text) == (200, True)
    end = go(author, more, url, jour="03/02/2026", difficulte="oui", difficulte_detail="Ornithorynque")
    assert ("Fin de l’essai" in end.text, "Ornithorynque" in end.text) == (True, True)
    assert "Ornithorynque" not in go(author, end, url, "recommencer").text.replace(end.hidden("_state"), "")
    held = b"".join(path.read_bytes() for path in house.settings.data_dir.rglob("*") if path.is_file())
    assert b"Ornithorynque" not in held


def test_form_with_faults_is_not_tried(author):
    url = begin(author)
    save(author, url, "form: x\n")
    assert author.get(f"{url}essai").status == 422


MORE = """
      - {name: pieces, kind: file, label: Vos pièces, required: true}
      - name: gens
        kind: repeat
        label: Gens
        min: 1
        item_label: "${nom}"
        questions:
          - {name: nom, kind: text, label: Nom, required: true}
          - {name: taches, kind: repeat, label: Tâches, questions: [{name: tache, kind: text, label: Tâche}]}
  - name: avis
    title: Avis de ${nom}
    for_each: gens
    questions:
      - {name: avis_texte, kind: text, label: Son avis}
"""


@pytest.fixture
def lists(author) -> str:
    """The trial of a form with lists, one in another, and a page for each item."""
    url = begin(author)
    assert (
        "Enregistré"
        in save(author, url, text_of(author.get(url)).replace("\n# Les signatures", f"{MORE}\n# Les signatures")).text
    )
    return f"{url}essai"


def opened(page: Page) -> str:
    """The item that was just added: the innermost of those laid open."""
    return str(max(re.findall(r'name="_action" value="close:([^"]+)"', page.text), key=len))


def test_files_are_left_aside_in_a_trial(author, lists):
    page = author.get(lists)
    assert ("laissés de côté" in page.text, "Vos pièces" in page.text) == (True, False)


def test_lists_are_tried_with_those_that_they_hold_and_the_pages_that_follow_them(author, lists):
    known = {"jour": "03/02/2026", "difficulte": "non"}
    page = go(author, author.get(lists), lists, **known)
    assert (page.status, "Ajoutez au moins un élément" in page.text) == (422, True)
    page = go(author, page, lists, "add:gens", **known)
    item = opened(page)
    page = go(author, page, lists, f"add:{item}.taches", **{f"{item}.nom": "Odette"})
    inner = opened(page)
    assert inner.startswith(f"{item}.taches[")
    page = go(author, page, lists, f"close:{item}", **{f"{item}.nom": "Odette", f"{inner}.tache": "Relire"})
    page = go(author, page, lists)
    assert "Avis d’Odette" in page.text
    end = go(author, page, lists, **{f"avis[{item[5:-1]}].avis_texte": "Oui"})
    assert "Fin de l’essai" in end.text
    assert [word in end.text for word in ("Odette", "Relire", "Oui")] == [True] * 3


def test_items_are_moved_and_taken_away_in_a_trial(author, lists):
    page = go(author, author.get(lists), lists, "add:gens")
    first = opened(page)
    page = go(author, page, lists, "add:gens", **{f"{first}.nom": "Anne"})
    second = opened(page)
    page = go(author, page, lists, f"up:{second}", **{f"{second}.nom": "Basile"})
    assert page.text.index("Basile") < page.text.index("Anne")
    page = go(author, page, lists, f"remove:{second}")
    assert ("Basile" in page.text, "Anne" in page.text) == (False, True)


@pytest.mark.parametrize("action", ["add:nulle_part", "remove:gens[k1]", "up:jour", "close:[", "open:gens", "add:jour"])
def test_buttons_that_no_page_has_change_nothing(author, lists, action):
    assert go(author, author.get(lists), lists, action).status == 200


def test_answers_are_made_up_to_see_the_whole_form(author, lists):
    save(
        author,
        lists.removesuffix("essai"),
        text_of(author.get(lists.removesuffix("essai"))).replace(
            ", required: true}\n      - name: gens", "}\n      - name: gens"
        ),
    )
    end = go(author, author.get(lists), lists, "exemple")
    assert "Fin de l’essai" in end.text
    assert "Sans réponse" not in end.text.split("Vos pièces")[0]


def draw(house: House, at: datetime | None = None) -> tuple[bool, bool]:
    """Let the runner draw the document that waits, then clear; whether there was anything to do of each."""
    with open_session(house.settings.database_url) as session:
        place = workshop(house.settings, session)
        later = replace(place.desk, clock=lambda: at) if at else place.desk
        return trial_once(place), forget_trials(later)


def test_the_document_of_a_trial_is_drawn_by_the_runner_and_says_that_it_has_no_value(house, author, lists):
    page = go(author, author.get(lists), lists, "add:gens", jour="03/02/2026", difficulte="non")
    page = go(author, page, lists, **{f"{opened(page)}.nom": "Odette"})
    waiting = go(author, go(author, page, lists), lists, "document")
    assert "se prépare" in waiting.text
    assert author.get(f"{waiting.url}/essai.pdf").url == waiting.url
    assert draw(house) == (True, False)
    paper = author.client.get(f"{waiting.url}/essai.pdf")
    assert paper.mimetype == "application/pdf"
    words = pdf_words(paper.data)
    assert [word in words for word in ("Essai d’un formulaire – sans valeur", "Odette", "03/02/2026")] == [True] * 3
    assert author.client.get(waiting.url).status_code == 302
    assert draw(house, datetime.now(UTC) + timedelta(days=2)) == (False, True)
    assert author.get(f"{waiting.url}/essai.pdf").status == 404


def test_another_document_takes_the_place_of_the_one_before(house, author, lists):
    page = go(author, author.get(lists), lists, "exemple")
    first, second = (go(author, page, lists, "document").url for _ in range(2))
    assert (author.get(first).status, author.get(second).status) == (404, 200)
    assert author.get(second.replace("document/2", "document/x")).status == 404
    author.post(f"{lists.removesuffix('essai')}supprimer", {})
    assert (author.get(second).status, draw(house)) == (404, (False, False))


@pytest.mark.parametrize("role", ["porteur_projet", "qualite", "admin"])
def test_the_document_of_a_trial_is_for_authors(house, author, lists, role):
    url = go(author, author.get(lists), lists, "document").url
    assert house.visitor(role).get(url).status in {403, 404}


def test_trial_of_a_text_that_changed_begins_again(author):
    url = begin(author)
    page = author.get(f"{url}essai")
    end = go(author, page, f"{url}essai", jour="03/02/2026", difficulte="non")
    save(author, url, text_of(author.get(url)).replace("Quel jour", "Quand"))
    assert "Quand était-ce" in go(author, end, f"{url}essai", "recommencer").text


def test_text_is_forgotten_and_what_was_published_stays(house, author, project):
    url = begin(author)
    publish(author, url)
    author.get(f"{url}supprimer")
    assert "Supprimé" in author.post(f"{url}supprimer", {}).text
    assert (author.get(url).status, NAME in offered(house.visitor("porteur_projet"), project)) == (404, True)


@pytest.mark.parametrize("role", ["porteur_projet", "qualite", "admin", "patient_partenaire"])
def test_others_do_not_enter(house, author, role):
    url = begin(author)
    visitor = house.visitor(role)
    assert [visitor.get(each).status for each in ("/atelier/", "/atelier/nouveau", url, f"{url}publier")] == [403] * 4
    assert "Atelier" not in visitor.get("/").text


def test_what_authors_do_is_in_the_audit_log(house, author):
    publish(author, begin(author))
    log = house.visitor("admin").get("/administration/journal/").text
    assert ("Formulaire écrit" in log, "Formulaire publié" in log) == (True, True)


def test_published_text_is_kept_with_the_version(house, author):
    url = begin(author)
    text = text_of(author.get(url))
    publish(author, url)
    with open_session(house.settings.database_url) as session:
        (kept,) = [each for each in forms.in_use(session) if each.form == NAME]
    assert (kept.version, kept.source) == ("2026-1", text)
