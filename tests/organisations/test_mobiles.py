"""Mobile numbers are kept as the world dials them."""

import pytest

from questionnaire.organisations.mobiles import mobile_of, shown_mobile


@pytest.mark.parametrize(
    "typed, number, shown",
    [
        ("06 12 34 56 78", "+33612345678", "06\u00a012\u00a034\u00a056\u00a078"),
        ("07.12.34.56.78", "+33712345678", "07\u00a012\u00a034\u00a056\u00a078"),
        ("+33 (0)6 12 34 56 78", "+33612345678", "06\u00a012\u00a034\u00a056\u00a078"),
        ("0033 6 12 34 56 78", "+33612345678", "06\u00a012\u00a034\u00a056\u00a078"),
        ("0692 12 34 56", "+262692123456", "+262692123456"),
        ("0696 12 34 56", "+596696123456", "+596696123456"),
        ("+32 470 12 34 56", "+32470123456", "+32470123456"),
    ],
)
def test_a_mobile_number_is_read_and_shown(typed, number, shown):
    assert (mobile_of(typed), shown_mobile(number)) == (number, shown)
    assert mobile_of(shown) == number


@pytest.mark.parametrize(
    "typed", ["", "01 23 45 67 89", "06 12 34 56", "+33 1 23 45 67 89", "odette", "+0612345678", "٠٦١٢٣٤٥٦٧٨"]
)
def test_what_is_no_mobile_number_is_refused(typed):
    assert mobile_of(typed) is None
