"""Every function of the language, and every way along a path, gives in a filled form what its author expects of it."""

import math
from dataclasses import replace
from datetime import date

import pytest

from questionnaire.expressions import LIBRARY
from questionnaire.filling import FilledForm, fill, from_sheet
from questionnaire.spec import load_text
from tests.filling.building import CONTEXT

FORM = """form: functions
title: Fonctions
choices:
  lieux:
    - {{name: ici, label: Ici même}}
    - {{name: loin, label: Plus loin}}
sections:
  - name: page
    title: Page
    questions:
      - {{name: age, kind: integer, label: Âge, required: true}}
      - {{name: vide, kind: text, label: Vide, required: true}}
      - {{name: mot, kind: text, label: Mot}}
      - {{name: jour, kind: date, label: Jour}}
      - {{name: lieu, kind: select_one, label: Lieu, choices: lieux}}
      - {{name: gouts, kind: select_multiple, label: Goûts, choices: lieux}}
      - name: visite
        kind: repeat
        label: Visite
        questions:
          - {{name: qui, kind: text, label: Qui}}
          - {{name: note, kind: integer, label: Note}}
          - name: dedans
            kind: calculate
            label: Dedans
            calculation: >-
              {inside}
      - name: dehors
        kind: calculate
        label: Dehors
        calculation: >-
          {outside}
"""
SHEET = {
    "age": 21,
    "mot": "  Été  indien ",
    "jour": "2026-07-14",
    "lieu": "loin",
    "gouts": ["ici", "loin"],
    "visite": [{"qui": "Anne", "note": 3}, {"qui": "Boris", "note": 5}, {"qui": "Carla"}],
}
SQUARE = "'0 0 0 0;0 2 0 0;2 2 0 0;2 0 0 0'"

OUTSIDE: dict[str, list[tuple[str, object]]] = {
    "if": [("if(${age} > 17, 'majeur', 'mineur')", "majeur")],
    "coalesce": [("coalesce(${vide}, ${age})", 21.0)],
    "not": [("not(${vide} = '')", False)],
    "boolean": [("boolean(${vide})", False)],
    "boolean-from-string": [("boolean-from-string('1')", True)],
    "checklist": [("checklist(2, 3, ${age} > 17, ${vide} != '', ${lieu} = 'loin')", True)],
    "weighted-checklist": [("weighted-checklist(5, 9, ${age} > 17, 4, ${vide} != '', 8, ${lieu} = 'loin', 3)", True)],
    "true": [("true()", True)],
    "false": [("false()", False)],
    "selected": [("selected(${gouts}, 'loin')", True)],
    "count-selected": [("count-selected(${gouts})", 2.0)],
    "selected-at": [("selected-at(${gouts}, 1)", "loin")],
    "intersects": [("intersects(${gouts}, 'loin ailleurs')", True)],
    "count": [("count(${visite})", 3.0), ("count(${visite}[note > 3])", 1.0)],
    "current": [("count(${visite}[note < current()/../age])", 2.0)],
    "indexed-repeat": [("indexed-repeat(${qui}, ${visite}, 2)", "Boris")],
    "name": [("name(${age})", "age")],
    "local-name": [("local-name(${age})", "age")],
    "last": [("${visite}[position() = last()]/qui", "Carla")],
    "count-non-empty": [("count-non-empty(${note})", 2.0)],
    "instance": [("instance('lieux')/root/item[name = 'loin']/label", "Plus loin")],
    "pulldata": [("pulldata('lieux', 'label', 'name', ${lieu})", "Plus loin")],
    "jr:choice-name": [("jr:choice-name(${lieu}, '${lieu}')", "Plus loin")],
    "number": [("number('12.5') + 1", 13.5)],
    "int": [("int(-1.9)", -1.0)],
    "round": [("round(2.345, 2)", 2.35), ("round(1250, -2)", 1300.0)],
    "abs": [("abs(-3)", 3.0)],
    "floor": [("floor(-1.5)", -2.0)],
    "ceiling": [("ceiling(1.2)", 2.0)],
    "sum": [("sum(${note})", 8.0)],
    "min": [("min(${note}[. != ''])", 3.0)],
    "max": [("max(${note}[. != ''])", 5.0)],
    "string-length": [("string-length(normalize-space(${mot}))", 10.0)],
    "sqrt": [("sqrt(16)", 4.0)],
    "exp": [("exp(0)", 1.0)],
    "exp10": [("exp10(2)", 100.0)],
    "log": [("log(1)", 0.0)],
    "log10": [("log10(1000)", 3.0)],
    "sin": [("sin(0)", 0.0)],
    "cos": [("cos(0)", 1.0)],
    "tan": [("tan(0)", 0.0)],
    "asin": [("asin(0)", 0.0)],
    "acos": [("acos(1)", 0.0)],
    "atan": [("atan(0)", 0.0)],
    "atan2": [("atan2(0, 1)", 0.0)],
    "pow": [("pow(2, 10)", 1024.0)],
    "pi": [("pi()", math.pi)],
    "string": [("string(${age})", "21")],
    "concat": [("concat(${qui}, '!')", "AnneBorisCarla!")],
    "join": [("join(' et ', ${qui})", "Anne et Boris et Carla")],
    "contains": [("contains(${mot}, 'ind')", True)],
    "starts-with": [("starts-with(${lieu}, 'lo')", True)],
    "ends-with": [("ends-with(${lieu}, 'in')", True)],
    "regex": [("regex(${lieu}, '[a-z]{4}')", True)],
    "substr": [("substr(${lieu}, 1, 3)", "oi")],
    "substring": [("substring(${lieu}, 2, 2)", "oi")],
    "substring-before": [("substring-before('2026-07', '-')", "2026")],
    "substring-after": [("substring-after('2026-07', '-')", "07")],
    "normalize-space": [("normalize-space(${mot})", "Été indien")],
    "translate": [("translate('a-b-c', '-', '')", "abc")],
    "today": [("string(today())", "2026-03-03")],
    "now": [("format-date-time(now(), '%H:%M')", "00:30")],
    "date": [("string(date(${jour} + 20))", "2026-08-03")],
    "date-time": [("string(date-time('2026-07-14T08:30:00+02:00'))", "2026-07-14T08:30:00.000+02:00")],
    "decimal-date-time": [("decimal-date-time('1970-01-02T12:00:00Z')", 1.5)],
    "decimal-time": [("decimal-time('12:00')", 0.5)],
    "format-date": [("format-date(${jour}, '%e %b %Y')", "14 juil. 2026")],
    "format-date-time": [("format-date-time('2026-07-14T08:05:00+02:00', '%a %H:%M')", "mar. 08:05")],
    "period-start": [("string(period-start('2026-03-01/2026-04-12'))", "2026-03-01"), ("period-start('')", None)],
    "period-end": [("string(period-end('2026-03-01/2026-04-12'))", "2026-04-12"), ("period-end(${jour})", None)],
    "period-days": [("period-days('2026-03-01/2026-04-12')", 43.0), ("period-days('2026-02-30/2026-03-01')", None)],
    "digest": [("digest('abc', 'SHA-1', 'hex')", "a9993e364706816aba3e25717850c26c9cd0d89d")],
    "base64-decode": [("base64-decode('w6l0w6k=')", "été")],
    "distance": [("round(distance('48.8566 2.3522;45.7640 4.8357') div 1000)", 392.0)],
    "area": [(f"round(area({SQUARE}) div 1000000)", 49557.0)],
    "geofence": [(f"geofence('1 1 0 0', {SQUARE})", True), (f"geofence('3 1 0 0', {SQUARE})", False)],
    "randomize": [
        ("join(' ', randomize(${qui}, 42))", "Carla Boris Anne"),
        ("count(randomize(instance('lieux')/root/item, ${age}))", 2.0),
    ],
    "random": [("once(random() >= 0 and random() < 1)", True)],
    "uuid": [("string-length(uuid(20))", 20.0), ("string-length(uuid())", 36.0)],
    "once": [("once(today())", date(2026, 3, 3)), ("once(${age} * 2)", 42.0)],
    "completeness": [("completeness()", 50.0)],
}
"""A formula, and its result in a form answered as the sheet is, on the third of March 2026 in Paris."""

