"""A draft moved to the newer version of its form: told first, then done at once, without script."""

import re
from io import BytesIO
from os import pathsep
from pathlib import Path

import pytest
from sqlalchemy import select

from questionnaire.journeys.upkeep import rekeying
from questionnaire.storage.cipher import new_key
from questionnaire.storage.database import open_session
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.answers import answer, answer_change
from questionnaire.storage.tables.consents import consent
from questionnaire.web.desk import desk
from tests.files.making import pdf
from tests.journeys.chain import begin_fiche, project_of
from tests.journeys.house import House, Page, Visitor, open_house
from tests.journeys.workshop import Tab, begin, found_workshop, let_in, plain

OLD, NEW = Path("tests/journeys/forms_versions"), Path("tests/journeys/forms_newer")
SECRET, CONFIDENCE = "Zinnia-quarante-deux", "Camomille-sept"
PLAN = pdf(b"% le plan\n")
LINE = "Une version plus récente de ce formulaire existe."


@pytest.fixture
def old(tmp_path: Path) -> House:
    """A house that serves the first version alone."""
    return found_workshop(tmp_path / "data", OLD)


def published(house: House, forms: Path = NEW, **more: str) -> House:
    """The same installation, started again with these forms in place of the first ones."""
    with house.app.app_context():
        desk().session.get_bind().dispose()  # type: ignore[union-attr]  # an engine
    return open_house(house.settings.data_dir, FORMS_PATH=f"forms_spec{pathsep}{forms}", **more)


@pytest.fixture
def draft(old: House) -> str:
    """A draft with an answer of every fate; a patient partner of the team has told two reserved ones."""
    porteur = old.visitor("porteur_projet")
    draft = begin(porteur, "suivi")
    base = {"objet": "Un objet", "debut": "01/02/2026", "budget": "12", "ancien": "Perdue de vue"}
    porteur.answer(draft, "base", {**base, "publics": ["enfants", "adultes"], "etat": "pause"})
    porteur.add_item(draft, "base", "personne", {"nom": "Odile Marchand", "fonction": "Infirmière"})
    porteur.answer(draft, "annexe", {"avis": "Favorable"})
    patient = old.visitor("patient_partenaire")
    let_in(porteur, draft, patient, "patient_partenaire")
    patient.answer(draft, "parole", {"secret": SECRET, "confidence": CONFIDENCE})
    return draft


def confirm(visitor: Visitor, draft: str) -> Page:
    page = visitor.get(f"{draft}/version")
    return visitor.post(f"{draft}/version", {"_rev": page.hidden("_rev"), "version": page.hidden("version")})


def section(page: Page, title: str) -> str:
    """The words of one part of a page."""
    found = re.search(rf"<h2>{title}</h2>(.*?)</section>", page.text, re.DOTALL)
    assert found, page.text
    return plain(found[1])


def dump(house: House) -> str:
    with open_session(house.settings.database_url) as session:
        return "\n".join(str(session.execute(select(table)).all()) for table in metadata.sorted_tables)


def test_only_an_older_version_is_told_of_a_newer_one(old, draft):
    porteur = old.visitor("porteur_projet")
    assert (LINE in porteur.get(draft).text, porteur.get(f"{draft}/version").status) == (False, 409)
    house = published(old)
    porteur = house.visitor("porteur_projet")
    assert (LINE in porteur.get(draft).text, f"{draft}/version" in porteur.get(draft).text) == (True, True)
    fresh = begin(porteur, "suivi")
    assert (LINE in porteur.get(fresh).text, porteur.get(f"{fresh}/version").status) == (False, 409)


def test_only_who_may_edit_the_draft_moves_it(old, draft):
    house = published(old)
    reader = house.visitor("patient_partenaire")
    assert LINE not in reader.get(draft).text
    statuses = [reader.get(f"{draft}/version").status, reader.post(f"{draft}/version", {}).status]
    assert statuses == [403, 403]


