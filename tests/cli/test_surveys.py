"""``surveys``: opened, listed, counted, closed."""

from pathlib import Path

from tests.journeys.workshop import found_workshop

HERE = "Hôpital de démonstration"


def test_commands_open_list_count_and_close(tmp_path, command):
    house = found_workshop(tmp_path / "data", Path("tests/journeys/forms_survey"))
    opened = command(house, "surveys", "open", "enquete", "--in", HERE, "--until", "2999-12-31")
    survey_id = opened.output.strip().rstrip("/").rpartition("/")[2]
    assert opened.output.startswith(house.settings.public_url + "/enquetes/")
    assert f"{survey_id}  enquete" in command(house, "surveys", "list").output
    assert "encore ouverte" in command(house, "surveys", "results", survey_id).output
    assert command(house, "surveys", "close", survey_id).exit_code == 0
    assert "Taille" in command(house, "surveys", "results", survey_id).output
    assert command(house, "surveys", "close", "x").exit_code == 1
    assert "n’est pas anonyme" in command(house, "surveys", "open", "fiche_projet", "--in", HERE).output