PATHS = {
    "child": ("/visite/note + 0", 3.0),
    "parent": ("string(../age)", "21"),
    "self": ("count(../age/self::age)", 1.0),
    "descendant": ("count(//note)", 3.0),
    "ancestor": ("count(//note/ancestor::visite)", 3.0),
    "predicate on an answer": ("string(/visite[note = 5]/qui)", "Boris"),
    "predicate on a rank": ("string(/visite[3]/qui)", "Carla"),
    "predicates one after the other": ("string(/visite[note != ''][2]/qui)", "Boris"),
    "union": ("count(//qui | //note)", 6.0),
    "attribute of an entry": ("string(instance('lieux')/root/item[@name = 'loin']/@label)", "Plus loin"),
    "list": ("string(instance('lieux')/root/item[2]/name)", "loin"),
}

INSIDE: dict[str, tuple[str, list[object]]] = {
    "position": ("position(..)", [1.0, 2.0, 3.0]),
    "sibling": ("concat(../qui, ' ', ../note)", ["Anne 3", "Boris 5", "Carla "]),
    "answer named": ("${note} * 2", [6.0, 10.0, None]),
    "outside": ("../../age + position(..)", [22.0, 23.0, 24.0]),
    "the one before": (
        "string(indexed-repeat(${qui}, ${visite}, position(..) - 1))",
        [None, "Anne", "Boris"],
    ),
    "all of them": ("count(../../visite/note)", [3.0, 3.0, 3.0]),
    "following-sibling": ("count(../following-sibling::visite)", [2.0, 1.0, 0.0]),
}


def computed(outside: str = "1", inside: str = "1") -> FilledForm:
    form = load_text(FORM.format(outside=outside, inside=inside), "functions/1")
    answers, problems = from_sheet(form, SHEET)
    assert problems == ()
    return fill(form, answers, replace(CONTEXT, seed="document"))


def test_every_function_is_tried_in_a_form():
    assert {*OUTSIDE, *INSIDE} >= set(LIBRARY)


@pytest.mark.parametrize("name", OUTSIDE)
def test_function_gives_in_a_form(name):
    assert [computed(outside=rule).values["dehors"] for rule, _ in OUTSIDE[name]] == [said for _, said in OUTSIDE[name]]


@pytest.mark.parametrize("way", PATHS)
def test_path_leads_in_a_form(way):
    rule, expected = PATHS[way]
    assert computed(outside=rule).values["dehors"] == expected


@pytest.mark.parametrize("what", INSIDE)
def test_item_of_a_list_computes_for_itself(what):
    rule, expected = INSIDE[what]
    values = computed(inside=rule).values
    assert [values[f"visite[k{rank}].dedans"] for rank in (1, 2, 3)] == expected
