from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.access.doubles import (
    NEAR_ADDRESS,
    NEAR_NAME,
    SAME_ADDRESS,
    SAME_NAME,
    Known,
    doubles,
    doubles_of,
    is_near,
    reasons,
)

ANA = Known("1", "Anne-Laure", "Lefèvre", "al.lefevre@chu.example", "Hôpital Un")
WORDS = st.text("abé-", min_size=0, max_size=9)


def another(**said):
    return replace(Known("2", "Marc", "Tessier", "", "Hôpital Deux"), **said)


@pytest.mark.parametrize(
    "said, why",
    [
        ({"first_name": "Anne Laure", "last_name": "LEFEVRE"}, (SAME_NAME,)),
        ({"first_name": "Lefèvre", "last_name": "Anne-Laure"}, (SAME_NAME,)),
        ({"first_name": "Anne-Laure", "last_name": "Lefèbvre"}, (NEAR_NAME,)),
        ({"first_name": "Anne-Laure", "last_name": "Lefevre", "address": "AL.Lefevre@CHU.example"}, None),
        ({"address": "al.lefevre@gmail.example"}, (NEAR_ADDRESS,)),
        ({"address": "allefevre+hopital@gmail.example"}, (NEAR_ADDRESS,)),
        ({"address": "al.lefevre@chu.exemple"}, (NEAR_ADDRESS,)),
        ({"address": "autre@chu.example"}, ()),
        ({"first_name": "Anne", "last_name": "Lefèvre"}, ()),
        ({}, ()),
    ],
)
def test_reasons_say_why_two_records_may_be_of_one_person(said, why):
    assert reasons(ANA, another(**said)) == ((SAME_NAME, SAME_ADDRESS) if why is None else why)


def test_addresses_of_offices_say_nothing_of_a_person():
    one, other = (replace(ANA, address=f"secretariat@{place}.example") for place in ("un", "hopital"))
    assert NEAR_ADDRESS not in reasons(one, replace(other, first_name="Marc"))


def test_short_names_differ_too_easily():
    assert reasons(another(first_name="Jo", last_name="Li"), another(first_name="Jo", last_name="Lu")) == ()


def test_likely_ones_come_first_and_the_record_itself_never():
    same = another(id="3", first_name="Anne-Laure", last_name="Lefèvre")
    near = another(id="4", address="al.lefevre@gmail.example")
    found = doubles_of(ANA, [ANA, near, another(), same])
    assert [each.other.id for each in found] == ["3", "4"]


@given(
    st.lists(
        st.tuples(WORDS, WORDS, st.one_of(st.just(""), st.from_regex(r"[ab.]{1,7}@[ab]", fullmatch=True))), max_size=7
    )
)
def test_all_pairs_are_those_that_each_record_finds(drawn):
    """The quick search forgets nothing that comparing everybody with everybody finds."""
    everybody = [Known(str(place), first, last, mail, "X") for place, (first, last, mail) in enumerate(drawn)]
    slow = {frozenset((one.id, double.other.id)) for one in everybody for double in doubles_of(one, everybody)}
    quick = [frozenset((each.one.id, each.other.id)) for each in doubles(everybody)]
    assert (set(quick), len(quick)) == (slow, len(slow))


@given(st.text("abc", min_size=7, max_size=12), st.integers(0, 20), st.sampled_from("abc"))
def test_one_letter_more_less_or_another_is_near(text, at, letter):
    at %= len(text)
    for changed in (text[:at] + letter + text[at:], text[:at] + text[at + 1 :], text[:at] + letter + text[at + 1 :]):
        assert (is_near(text, changed), is_near(changed, text)) == (changed != text, changed != text)
