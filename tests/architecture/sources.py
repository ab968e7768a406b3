"""The package's own files as text and as syntax trees, for the tests of this folder."""

import ast
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "questionnaire"
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    """The path as a reader writes it: `questionnaire/spec/model.py`."""
    return module.relative_to(CHECKOUT).as_posix()


def room_of(module: Path) -> str:
    """The folder right under the package, or the module itself when it stands alone there."""
    return module.relative_to(PACKAGE).parts[0]


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(), filename=str(module))


def imported_libraries(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and top-level name of each import, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module.partition(".")[0]
