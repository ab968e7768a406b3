"""``forms schema``: the JSON Schema of specs, for editors."""

import json

import click

from questionnaire.config import SHIPPED_FORMS
from questionnaire.spec.guide import read_guide
from questionnaire.spec.schema import schema


@click.command("schema")
def schema_command() -> None:
    """Écrit le schéma JSON des formulaires, pour les éditeurs de texte (forms_spec/schema.json)."""
    guide = read_guide((SHIPPED_FORMS / "README.md").read_text(encoding="utf-8"))
    click.echo(json.dumps(schema(guide), ensure_ascii=False, indent=2))
