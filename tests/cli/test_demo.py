from sqlalchemy import text

from questionnaire import create_app
from questionnaire.cli.setting_up import upgrade_database
from questionnaire.storage.database import open_session
from tests.journeys.house import House, settings_in


def counts(settings):
    with open_session(settings.database_url) as session:
        return {
            table: session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608  # our own table names
            for table in ("organisation", "person", "account", "project", "draft")
        }


def test_loading_twice_founds_one_hospital(tmp_path, command):
    settings = settings_in(tmp_path / "data")
    house = House(create_app(settings), settings)
    upgrade_database(house.app)
    first = command(house, "demo", "load")
    seal = settings.seal_file.read_bytes()
    second = command(house, "demo", "load")
    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert counts(settings) == {"organisation": 8, "person": 10, "account": 10, "project": 1, "draft": 1}
    assert settings.seal_file.read_bytes() == seal


def test_loading_outside_a_demonstration_is_refused(tmp_path, python):
    result = python("-m", "flask", "--app", "wsgi", "demo", "load", DATA_DIR=str(tmp_path / "data"))
    assert (result.returncode, "DEMO=1" in result.stderr, (tmp_path / "data").exists()) == (1, True, False)
