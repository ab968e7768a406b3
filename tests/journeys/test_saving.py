"""Answers saved by HTTP, whole page or one by one: nothing typed is lost, nobody is overwritten."""

import re
from dataclasses import dataclass

import pytest

from questionnaire.web.extensions import db
from tests.journeys.house import House, Visitor
from tests.journeys.workshop import (
    Tab,
    begin,
    beside,
    found_workshop,
    let_in,
    plain,
    redrawn,
    status_line,
    ticked,
    title,
    typed,
)
from tests.storage.statements import counted

BOTH = pytest.mark.parametrize("htmx", [False, True], ids=["page", "htmx"])


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture(scope="module")
def paul(house: House) -> Visitor:
    return house.visitor("copilote")


@pytest.fixture
def tab(nadia: Visitor) -> Tab:
    """The first page of a workshop just begun."""
    return Tab(nadia, f"{begin(nadia)}/parties/page/")


@dataclass
class Pair:
    """Two people who opened the same page of one draft."""

    nadia: Tab
    paul: Tab


@pytest.fixture
def pair(nadia: Visitor, paul: Visitor) -> Pair:
    draft = nadia.begin()
    let_in(nadia, draft, paul)
    return Pair(*(Tab(visitor, f"{draft}/parties/identite/") for visitor in (nadia, paul)))


def again(tab: Tab, section: str = "page") -> Tab:
    """The same draft open once more by the same person, perhaps on another part."""
    return Tab(tab.visitor, re.sub(r"parties/\w+/", f"parties/{section}/", tab.url))


# Two people on one draft.


@BOTH
def test_different_answers_of_two_people_both_stand(pair, *, htmx):
    pair.nadia.post({"acronyme": "RETOUR"}, htmx=htmx)
    reply = pair.paul.post({"service": "Neurologie"}, htmx=htmx)
    page = pair.nadia.load()
    assert (reply.status, typed(page, "acronyme"), typed(page, "service")) == (200, "RETOUR", "Neurologie")


def test_untouched_answers_of_an_old_page_leave_what_others_stored(pair):
    pair.nadia.submit({"acronyme": "RETOUR", "service": ""})
    reply = pair.paul.submit({"acronyme": "", "service": "Neurologie"})
    assert (reply.status, pair.nadia.value("acronyme"), pair.nadia.value("service")) == (200, "RETOUR", "Neurologie")


@BOTH
def test_same_answer_given_otherwise_shows_both_and_stores_neither(pair, *, htmx):
    pair.nadia.post({"acronyme": "RETOUR"}, htmx=htmx)
    reply = pair.paul.post({"acronyme": "DOMICILE"}, htmx=htmx)
    shown = plain(reply.text)
    assert (reply.status, "DOMICILE" in shown, "RETOUR" in shown, "Réponse de Nadia Lemoine" in shown) == (
        409,
        True,
        True,
        True,
    )
    assert pair.nadia.value("acronyme") == "RETOUR"


@BOTH
def test_same_answer_given_alike_is_no_conflict(pair, *, htmx):
    pair.nadia.post({"acronyme": "RETOUR"}, htmx=htmx)
    assert pair.paul.post({"acronyme": "RETOUR"}, htmx=htmx).status == 200


def test_rest_of_a_page_in_conflict_is_stored(pair):
    pair.nadia.submit({"acronyme": "RETOUR"})
    reply = pair.paul.submit({"acronyme": "DOMICILE", "service": "Neurologie"})
    assert (reply.status, pair.nadia.value("service")) == (409, "Neurologie")


@pytest.mark.parametrize("kept,other", [("DOMICILE", "RETOUR"), ("RETOUR", "DOMICILE")])
def test_choosing_one_answer_settles_a_conflict(pair, kept, other):
    pair.nadia.submit({"acronyme": "RETOUR"})
    pair.paul.submit({"acronyme": "DOMICILE"})
    reply = pair.paul.submit({"acronyme": kept}, "stay")
    assert (reply.status, typed(reply, "acronyme"), other in plain(reply.text)) == (200, kept, False)


