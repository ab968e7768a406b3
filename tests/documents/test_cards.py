"""Frames go to the next page whole when short, and are parted between answers when long; titles are never alone."""

from dataclasses import replace

import pytest

from questionnaire.content.blocks import Card, Heading, Paragraph, Reply
from questionnaire.documents import draw
from tests.documents.samples import AT, RICH, UNSIGNED
from tests.pdf_validation import text_of


def pages(*blocks) -> list[str]:
    pdf = draw(replace(UNSIGNED, blocks=blocks, footer=()), (), at=AT)
    return text_of(pdf, "-layout").split("\f")[:-1]


def page_of(text: str, made: list[str]) -> int:
    return next(number for number, page in enumerate(made) if text in page)


FILLING = [Reply(f"Question {rank}", ("Réponse",)) for rank in range(1, 40)]
LONG = Card("Longue", tuple(Reply(f"Détail {rank}", ("Oui",)) for rank in range(1, 15)))
SHORT = Card("Courte", tuple(Reply(f"Détail {rank}", ("Oui",)) for rank in range(1, 4)))


@pytest.mark.parametrize("count", range(10, 28))
@pytest.mark.parametrize("card", [LONG, SHORT], ids=["long", "short"])
def test_title_of_a_repeat_is_on_the_page_of_its_first_answer(card, count):
    made = pages(Heading(2, "Début"), *FILLING[:count], Heading(3, "Répétition"), card)
    assert page_of("Répétition", made) == page_of(card.title, made) == page_of("Détail 1 ", made)


def test_long_card_begins_where_there_is_room():
    made = pages(Heading(2, "Début"), *FILLING[:15], LONG)
    assert (page_of("Longue", made), page_of("Détail 14", made)) == (0, 1)


def test_short_card_is_never_parted():
    for count in range(10, 28):
        made = pages(Heading(2, "Début"), *FILLING[:count], SHORT)
        assert page_of("Courte", made) == page_of("Détail 3", made)


@pytest.mark.parametrize("count", range(14, 28))
def test_text_that_announces_is_on_the_page_of_what_it_announces(count):
    made = pages(Heading(2, "Début"), *FILLING[:count], Paragraph("Voici\u00a0:", "note"), Reply("Suite", ("Oui",)))
    assert page_of("Voici", made) == page_of("Suite", made)


def test_signatures_stand_on_the_last_page_that_has_room_for_all_of_them():
    signed = replace(
        RICH, footer=(), signatures=RICH.signatures[:1], evidence=(), blocks=(Heading(2, "Début"), *FILLING[:2])
    )
    longer = replace(signed, blocks=(Heading(2, "Début"), *FILLING[:15]))
    for content, page in ((signed, 0), (longer, 1)):
        made = text_of(draw(content, (), at=AT), "-layout").split("\f")
        assert page_of("Chaque personne signe", made) == page_of("Vérifier ce document", made) == page


def test_card_that_goes_on_is_named_on_the_next_page():
    made = pages(Heading(2, "Début"), *FILLING[:15], LONG)
    assert [page.count("Suite : Longue") for page in made] == [0, 1]


def test_card_on_one_page_is_named_once():
    assert "Suite" not in "".join(pages(Heading(2, "Début"), SHORT))


@pytest.mark.parametrize("answer,whole", [("Oui", 3), ("Une réponse qui demande toute la place que l’on a", 0)])
def test_long_questions_take_the_width_that_short_answers_leave(answer, whole):
    question = "Les règles de confidentialité sont connues de toute l’équipe"
    (made,) = pages(Heading(2, "Début"), *[Reply(question, (answer,))] * 3)
    assert len([line for line in made.splitlines() if question in line]) == whole
