"""Claims and the roles that they give."""

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.access import Role
from questionnaire.access.claims import Asserted, RoleRule, asserted, changes, merged, roles_of, values_at

ISSUER = "https://sso.example"
QUALITE = ("chu", Role.QUALITE)
HELD = st.frozensets(st.tuples(st.sampled_from(["chu", "ght"]), st.sampled_from(list(Role)[:4])))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
)


def rule(path, *values, role=Role.QUALITE, organisation="chu"):
    return RoleRule(tuple(path.split(".")), frozenset(values), role, organisation)


def test_paths_walk_lists_and_stop_at_what_is_not_there():
    claims = {"SubjectRefPro": {"exercices": [{"codeProfession": "10"}, {"codeProfession": 60}, {"autre": 1}]}}
    assert values_at(claims, ("SubjectRefPro", "exercices", "codeProfession")) == {"10", "60"}
    assert values_at(claims, ("SubjectRefPro", "codeProfession")) == frozenset()


def test_truth_empty_words_and_fractions_are_no_values():
    assert values_at({"x": [True, "", 1.5, None, "oui"]}, ("x",)) == {"oui"}


def test_rules_of_keycloak():
    claims = {"realm_access": {"roles": ["partenariat-qualite", "offline_access"]}}
    rules = [rule("realm_access.roles", "partenariat-qualite"), rule("groups", "/direction", role=Role.DIRECTION)]
    assert roles_of(rules, claims) == {QUALITE}


def test_star_asks_only_for_the_claim():
    assert roles_of([rule("SubjectNameID", "*")], {"SubjectNameID": "899700000000"}) == {QUALITE}
    assert roles_of([rule("SubjectNameID", "*")], {"sub": "x"}) == frozenset()


def test_unverified_email_is_not_kept():
    claims = {"sub": "1", "email": "Ana@Chu.Example", "given_name": "Ana", "family_name": 3}
    assert asserted(ISSUER, claims, ()) == Asserted(ISSUER, "1", "", "Ana", "")
    for word in ("true", 1, None):
        assert asserted(ISSUER, {**claims, "email_verified": word}, ()).email == ""
    assert asserted(ISSUER, {**claims, "email_verified": True}, ()).email == "ana@chu.example"


def test_the_token_stands_before_what_completes_it():
    assert merged({"sub": "1", "acr": "eidas1"}, {"sub": "1", "acr": "x", "email": "a@b"}) == {
        "sub": "1",
        "acr": "eidas1",
        "email": "a@b",
    }


def test_verification_of_one_email_says_nothing_of_another():
    found = merged({"sub": "1", "email": "chef@chu.example"}, {"email": "moi@x.example", "email_verified": True})
    assert (found["email"], found["email_verified"]) == ("chef@chu.example", None)
    same = merged({"sub": "1", "email": "moi@x.example"}, {"email": "moi@x.example", "email_verified": True})
    assert same["email_verified"] is True


@given(JSON, st.lists(st.sampled_from("abc"), max_size=4))
def test_any_claims_give_words(claims, path):
    assert "" not in values_at(claims, tuple(path))


@given(wanted=HELD, held=HELD, ours=HELD, others=HELD)
def test_roles_given_by_hand_are_never_touched(wanted, held, ours, others):
    found = changes(wanted, held, ours, others)
    by_hand = held - ours - others
    after = (held | found.given) - found.taken
    assert by_hand <= after
    assert found.answered_for & by_hand == frozenset()
    assert others & held <= after
    assert wanted <= after


@given(wanted=HELD, held=HELD, ours=HELD, others=HELD)
def test_what_the_provider_no_longer_says_goes_and_a_second_sign_in_changes_nothing(wanted, held, ours, others):
    found = changes(wanted, held, ours, others)
    after = (held | found.given) - found.taken
    assert (after & ours) - wanted - others == frozenset()
    again = changes(wanted, after, found.answered_for, others)
    assert (again.given, again.taken, again.answered_for) == (frozenset(), frozenset(), found.answered_for)
