"""Notices are read as servers write them, and believed when sure; no bytes at all make a fault."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from questionnaire.messages.notices import Failing, Notice, read_notice
from tests.messages.returned import NUMBER, plain, report

OTHER = "zyxwvutsrq765432zyxw"


@pytest.mark.parametrize("original", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_tells_which_letter_came_back_and_why(original):
    found = read_notice(report(original=original))
    assert found == Notice(NUMBER, Failing.UNKNOWN, "5.1.1")
    assert found.reason == "adresse inconnue (5.1.1)"


@pytest.mark.parametrize(
    "status, said, failing, code",
    [
        ("5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", Failing.UNKNOWN, "5.1.10"),
        ("5.0.0", "550 5.1.1 unknown", Failing.UNKNOWN, "5.1.1"),
        ("5.7.1", "554 5.7.1 spam", Failing.REFUSED, "5.7.1"),
        ("5.0.0", "550 no", Failing.REFUSED, "5.0.0"),
        ("", "550 no", Failing.REFUSED, "550"),
        ("", "", Failing.REFUSED, ""),
        ("5.2.2", "552 5.2.2 full", Failing.LATER, "5.2.2"),
        ("4.4.7", "delivery time expired", Failing.LATER, "4.4.7"),
    ],
)
def test_the_reason_is_the_most_precise_code(status, said, failing, code):
    assert read_notice(report(status=status, said=said)) == Notice(NUMBER, failing, code)


@pytest.mark.parametrize("action", ["delayed", "relayed", "delivered", "expanded"])
def test_a_letter_that_is_not_lost_has_not_come_back(action):
    found = read_notice(report(action=action, status="4.4.1"))
    assert (found, found and found.reason) == (Notice(NUMBER, None, ""), "")


def test_the_number_may_be_in_the_address_alone():
    raw = report(to=f"retours+{NUMBER}@hopital.example").replace(f"<{NUMBER}@".encode(), b"<rewritten@")
    assert read_notice(raw) == Notice(NUMBER, Failing.UNKNOWN, "5.1.1")


def test_a_notice_of_two_letters_is_not_sure():
    assert read_notice(report(to=f"retours+{OTHER}@hopital.example")) is None


def test_a_notice_without_number_tells_nothing():
    assert read_notice(report(number="newsletter-12")) is None


def test_an_old_notice_is_believed_when_it_names_one_letter_and_one_refusal():
    assert read_notice(plain()) == Notice(NUMBER, Failing.UNKNOWN, "5.1.1")


@pytest.mark.parametrize(
    "raw",
    [
        plain(said="sorry, try again later"),
        plain(said="550 5.1.1 then 550 5.7.1"),
        plain().replace(b"MAILER-DAEMON@", b"odette@"),
        f"From: odette@exemple.fr\nIn-Reply-To: <{NUMBER}@hopital.example>\n\nMerci, 550 5.1.1 !".encode(),
        b"",
    ],
)
def test_any_other_mail_is_no_notice(raw):
    assert read_notice(raw) is None


@given(st.binary(max_size=2000))
@example(b"Content-Type: multipart/report; boundary=\r\n\r\n--\r\n")
@example(b"Content-Type: message/delivery-status\n\n\xff\xfe: \n\n:\n")
@example(b"Content-Type: text/plain; charset=nope\nContent-Transfer-Encoding: base64\nFrom: postmaster@x\n\n=\xe9")
def test_no_bytes_make_a_fault(raw):
    assert read_notice(raw) is None


@given(st.data())
def test_no_damage_to_a_notice_makes_a_fault_or_names_another_letter(data):
    whole = bytearray(data.draw(st.sampled_from([report(), plain(), report(original="text/rfc822-headers")])))
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(whole)))
        whole[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    found = read_notice(bytes(whole))
    assert found is None or found.number.encode() in bytes(whole)


def test_a_mail_nested_without_end_is_no_notice():
    layer = b"Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n"
    assert read_notice(b"".join(layer % (depth, depth) for depth in range(3000))) is None
