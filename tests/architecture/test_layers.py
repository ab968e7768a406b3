"""The import directions written in pyproject.toml hold."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.sources import CHECKOUT


def test_imports_go_one_way(monkeypatch, capfd):
    monkeypatch.chdir(CHECKOUT)
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capfd.readouterr().out
