"""Addresses inside texts lead somewhere, and only where a reader may go without harm."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Name, Pdf

from questionnaire.content.blocks import Reply
from questionnaire.documents import draw
from questionnaire.documents.links import linked
from questionnaire.documents.runs import clean
from tests.documents.samples import AT, UNSIGNED


def found(text: str) -> list[tuple[str, str]]:
    return [(span.link.said, span.link.target) for span in linked(text, "regular") if span.link]


def drawn_links(text: str) -> list[tuple[str, str, int]]:
    """Words, address and page's annotation count of every link of a document whose only answer is ``text``."""
    pdf = draw(replace(UNSIGNED, blocks=(Reply("Q", (text,), "below"),)), (), at=AT)
    with Pdf.open(BytesIO(pdf)) as opened:
        annotations = [link for page in opened.pages for link in page.get("/Annots", []) if link.Subtype == Name.Link]
        return [(str(link.Contents), str(link.A.URI), int(link.F)) for link in annotations]


@pytest.mark.parametrize(
    "text,links",
    [
        ("Voir https://exemple.fr/a?b=c&d.", [("https://exemple.fr/a?b=c&d", "https://exemple.fr/a?b=c&d")]),
        ("(www.exemple.fr)", [("www.exemple.fr", "https://www.exemple.fr")]),
        ("«\u00a0http://exemple.fr/é\u00a0»", [("http://exemple.fr/é", "http://exemple.fr/%C3%A9")]),
        ("Écrire à ana.b@hopital.example, merci", [("ana.b@hopital.example", "mailto:ana.b@hopital.example")]),
        ("https://a.fr https://b.fr", [("https://a.fr", "https://a.fr"), ("https://b.fr", "https://b.fr")]),
    ],
)
def test_addresses_are_found_without_the_signs_around_them(text, links):
    assert found(text) == links


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "file:///etc/passwd", "12 @ 3", "a@b", "https:// rien", "www."]
)
def test_what_is_no_address_of_a_page_or_a_person_leads_nowhere(text):
    assert found(text) == []


@given(
    st.text(max_size=60) | st.lists(st.sampled_from(["www.", "https://", "@", "a", ".fr", " ", "é", ")"])).map("".join)
)
def test_cutting_keeps_every_character(text):
    said = "".join(span.text for span in linked(text, "regular"))
    assert clean(said) == clean(text)


def test_link_can_be_pressed_where_it_stands():
    assert drawn_links("Voir https://exemple.fr/é ou ana@exemple.fr.") == [
        ("https://exemple.fr/é", "https://exemple.fr/%C3%A9", 4),
        ("ana@exemple.fr", "mailto:ana@exemple.fr", 4),
    ]


def test_link_over_two_lines_can_be_pressed_on_both():
    address = "https://exemple.fr/" + "chemin/" * 20 + "fin"
    assert drawn_links(address) == [(address, address, 4)] * 2


def test_link_in_a_line_from_right_to_left_is_kept():
    assert drawn_links("مرحبا https://exemple.fr") == [("https://exemple.fr", "https://exemple.fr", 4)]
