"""Dates and hours counted and written, in the zone of the establishment (Paris here)."""

from dataclasses import replace

import pytest

from questionnaire.expressions import EvaluationError, parse
from tests.expressions.answers import form, value


@pytest.mark.parametrize(
    "text, expected",
    [
        ("string(date-time('2026-07-14T08:30:00+02:00'))", "2026-07-14T08:30:00.000+02:00"),
        ("string(date-time('2026-07-14'))", "2026-07-14"),
        ("date-time('demain')", ""),
        ("date-time(true())", ""),
        ("string(date-time(20648))", "2026-07-14"),
        ("decimal-date-time('1970-01-02T12:00:00Z')", 1.5),
        ("decimal-date-time(today()) = decimal-date-time('2026-07-14T00:00:00+02:00')", True),
        ("decimal-date-time(1.25)", 1.25),
        ("decimal-time('12:00')", 0.5),
        ("decimal-time('10:00:00Z')", 0.5),
        ("decimal-time('2026-07-14T10:00:00Z')", 0.5),
        ("decimal-time('06:00:36')", 0.25 + 36 / 86400),
    ],
)
def test_moment(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize("text", ["decimal-date-time('')", "decimal-time('24:00')", "decimal-time('midi')"])
def test_nothing_told_is_no_number(text):
    assert repr(value(text)) == "nan"


def test_a_number_between_quotes_is_no_date():
    with pytest.raises(EvaluationError, match="attend une date"):
        value("decimal-date-time('-1000')")


@pytest.mark.parametrize(
    "pattern, english, french",
    [
        ("%d/%m/%Y", "04/08/2026", "04/08/2026"),
        ("%e/%n/%y", "4/8/26", "4/8/26"),
        ("%a %e %b", "Tue 4 Aug", "mar. 4 août"),
        ("%H:%M:%S.%3 (%h)", "09:05:07.250 (9)", "09:05:07.250 (9)"),
        ("100 %%", "100 %", "100 %"),
    ],
)
def test_a_moment_is_written_by_its_pattern(pattern, english, french):
    expression = parse("format-date-time(${quand}, ${motif})")
    scope = form(quand="2026-08-04T07:05:07.25Z", motif=pattern)
    ours = replace(scope, world=replace(scope.world, language="fr"))
    assert [expression.text(scope), expression.text(ours)] == [english, french]


def test_a_date_alone_begins_at_midnight():
    assert value("format-date('2026-12-25', '%d %H:%M')") == "25 00:00"


def test_nothing_is_written_of_no_date():
    assert (value("format-date('', '%Y')"), value("format-date('x', '%Y')")) == ("", "")


def test_an_unknown_directive_is_told():
    with pytest.raises(EvaluationError, match="%Q"):
        value("format-date(today(), '%Q')")
