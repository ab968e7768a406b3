import pytest

from questionnaire.organisations.identity import department_fault, finess_fault, plain_finess, timezone_fault


@pytest.mark.parametrize("number", ["750100125", "2A0000014"])
def test_finess_numbers_are_accepted(number):
    assert finess_fault(number) == ""


@pytest.mark.parametrize("number", ["", "75010012", "7501001250", "75010012A", "2C0000014"])
def test_what_has_not_the_shape_of_a_finess_number_is_refused(number):
    assert finess_fault(number) == "Un numéro FINESS compte 9 chiffres, par exemple 750100125."


@pytest.mark.parametrize("number", ["750100126", "570100125", "750010125"])
def test_a_slip_in_a_finess_number_is_found_by_its_key(number):
    assert "erreur de frappe" in finess_fault(number)


def test_finess_number_may_be_typed_in_groups():
    assert plain_finess(" 75 010\u00a0012-5 ") == "750100125"


@pytest.mark.parametrize("code", ["01", "19", "2A", "2B", "69", "95", "971", "976", "988"])
def test_departments_are_accepted(code):
    assert department_fault(code) == ""


@pytest.mark.parametrize("code", ["", "1", "00", "96", "2C", "970", "999", "Rhône"])
def test_other_codes_are_no_department(code):
    assert department_fault(code) != ""


@pytest.mark.parametrize(
    "name, known", [("Europe/Paris", True), ("Indian/Reunion", True), ("Paris", False), ("../x", False)]
)
def test_time_zones_are_those_of_the_iana(name, known):
    assert (timezone_fault(name) == "") is known