def test_choice_between_two_answers_offers_both_as_they_would_be_posted(pair):
    pair.nadia.submit({"date_debut": "2026-05-04", "domaines": ["", "soins", "recherche"]})
    page = pair.paul.submit({"date_debut": "5/5/2026", "domaines": ["", "soins"]})
    offered = re.findall(r'type="radio" name="(\w+)" value="([^"]*)"', page.text)
    assert offered == [
        ("date_debut", "05/05/2026"),
        ("date_debut", "04/05/2026"),
        ("domaines", "soins"),
        ("domaines", "soins recherche"),
    ]


def test_keeping_ones_answer_posts_it_from_the_newest_revision(pair):
    pair.nadia.leave_field({"acronyme": "RETOUR"})
    reply = pair.paul.leave_field({"acronyme": "DOMICILE"})
    newest = re.findall(r'hx-vals=\'\{"_rev": "(\d+)"\}\'', reply.text)
    settled = pair.paul.visitor.autosave(pair.paul.url, newest[0], {"acronyme": "DOMICILE"})
    assert (settled.status, pair.nadia.value("acronyme")) == (200, "DOMICILE")


def test_third_answer_meanwhile_is_asked_about_again(pair):
    pair.nadia.submit({"acronyme": "RETOUR"})
    pair.paul.submit({"acronyme": "DOMICILE"})
    again(pair.nadia, "identite").submit({"acronyme": "MAISON"})
    reply = pair.paul.submit({"acronyme": "DOMICILE"}, "stay")
    assert (reply.status, "MAISON" in plain(reply.text)) == (409, True)


@BOTH
def test_answer_emptied_here_and_changed_there_is_asked_about(pair, *, htmx):
    pair.nadia.submit({"acronyme": "RETOUR"})
    pair.nadia.load()
    pair.paul.load()
    pair.nadia.post({"acronyme": "MAISON"}, htmx=htmx)
    reply = pair.paul.post({"acronyme": ""}, htmx=htmx)
    assert (reply.status, "(sans réponse)" in plain(reply.text)) == (409, True)


def test_zero_and_blank_are_different_answers(tab):
    other = again(tab)
    tab.leave_field({"nombre": "0"})
    assert (typed(other.load(), "nombre"), tab.leave_field({"nombre": ""}).status) == ("0", 200)
    assert other.value("nombre") == ""


def test_page_goes_on_after_its_own_answers_although_others_wrote(pair):
    pair.nadia.leave_field({"service": "Neurologie"})
    replies = [pair.paul.leave_field({"acronyme": text}) for text in ("R", "RE", "RET")]
    assert ([reply.status for reply in replies], pair.paul.rev) == ([200, 200, 200], "0;acronyme=4")


def test_page_that_stored_its_own_answer_still_does_not_know_those_of_others(pair):
    pair.paul.leave_field({"service": "Cardiologie"})
    pair.nadia.leave_field({"acronyme": "RETOUR"})
    pair.nadia.leave_field({"titre": "Préparer ensemble le retour"})
    assert pair.paul.leave_field({"acronyme": "DOMICILE"}).status == 409


# What a page cannot have, or cannot be.


@BOTH
@pytest.mark.parametrize("rev", ["", "n'importe quoi", "-1", "1;x"])
def test_page_without_a_revision_is_told_to_load_again(tab, rev, *, htmx):
    tab.rev = rev
    reply = tab.visitor.autosave(tab.url, rev, {"sujet": "x"}) if htmx else tab.submit({"sujet": "x"})
    assert (reply.status, "Rechargez-la avant de continuer." in plain(reply.text)) == (422 if htmx else 409, True)
    assert again(tab).value("sujet") == ""


@BOTH
@pytest.mark.parametrize(
    "field,said",
    [
        ("inconnu", "Le formulaire n’a pas de question « inconnu »."),
        ("rythme", "Cette page n’a pas de question « rythme »."),
        ("double", "Cette page n’a pas de question « double »."),
        ("invite[forge].nom", "Cette page n’a pas de question « invite[forge].nom »."),
        ("a b", "« a b » n’est pas le nom d’une question."),
        ("chef", "La réponse à « Responsable » ne peut pas être changée ici."),
    ],
)
def test_field_that_the_page_cannot_have_is_told_and_the_rest_saved(tab, field, said, *, htmx):
    reply = tab.post({field: "pirate", "sujet": "Le repas"}, htmx=htmx)
    assert (reply.status, said in plain(reply.text), "pirate" in reply.text) == (422, True, False)
    assert tab.value("sujet") == "Le repas"


