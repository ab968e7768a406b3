"""Links, groups and their order stay as another tool wrote them."""

import json

import pytest

from questionnaire.interchange.fhir import export_form, import_form, read_response, response_of
from tests.interchange.fhir.questionnaires import coded, item, loaded, no_file, read, said
from tests.interchange.fhir.test_responses import filled_of

VISIT = item(
    "1", "group",
    code=[{"system": "http://loinc.org", "code": "54114-4"}],
    item=[
        item("1.1", "boolean"),
        item("1.2", "group", code=[{"system": "http://loinc.org", "code": "8716-3"}], enableWhen=[
            {"question": "1.1", "operator": "=", "answerBoolean": True},
        ], item=[
            item("1.2.1", "decimal"),
            item("1.2.2", "group", item=[item("1.2.2.1", "choice", answerOption=coded("a", "b"))]),
            item("1.2.3"),
        ]),
        item("1.3"),
        item("1.4", "group", repeats=True, item=[item("1.4.1"), item("1.4.2", "date")]),
    ],
)  # fmt: skip


def tree(items, above=""):
    """Each link, and that of what holds it, in the order of the file."""
    for one in items:
        yield one["linkId"], above
        yield from tree(one.get("item", ()), one["linkId"])


def sent_out(form):
    return json.loads(export_form(form).resource)


def test_links_and_groups_go_out_as_they_came():
    form, found = read(VISIT)
    assert [str(remark) for remark in found.remarks] == []
    assert list(tree(sent_out(form)["item"])) == list(tree([VISIT]))


def test_codes_of_groups_go_out_as_they_came():
    form, _ = read(VISIT)
    page = sent_out(form)["item"][0]
    assert [page["code"], page["item"][1]["code"]] == [VISIT["code"], VISIT["item"][1]["code"]]


def test_conditions_name_the_links_of_the_other_tool():
    group = sent_out(read(VISIT)[0])["item"][0]["item"][1]
    assert group["enableWhen"] == VISIT["item"][1]["enableWhen"]


def test_what_went_out_reads_as_the_same_form():
    form, _ = read(VISIT)
    again = loaded(import_form(export_form(form).resource.encode(), "essai", no_file))
    assert {name: each.outside for name, each in again.questions.items()} == {
        name: each.outside for name, each in form.questions.items()
    }
    assert sent_out(again)["item"] == sent_out(form)["item"]


def test_conditions_of_a_group_are_not_added_once_more_by_each_journey():
    form, _ = read(VISIT)
    once = sent_out(form)
    twice = sent_out(loaded(import_form(json.dumps(once).encode(), "essai", no_file)))
    assert twice["item"][0]["item"][1]["item"] == once["item"][0]["item"][1]["item"]


def test_headings_are_above_what_they_held():
    form, _ = read(VISIT)
    under = {
        each.link: form.questions[each.outside.under].link for each in form.questions.values() if each.outside.under
    }
    assert under == {"1.2.1": "1.2", "1.2.2": "1.2", "1.2.2.1": "1.2.2", "1.2.3": "1.2"}


def test_group_without_a_title_is_told():
    told = said(item("p", "group", item=[item("g", "group", text="", item=[item("a")])]))
    assert told == ["Élément « g » : un groupe sans titre : ses questions suivent les autres."]


@pytest.mark.parametrize("link", ["a b", "é", "x" * 200, "1", "a.b", "name", "csrf_token"])
def test_any_link_comes_back(link):
    form, _ = read(item(link, "integer"), item("z"))
    assert link in dict(tree(sent_out(form)["item"]))


def test_answers_go_out_and_come_back_under_the_links_of_the_other_tool():
    form, _ = read(VISIT)
    names = {each.link: name for name, each in form.questions.items()}
    sheet = {
        names["1.1"]: "oui", names["1.2.1"]: 36.5, names["1.2.2.1"]: "b", names["1.3"]: "bien",
        names["1.4"]: [{names["1.4.1"]: "un", names["1.4.2"]: "2026-11-24"}, {names["1.4.1"]: "deux"}],
    }  # fmt: skip
    response = response_of(filled_of(form, sheet))
    assert list(tree(json.loads(response)["item"])) == [
        ("1", ""), ("1.1", "1"), ("1.2", "1"), ("1.2.1", "1.2"), ("1.2.2", "1.2"), ("1.2.2.1", "1.2.2"), ("1.3", "1"),
        ("1.4", "1"), ("1.4.1", "1.4"), ("1.4.2", "1.4"), ("1.4", "1"), ("1.4.1", "1.4"),
    ]  # fmt: skip
    assert read_response(response.encode(), form).sheet == sheet
