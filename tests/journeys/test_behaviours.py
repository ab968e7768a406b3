"""What an answer changes elsewhere, page after page without any script: the behaviours that every form may count on."""

import re

import pytest

from questionnaire.cli.runner import workshop
from questionnaire.journeys.papers.producing import work_once
from questionnaire.storage.database import open_session
from tests.journeys.house import Fields, House, Page, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, beside, found_workshop, plain, title, typed
from tests.pdf_validation import text_of as pdf_words

LONG: Fields = {"voie": "longue", "moyen": "avion", "budget": "100"}
DETOUR: Fields = {"etape": "Lyon", "cout": "80", "places": "3"}


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_behaviours"))


@pytest.fixture(scope="module")
def porteur(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return begin(porteur, "parcours")


def fill(porteur: Visitor, draft: str, **pages: Fields) -> None:
    for name, fields in pages.items():
        assert porteur.answer(draft, name, fields).status == 200


def review(porteur: Visitor, draft: str) -> str:
    return plain(porteur.get(f"{draft}/verifier").text).replace("\u00a0", " ")


def finish(porteur: Visitor, draft: str) -> Page:
    page = porteur.get(f"{draft}/verifier")
    return porteur.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")})


def paper(house: House, porteur: Visitor, draft: str) -> str:
    """The words of the document."""
    url = finish(porteur, draft).url
    assert url.startswith("/documents/"), url
    with open_session(house.settings.database_url) as session:
        place = workshop(house.settings, session)
        while work_once(place):
            pass
    found = porteur.client.get(f"{url.rstrip('/')}/fichier.pdf")
    assert found.mimetype == "application/pdf"
    return pdf_words(found.data)


def add_line(porteur: Visitor, draft: str, group: str, fields: dict[str, str]) -> str:
    """Add a line to a table and answer in it; its path."""
    page = Tab(porteur, f"{draft}/parties/depenses/").submit({}, f"add:{group}")
    path = str(re.findall(rf'value="remove:({group}\[\w+\])"', page.text)[-1])
    porteur.answer(draft, "depenses", {f"{path}.{name}": value for name, value in fields.items()})
    return path


def test_answers_off_the_path_count_nowhere_and_come_back_with_it(house, porteur, draft):
    fill(porteur, draft, depart=LONG, detour=DETOUR)
    assert "80" in plain(porteur.get(f"{draft}/parties/arrivee/").text)
    assert "Étape Lyon" in review(porteur, draft)
    fill(porteur, draft, depart={"voie": "courte", "moyen": "train"})
    arrival = plain(porteur.get(f"{draft}/parties/arrivee/").text)
    assert ("Lyon" in arrival, "Lyon" in review(porteur, draft)) == (False, False)
    fill(porteur, draft, depart={"voie": "longue"})
    assert [typed(porteur.get(f"{draft}/parties/detour/"), name) for name in ("etape", "cout")] == ["Lyon", "80"]
    fill(porteur, draft, depart={"voie": "courte"})
    words = paper(house, porteur, draft)
    assert ("Lyon" in words, "80,00" in words) == (False, False)


def test_an_option_that_is_gone_does_not_count_and_is_asked_anew(porteur, draft):
    fill(porteur, draft, depart=LONG)
    porteur.answer(draft, "depart", {"voie": "courte"})
    assert "Cette réponse n’est plus proposée" in review(porteur, draft)
    assert finish(porteur, draft).status == 422


def test_an_early_answer_changed_opens_again_the_part_that_depends_on_it(porteur, draft):
    fill(porteur, draft, depart={"voie": "courte", "aides": ["guide"]}, depenses={}, arrivee={})
    assert "Le détour" not in plain(porteur.get(draft).text)
    fill(porteur, draft, depart={"voie": "longue"})
    page = plain(porteur.get(draft).text)
    assert "Le détour" in page
    assert re.findall("Il reste[^.]*nécessaire", page.replace("\u00a0", " ")) == ["Il reste 1 réponse nécessaire"]


def test_a_limit_that_another_answer_moves_is_checked_again_at_the_end(porteur, draft):
    fill(porteur, draft, depart=LONG, detour=DETOUR)
    fill(porteur, draft, depart={"budget": "50"})
    end = finish(porteur, draft)
    assert (end.status, "Indiquez au plus 50" in plain(end.text).replace("\u00a0", " ")) == (422, True)


def test_a_page_off_the_path_is_neither_opened_nor_posted_to(porteur, draft):
    fill(porteur, draft, depart={"voie": "courte"})
    assert porteur.get(f"{draft}/parties/detour/").status == 404
    porteur.get(draft)
    refused = porteur.post(f"{draft}/parties/detour/", {"_rev": "1", "etape": "Forcée"})
    assert refused.status in {404, 409, 422}
    assert "Forcée" not in review(porteur, draft)


def test_all_mistakes_of_a_page_are_said_at_once(porteur, draft):
    fill(porteur, draft, depart=LONG)
    page = Tab(porteur, f"{draft}/parties/detour/")
    reply = page.submit({"etape": "Lyon", "cout": "0,4", "places": "12"})
    assert reply.status == 422
    assert beside(reply, "q-cout").replace("\u00a0", " ") == "Indiquez au moins 0,5."
    assert beside(reply, "q-places") == "Indiquez au plus 9."
    assert "2 réponses sont à revoir" in plain(reply.text)


def test_an_exclusive_option_stands_alone_without_script(porteur, draft):
    page = Tab(porteur, f"{draft}/parties/depart/")
    reply = page.submit({"voie": "longue", "aides": ["guide", "aucune"]})
    assert (reply.status, "ne peut pas être cochée avec d’autres réponses" in reply.text) == (422, True)


def test_the_text_of_autre_is_asked_for_and_dropped_once_unticked(house, porteur, draft):
    fill(porteur, draft, depart={"voie": "courte", "aides": ["autre"]})
    end = finish(porteur, draft)
    assert (end.status, "Précisez" in plain(end.text)) == (422, True)
    fill(porteur, draft, depart={"aides": ["autre"], "aides_autre": "Une carte"})
    assert "Une carte" in review(porteur, draft)
    fill(porteur, draft, depart={"aides": ["guide"]})
    assert "Une carte" not in review(porteur, draft)
    assert "Une carte" not in paper(house, porteur, draft)


def test_zero_is_an_answer_and_blank_is_none(porteur, draft):
    fill(porteur, draft, depart={"voie": "courte", "budget": "0"})
    assert "Pourquoi gratuit" in plain(porteur.get(f"{draft}/parties/arrivee/").text)
    assert "Budget 0" in review(porteur, draft)
    porteur.answer(draft, "depart", {"budget": ""})
    assert "Pourquoi gratuit" not in plain(porteur.get(f"{draft}/parties/arrivee/").text)
    assert "Budget Sans réponse" in review(porteur, draft)


def test_lines_of_tables_are_added_and_summed_across_parts(house, porteur, draft):
    fill(porteur, draft, depart=LONG, detour=DETOUR)
    add_line(porteur, draft, "achat", {"quoi": "Billets", "prix": "10,5"})
    add_line(porteur, draft, "achat", {"quoi": "Repas", "prix": "4,5"})
    add_line(porteur, draft, "personne", {"qui": "Ana", "paye": "5"})
    assert "100" in plain(porteur.get(f"{draft}/parties/arrivee/").text)
    words = paper(house, porteur, draft)
    assert [word in words for word in ("Billets", "Repas", "Ana", "100")] == [True] * 4


def test_an_item_taken_away_takes_its_answers_and_nothing_else(porteur, draft):
    fill(porteur, draft, depart={"voie": "courte"})
    first = add_line(porteur, draft, "achat", {"quoi": "Billets", "prix": "10"})
    add_line(porteur, draft, "achat", {"quoi": "Repas", "prix": "4"})
    page = Tab(porteur, f"{draft}/parties/depenses/").submit({}, f"remove:{first}")
    porteur.post(page.url, {})
    said = review(porteur, draft)
    assert ("Billets" in said, "Repas" in said) == (False, True)
    assert "4" in plain(porteur.get(f"{draft}/parties/arrivee/").text)


def test_a_change_leads_back_to_the_same_place_of_the_summary(porteur, draft):
    fill(porteur, draft, depart=LONG, detour=DETOUR)
    (link,) = [each for each in porteur.get(f"{draft}/verifier").links(r"[^\"]+#q-cout") if "/parties/" in each]
    page = porteur.get(link)
    assert "Revenir à la vérification" in page.text
    fields = {"_rev": page.hidden("_rev"), "_back": page.hidden("_back"), "cout": "60"}
    answer = porteur.post(f"{draft}/parties/detour/", fields, follow=False)
    assert answer.response.location == f"{draft}/verifier#r-q-cout"
    assert 'id="r-q-cout"' in porteur.get(f"{draft}/verifier").text


def test_a_mistake_made_on_the_way_keeps_the_way_back(porteur, draft):
    fill(porteur, draft, depart=LONG, detour=DETOUR)
    page = porteur.get(f"{draft}/parties/detour/?retour=cout")
    wrong = porteur.post(f"{draft}/parties/detour/", {"_rev": page.hidden("_rev"), "_back": "cout", "cout": "500"})
    assert (wrong.status, wrong.hidden("_back")) == (422, "cout")


@pytest.mark.parametrize("place", ["//evil.example", "x y", "cout]", '"><script>'])
def test_the_way_back_is_never_one_that_the_page_was_told(porteur, draft, place):
    fill(porteur, draft, depart={"voie": "courte"})
    page = porteur.get(f"{draft}/parties/depart/?retour={place}")
    assert "_back" not in page.response.text


def test_what_was_typed_is_words_everywhere(house, porteur, draft):
    bad = '<img src=x onerror=alert(1)> & "guillemets"'
    fill(porteur, draft, depart=LONG, detour={"etape": bad})
    for url in (f"{draft}/parties/arrivee/", f"{draft}/parties/detour/", f"{draft}/verifier", draft):
        assert "<img" not in porteur.get(url).response.text
    assert bad in paper(house, porteur, draft).replace("\n", " ")


def test_the_way_in_is_the_first_part_that_is_not_done(porteur, draft):
    assert title(porteur.get(porteur.get(draft).links(rf"{draft}/parties/\w+/")[0])) == "Le départ"
    fill(porteur, draft, depart={"voie": "longue"})
    going_on = re.findall(r'class="button[^"]*" href="([^"]+)"', porteur.get(draft).text)
    assert f"{draft}/parties/detour/" in going_on
