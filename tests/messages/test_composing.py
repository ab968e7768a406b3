"""Every kind of letter says all that it must, in text and in HTML, in printed French, and nothing from elsewhere."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from questionnaire.messages.composing import NOBODY_NAMED, TEMPLATES, FactsMissing, compose
from questionnaire.messages.kinds import KINDS, UnknownKind
from questionnaire.messages.letters import LONGEST_LINE, Asked, Group, Item, Letter, Letterhead, one_line

HEAD = Letterhead("https://h.example", "Accueil, 01 23 45 67 89")
SPACED = re.compile(r" [:;?!»]|« |\w[?!»]|«\w|\w'\w")
"""Marks that want a no-break space, and apostrophes that want to be curly."""


def asked(kind: str, helper: str = "Irène Caron, 01 98 76 54 32", **facts: str) -> Asked:
    known = {name: f"le {name}" for name in KINDS[kind].facts}
    return Asked(kind, "key", "nadia@hopital.example", "Nadia Lemoine", {**known, **facts}, "CH de l’Exemple", helper)


def letter(kind: str, **facts: str) -> Letter:
    return compose(asked(kind, **facts), HEAD)


def words(html: str) -> str:
    """The words of a page, without its tags, spaces made even."""
    body = html.partition("<body")[2].partition(">")[2]
    return " ".join(re.split(r"[ \n]+", unescape(re.sub(r"<[^>]+>", " ", body)))).strip()


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.found


def test_every_kind_has_its_words_and_no_words_are_without_kind():
    assert sorted(path.stem for path in TEMPLATES.glob("*.txt")) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_names_its_establishment_and_who_helps_and_how_to_stop(kind):
    written = letter(kind)
    stop = "/messages/preferences/" if KINDS[kind].optional else "toujours envoyé"
    stop = "vous n’en recevrez pas d’autre" if kind in {"invitation", "invitation_reminder"} else stop
    for body in (written.text, written.html):
        for said in ("Nadia Lemoine", "CH de l’Exemple", "Irène Caron, 01 98 76 54 32", stop):
            assert (said, said in unescape(body)) == (said, True)


@pytest.mark.parametrize("kind", KINDS)
def test_text_and_html_say_the_same_paragraphs(kind):
    written = letter(kind)
    said = words(written.html)
    body = written.text.partition(",\n\n")[2].partition("\n-- \n")[0]
    paragraphs = [line.strip() for line in body.split("\n") if line.strip() and not line.startswith("https://")]
    assert [line for line in paragraphs if line.removesuffix("\u00a0:") not in said] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_are_in_printed_french(kind):
    written = letter(kind)
    assert SPACED.findall(re.sub(r"https://\S+|-- ", "", f"{written.subject}\n{written.text}")) == []
    assert SPACED.findall(re.sub(r"https://\S+", "", words(written.html))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_html_is_read_in_french_under_one_title_and_asks_for_nothing(kind):
    written = letter(kind)
    found = tags(written.html)
    assert [attributes["lang"] for tag, attributes in found if tag == "html"] == ["fr"]
    assert sum(tag == "h1" for tag, _ in found) == 1
    assert {tag for tag, _ in found} & {"img", "link", "script", "style", "iframe", "form", "video", "object"} == set()
    assert "url(" not in written.html
    assert [attributes.get("role") for tag, attributes in found if tag == "table"] == ["presentation"] * sum(
        tag == "table" for tag, _ in found
    )
    assert [name for _, attributes in found for name in attributes if name.startswith("on")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_stays_in_the_house(kind):
    links = [str(attributes["href"]) for tag, attributes in tags(letter(kind).html) if tag == "a"]
    assert all(link.startswith("https://h.example/") for link in links)
    assert len(links) == bool(KINDS[kind].path) + KINDS[kind].optional


@pytest.mark.parametrize("kind", ["sign_in_code", "password_changed", "new_sign_in"])
def test_letters_about_an_account_hold_no_link_at_all(kind):
    written = letter(kind)
    assert ("http" in written.text, "href" in written.html) == (False, False)


def test_a_code_is_in_the_body_and_never_in_the_subject():
    written = letter("sign_in_code", code="482913", minutes="10")
    assert ("482913" in written.text, "482913" in written.html, "482913" in written.subject) == (True, True, False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_too_few_or_too_many_is_a_fault_of_ours(kind):
    few = dict.fromkeys(sorted(KINDS[kind].facts)[1:], "x")
    for facts in (few, {**dict.fromkeys(KINDS[kind].facts, "x"), "age": "12"}):
        with pytest.raises(FactsMissing):
            compose(Asked(kind, "key", "a@b.example", "Nadia", facts, "CH"), HEAD)


def test_a_kind_that_does_not_exist_is_a_fault_of_ours():
    with pytest.raises(UnknownKind):
        compose(Asked("promotion", "key", "a@b.example", "Nadia", {}, "CH"), HEAD)


def test_markup_in_a_fact_stays_text():
    written = letter("comment", author="<b>Ada</b> & Luc")
    assert "&lt;b&gt;Ada&lt;/b&gt; &amp; Luc a écrit" in written.html
    assert "<b>Ada</b> & Luc a écrit" in written.text


def test_a_fact_cannot_leave_its_place_in_an_address():
    written = letter("invitation", secret="../../deconnexion?x=1#")
    assert "https://h.example/invitations/..%2F..%2Fdeconnexion%3Fx%3D1%23\n" in written.text


def test_braces_in_a_fact_are_letters_like_others():
    assert (
        letter("to_sign", document="{reference} {0}").subject == "Votre signature est attendue\u00a0: {reference} {0}"
    )


def test_line_breaks_in_names_and_facts_become_spaces():
    written = letter("comment", project="Un\r\nBcc: tous@hopital.example\n\nprojet\x00\u202e")
    assert written.subject == "Un commentaire dans «\u00a0Un Bcc: tous@hopital.example projet\u00a0»"


@pytest.mark.parametrize(
    "text, line",
    [
        ("  Ada \t Lovelace ", "Ada Lovelace"),
        ("Ada\r\nBcc: x", "Ada Bcc: x"),
        ("a\u00a0: b\u2028c\x85d", "a\u00a0: b c d"),
        ("x" * 300, "x" * (LONGEST_LINE - 1) + "…"),
    ],
)
def test_one_line_is_one_line(text, line):
    assert one_line(text) == line


def test_without_anybody_named_the_installation_says_who_helps():
    written = compose(asked("comment", helper=""), HEAD)
    assert "Vous pouvez joindre\u00a0: Accueil, 01 23 45 67 89" in written.text


def test_without_even_that_a_letter_still_says_where_to_ask():
    assert NOBODY_NAMED in compose(asked("comment", helper=""), Letterhead()).text


def test_the_words_of_a_letter_are_in_no_representation():
    written = letter("sign_in_code", code="482913")
    assert "482913" not in repr(written) + repr(asked("sign_in_code", code="482913"))


def test_a_digest_tells_by_project_what_was_and_where_it_leads_in_text_and_in_html():
    groups = (
        Group(
            "Accueil <aux> urgences", (Item("le 09/03/2026 à 07:30", "Signé par tous : Fiche", "https://h.example/a"),)
        ),
        Group("Repas", (Item("le 09/03/2026 à 07:40", "Ana a écrit", "https://h.example/b"),)),
    )
    told = replace(asked("digest", period="du jour", number="2 nouvelles"), groups=groups)
    written = compose(told, HEAD)
    assert written.subject == "Votre résumé du jour\u00a0: 2 nouvelles"
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", written.html) == ["Accueil &lt;aux&gt; urgences", "Repas"]
    links = [str(attributes["href"]) for tag, attributes in tags(written.html) if tag == "a"]
    assert links[:2] == ["https://h.example/a", "https://h.example/b"]
    assert "Accueil <aux> urgences\n\n- Signé par tous : Fiche\n  le 09/03/2026 à 07:30\n  https://h.example/a\n" in (
        written.text
    )


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.line])
def test_what_may_wait_for_a_digest_has_its_line_and_its_page(kind):
    written = letter(kind)
    assert (written.line != "", written.url.startswith("https://h.example/"), KINDS[kind].optional) == (
        True,
        True,
        True,
    )


def test_what_asks_something_of_a_person_may_not_wait():
    assert [name for name, kind in KINDS.items() if kind.line] == ["invitation_over", "comment", "signed"]