@BOTH
def test_item_with_a_forged_key_is_told_and_the_rest_saved(tab, *, htmx):
    guests = again(tab, "invites")
    guests.submit({}, "add:invite")
    path = re.findall(r'value="close:([^"]+)"', guests.page.text)[0]
    reply = guests.post({"invite[forge].nom": "pirate", f"{path}.nom": "Ana"}, htmx=htmx)
    assert (reply.status, "Cet élément n’existe pas. Rechargez la page." in plain(reply.text)) == (422, True)
    assert typed(guests.load(f"?ouvert={path}"), f"{path}.nom") == "Ana"


@BOTH
def test_finalised_document_takes_no_answer(nadia, *, htmx):
    draft = begin(nadia)
    tab = Tab(nadia, f"{draft}/parties/page/")
    tab.submit({"sujet": "Le repas"})
    page = nadia.get(f"{draft}/verifier")
    nadia.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")})
    reply = tab.post({"sujet": "Autre chose"}, htmx=htmx)
    said = "Ce document est finalisé : ses réponses ne peuvent plus être changées."
    assert (reply.status, said in plain(reply.text)) == (422 if htmx else 409, True)


@BOTH
def test_stranger_saves_nothing(house, tab, *, htmx):
    stranger = house.visitor("qualite")
    fields = {"_rev": tab.rev, "sujet": "pirate"}
    reply = stranger.post(tab.url, fields, headers={"HX-Request": "true"} if htmx else {})
    assert (reply.status, tab.value("sujet")) == (422 if htmx else 403, "")


# Answers that are kept although they do not fit.


@BOTH
@pytest.mark.parametrize(
    "name,text,said",
    [
        ("nombre", "douze", "Écrivez un nombre entier, par exemple 12."),
        ("nombre", "21", "Indiquez au plus 20."),
        ("nombre", "0", "Indiquez au moins 1."),
        (
            "jour",
            "31/02/2026",
            "Le 31/02/2026 n’existe pas dans le calendrier. Vérifiez le jour, le mois et l’année.",
        ),
        (
            "jour",
            "demain",
            "Écrivez une date sous la forme jj/mm/aaaa, par exemple 03/02/2026.",
        ),
        ("sujet", "m" * 41, "Ce texte dépasse de 1 caractère la longueur possible (40 caractères)."),
    ],
)
def test_answer_that_does_not_fit_is_kept_as_typed_with_its_reason_beside(tab, name, text, said, *, htmx):
    reply = tab.post({name: text}, htmx=htmx)
    assert (reply.status, beside(reply, f"q-{name}")) == (422, said)
    page = tab.load()
    assert (typed(page, name), beside(page, f"q-{name}")) == (text, said)


def test_page_that_is_refused_keeps_what_was_typed_and_says_that_it_is_saved(tab):
    page = tab.submit({"nombre": "douze", "jour": "demain", "lieu": "Salle 3"})
    assert (page.status, typed(page, "nombre"), typed(page, "jour"), typed(page, "lieu")) == (
        422,
        "douze",
        "demain",
        "Salle 3",
    )
    assert "2 réponses sont à revoir Vos réponses sont enregistrées." in plain(page.text)


@BOTH
@pytest.mark.parametrize(
    "fields,said",
    [
        ({"suite": "peut-être"}, "Choisissez une réponse de la liste."),
        ({"aides": ["", "massage"]}, "Choisissez une réponse de la liste."),
        (
            {"aides": ["", "lecture", "aucune"]},
            "La réponse « Aucune » ne peut pas être cochée avec d’autres réponses.",
        ),
    ],
)
def test_option_not_offered_is_refused_beside_the_question(tab, fields, said, *, htmx):
    reply = tab.post(fields, htmx=htmx)
    assert (reply.status, beside(reply, f"q-{next(iter(fields))}")) == (422, said)


@BOTH
def test_option_that_another_answer_takes_away_is_refused(tab, *, htmx):
    tab.submit({"court": "oui"})
    tab.load()
    reply = tab.post({"etape": ["", "a"]}, htmx=htmx)
    said = "Cette réponse n’est plus proposée. Choisissez-en une autre."
    assert (reply.status, beside(reply, "q-etape")) == (422, said)


def test_page_offers_only_the_options_that_are_left(tab):
    tab.submit({"court": "oui"})
    assert re.findall(r'type="radio"[^>]*name="etape" value="(\w+)"', tab.load().text) == ["b"]


