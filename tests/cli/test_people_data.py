"""``people export``: all that is kept of a person."""

import json

from tests.journeys.house import found_house


def test_operator_writes_the_file_of_anybody(command, tmp_path):
    house, file = found_house(tmp_path / "data"), tmp_path / "nadia.json"
    done = command(house, "people", "export", "porteur_projet@demo.example", "--json", str(file))
    data = json.loads(file.read_text())
    assert (done.exit_code, data["person"]["name"]) == (0, "Nadia Lemoine")
    assert data["parts"]["acts_on_them"][-1]["kind"] == "own_data_taken"
    assert command(house, "people", "export", "nobody", "--json", str(file)).exit_code == 1
