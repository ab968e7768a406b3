"""What the documentation shows is there: links, pictures, commands, rooms, accounts, and French as it is printed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from flask.cli import FlaskGroup

from questionnaire import create_app
from questionnaire.cli import register
from questionnaire.cli.__main__ import main
from questionnaire.config import Settings
from questionnaire.journeys.demonstration.founding import INHABITANTS, PASSWORD
from questionnaire.spec import check_file
from tests.architecture.sources import CHECKOUT, PACKAGE, name_of

README = CHECKOUT / "README.md"
PAGES = [README, CHECKOUT / "CHANGELOG.md", CHECKOUT / "forms_spec/README.md", *sorted(CHECKOUT.glob("docs/**/*.md"))]
USERS = sorted((CHECKOUT / "docs" / "users").glob("*.md"))
INSTALL = CHECKOUT / "docs" / "operators" / "install.md"

LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
SPACED = re.compile(r" [:;?!»]|« |\w[?!»]|«\w|\w'\w")
"""Marks that want a no-break space, and apostrophes that want to be curly."""


def prose(page: Path) -> str:
    """A page without its code and the addresses of its links."""
    return LINK.sub("]", CODE.sub("", page.read_text()))


def code(page: Path) -> str:
    """The code of a page: blocks, and words between backquotes."""
    return "\n".join(CODE.findall(page.read_text()))


def anchor(title: str) -> str:
    """The anchor that forges give to a title."""
    return re.sub(r"[^\w -]", "", title.strip().lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    return {anchor(title) for title in re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)}


def broken(page: Path, target: str) -> bool:
    """Whether a link of a page leads nowhere in the checkout; other sites are not asked."""
    if re.match(r"[a-z]+:", target):
        return False
    path, _, wanted = target.partition("#")
    found = (page.parent / path).resolve() if path else page
    return not found.exists() or bool(wanted and wanted not in anchors(found))


def shown(pattern: str) -> set[tuple[str, str]]:
    """Page and match, for each match of a pattern in the code of a page."""
    return {(name_of(page), " ".join(words.split())) for page in PAGES for words in re.findall(pattern, code(page))}


def known(group: click.Group, words: str) -> bool:
    """Whether the first words of a command line lead to a command, or to a group of commands."""
    command: click.Command | None = group
    for word in words.split():
        if not isinstance(command, click.Group):
            return True
        command = command.get_command(click.Context(command), word)
    return command is not None


@pytest.fixture(scope="module")
def flask_commands(tmp_path_factory):
    """The commands of ``flask --app wsgi``, Flask's own and those of its extensions among them."""
    app = create_app(Settings.read({"DEMO": "1", "DATA_DIR": str(tmp_path_factory.mktemp("docs"))}))
    register(app)
    group = FlaskGroup(create_app=lambda: app)
    for name, command in app.cli.commands.items():
        group.add_command(command, name)
    return group


def test_links_and_pictures_lead_somewhere():
    found = [(name_of(page), target) for page in PAGES for target in LINK.findall(page.read_text())]
    assert [(page, target) for page, target in found if broken(CHECKOUT / page, target)] == []


def test_targets_shown_are_in_the_makefile():
    targets = set(re.findall(r"^([a-z-]+):.*## ", (CHECKOUT / "Makefile").read_text(), re.MULTILINE))
    assert {(page, name) for page, name in shown(r"(?m)(?:^|`)make ([a-z-]+)") if name not in targets} == set()


def test_packages_shown_are_those_that_the_tests_ask_for():
    asked = set(re.findall(r"echo ([a-z-]+)", (CHECKOUT / "scripts/system_packages.sh").read_text()))
    listed = re.search(r"System packages, on Debian: `([^`]+)`", (CHECKOUT / "docs/developers/testing.md").read_text())
    assert listed is not None
    assert set(listed[1].split()) == asked


def test_commands_of_flask_shown_exist(flask_commands):
    lines = shown(r"flask --app wsgi ([a-z]+(?: [a-z][a-z-]*)?)")
    assert {(page, words) for page, words in lines if not known(flask_commands, words)} == set()


def test_modules_shown_exist_and_have_their_command():
    for page, line in shown(r"python -m ([\w.]+(?: [a-z]+)?)"):
        module, _, word = line.partition(" ")
        path = CHECKOUT / module.replace(".", "/")
        ours = path.is_dir() or path.with_suffix(".py").is_file()
        assert ours or module in {"pytest", "pip", "venv"}, (page, line)
        if module == "questionnaire.cli":
            assert known(main, word), (page, line)


def test_options_shown_exist(flask_commands):
    fill = flask_commands.get_command(click.Context(flask_commands), "forms").commands["fill"]
    verify = flask_commands.get_command(click.Context(flask_commands), "documents").commands["verify"]
    options = {name for command in (fill, verify) for option in command.params for name in option.opts}
    lines = shown(r"flask --app wsgi (?:forms fill|documents verify) [^\n`]+")
    asked = {option for _, line in lines for option in re.findall(r" (--[a-z]+)", line) if option != "--app"}
    assert asked - options == set()
    assert {"--pdf", "--seal", "--json"} <= asked


def test_rooms_of_the_readme_are_the_folders():
    table = README.read_text().split("\n## The house\n")[1].split("\n## ")[0]
    rooms = [room for line in table.splitlines() if line.startswith("| `") for room in re.findall(r"`(\w+)`", line)]
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert sorted(rooms) == sorted(folders)


def test_accounts_of_the_readme_are_those_of_the_demonstration():
    text = README.read_text()
    assert re.findall(r"`([a-z_]+@demo\.example)`", text) == [person.address for person in INHABITANTS]
    assert f"`{PASSWORD}`" in text


def test_guides_of_people_are_in_printed_french():
    assert len(USERS) > 0
    assert {page.name: SPACED.findall(prose(page)) for page in USERS if SPACED.search(prose(page))} == {}


def test_excerpt_of_the_readme_is_a_form(tmp_path):
    excerpt = re.search(r"```yaml\n(.*?)```", README.read_text(), re.DOTALL)
    assert excerpt is not None
    (tmp_path / "fiche_projet").mkdir()
    path = tmp_path / "fiche_projet" / "2026-1.yaml"
    path.write_text(excerpt[1])
    assert [str(fault) for fault in check_file(path)] == []


def test_script_of_the_first_people_opens_their_accounts(tmp_path):
    script = re.search(r"```python\n(.*?)```", INSTALL.read_text(), re.DOTALL)
    assert script is not None
    settings = {"DATA_DIR": str(tmp_path), "SECRET_KEY": "k" * 32, "PUBLIC_URL": "https://h.example"}
    environ = {**os.environ, **settings, "PYTHONPATH": str(CHECKOUT)}

    def run(*command: str) -> str:
        return subprocess.run(
            [sys.executable, *command], cwd=CHECKOUT, env=environ, capture_output=True, text=True, check=True
        ).stdout

    run("-m", "flask", "--app", "wsgi", "db", "upgrade")
    addresses = [line.split()[0] for line in run("-c", script[1]).splitlines()]
    assert addresses == ["camille.durand@hopital.example", "louis.petit@hopital.example"]
