"""``python -m questionnaire.cli``: the commands that start processes."""

import click

from questionnaire.cli.runner import runner
from questionnaire.cli.running import run


@click.group()
def main() -> None:
    """Partenariat en santé."""


main.add_command(run)
main.add_command(runner)

if __name__ == "__main__":
    main()
