import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.filling import BadRevision, PageRevision, parse_revision
from tests.filling.test_paths import PATHS

NUMBERS = st.integers(0, 10**12 - 1)
REVISIONS = st.builds(PageRevision, NUMBERS, st.dictionaries(PATHS, NUMBERS, max_size=4))


@given(REVISIONS)
def test_what_a_page_carries_is_read_back(page):
    assert parse_revision(str(page)) == page


@pytest.mark.parametrize("text", ["4", "4;titre=6", "4;membre[k1].m_nom=5;titre=6"])
def test_written_form(text):
    assert str(parse_revision(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x",
        "-1",
        "4;",
        "4;titre",
        "4;titre=",
        "4;=3",
        "4;a=b",
        "4;a=1;",
        "4\n",
        "1.5",
        "4;a=1=2",
        "9" * 13,
        "४",
    ],
)
def test_hostile_text_is_refused_with_a_sentence(text):
    with pytest.raises(BadRevision, match="Rechargez-la"):
        parse_revision(text)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        page = parse_revision(text)
    except BadRevision:
        return
    assert parse_revision(str(page)) == page


def test_longest_path_of_a_form_is_carried():
    path = f"{'g' * 64}[{'k' * 40}].{'q' * 64}"
    assert parse_revision(f"3;{path}=4").since == {path: 4}


def test_page_knows_its_own_answers_at_their_own_revision():
    page = PageRevision(4, {"titre": 6})
    assert (page.at("titre"), page.at("resume")) == (6, 4)


def test_page_alone_moves_on_as_a_whole():
    assert PageRevision(4, {"titre": 5}).after(["resume"], 6, alone=True) == PageRevision(6)


def test_page_beside_others_moves_on_for_its_own_answers():
    page = PageRevision(4, {"titre": 5}).after(["resume", "titre"], 9, alone=False)
    assert page == PageRevision(4, {"titre": 9, "resume": 9})
