"""What becomes of the answers of a draft that moves to another version of its form."""

import pytest

from questionnaire.filling.moving import Passage, Why, is_same_document, passages
from questionnaire.spec import Form, load, load_text
from questionnaire.spec.values import Json

CONSENTED = """form: demo
title: Démo
legal_basis: consentement
instances: free
sections:
  - name: p
    title: Page
    questions:
      - {name: accord, kind: consent, label: J'accepte, required: true}
      - {name: mal, kind: text, label: Maladie, personal: health, consent: accord}
      - {name: autre, kind: text, label: Autre}
"""
GIVEN = {"accord": "oui", "mal": "Rhume", "autre": "x"}


def form(*questions: str) -> Form:
    """A form of one page."""
    lines = "".join(f"      - {each}\n" for each in questions)
    return load_text(f"form: demo\ntitle: Démo\nsections:\n  - name: p\n    title: Page\n    questions:\n{lines}")


def one(before: str, after: str, value: Json) -> tuple[Json, Why | None]:
    """What becomes of the answer to the question ``a``."""
    (passage,) = passages(form(before), form(after), {"a": value})
    return passage.after, passage.why


def kind(name: str, rest: str = "") -> str:
    return f"{{name: a, kind: {name}, label: A{rest}}}"


def choices(name: str, *options: str, rest: str = "") -> str:
    listed = ", ".join(f"{{name: {each}, label: {each.upper()}}}" for each in options)
    return kind(name, f", choices: [{listed}]{rest}")


@pytest.mark.parametrize(
    "before, after, value, outcome",
    [
        (kind("text"), kind("text", ", required: true"), "x", ("x", None)),
        (kind("integer"), kind("decimal"), 3, (3, None)),
        (kind("decimal"), kind("integer"), "2.50", (None, Why.KIND)),
        (kind("text"), kind("email"), "ana@demo.example", ("ana@demo.example", None)),
        (kind("text"), kind("email"), "bonjour", (None, Why.KIND)),
        (kind("date"), kind("text"), "2026-01-31", (None, Why.KIND)),
        (kind("text"), kind("note"), "x", (None, Why.COMPUTED)),
        (kind("text"), kind("calculate", ", calculation: 1 + 1"), "x", (None, Why.COMPUTED)),
        (choices("select_one", "x", "y"), choices("select_one", "y", "z"), "y", ("y", None)),
        (choices("select_one", "x", "y"), choices("select_one", "y", "z"), "x", (None, Why.OPTION)),
        (choices("select_one", "x", "y"), choices("select_multiple", "x", "z"), "x", (["x"], None)),
        (choices("select_multiple", "x", "y"), choices("select_one", "x", "y"), ["x"], ("x", None)),
        (choices("select_multiple", "x", "y"), choices("select_one", "x", "y"), ["x", "y"], (None, Why.KIND)),
        (choices("select_multiple", "x", "y"), choices("select_multiple", "y"), ["x", "y"], (["y"], Why.OPTION)),
        (choices("select_multiple", "x", "y"), choices("select_multiple", "z"), ["x", "y"], (None, Why.OPTION)),
        (choices("rank", "x", "y", "z"), choices("rank", "z", "y", "x"), ["y", "x", "z"], (["y", "x", "z"], None)),
        (choices("rank", "x", "y", "z"), choices("rank", "x", "z"), ["z", "y", "x"], (["z", "x"], Why.OPTION)),
        (choices("rank", "x"), choices("rank", "y"), ["x"], (None, Why.OPTION)),
        (choices("rank", "x", "y"), choices("select_multiple", "x", "y"), ["y", "x"], (None, Why.KIND)),
        (choices("select_one", "oui", "non"), kind("yes_no"), "oui", ("oui", None)),
    ],
)
def test_an_answer_goes_where_the_new_question_can_read_it(before, after, value, outcome):
    assert one(before, after, value) == outcome


def test_what_could_not_be_read_stays_as_typed():
    typed: Json = {"unreadable": "douze", "code": "not_a_number"}
    assert one(kind("integer"), kind("integer"), typed) == (typed, None)
    assert one(kind("integer"), kind("text"), typed) == (None, Why.KIND)


def test_a_refusal_to_answer_is_kept_where_it_is_still_offered():
    nsp, sans = (f", may_decline: {{name: {name}, label: Sans avis}}" for name in ("nsp", "sans"))
    assert one(kind("integer", nsp), kind("integer", sans), "nsp") == ("sans", None)
    assert one(kind("text", nsp), kind("text"), "nsp") == (None, Why.OPTION)