@BOTH
def test_answer_to_a_hidden_question_is_kept_and_told(tab, *, htmx):
    reply = tab.post({"motif": "Trop tôt"}, htmx=htmx)
    said = "Cette question n’est plus posée. Votre réponse est gardée dans le brouillon."
    assert (reply.status, said in plain(reply.text)) == (422, True)
    tab.submit({"suite": "non"})
    assert tab.value("motif") == "Trop tôt"


@pytest.mark.parametrize("htmx", [False, True], ids=["page", "htmx"])
def test_answer_to_a_hidden_page_is_kept_and_told(tab, *, htmx):
    tab.submit({"suite": "oui"})
    late = again(tab, "page_suite")
    tab.load()
    tab.submit({"suite": "non"})
    reply = late.post({"rythme": "Chaque mois"}, htmx=htmx)
    said = "Cette question n’est plus posée. Votre réponse est gardée dans le brouillon."
    assert (reply.status, said in plain(reply.text)) == (422, True)
    tab.load()
    tab.submit({"suite": "oui"})
    assert late.value("rythme") == "Chaque mois"


def test_missing_answers_are_not_scolded_about_while_filling(tab):
    page = tab.submit({"lieu": "Salle 3"})
    assert (page.status, title(page)) == (200, "Invités")


# Whole pages.


def test_boxes_left_unticked_are_blanked(tab):
    tab.submit({"aides": ["", "lecture"], "lu": ["", "OK"]})
    page = tab.load()
    assert (ticked(page, "aides"), ticked(page, "lu")) == (["lecture"], ["OK"])
    tab.submit({"aides": "", "lu": ""})
    page = tab.load()
    assert (ticked(page, "aides"), ticked(page, "lu")) == ([], [])


def test_page_posts_every_box_even_unticked(tab):
    blanks = re.findall(r'<input type="hidden" name="(\w+)" value="">', tab.page.text)
    assert blanks == ["suite", "aides", "lu", "court", "etape"]


def test_field_emptied_does_not_get_its_first_value_back(tab):
    assert typed(tab.page, "lieu") == "Salle de réunion"
    tab.submit({"lieu": ""})
    assert tab.value("lieu") == ""


def test_first_value_posted_untouched_is_not_an_answer(tab):
    tab.submit({"lieu": "Salle de réunion"})
    assert tab.load().hidden("_rev") == "0"


@pytest.mark.parametrize(
    "action,where",
    [("next", "Invités"), ("stay", "Préparer"), ("leave", "Atelier"), ("inconnue", "Invités")],
)
def test_button_leads_where_it_says(tab, action, where):
    assert title(tab.submit({"sujet": "Le repas"}, action)) == where


def test_last_page_on_the_path_leads_to_the_review(tab):
    tab.submit({"suite": "oui"})
    assert title(again(tab, "invites").submit({})) == "La suite"
    assert title(again(tab, "page_suite").submit({})) == "Vérifier mes réponses"


def test_page_of_a_part_that_is_not_asked_does_not_exist(tab):
    page = tab.visitor.get(tab.url.replace("/page/", "/page_suite/"))
    assert (page.status, title(page)) == (404, "Partie introuvable")


# One answer at a time.


def test_autosave_says_when_it_was_saved(tab):
    reply = tab.leave_field({"sujet": "Le repas"})
    assert (reply.status, re.sub(r"\d\d:\d\d", "hh:mm", status_line(reply))) == (200, "Enregistré à hh:mm")


def test_autosave_redraws_what_changed_and_never_the_field_left(tab):
    tab.leave_field({"sujet": "Le repas"})
    assert redrawn(tab.leave_field({"suite": ["", "non"]})) == ["rev", "q-suite-error", "question-motif"]
    assert redrawn(tab.leave_field({"nombre": "4"})) == ["rev", "q-nombre-error", "question-double"]
    assert redrawn(tab.leave_field({"court": ["", "oui"]})) == ["rev", "q-court-error", "question-etape"]


def test_autosave_redraws_the_list_of_parts_when_their_state_changes(tab):
    assert redrawn(tab.leave_field({"sujet": "Le repas"})) == ["rev", "q-sujet-error", "parts"]
    assert redrawn(tab.leave_field({"sujet": "Le goûter"})) == ["rev", "q-sujet-error"]


