from datetime import date

import pytest

from questionnaire.spec.kinds.declining import Declinable
from questionnaire.spec.kinds.periods import ends_of
from questionnaire.spec.model import Choice
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.values import Declined, Period, Unreadable
from tests.spec.kinds.asking import LABELS, asked

QUESTION = asked("date_range")
KIND = QUESTION.kind
SPRING = Period(date(2026, 3, 1), date(2026, 4, 12))


@pytest.mark.parametrize(
    "raw",
    [
        ["01/03/2026", "12/04/2026"],
        ["1.3.2026", " 2026-04-12 "],
        ["01–03–2026", "12 04 2026"],
        ["2026-03-01/2026-04-12"],
        ["01/03/2026 – 12/04/2026"],
        ["01/03/2026–12/04/2026"],
    ],
)
def test_period_is_read_from_two_fields_or_from_one_text(raw):
    assert KIND.read(raw, QUESTION) == SPRING


@pytest.mark.parametrize(
    "raw,refused",
    [
        (["01/03/2026", ""], Unreadable("01/03/2026 – ", "missing_end", "Indiquez aussi la seconde date.")),
        (["", "12/04/2026"], Unreadable(" – 12/04/2026", "missing_start", "Indiquez aussi la première date.")),
        (["2026-03-01"], Unreadable("2026-03-01 – ", "missing_end", "Indiquez aussi la seconde date.")),
        (
            ["12/04/2026", "01/03/2026"],
            Unreadable(
                "12/04/2026 – 01/03/2026",
                "reversed_dates",
                "La seconde date (01/03/2026) vient avant la première (12/04/2026). Vérifiez les deux.",
            ),
        ),
        (
            ["mars", "12/04/2026"],
            Unreadable(
                "mars – 12/04/2026",
                "not_a_date",
                "Première date\u00a0: écrivez une date sous la forme jj/mm/aaaa, par exemple 03/02/2026.",
            ),
        ),
        (
            ["01/03/2026", "31/04/2026"],
            Unreadable(
                "01/03/2026 – 31/04/2026",
                "impossible_date",
                "Seconde date\u00a0: le 31/04/2026 n’existe pas dans le calendrier. "
                "Vérifiez le jour, le mois et l’année.",
            ),
        ),
        (
            ["", "12/04/26"],
            Unreadable(
                " – 12/04/26",
                "short_year",
                "Seconde date\u00a0: écrivez l’année avec quatre chiffres, par exemple 03/02/2026.",
            ),
        ),
        (["a", "b", "c"], Unreadable("a b c", "several_values", "Donnez une seule réponse.")),
    ],
)
def test_what_is_no_period_is_kept_and_refused(raw, refused):
    assert KIND.read(raw, QUESTION) == refused


@pytest.mark.parametrize("text,ends", [("01/03/2026 – ", ("01/03/2026", "")), (" – 5", ("", "5")), ("", ("", ""))])
def test_what_was_refused_comes_back_in_its_own_field(text, ends):
    assert ends_of(text) == ends


@pytest.mark.parametrize(
    "first,last,said",
    [
        (date(2026, 3, 1), date(2026, 4, 12), "du 1er\u00a0mars au 12\u00a0avril 2026"),
        (date(2026, 3, 2), date(2026, 3, 12), "du 2 au 12\u00a0mars 2026"),
        (date(2025, 12, 30), date(2026, 1, 1), "du 30\u00a0décembre 2025 au 1er\u00a0janvier 2026"),
        (date(2025, 3, 2), date(2026, 3, 12), "du 2\u00a0mars 2025 au 12\u00a0mars 2026"),
        (date(2026, 3, 1), date(2026, 3, 1), "le 1er\u00a0mars 2026"),
    ],
)
def test_period_is_said_without_repeating_itself(first, last, said):
    assert KIND.show(Period(first, last), QUESTION, LABELS) == (said,)


def test_rules_see_the_text_that_files_hold():
    assert (KIND.atom(SPRING), KIND.to_json(SPRING)) == ("2026-03-01/2026-04-12",) * 2


def test_days_of_a_period_count_both_ends():
    assert (SPRING.days, Period(SPRING.first, SPRING.first).days) == (43, 1)


@pytest.mark.parametrize(
    "raw,answer",
    [
        (["", "", "nsp"], Declined("nsp")),
        (["", "12/04/2026"], Unreadable(" – 12/04/2026", "missing_start", "Indiquez aussi la première date.")),
        (
            ["", "12/04/2026", "nsp"],
            Unreadable(" – 12/04/2026", "declined_too", "Effacez votre réponse, ou décochez «\u00a0Sans avis\u00a0»."),
        ),
    ],
)
def test_period_declined_leaves_each_day_in_its_field(raw, answer):
    kind = Declinable(KIND, Choice("nsp", parse_text("Sans avis")))
    assert kind.read(raw, QUESTION) == answer