def test_questions_gone_or_asked_elsewhere():
    listed = "{name: r, kind: repeat, label: R, questions: [{name: a, kind: text, label: A}]}"
    other = "{name: b, kind: text, label: B}"
    assert passages(form(kind("text")), form(other), {"a": "x"}) == (Passage("a", "x", None, Why.GONE),)
    assert passages(form(kind("text")), form(listed), {"a": "x"}) == (Passage("a", "x", None, Why.PLACE),)
    rows: dict[str, Json] = {"r[k1]": 1, "r[k1].a": "x", "r[k2]": None}
    assert passages(form(listed), form(listed), rows) == (Passage("r[k1]", 1, 1), Passage("r[k1].a", "x", "x"))
    assert [each.why for each in passages(form(listed), form(other), rows)] == [Why.GONE, Why.GONE]


EACH = """form: demo
title: Démo
sections:
  - name: p
    title: Page
    questions:
      - {name: aides, kind: select_multiple, label: Aides, choices: [{name: canne, label: C}, {name: lit, label: L}]}
      - {name: choses, kind: select_multiple, label: Choses, choices: [{name: canne, label: C}, {name: lit, label: L}]}
  - name: avis
    title: Avis
    for_each: aides
    questions: [{name: note, kind: text, label: Note}]
"""


@pytest.mark.parametrize(
    "was, now, whys",
    [
        ("title: Avis", "title: Votre avis", [None, None]),
        ("for_each: aides", "for_each: choses", [Why.PLACE, Why.PLACE]),
        ("aides, kind: select_multiple, label: Aides, choices: [{name: canne, label: C}, ",
         "aides, kind: select_multiple, label: Aides, choices: [", [Why.OPTION, None]),
    ],
)  # fmt: skip
def test_what_is_said_of_each_thing_goes_with_it(was, now, whys):
    rows: dict[str, Json] = {"avis[canne].note": "x", "avis[lit].note": "y"}
    assert was in EACH
    told = passages(load_text(EACH), load_text(EACH.replace(was, now)), rows)
    assert [each.why for each in told] == whys


def test_blank_rows_and_those_of_no_question_are_left_aside():
    assert passages(form(kind("text")), form(kind("text")), {"a": None, "jadis": "x"}) == ()


@pytest.mark.parametrize(
    "before, after, outcome",
    [
        (", visible_to: [qualite, siege]", ", visible_to: [qualite]", ("x", None)),
        ("", ", visible_to: [qualite]", ("x", None)),
        (", visible_to: [qualite]", "", (None, Why.READERS)),
        (", visible_to: [qualite]", ", visible_to: [qualite, siege]", (None, Why.READERS)),
    ],
)
def test_nobody_reads_an_answer_that_was_not_given_to_them(before, after, outcome):
    assert one(kind("text", before), kind("text", after), "x") == outcome


def test_consent_to_the_same_words_stands():
    told = passages(load_text(CONSENTED), load_text(CONSENTED.replace("Autre", "Divers")), GIVEN)
    assert [each.why for each in told] == [None, None, None]


@pytest.mark.parametrize(
    "was, now",
    [
        ("label: J'accepte,", "label: J'accepte que ce soit lu,"),
        ("name: accord,", "name: accord_lu,"),
        ("personal: health, consent: accord}", "personal: personal}"),
    ],
)
def test_what_a_consent_allowed_does_not_outlive_it(was, now):
    after = load_text(CONSENTED.replace(was, now).replace("consent: accord}", f"consent: {_name(now)}}}"))
    told = {each.path: each.why for each in passages(load_text(CONSENTED), after, GIVEN)}
    assert (told["mal"], told["autre"]) == (Why.CONSENT, None)


def _name(now: str) -> str:
    return "accord_lu" if "accord_lu" in now else "accord"


def test_an_answer_that_now_asks_for_a_consent_is_not_taken_without_it():
    after = CONSENTED.replace("label: Autre}", "label: Autre, personal: health, consent: accord}")
    told = {each.path: each.why for each in passages(load_text(CONSENTED), load_text(after), {"autre": "x"})}
    assert told == {"autre": Why.CONSENT}


def test_only_versions_of_one_document_follow_each_other():
    suivi = load("tests/journeys/forms_versions/suivi/2026-1.yaml")
    newer = load("tests/journeys/forms_newer/suivi/2026-2.yaml")
    personal = load_text(suivi.yaml.replace("source:", "instances: person\nsource:", 1))
    assert (is_same_document(suivi, newer), is_same_document(suivi, personal)) == (True, False)
