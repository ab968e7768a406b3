from datetime import UTC, date, datetime

import pytest

from questionnaire.spec.kinds.days import day_text, moment_text, read_day
from questionnaire.spec.values import Unreadable


@pytest.mark.parametrize(
    "typed",
    [
        "03/02/2026",
        "3/2/2026",
        "03.02.2026",
        "3-2-2026",
        "03 02 2026",
        "03 / 02 / 2026",
        "2026-02-03",
        "2026-2-3",
    ],
)
def test_dates_are_read_day_first_or_iso(typed):
    assert read_day(typed) == date(2026, 2, 3)


@pytest.mark.parametrize(
    "typed,code,message",
    [
        ("demain", "not_a_date", "Écrivez une date sous la forme jj/mm/aaaa, par exemple 03/02/2026."),
        ("2026", "not_a_date", "Écrivez une date sous la forme jj/mm/aaaa, par exemple 03/02/2026."),
        ("2026/02/03", "not_a_date", "Écrivez une date sous la forme jj/mm/aaaa, par exemple 03/02/2026."),
        ("03/02/26", "short_year", "Écrivez l’année avec quatre chiffres, par exemple 03/02/2026."),
        ("03/02/0026", "short_year", "Écrivez l’année avec quatre chiffres, par exemple 03/02/2026."),
        (
            "31/2/2026",
            "impossible_date",
            "Le 31/02/2026 n’existe pas dans le calendrier. Vérifiez le jour, le mois et l’année.",
        ),
        (
            "2026-13-01",
            "impossible_date",
            "Le 01/13/2026 n’existe pas dans le calendrier. Vérifiez le jour, le mois et l’année.",
        ),
    ],
)
def test_bad_dates_are_refused_with_their_cause(typed, code, message):
    assert read_day(typed) == Unreadable(typed, code, message)


def test_leap_days_exist():
    assert read_day("29/02/2028") == date(2028, 2, 29)


def test_days_are_written_with_two_and_four_digits():
    assert day_text(date(1000, 2, 3)) == "03/02/1000"


def test_moments_show_their_hour():
    moment = datetime(2026, 2, 3, 14, 5, tzinfo=UTC)
    assert (moment_text(moment), moment_text(moment.date())) == ("03/02/2026 à 14:05", "03/02/2026")