def test_the_page_tells_what_is_kept_lost_and_asked(old, draft):
    page = published(old).visitor("porteur_projet").get(f"{draft}/version")
    assert section(page, "Ce qui est gardé") == "4 réponses sont reprises sans changement, avec les fichiers joints."
    lost = section(page, "Ce qui est perdu")
    assert re.findall(r"Début|Publics|État|Ancienne question|Fonction", lost) == [
        "Début",
        "Publics",
        "État",
        "Ancienne question",
        "Fonction",
    ]
    told = ("01/02/2026", "En pause", "Perdue de vue", "Infirmière", "Odile Marchand, Fonction")
    assert [words for words in told if words not in lost] == []
    assert "Enfants Adultes Ce qui en reste Enfants" in lost
    asked = section(page, "Ce qui est demandé en plus")
    assert "Nouvelle question Début en mots (facultatif) État (facultatif)" in asked
    assert section(page, "Ce qui sera à corriger") == "Objet : Dix caractères au moins."


def test_moving_keeps_what_it_told(old, draft):
    house = published(old)
    porteur = house.visitor("porteur_projet")
    page = confirm(porteur, draft)
    assert (page.url, "suit maintenant la version plus récente" in page.text, LINE in page.text) == (draft, True, False)
    base = porteur.get(f"{draft}/parties/base/").text
    kept = ("Un objet", 'value="12"', "Odile Marchand", "Nouvelle question")
    assert [words for words in kept if words not in base] == []
    assert [words for words in ("Perdue de vue", "Infirmière", "2026") if words in plain(base)] == []
    assert "Favorable" in porteur.get(f"{draft}/parties/fin/").text
    assert porteur.get(f"{draft}/version").status == 409


def test_the_history_tells_of_the_move_and_of_what_it_lost(old, draft):
    house = published(old)
    porteur = house.visitor("porteur_projet")
    confirm(porteur, draft)
    porteur.answer(draft, "base", {"debut": "Au printemps"})
    page = plain(porteur.get(f"{draft}/changements/").text)
    assert re.search(r"Version du formulaire Nadia Lemoine, le \S+ à \S+ Avant 2026-1 Après 2026-2", page)
    assert re.search(r"Ancienne question [^>]*? Avant Perdue de vue Après \(sans réponse\)", page)
    assert re.search(r"Publics [^>]*? Avant Enfants Adultes Après Enfants", page)
    assert re.search(r"Début en mots [^>]*? Avant \(sans réponse\) Après Au printemps", page)
    assert "Avant 01/02/2026 Après (sans réponse)" in page
    assert page.count("Reprendre la réponse d’avant") == 1


def test_nothing_is_done_where_an_answer_changed_meanwhile(old, draft):
    house = published(old)
    porteur = house.visitor("porteur_projet")
    page = porteur.get(f"{draft}/version")
    porteur.answer(draft, "base", {"ancien": "Retrouvée"})
    again = porteur.post(f"{draft}/version", {"_rev": page.hidden("_rev"), "version": page.hidden("version")})
    assert (again.status, "Rien n’a été fait" in again.text, "Retrouvée" in again.text) == (409, True, True)
    assert "Retrouvée" in porteur.get(f"{draft}/parties/base/").text


@pytest.mark.parametrize("fields", [{}, {"_rev": "1"}, {"_rev": "x", "version": "0" * 64}])
def test_a_forged_confirmation_does_nothing(old, draft, fields):
    porteur = published(old).visitor("porteur_projet")
    porteur.get(draft)
    assert (porteur.post(f"{draft}/version", fields).status, LINE in porteur.get(draft).text) == (409, True)


def test_reserved_answers_stay_veiled(old, draft):
    house = published(old)
    porteur = house.visitor("porteur_projet")
    page = porteur.get(f"{draft}/version")
    assert "1 réponse réservée à d’autres personnes de l’équipe" in section(page, "Ce qui est perdu")
    confirm(porteur, draft)
    porteur.answer(draft, "parole", {"secret": "Rien à cacher"})
    places = ("", "/version", "/changements/", "/parties/parole/", "/verifier")
    pages = "".join(porteur.get(draft + place).text for place in places)
    assert [word for word in (SECRET, CONFIDENCE, page.text) if word in pages] == []
    patient = house.visitor("patient_partenaire")
    assert CONFIDENCE in patient.get(f"{draft}/parties/parole/").text
    history = patient.get(f"{draft}/changements/").text
    assert (SECRET in history, CONFIDENCE in history) == (True, True)


