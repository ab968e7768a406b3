from pathlib import Path

from click.testing import CliRunner

from questionnaire.cli.schema import schema_command

COMMITTED = Path(__file__).parents[2] / "forms_spec" / "schema.json"


def test_schema_beside_the_forms_is_up_to_date():
    """Make it again with ``flask --app wsgi forms schema > forms_spec/schema.json``."""
    result = CliRunner().invoke(schema_command)
    assert (result.exit_code, result.stdout) == (0, COMMITTED.read_text(encoding="utf-8"))
