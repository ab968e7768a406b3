import pytest

from questionnaire.spec import check_folder, load_text

FIRST = """form: premier
title: Premier
sections:
  - name: page
    title: Page
    questions:
      - {name: a, kind: text, label: A}
      - {name: r, kind: repeat, label: R, questions: [{name: qui, kind: text, label: Q}]}
"""
SECOND = """form: second
title: Second
after: [{form: premier}]
sections:
  - name: page
    title: Page
    questions:
      - {name: b, kind: text, label: B, prefill: premier.a}
      - {name: c, kind: text, label: C, prefill: person.last_name}
      - name: s
        kind: repeat
        label: S
        prefill: premier.r
        prefill_person: qui
        questions: [{name: d, kind: text, label: D}]
"""


@pytest.fixture
def told(tmp_path):
    def check(second):
        for name, text in (("premier", FIRST), ("second", second)):
            (tmp_path / name).mkdir()
            (tmp_path / name / "1.yaml").write_text(text, encoding="utf-8")
        return [(fault.line, fault.column, fault.code, fault.remedy) for fault in check_folder(tmp_path)]

    return check


def test_sound_references_are_accepted(told):
    assert told(SECOND) == []


def test_form_that_comes_before_exists(told):
    expected = (3, 16, "unknown_form", "Vouliez-vous dire «\u00a0premier\u00a0»\u00a0?")
    assert told(SECOND.replace("{form: premier}", "{form: premeir}")) == [expected]


def test_question_that_gives_an_answer_exists(told):
    assert told(SECOND.replace("premier.a", "premier.z"))[0][:3] == (8, 50, "unknown_question")


def test_form_that_gives_an_answer_exists(told):
    assert told(SECOND.replace("premier.a", "autre.a"))[0][:3] == (8, 50, "unknown_form")


def test_question_that_names_people_is_in_the_repeat(told):
    assert told(SECOND.replace("prefill_person: qui", "prefill_person: a"))[0][2] == "not_in_repeat"


def test_form_beside_may_be_cited(tmp_path):
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "1.yaml").write_text(SECOND, encoding="utf-8")
    assert check_folder(tmp_path, [load_text(FIRST, "premier/1")]) == []
