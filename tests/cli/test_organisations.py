"""``organisations``: the tree, founding, changing."""

import itertools
import re

import pytest

from tests.journeys.house import found_house


@pytest.fixture
def run(tmp_path, command):
    house = found_house(tmp_path / "data")
    return lambda *arguments: command(house, "organisations", *arguments)


def tree(run, root):
    """The lines of the tree from a root, without the identifiers."""
    lines = [re.sub(r"  [a-z0-9]{20}$", "", line) for line in run("list").output.splitlines()]
    start = lines.index(root)
    under = itertools.takewhile(lambda line: line.startswith(" "), lines[start + 1 :])
    return [root, *under]


def test_tree_is_founded_level_by_level(run):
    assert run("add", "GHU Nord", "--kind", "groupe").exit_code == 0
    assert run("add", "Hôpital Un", "--under", "GHU Nord", "--department", "69").exit_code == 0
    made = run("add", "Néphrologie", "--kind", "service", "--under", "Hôpital Un")
    assert re.fullmatch(r"[a-z0-9]{20}\n", made.output)
    assert tree(run, "GHU Nord (Groupe (GHU, GHT))") == [
        "GHU Nord (Groupe (GHU, GHT))",
        "  Hôpital Un (Établissement)",
        "    Néphrologie (Service)",
    ]


def test_organisation_is_renamed_set_and_archived(run):
    changed = run("set", "Résidence du Val", "--name", "Résidence", "--setting", "draft_months=24", "--archive")
    assert (changed.exit_code, changed.output) == (0, "")
    group = "Groupe du Val (Groupe (GHU, GHT))"
    assert tree(run, group) == [
        group, "  Résidence (Établissement – archivé)", "    Accueil de jour (Service – archivé)",
    ]  # fmt: skip
    assert run("set", "Résidence", "--restore", "--accent", "#0055aa").exit_code == 0
    assert tree(run, group) == [group, "  Résidence (Établissement)", "    Accueil de jour (Service)"]


@pytest.mark.parametrize(
    "arguments, why",
    [
        (("add", "X", "--kind", "service"), "Choisissez un niveau"),
        (("add", "X", "--under", "Nulle part"), "Aucune organisation ne s’appelle"),
        (("set", "Hôpital de démonstration", "--setting", "couleur=rouge"), "Il n’y a pas de réglage"),
        (("set", "Hôpital de démonstration", "--setting", "draft_months=x"), "nombre entier de mois"),
        (("set", "Hôpital de démonstration", "--accent", "#ffcc00"), "se lit mal"),
        (("set", "Hôpital de démonstration", "--finess", "123456789"), "erreur de frappe"),
    ],
)
def test_faults_are_told_with_a_remedy(run, arguments, why):
    result = run(*arguments)
    assert (result.exit_code, why in result.output) == (1, True)
