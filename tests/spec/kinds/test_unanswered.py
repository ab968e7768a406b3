from datetime import UTC, date, datetime
from decimal import Decimal
from math import inf, nan

import pytest

from questionnaire.spec.text_reading import parse_text
from tests.spec.kinds.asking import LABELS, asked

CALCULATE = asked("calculate")


@pytest.mark.parametrize(
    "value,json,shown,atom",
    [
        ("Un\ndeux", "Un\ndeux", ("Un", "deux"), "Un\ndeux"),
        (1234.5, 1234.5, ("1\u00a0234,5",), 1234.5),
        (0.1 + 0.2, 0.3, ("0,3",), 0.1 + 0.2),
        (3.0, 3, ("3",), 3.0),
        (Decimal("12.5"), 12.5, ("12,5",), 12.5),
        (True, True, ("Oui",), True),
        (False, False, ("Non",), False),
        (date(2026, 2, 3), "2026-02-03", ("03/02/2026",), date(2026, 2, 3)),
        (nan, None, (), ""),
        (inf, None, (), ""),
    ],
)
def test_computed_values_have_their_faces(value, json, shown, atom):
    kind = CALCULATE.kind
    assert (kind.write(value), kind.show(value, CALCULATE, LABELS), kind.atom(value)) == (json, shown, atom)


def test_computed_moment_shows_its_hour():
    moment = datetime(2026, 2, 3, 14, 5, tzinfo=UTC)
    faces = CALCULATE.kind.write(moment), CALCULATE.kind.show(moment, CALCULATE, LABELS)
    assert faces == ("2026-02-03T14:05:00+00:00", ("03/02/2026 à 14:05",))


def test_computed_number_is_shown_with_its_unit():
    question = asked("calculate", unit=parse_text("membres"))
    assert question.kind.show(Decimal(3), question, LABELS) == ("3\u00a0membres",)
