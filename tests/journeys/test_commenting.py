"""Comments on questions: said, answered, settled, taken back; never printed, never in the way."""

import re
from urllib.parse import quote

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.together import begin_letter, bring, found_letters
from tests.journeys.workshop import begin, plain


@pytest.fixture
def house(tmp_path) -> House:
    return found_letters(tmp_path)


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return begin_letter(porteur)


@pytest.fixture
def patient(house: House, porteur: Visitor, draft: str) -> Visitor:
    guest = house.visitor("patient_partenaire")
    bring(porteur, draft, guest, "patient_partenaire")
    return guest


def thread_url(draft: str, path: str) -> str:
    return f"{draft}/commentaires/question?question={quote(path)}"


def say(visitor: Visitor, draft: str, path: str, text: str) -> Page:
    visitor.get(thread_url(draft, path))
    return visitor.post(thread_url(draft, path), {"_texte": text, "_action": "say"})


def act(visitor: Visitor, draft: str, path: str, action: str) -> Page:
    visitor.get(thread_url(draft, path))
    return visitor.post(thread_url(draft, path), {"_action": action})


def remarks(page: Page) -> list[str]:
    """Author and words of each comment."""
    found = re.findall(r'<li class="remark">.*?<strong>(.*?)</strong>.*?<p>(.*?)</p>', page.text, re.DOTALL)
    return [plain(f"{author}: {words}") for author, words in found]


def test_a_question_is_discussed(porteur, patient, draft):
    say(porteur, draft, "objet", "Est-ce assez clair ?")
    page = say(patient, draft, "objet", "Oui,\r\npour moi.")
    assert remarks(page) == ["Nadia Lemoine: Est-ce assez clair ?", "Odette Vasseur: Oui,"]
    assert page.url == thread_url(draft, "objet")


def test_the_page_of_a_section_leads_to_the_comments_of_each_question(porteur, draft):
    page = porteur.get(f"{draft}/parties/mission/")
    listing = porteur.get(page.links(r"/dossiers/\w+/commentaires/\?partie=mission")[0])
    assert porteur.get(listing.links(r"/dossiers/\w+/commentaires/question\?question=objet")[0]).status == 200
    say(porteur, draft, "objet", "Un")
    say(porteur, draft, "objet", "Deux")
    summaries = re.findall(r"<summary>(.*?)</summary>", porteur.get(f"{draft}/parties/mission/").text)
    assert [plain(summary) for summary in summaries] == ["2 commentaires : Objet de la mission"]


def test_a_thread_unfolds_in_place(porteur, draft):
    say(porteur, draft, "objet", "Un")
    fragment = Page(porteur.client.get(thread_url(draft, "objet"), headers={"HX-Request": "true"}))
    assert (remarks(fragment), "<html" in fragment.text, "<form" in fragment.text) == (
        ["Nadia Lemoine: Un"],
        False,
        False,
    )
    reply = porteur.post(
        thread_url(draft, "objet"), {"_texte": "Deux", "_action": "say"}, headers={"HX-Request": "true"}
    )
    assert remarks(reply) == ["Nadia Lemoine: Un", "Nadia Lemoine: Deux"]


def test_open_discussions_are_counted_and_the_review_warns_without_blocking(house, porteur, draft):
    porteur.answer(draft, "mission", {"objet": "Relire les livrets"})
    say(porteur, draft, "objet", "À revoir")
    assert "1 discussion ouverte" in porteur.get(draft).text
    review = porteur.get(f"{draft}/verifier")
    assert "1 discussion n’est pas résolue. Vous pouvez finaliser quand même." in review.text
    done = porteur.post(f"{draft}/finaliser", {"_rev": review.hidden("_rev")})
    assert "/documents/" in done.url
    assert house.work() > 0
    pdf = porteur.client.get(f"{done.url.rstrip('/')}/fichier.pdf").get_data()
    assert (pdf[:5], "À revoir".encode() in pdf, "À revoir".encode("utf-16-be") in pdf) == (b"%PDF-", False, False)


def test_a_finalised_document_takes_no_more_comments(porteur, draft):
    porteur.answer(draft, "mission", {"objet": "Relire les livrets"})
    review = porteur.get(f"{draft}/verifier")
    porteur.post(f"{draft}/finaliser", {"_rev": review.hidden("_rev")})
    assert porteur.post(thread_url(draft, "objet"), {"_texte": "Trop tard"}).status == 409