@pytest.mark.parametrize(
    "fields", [{"sujet": "x"}, {"nombre": "douze"}, {"aides": ["", "lecture"]}, {"lu": ["", "OK"]}, {"lieu": ""}]
)
def test_autosave_never_sends_the_control_of_the_field_left(tab, fields):
    reply = tab.leave_field(fields)
    assert [name for name in fields if f'name="{name}"' in reply.text] == []


def test_autosave_takes_away_a_reason_that_no_longer_holds(tab):
    tab.leave_field({"nombre": "douze"})
    assert beside(tab.leave_field({"nombre": "12"}), "q-nombre") == ""


def test_autosave_of_an_unchanged_answer_stores_nothing(tab):
    tab.leave_field({"sujet": "Le repas"})
    reply = tab.leave_field({"sujet": "Le repas"})
    assert (reply.status, tab.rev) == (200, "1")


# What saving costs.

MOST = 8


def sent(house: House, act) -> list[str]:
    """The statements of an act."""
    with house.app.app_context():
        engine = db.engine
    with counted(engine) as statements:
        assert act().status == 200
    return statements


@pytest.fixture
def big(tmp_path) -> tuple[House, Visitor, str]:
    """A form of 300 questions, and 100 more in each of 20 items."""
    lines = "\n".join(f"      - {{name: q{rank}, kind: text, label: Q{rank}}}" for rank in range(300))
    inner = "\n".join(f"          - {{name: i{rank}, kind: text, label: I{rank}}}" for rank in range(100))
    repeat = f"      - name: liste\n        kind: repeat\n        label: L\n        questions:\n{inner}\n"
    folder = tmp_path / "forms" / "grand"
    folder.mkdir(parents=True)
    head = "form: grand\ntitle: Grand\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    (folder / "1.yaml").write_text(f"{head}{lines}\n{repeat}")
    house = found_workshop(tmp_path / "data", tmp_path / "forms")
    porteur = house.visitor("porteur_projet")
    return house, porteur, begin(porteur, "grand")


def test_autosave_takes_few_statements(house, tab):
    first = sent(house, lambda: tab.leave_field({"sujet": "Le repas"}))
    later = sent(house, lambda: tab.leave_field({"sujet": "Le goûter"}))
    assert (len(first), len(later)) == (6, 6)


def test_autosave_on_a_page_that_others_changed_takes_few_statements(house, pair):
    pair.nadia.leave_field({"acronyme": "RETOUR"})
    assert len(sent(house, lambda: pair.paul.leave_field({"service": "Neurologie"}))) <= MOST


def test_statements_do_not_grow_with_the_form(big):
    house, porteur, draft = big
    tab = Tab(porteur, f"{draft}/parties/page/")
    for _ in range(20):
        tab.submit({}, "add:liste")
    path = re.findall(r'value="close:(liste\[\w+\])"', tab.page.text)[0]
    tab.submit({f"q{rank}": "x" for rank in range(300)} | {f"{path}.i{rank}": "x" for rank in range(100)})
    tab.load(f"?ouvert={path}")
    one = sent(house, lambda: tab.leave_field({"q7": "y"}))
    inside = sent(house, lambda: tab.leave_field({f"{path}.i7": "y"}))
    page = sent(house, lambda: tab.visitor.get(tab.url))
    assert (len(one), len(inside), len(page)) == (6, 6, 3)


def test_whole_page_takes_as_few_statements_as_one_answer(big):
    house, porteur, draft = big
    tab = Tab(porteur, f"{draft}/parties/page/")
    fields = {"_rev": tab.rev, "_csrf": porteur.token, **{f"q{rank}": "x" for rank in range(300)}}
    with house.app.app_context():
        engine = db.engine
    with counted(engine) as statements:
        assert porteur.client.post(tab.url, data=fields).status_code == 302
    assert len(statements) == 6


def test_page_takes_three_statements_and_two_while_no_answer_changes(house, tab):
    tab.leave_field({"sujet": "Le repas"})
    assert (len(sent(house, tab.load)), len(sent(house, tab.load))) == (3, 2)


def test_page_read_again_shows_what_others_stored_meanwhile(pair):
    pair.nadia.load()
    pair.paul.leave_field({"service": "Neurologie"})
    assert 'value="Neurologie"' in pair.nadia.load().text
