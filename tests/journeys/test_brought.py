"""A draft filled from a file: each answer looked at before it is saved, nothing else changed, nothing forced."""

import json
from io import BytesIO

import pytest

from questionnaire.journeys.drafting.answers_read import LARGEST, UnreadableFile, read_file
from questionnaire.spec import load
from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import FORMS, begin, found_workshop, plain, typed


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_kinds"))


@pytest.fixture
def porteur(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return begin(porteur, "demande")


def bring(visitor: Visitor, draft: str, name: str, content: bytes | str) -> Page:
    """Choose a file; the page that shows what is in it."""
    visitor.get(f"{draft}/remplir")
    data = {
        "_csrf": visitor.token,
        "fichier": (BytesIO(content.encode() if isinstance(content, str) else content), name),
    }
    return Page(visitor.client.post(f"{draft}/remplir", data=data, follow_redirects=True))


def accept(visitor: Visitor, draft: str, page: Page) -> Page:
    return visitor.post(f"{draft}/remplir/garder", {"_contenu": page.hidden("_contenu")})


def answers(visitor: Visitor, draft: str) -> list[str]:
    page = visitor.get(f"{draft}/parties/besoin/")
    return [typed(page, name) for name in ("titre", "jour", "prive")]


@pytest.mark.parametrize(
    "name, content",
    [
        ("a.csv", "titre;jour;prive\nLivret;1/12/2026;Merci\n"),
        ("a.csv", "Titre du projet,Pour quel jour,Remarques\nLivret,2026-12-01,Merci\n"),
        ("a.csv", "question\tréponse\ntitre\tLivret\njour\t01/12/2026\nprive\tMerci\n"),
        ("a.csv", "titre;jour;prive\nLivret;1/12/2026;Merci\n".encode("utf-8-sig")),
        ("a.json", json.dumps({"titre": "Livret", "jour": "2026-12-01", "prive": "Merci"})),
        (
            "a.json",
            json.dumps({"answers": {"titre": "Livret", "jour": "2026-12-01", "prive": "Merci"}}),
        ),
    ],
)
def test_a_file_is_shown_then_saved(porteur, draft, name, content):
    page = bring(porteur, draft, name, content)
    assert "3 réponses seront reprises" in plain(page.text)
    assert "01/12/2026" in page.text
    assert answers(porteur, draft)[:2] == ["", ""]
    end = accept(porteur, draft, page)
    assert "3 réponses reprises du fichier." in plain(end.text)
    assert answers(porteur, draft) == ["Livret", "01/12/2026", "Merci"]


def test_an_accent_of_another_encoding_is_read(porteur, draft):
    page = bring(porteur, draft, "a.csv", "titre;prive\nÉté;Très bien\n".encode("cp1252"))
    accept(porteur, draft, page)
    assert answers(porteur, draft)[::2] == ["Été", "Très bien"]


def test_options_are_known_by_name_or_label(porteur, draft):
    accept(porteur, draft, bring(porteur, draft, "a.csv", "appui;titre\nFormation;x\n"))
    assert 'value="formation" checked' in porteur.get(f"{draft}/parties/besoin/").text


def test_what_cannot_be_taken_is_said_and_the_rest_is(porteur, draft):
    page = bring(porteur, draft, "a.csv", "titre;jour;appui;inconnue\nLivret;31/02/2026;Argent;x\n")
    said = plain(page.text).replace("\u00a0", " ")
    assert "n’existe pas dans le calendrier" in said
    assert "Choisissez une réponse de la liste" in said
    assert "« inconnue » : le formulaire n’a pas de question de ce nom." in said
    accept(porteur, draft, page)
    assert answers(porteur, draft)[:2] == ["Livret", ""]


def test_answers_that_are_there_already_are_counted_and_left(porteur, draft):
    porteur.answer(draft, "besoin", {"titre": "Livret", "prive": "À garder"})
    page = bring(porteur, draft, "a.csv", "titre;jour\nLivret;01/12/2026\n")
    assert "1 réponse est déjà celle du document" in plain(page.text)
    accept(porteur, draft, page)
    assert answers(porteur, draft) == ["Livret", "01/12/2026", "À garder"]


def test_a_newer_answer_of_somebody_else_is_not_replaced(porteur, draft):
    page = bring(porteur, draft, "a.csv", "titre;prive\nDu fichier;Du fichier\n")
    porteur.answer(draft, "besoin", {"titre": "Entre-temps"})
    end = accept(porteur, draft, page)
    assert "1 réponse reprise du fichier. 1 réponse n’a pas été remplacée" in plain(end.text)
    assert answers(porteur, draft)[::2] == ["Entre-temps", "Du fichier"]


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("a.csv", "", "Choisissez un fichier"),
        ("a.json", "{", "pas du JSON"),
        ("a.json", "[1]", "ne contient pas de réponses"),
        ("a.json", "[" * 100_000, "pas du JSON"),
        ("a.csv", "titre;jour\na;b\nc;d\n", "3 lignes"),
        ("a.csv", b"PK\x03\x04\x00\x00", "pas un texte"),
    ],
)
def test_a_file_that_holds_no_answers_is_refused_in_words(porteur, draft, name, content, said):
    page = bring(porteur, draft, name, content)
    assert (page.status, said in page.text) == (422, True)


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    form = load(FORMS.with_name("forms_kinds") / "demande" / "2026-1.yaml")
    with pytest.raises(UnreadableFile, match="1 Mo"):
        read_file(form, "a.csv", b"x" * (LARGEST + 1))


def test_what_the_page_carries_cannot_be_written_by_anybody_else(porteur, draft):
    porteur.get(draft)
    end = porteur.post(f"{draft}/remplir/garder", {"_contenu": '{"revision": "1", "typed": {"titre": ["x"]}}'})
    assert "choisissez de nouveau le fichier" in end.text
    assert answers(porteur, draft)[0] == ""


def test_a_formula_is_words(porteur, draft):
    accept(porteur, draft, bring(porteur, draft, "a.csv", 'titre;prive\n"=1+1";<b>x</b>\n'))
    assert answers(porteur, draft)[::2] == ["=1+1", "<b>x</b>"]


def test_nobody_else_reaches_the_page(house, draft):
    assert house.visitor("patient_partenaire").get(f"{draft}/remplir").status in {403, 404}