def test_the_veil_outlives_whoever_moved_the_draft(old, draft):
    house = published(old)
    confirm(house.visitor("porteur_projet"), draft)
    with open_session(house.settings.database_url) as session:
        table = metadata.tables["journal_event"]
        session.execute(table.update().values(person_id=None, person_name=None, details=None, salt=None))
        session.commit()
    page = house.visitor("porteur_projet").get(f"{draft}/changements/").text
    assert (SECRET in page, "Une personne de l’équipe" in page) == (False, True)


def test_a_page_drawn_before_still_saves_what_is_asked(old, draft):
    tab = Tab(old.visitor("porteur_projet"), f"{draft}/parties/base/")
    house = published(old)
    confirm(house.visitor("porteur_projet"), draft)
    tab.visitor = late = house.visitor("porteur_projet")
    late.get(draft)
    saved = tab.submit({"objet": "Un objet plus long", "ancien": "Perdue de vue"})
    base = late.get(f"{draft}/parties/base/").text
    assert (saved.status, "Un objet plus long" in base, "Perdue de vue" in base) == (422, True, False)
    assert "ancien" in plain(saved.text)


def test_an_answer_lost_is_not_brought_back_unasked_by_a_page_drawn_before(old, draft):
    tab = Tab(old.visitor("patient_partenaire"), f"{draft}/parties/parole/")
    house = published(old)
    confirm(house.visitor("porteur_projet"), draft)
    tab.visitor = house.visitor("patient_partenaire")
    tab.visitor.get(draft)
    tab.submit({"secret": SECRET, "confidence": CONFIDENCE})
    assert SECRET not in house.visitor("porteur_projet").get(f"{draft}/parties/parole/").text


def test_parts_given_out_stay_given_where_they_still_are(old, draft):
    porteur = old.visitor("porteur_projet")
    page = porteur.get(draft)
    (holder,) = re.findall(r'<option value="(\w+)"[^>]*>[^<]*, patient partenaire</option>', page.text)
    for part in ("annexe", "fin"):
        porteur.post(f"{draft}/confier", {"partie": part, "personne": holder})
    porteur = published(old).visitor("porteur_projet")
    assert "La partie « L’annexe », confiée à" in plain(porteur.get(f"{draft}/version").text)
    confirm(porteur, draft)
    assert plain(porteur.get(draft).text).count("Confiée à") == 1


def test_a_draft_that_moved_is_finalised_in_its_new_version(old, draft):
    house = published(old)
    porteur = house.visitor("porteur_projet")
    confirm(porteur, draft)
    porteur.answer(draft, "base", {"objet": "Un objet plus long", "nouveau": "Oui"})
    page = porteur.get(f"{draft}/verifier")
    document = porteur.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")})
    with open_session(house.settings.database_url) as session:
        versions = session.scalars(select(metadata.tables["submission"].c.version)).all()
    assert (document.url.startswith("/documents/"), list(versions)) == (True, ["2026-2"])
    assert porteur.get(f"{draft}/version").status == 409


def amended(tmp_path: Path, source: str, *changes: tuple[str, str]) -> Path:
    """A folder with the next version of a form, its text changed."""
    form = Path(source)
    text = form.read_text(encoding="utf-8")
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    folder = tmp_path / "amended" / form.parent.name
    folder.mkdir(parents=True)
    (folder / "9.yaml").write_text(text, encoding="utf-8")
    return folder.parent


def test_another_kind_of_document_is_no_newer_version(old, draft, tmp_path):
    wider = amended(tmp_path, f"{OLD}/suivi/2026-1.yaml", ("source: Source d'essai", "access: barometre_commun"))
    porteur = published(old, wider).visitor("porteur_projet")
    assert (LINE in porteur.get(draft).text, porteur.get(f"{draft}/version").status) == (False, 409)


