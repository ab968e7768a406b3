"""« Rempli avec l'aide de » and « Qui a rempli quoi »: told in the draft, printed for good."""

import json
import re

import pytest

from questionnaire.documents.attached import read_attachments
from questionnaire.journeys.papers.redrawing import is_redrawn
from tests.journeys.house import House, Visitor
from tests.journeys.together import begin_letter, bring, found_letters
from tests.journeys.workshop import plain
from tests.pdf_validation import text_of


@pytest.fixture
def house(tmp_path) -> House:
    return found_letters(tmp_path)


@pytest.fixture
def draft(porteur: Visitor) -> str:
    url = begin_letter(porteur)
    porteur.answer(url, "mission", {"objet": "Relire les livrets"})
    return url


def tell(visitor: Visitor, draft: str, who: str, *how: str):
    visitor.get(draft)
    return visitor.post(f"{draft}/aide", {"qui": who, "comment": list(how)})


def told(visitor: Visitor, url: str) -> list[str]:
    return [plain(line) for line in re.findall(r'<li class="remark"><p>(.*?)</p>', visitor.get(url).text)]


def finalised(house: House, porteur: Visitor, draft: str) -> tuple[str, bytes]:
    """The address of the document, and its PDF as drawn."""
    review = porteur.get(f"{draft}/verifier")
    page = porteur.post(f"{draft}/finaliser", {"_rev": review.hidden("_rev")})
    house.work()
    url = page.url.rstrip("/")
    return url, porteur.client.get(f"{url}/fichier.pdf").get_data()


def test_help_is_told_on_the_list_of_parts_and_on_the_review(porteur, draft):
    tell(porteur, draft, "  Claire   Petit, assistante sociale ", "saisie", "lecture")
    tell(porteur, draft, "Un interprète", "reformulation")
    expected = ["Claire Petit, assistante sociale (lecture, saisie)", "Un interprète (reformulation)"]
    assert (told(porteur, draft), told(porteur, f"{draft}/verifier")) == (expected, expected)


def test_help_is_taken_back(porteur, draft):
    page = tell(porteur, draft, "Un interprète", "lecture")
    told_id = re.findall(r'name="retirer" value="(\w+)"', page.text)[0]
    porteur.post(f"{draft}/aide", {"retirer": told_id})
    assert told(porteur, draft) == []


@pytest.mark.parametrize(
    "who, how, said",
    [
        ("", ["lecture"], "Écrivez le nom ou la fonction"),
        ("Claire", [], "Cochez au moins une façon d’aider."),
        ("Claire", ["tout"], "Cochez au moins une façon d’aider."),
        ("x" * 121, ["lecture"], "120 caractères au plus"),
    ],
)
def test_help_that_says_too_little_comes_back_with_the_reason(porteur, draft, who, how, said):
    page = tell(porteur, draft, who, *how)
    assert (page.status, said in page.text, f'value="{who}"' in page.text) == (422, True, True)
    assert told(porteur, draft) == []


def test_readers_outside_of_the_team_tell_nothing(house, draft):
    referent = house.visitor("referent_partenariat")
    assert tell(referent, draft, "Claire", "lecture").status == 403


def test_a_finalised_document_shows_who_helped_and_takes_no_more(house, porteur, draft):
    tell(porteur, draft, "Claire Petit", "saisie")
    url, _ = finalised(house, porteur, draft)
    page = porteur.get(url)
    assert ("Rempli avec l’aide de" in page.text, "Claire Petit (saisie)" in page.text) == (True, True)
    assert tell(porteur, draft, "Un autre", "lecture").status == 409


def test_paper_tells_who_filled_what_and_who_helped(house, porteur, draft):
    patient = house.visitor("patient_partenaire")
    bring(porteur, draft, patient, "patient_partenaire")
    patient.answer(draft, "souhaits", {"souhait": "Venir le matin"})
    porteur.answer(draft, "souhaits", {"souhait": "Venir le matin, tôt"})
    tell(patient, draft, "Claire Petit", "saisie", "reformulation")
    _, pdf = finalised(house, porteur, draft)
    words = plain(text_of(pdf, "-layout"))
    assert re.search(
        r"Qui a rempli quoi Partie Remplie par Dernier changement "
        r"La mission Nadia Lemoine \d\d/\d\d/\d{4} Les souhaits Nadia Lemoine, Odette Vasseur \d\d/\d\d/\d{4} "
        r"Rempli avec l’aide de : Claire Petit \(saisie, reformulation\)\.",
        words,
    ), words
    assert words.index("Qui a rempli quoi") < words.index("Signatures")
    assert is_redrawn(pdf) is True


def test_attached_answers_carry_the_trail_that_the_pages_show(house, porteur, draft):
    _, pdf = finalised(house, porteur, draft)
    trail = json.loads(read_attachments(pdf)["reponses.json"])["issue"]["trail"]
    assert ([filling["section"] for filling in trail["fillings"]], trail["helpers"]) == (["mission"], [])
