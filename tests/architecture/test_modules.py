"""Modules stay small, named after what they hold, and explained."""

import ast
import re
from statistics import median

from tests.architecture.sources import CHECKOUT, MODULES, PACKAGE, name_of, tree_of

MODULE_LINES = 300
MEDIAN_MODULE_LINES = 70
FUNCTION_LINES = 40
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}
MACHINE_PATHS = re.compile(r"(?<![\w.~$)}-])/(home|root|work|tmp|Users)/")
FOLDERS = (".", "docs", "questionnaire", "scripts", "templates", "tests")
WRITTEN = {".py", ".md", ".toml", ".yaml", ".html", ".css", ".js", ".sh"}
TEXTS = [
    path
    for folder in FOLDERS
    for path in sorted((CHECKOUT / folder).glob("*" if folder == "." else "**/*"))
    if path.suffix in WRITTEN
]


def test_modules_are_short():
    lengths = {name_of(module): len(module.read_text().splitlines()) for module in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_half_of_the_modules_fit_on_a_page():
    assert median(len(module.read_text().splitlines()) for module in MODULES) <= MEDIAN_MODULE_LINES


def test_functions_are_short():
    lengths = {
        f"{name_of(module)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def test_modules_are_named_after_what_they_hold():
    vague = [name_of(path) for path in PACKAGE.rglob("*") if EMPTY_WORDS & set(path.stem.split("_"))]
    assert vague == []


def test_every_module_says_what_it_answers_for():
    silent = [name_of(module) for module in MODULES if not ast.get_docstring(tree_of(module))]
    assert silent == []


def test_files_name_no_folder_of_one_machine():
    found = [
        f"{name_of(path)}:{number} {line.strip()}"
        for path in TEXTS
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if MACHINE_PATHS.search(line)
    ]
    assert found == []
