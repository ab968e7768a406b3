from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec.faults import Faults
from questionnaire.spec.nodes import Mapping, Place, Scalar
from questionnaire.spec.parsing import parse


def read(text):
    faults = Faults("f.yaml")
    return parse(text, faults), [(fault.line, fault.column, fault.code) for fault in faults.found]


def value(text):
    node, faults = read(f"a: {text}\n")
    assert faults == []
    assert isinstance(node, Mapping)
    (_, scalar), *_ = node.entries
    assert isinstance(scalar, Scalar)
    return scalar.text


def test_values_stay_as_they_are_written():
    written = ["01", "no", "12:30", "1_000", "2026-01-31", "~", "0x1F", "1e3", "null", "yes", "=", "<<"]
    assert [value(text) for text in written] == written


def test_place_counts_from_one():
    node, _ = read("a: b\nc:\n  - é x\n")
    assert isinstance(node, Mapping)
    assert [key.place for key, _ in node.entries] == [Place(1, 1), Place(2, 1)]


def test_byte_order_mark_is_no_fault():
    assert read("\ufeffa: b\n")[1] == []


def test_windows_line_ends_keep_lines_true():
    assert read("a: b\r\nc: d : e\r\n")[1] == [(2, 6, "colon_in_text")]


def test_alias_repeats_a_part():
    node, faults = read("a: &x [b]\nc: *x\n")
    assert isinstance(node, Mapping)
    assert (node.entries[0][1], faults) == (node.entries[1][1], [])


def test_alias_of_nothing_is_told():
    assert read("a: *x\n")[1] == [(1, 4, "leading_character")]


def test_part_that_holds_itself_is_told():
    assert read("a: &x [*x]\n")[1] == [(1, 8, "leading_character")]


def test_billion_laughs_are_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert [code for _, _, code in read("\n".join(lines))[1]] == ["file_too_big"]


def test_very_deep_brackets_are_refused_at_once():
    assert [code for _, _, code in read("[" * 500_000)[1]] == ["nested_too_deep"]


def test_invisible_character_is_told_with_its_place():
    assert read("a: b\nc: d\x00\n")[1] == [(2, 5, "forbidden_character")]


def test_every_line_of_french_punctuation_is_told():
    text = "".join(f"k{n}: Exemple : ceci\n" for n in range(30))
    assert len(read(text)[1]) == 30


@given(st.text(alphabet=st.sampled_from(list("ab:-?,{}[]#&*!|>'\"%@` \n\té«»$\\")), max_size=60))
def test_any_text_is_read_or_told(text):
    node, faults = read(text)
    assert node is not None or faults != []