def test_files_are_kept_and_read_as_before(old, draft):
    porteur = old.visitor("porteur_projet")
    section_url = f"{draft}/parties/base/"
    page = porteur.get(section_url)
    file = (BytesIO(PLAN), "plan.pdf")
    data = {"_csrf": porteur.token, "_rev": page.hidden("_rev"), "plan": file}
    porteur.client.post(section_url, data=data, content_type="multipart/form-data")
    house = published(old)
    porteur = house.visitor("porteur_projet")
    confirm(porteur, draft)
    (link,) = porteur.get(section_url).links(r"../../fichiers/\w+")
    download = porteur.client.get(f"{draft}/fichiers/{link.rpartition('/')[2]}")
    assert (download.status_code, download.data) == (200, PLAN)


SOIN = "tests/journeys/forms_sensitive/soin/1.yaml"


def test_sensitive_answers_stay_sealed_lost_or_kept(tmp_path):
    """What was sensitive, what becomes so, and the history of both, under keys that are renewed afterwards."""
    one, two = new_key(), new_key()
    house = found_workshop(tmp_path / "data", Path(SOIN).parents[1], ANSWERS_KEYS=one)
    porteur = house.visitor("porteur_projet")
    draft = begin(porteur, "soin")
    porteur.answer(draft, "base", {"objet": "En clair-91", "maladie": "Rhume-91", "aveu": "Tabac-91"})
    next_one = amended(
        tmp_path,
        SOIN,
        ("      - {name: maladie, kind: text, label: Maladie, personal: sensitive}\n", ""),
        ("label: Objet, required: true", "label: Objet, required: true, personal: sensitive"),
        ("subject: ${objet}", "subject: Soin"),
    )
    house = published(house, next_one, ANSWERS_KEYS=one)
    porteur = house.visitor("porteur_projet")
    assert "Rhume-91" in porteur.get(f"{draft}/version").text
    confirm(porteur, draft)
    assert [word for word in ("En clair-91", "Rhume-91", "Tabac-91") if word in rows(house)] == []
    house = published(house, next_one, ANSWERS_KEYS=f"{two} {one}")
    with house.app.app_context():
        for _ in rekeying.rotate(desk()):
            pass
    house = published(house, next_one, ANSWERS_KEYS=two)
    history = house.visitor("porteur_projet").get(f"{draft}/changements/").text
    assert ("Rhume-91" in history, "En clair-91" in history) == (True, True)


def rows(house: House) -> str:
    """What the tables of answers hold of all drafts."""
    with open_session(house.settings.database_url) as session:
        return "\n".join(str(session.execute(select(table)).all()) for table in (answer, answer_change))


PROFIL = "tests/journeys/forms_consent/profil/1.yaml"


def test_what_a_consent_to_other_words_allowed_is_erased(tmp_path):
    house = found_workshop(tmp_path / "data", Path(PROFIL).parents[1])
    porteur = house.visitor("porteur_projet")
    project = project_of(porteur, begin_fiche(porteur))
    porteur.get(project)
    draft = porteur.post(f"{project}documents", {"formulaire": "profil"}).url
    porteur.answer(draft, "accord", {"accord_sante": "oui"})
    porteur.answer(draft, "page", {"prenom": "Odette-91", "maladie": "Rhume-91"})
    porteur.add_item(draft, "page", "traitement", {"nom_traitement": "Tisane-91"})
    house = published(house, amended(tmp_path, PROFIL, ("dans la mesure que je choisis", "et qu'elles soient lues")))
    porteur = house.visitor("porteur_projet")
    page = porteur.get(f"{draft}/version")
    assert [
        word for word in ("Rhume-91", "Tisane-91", "effacée") if word not in section(page, "Ce qui est perdu")
    ] == []
    confirm(porteur, draft)
    with open_session(house.settings.database_url) as session:
        decisions = list(session.scalars(select(consent.c.given).order_by(consent.c.id)))
    left = [word for word in ("Odette-91", "Rhume-91", "Tisane-91") if word in dump(house)]
    assert (left, decisions) == (["Odette-91"], [True, False])