def test_a_thread_is_settled_then_opened_again(porteur, patient, draft):
    say(porteur, draft, "objet", "À revoir")
    assert "Résolu" in act(patient, draft, "objet", "settle").text
    assert "discussion ouverte" not in porteur.get(draft).text
    assert "n’est pas résolue" not in porteur.get(f"{draft}/verifier").text
    act(porteur, draft, "objet", "reopen")
    assert "1 discussion ouverte" in porteur.get(draft).text


def test_a_new_comment_opens_a_settled_thread_again(porteur, draft):
    say(porteur, draft, "objet", "À revoir")
    act(porteur, draft, "objet", "settle")
    say(porteur, draft, "objet", "Pas tout à fait")
    assert "1 discussion ouverte" in porteur.get(draft).text


def test_one_deletes_one_s_own_comments_only(porteur, patient, draft):
    page = say(porteur, draft, "objet", "À revoir")
    removal = re.findall(r'value="(remove:\w+)"', page.text)[0]
    assert "remove:" not in patient.get(thread_url(draft, "objet")).text
    assert act(patient, draft, "objet", removal).status == 404
    assert remarks(act(porteur, draft, "objet", removal)) == []


@pytest.mark.parametrize("text, said", [("  ", "Écrivez votre commentaire."), ("x" * 1001, "1000 au plus sont gardés")])
def test_a_comment_that_cannot_be_kept_comes_back_with_the_reason(porteur, draft, text, said):
    page = say(porteur, draft, "objet", text)
    assert (page.status, said in page.text, text in page.text) == (422, True, True)


def test_a_comment_is_shown_as_text(porteur, draft):
    page = Page(porteur.client.get(say(porteur, draft, "objet", "<script>alert(1)</script>").url))
    assert b"<script>alert" not in page.response.get_data()


@pytest.mark.parametrize("path, status", [("absente", 400), ("", 400), ("objet[x].y", 400), ("souhait\u0000", 404)])
def test_a_question_that_does_not_exist_is_not_discussed(porteur, draft, path, status):
    porteur.get(draft)
    assert porteur.post(thread_url(draft, path), {"_texte": "x"}).status == status


def test_questions_of_items_are_discussed_too(porteur, draft):
    path = porteur.add_item(draft, "souhaits", "besoin", {"quoi": "Un badge"})
    page = say(porteur, draft, f"{path}.quoi", "Lequel ?")
    assert ("Un badge, Quoi" in page.text, remarks(page)) == (True, ["Nadia Lemoine: Lequel ?"])
    assert "Un badge, Quoi" in porteur.get(f"{draft}/commentaires/").text


def test_strangers_neither_read_nor_comment(house, porteur, draft):
    say(porteur, draft, "objet", "Entre nous")
    stranger = house.visitor("qualite")
    answers = [stranger.get(thread_url(draft, "objet")), stranger.get(f"{draft}/commentaires/")]
    assert [(page.status, "Entre nous" in page.text) for page in answers] == [(403, False), (403, False)]
    assert stranger.post(thread_url(draft, "objet"), {"_texte": "x"}).status in {400, 403}


def test_all_threads_stand_on_one_page_the_open_ones_first(porteur, draft):
    say(porteur, draft, "objet", "Un")
    say(porteur, draft, "souhait", "Deux")
    act(porteur, draft, "objet", "settle")
    page = porteur.get(f"{draft}/commentaires/")
    assert [plain(head) for head in re.findall(r'<h2 class="label">(.*?)</h2>', page.text)] == [
        "Votre souhait",
        "Objet de la mission (Résolu)",
    ]


def test_a_question_reserved_to_some_is_not_discussed(porteur):
    draft = begin(porteur, "reserve")
    assert say(porteur, draft, "sujet", "Entre nous").status == 200
    assert say(porteur, draft, "difficulte", "Entre porteurs").status == 400
    summaries = re.findall(r'<details class="talk.*?</details>', porteur.get(f"{draft}/parties/page/").text, re.DOTALL)
    assert len(summaries) == 1
