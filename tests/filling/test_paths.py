import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.filling import BadPath, Path, item_path, leaf_path, parse_path
from questionnaire.filling.paths import is_key

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,63}", fullmatch=True)
KEYS = st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True)
PATHS = st.one_of(NAMES, st.builds(item_path, NAMES, KEYS), st.builds(leaf_path, NAMES, KEYS, NAMES))


@given(PATHS)
def test_path_is_written_as_it_was_read(text):
    assert str(parse_path(text)) == text


@given(NAMES, KEYS, NAMES)
def test_path_of_an_answer_in_an_item_is_taken_apart(group, key, name):
    assert parse_path(leaf_path(group, key, name)) == Path(name, group, key)


def test_three_sorts_of_paths():
    paths = [parse_path(text) for text in ("titre", "membre[k3]", "membre[k3].m_nom")]
    assert paths == [Path("titre"), Path(None, "membre", "k3"), Path("m_nom", "membre", "k3")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a b",
        "1a",
        "a\n",
        "a[k]x",
        "a[]",
        "a[k].",
        "a.b",
        "a[k1][k2].b",
        "a[k].b.c",
        "a[k",
        "../a",
        "a;b",
        "a=b",
        "<script>",
        "a['k']",
        "a[" + "k" * 41 + "]",
        "a[é]",
    ],
)
def test_text_that_names_no_place_is_refused(text):
    with pytest.raises(BadPath):
        parse_path(text)


@given(st.text(max_size=30))
def test_any_text_is_a_path_or_is_refused(text):
    try:
        path = parse_path(text)
    except BadPath:
        return
    assert str(path) == text


@pytest.mark.parametrize("text,fits", [("k1", True), ("a-b_C", True), ("", False), ("a b", False), ("k\n", False)])
def test_key_of_an_item(text, fits):
    assert is_key(text) is fits
