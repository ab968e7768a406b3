"""Rules that look in the lists of a form: entries, cells, and how a choice is read."""

import pytest

from questionnaire.spec import load
from tests.filling.building import filled

FORM = """form: demo
title: Démo
choices:
  lieux: {file: lieux.csv}
  tarifs: {file: tarifs.csv}
  tailles: [{name: p, label: Petit}, {name: g, label: Grand}]
sections:
  - name: page
    title: Page
    questions:
      - {name: zone, kind: text, label: Zone}
      - {name: lieu, kind: select_one, label: Lieu, choices: lieux}
      - {name: taille, kind: select_multiple, label: Taille, choices: tailles}
      - name: dit
        kind: calculate
        label: Dit
        calculation: jr:choice-name(${lieu}, '${lieu}')
      - name: prix
        kind: calculate
        label: Prix
        calculation: number(pulldata('tarifs', 'prix', 'code', ${lieu})) * 2
      - name: noms
        kind: calculate
        label: Noms
        calculation: join(', ', instance('lieux')/root/item[zone = ${zone}]/label)
      - name: combien
        kind: calculate
        label: Combien
        calculation: count(instance('tailles')/root/item)
      - name: premier
        kind: calculate
        label: Premier
        calculation: instance('lieux')/root/item[zone = current()/../zone][last()]/name
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms") / "demo"
    folder.mkdir()
    (folder / "1.yaml").write_text(FORM, encoding="utf-8")
    (folder / "lieux.csv").write_text("name;label;zone\n01;Ain;a\n02;Aisne;b\n03;Allier;a\n", encoding="utf-8")
    (folder / "tarifs.csv").write_text("code;prix\n01;3.5\n03;7\n01;9\n", encoding="utf-8")
    return load(folder / "1.yaml")


def values(form, **answers):
    seen = filled(form, answers).values
    return [seen[name] for name in ("dit", "prix", "noms", "combien", "premier")]


def test_lists_are_looked_in(form):
    assert values(form, lieu="01", zone="a") == ["Ain", 7.0, "Ain, Allier", 2.0, "03"]


def test_what_no_line_has_is_blank(form):
    assert values(form, lieu="02", zone="z") == ["Aisne", None, None, 2.0, None]
    assert values(form)[:3] == [None, None, None]


def test_only_the_lists_in_which_rules_look_are_kept_for_them(form):
    assert set(form.tables) == {"lieux", "tarifs", "tailles"}
    assert form.tables["tarifs"].columns == ("code", "prix")
