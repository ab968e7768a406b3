"""One-time codes against the vectors of RFC 6238, and recovery codes."""

from datetime import UTC, datetime, timedelta

import pytest

from questionnaire.access.one_time import (
    RECOVERY_LETTERS,
    STEP_SECONDS,
    code_of,
    enrolment_link,
    key_text,
    matching_step,
    plain_recovery,
    recovery_code,
    step_at,
)

SECRET = b"12345678901234567890"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HERE = step_at(NOW)


@pytest.mark.parametrize(
    "seconds, code",
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_the_rfc(seconds, code):
    moment = datetime.fromtimestamp(seconds, UTC)
    assert code_of(SECRET, step_at(moment)) == code
    assert matching_step(SECRET, code, moment, None) == seconds // STEP_SECONDS


@pytest.mark.parametrize("late, found", [(-2, None), (-1, HERE - 1), (0, HERE), (1, HERE + 1), (2, None)])
def test_a_clock_may_be_wrong_by_one_step(late, found):
    assert matching_step(SECRET, code_of(SECRET, HERE + late), NOW, None) == found


@pytest.mark.parametrize("last, found", [(HERE - 1, HERE), (HERE, None), (HERE + 1, None)])
def test_a_code_not_later_than_the_last_one_is_none(last, found):
    assert matching_step(SECRET, code_of(SECRET, HERE), NOW, last) == found


def test_the_next_code_is_good_after_one():
    later = NOW + timedelta(seconds=STEP_SECONDS)
    assert matching_step(SECRET, code_of(SECRET, HERE + 1), later, HERE) == HERE + 1


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "\u0661\u0662\u0663\u0664\u0665\u0666", "\0"])
def test_what_is_no_code_is_refused(typed):
    assert matching_step(SECRET, typed, NOW, None) is None


def test_code_may_be_typed_in_groups():
    code = code_of(SECRET, HERE)
    assert matching_step(SECRET, f" {code[:3]}\u00a0{code[3:]}", NOW, None) == HERE


def test_key_is_told_in_groups_and_as_a_link():
    assert key_text(SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    assert enrolment_link(SECRET, "Partenariat en santé", "a+b@demo.example") == (
        "otpauth://totp/Partenariat%20en%20sant%C3%A9:a%2Bb%40demo.example"
        "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Partenariat%20en%20sant%C3%A9&digits=6&period=30"
    )


def test_recovery_code_is_read_however_it_is_typed():
    letters = iter("abcdefghjkmn")
    code = recovery_code(lambda among: next(letters) if among == RECOVERY_LETTERS else "")
    assert code == "abcd-efgh-jkmn"
    assert {plain_recovery(typed) for typed in (code, code.upper(), "abcd efgh\u00a0jkmn ", "abcdefghjkmn")} == {
        "abcdefghjkmn"
    }
