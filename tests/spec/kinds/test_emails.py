import pytest

from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import asked

QUESTION = asked("email")


@pytest.mark.parametrize(
    "typed,address",
    [
        ("m.diallo@hopital.fr", "m.diallo@hopital.fr"),
        (" M.Diallo@Hopital.FR ", "M.Diallo@hopital.fr"),
        ("a+b@x-y.asso.fr", "a+b@x-y.asso.fr"),
        ("o'neil@hopital.fr", "o'neil@hopital.fr"),
        ("zoé@hôpital.fr", "zoé@hôpital.fr"),
        ("a@भारत.example", "a@भारत.example"),
    ],
)
def test_address_is_kept_with_its_domain_in_small_letters(typed, address):
    assert QUESTION.kind.read([typed], QUESTION) == address


@pytest.mark.parametrize(
    "typed",
    [
        "diallo", "diallo@", "@hopital.fr", "diallo@hopital", "a@b@hopital.fr", "a b@hopital.fr",
        "a@hopital..fr", ".a@hopital.fr", "a.@hopital.fr", "a..b@hopital.fr", "a@-hopital.fr", "a@hopital-.fr",
        "a@hopital.75", "a@hop_ital.fr", "a@hopital.fr, b@hopital.fr", "<a@hopital.fr>", f"{'a' * 65}@hopital.fr",
        f"a@{'h' * 64}.fr", f"a@{'hopital.' * 32}fr",
    ],
)  # fmt: skip
def test_what_is_no_address_is_kept_and_refused(typed):
    expected = Unreadable(typed, "not_an_email", "Écrivez une adresse électronique, par exemple nom@hopital.fr.")
    assert QUESTION.kind.read([typed], QUESTION) == expected
