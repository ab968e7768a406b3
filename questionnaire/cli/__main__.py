"""``python -m questionnaire.cli``: the commands that start processes."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

PLACES: Mapping[str, str] = MappingProxyType(
    {
        "run": "questionnaire.cli.running",
        "runner": "questionnaire.cli.runner",
    }
)
"""The module of each command, where it stands under its own name."""


class Commands(click.Group):
    """Loads a command when it is asked for: ``run`` serves, without what ``runner`` draws and seals with."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of ``PLACES``."""
        return list(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """None of a name that is no command."""
        if cmd_name not in PLACES:
            return None
        command: click.Command = getattr(import_module(PLACES[cmd_name]), cmd_name)
        return command


@click.group(cls=Commands)
def main() -> None:
    """Partenariat en santé."""


if __name__ == "__main__":
    main()
