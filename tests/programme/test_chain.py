"""The order of the documents of a project, and what each waits for."""

from questionnaire.lifecycle import State
from questionnaire.programme import blocked, chain
from questionnaire.spec import load_text


def form(name, after=""):
    return load_text(
        f"form: {name}\ntitle: {name}\n{after}\nsections:\n  - name: page\n    title: Page\n    questions:\n"
        "      - {name: a, kind: text, label: A}\n",
        f"{name}/1",
    )


FIRST = form("premier")
THEN = form("second", "after: [{form: premier}]")
SIGNED = form("tiers", "after: [{form: second, state: signe}]")
SAID = form("aussi", "after: [{form: premier, blocking: false}]")


def test_documents_come_after_those_they_wait_for():
    assert [link.form.name for link in chain([SIGNED, SAID, THEN, FIRST], {})] == [
        "premier",
        "aussi",
        "second",
        "tiers",
    ]


def test_what_must_exist_before_blocks_until_it_is_finalised():
    reached = [{}, {"premier": {State.A_SIGNER}}, {"premier": {State.SIGNE}}]
    assert [bool(blocked(THEN, states)) for states in reached] == [True, False, False]


def test_what_must_be_signed_blocks_until_it_is():
    reached = [{"second": {State.A_SIGNER}}, {"second": {State.A_SIGNER, State.SIGNE}}]
    assert [bool(blocked(SIGNED, states)) for states in reached] == [True, False]


def test_what_does_not_block_is_said_all_the_same():
    (_, link) = chain([FIRST, SAID], {})
    assert ([after.form for after in link.missing], link.blocked) == (["premier"], False)


def test_forms_that_wait_for_one_another_are_still_shown():
    one, two = form("un", "after: [{form: deux}]"), form("deux", "after: [{form: un}]")
    assert {link.form.name for link in chain([one, two], {})} == {"un", "deux"}
