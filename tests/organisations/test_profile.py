from hypothesis import given
from hypothesis import strategies as st

from questionnaire.organisations import (
    NOTHING_SAID,
    Contact,
    Logo,
    OrganisationSettings,
    Profile,
    read_profile,
    under,
    with_setting,
    write_profile,
)

GROUP = Profile("#0055aa", help=Contact("Siège", "01 02 03 04 05"), settings=OrganisationSettings(draft_months=24))
PROFILES = st.builds(
    Profile,
    st.none() | st.just("#5a2a58"),
    st.none() | st.builds(Logo, st.just("a" * 64), st.integers(1, 900), st.integers(1, 300), st.text(max_size=5)),
    st.none() | st.builds(Contact, st.text(max_size=5), st.text(max_size=5), st.text(max_size=5)),
    st.none(),
    st.builds(
        OrganisationSettings,
        draft_months=st.none() | st.integers(2, 64),
        reminder_days=st.none() | st.just(()) | st.just((7, 14)),
        shared_computers=st.none() | st.booleans(),
    ),
)


def test_what_an_organisation_does_not_say_is_said_by_the_one_above():
    own = Profile(help=Contact("Irène Caron", email="i@h.fr"), settings=OrganisationSettings(escalation_days=10))
    assert under(GROUP, own) == Profile(
        "#0055aa",
        help=Contact("Irène Caron", email="i@h.fr"),
        settings=OrganisationSettings(draft_months=24, escalation_days=10),
    )


def test_no_and_none_are_said_too():
    above = Profile(settings=OrganisationSettings(shared_computers=True, reminder_days=(7,)))
    own = Profile(settings=OrganisationSettings(shared_computers=False, reminder_days=()))
    assert under(above, own) == own


@given(PROFILES)
def test_profile_is_read_as_it_was_written(profile):
    assert read_profile(write_profile(profile)) == profile


def test_saying_nothing_writes_nothing():
    assert write_profile(with_setting(with_setting(NOTHING_SAID, "draft_months", 3), "draft_months", None)) is None
