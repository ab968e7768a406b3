"""Which answers leave in an extract, and how they are told."""

from datetime import UTC, date, datetime
from textwrap import indent

import pytest

from questionnaire.content.extracting import CODEBOOK, DOCUMENTS, Fate, Manner, Precision, Taken, extract, fates
from questionnaire.spec import load_text
from tests.filling.building import filled

QUESTIONS = """
    - {name: nom, kind: text, label: Nom, personal: personal}
    - {name: salut, kind: calculate, label: Salut, calculation: "concat('Bonjour ', ${nom})"}
    - {name: fort, kind: calculate, label: Fort, calculation: "concat(${salut}, ' !')"}
    - {name: courriel, kind: email, label: Courriel}
    - {name: avis, kind: text, label: Avis}
    - {name: age, kind: integer, label: Âge}
    - {name: jour, kind: date, label: Jour}
    - {name: choix, kind: select_multiple, label: Choix, choices: [{name: a, label: Un}, {name: b, label: Deux}]}
    - {name: secret, kind: yes_no, label: Secret, visible_to: qualite}
    - {name: note, kind: note, label: À lire}
    - name: membre
      kind: repeat
      label: Membres
      item_label: ${m_nom}
      questions:
        - {name: m_nom, kind: text, label: Nom, personal: personal}
        - {name: m_role, kind: text, label: Rôle}
        - {name: m_part, kind: integer, label: Part}
    - {name: pilote, kind: select_one, label: Pilote, choices: equipe}
"""
HEAD = "form: demo\ntitle: Démo\nchoices: {equipe: {from: membre}}\nsections:\n  - name: page\n    title: Page\n"
FORM = f"{HEAD}    questions:\n{indent(QUESTIONS, '  ')}"
SHEET = {
    "nom": "Odette",
    "courriel": "o@hopital.fr",
    "avis": "Bien",
    "age": 71,
    "jour": "2026-05-12",
    "choix": ["a", "b"],
    "secret": "oui",
    "membre": [{"_key": "k1", "m_nom": "Ana", "m_role": "chef", "m_part": 2}],
    "pilote": "k1",
}


@pytest.fixture(scope="module")
def form():
    return load_text(FORM, "demo/1")


def taken(form, **changes):
    moment = datetime(2026, 6, 3, 9, 0, tzinfo=UTC)
    return Taken("d1", "p1", "Hôpital", "FP-1", "Titre", moment, filled(form, SHEET | changes))


def pseudonym(kind, id_):
    return f"<{kind} {id_}>"


def tables(form, manner):
    return {sheet.name: sheet for sheet in extract([taken(form)], manner, pseudonym)}


def row(sheet):
    return dict(zip(sheet.columns, sheet.rows[0], strict=True))


def test_without_names_nothing_that_tells_of_persons_leaves(form):
    found = tables(form, Manner())
    assert row(found[DOCUMENTS]) == {
        "document": "<document d1>",
        "projet": "<project p1>",
        "établissement": "Hôpital",
        "version": "1",
        "finalisé": "2026-06",
        "age": 71,
        "jour": "2026-05",
        "choix": "a b",
        "pilote": "<membre d1/k1>",
    }
    assert row(found["membre"]) == {"document": "<document d1>", "élément": "<membre d1/k1>", "m_part": 2}


def test_texts_leave_when_asked_for_but_those_that_tell_of_persons(form):
    found = tables(form, Manner(texts=True))
    assert (row(found[DOCUMENTS])["avis"], row(found["membre"])["m_role"]) == ("Bien", "chef")
    assert {"nom", "salut", "fort", "courriel", "secret"} & set(found[DOCUMENTS].columns) == set()


def test_with_names_all_that_every_reader_sees_leaves(form):
    found = tables(form, Manner(named=True, labels=True))
    told = row(found[DOCUMENTS])
    assert (told["document"], told["titre"], told["finalisé"]) == ("FP-1", "Titre", date(2026, 6, 3))
    assert (told["nom"], told["fort"], told["jour"]) == ("Odette", "Bonjour Odette !", date(2026, 5, 12))
    assert (told["choix"], told["pilote"]) == ("Un ; Deux", "Ana")
    assert "secret" not in told
    assert row(found["membre"])["rang"] == 1


@pytest.mark.parametrize(
    "days, told", [(Precision.DAY, date(2026, 5, 12)), (Precision.MONTH, "2026-05"), (Precision.YEAR, 2026)]
)
def test_days_are_told_as_closely_as_asked(form, days, told):
    assert row(tables(form, Manner(days=days))[DOCUMENTS])["jour"] == told


def test_every_question_is_told_with_its_fate(form):
    told = {line[0]: line[-1] for line in tables(form, Manner())[CODEBOOK].rows}
    assert told == {
        "nom": Fate.PERSONAL, "salut": Fate.PERSONAL, "fort": Fate.PERSONAL, "courriel": Fate.PERSONAL,
        "avis": Fate.WRITTEN, "age": Fate.KEPT, "jour": Fate.KEPT, "choix": Fate.KEPT, "secret": Fate.RESERVED,
        "membre.m_nom": Fate.PERSONAL, "membre.m_role": Fate.WRITTEN, "membre.m_part": Fate.KEPT, "pilote": Fate.KEPT,
    }  # fmt: skip
    assert "note" not in fates(form, Manner())


def test_versions_share_their_columns(form):
    second = load_text(FORM.replace("name: age", "name: duree"), "demo/2")
    sheets = extract(
        [
            taken(form),
            Taken("d2", "p2", "H", "FP-2", "T", datetime(2026, 7, 1, tzinfo=UTC), filled(second, {"duree": 5})),
        ],
        Manner(),
        pseudonym,
    )
    documents = sheets[0]
    assert [line[documents.columns.index("duree")] for line in documents.rows] == [None, 5]
    assert [line[documents.columns.index("age")] for line in documents.rows] == [71, None]


def test_people_and_places_of_the_installation_are_told_by_pseudonyms():
    form = load_text(FORM.replace("{from: membre}", "{from: directory.services}"), "demo/1")
    moment = datetime(2026, 7, 1, tzinfo=UTC)
    other = Taken("d", "p", "H", "R", "T", moment, filled(form, {"pilote": "s1"}))
    documents, *_ = extract([other], Manner(), pseudonym)
    assert row(documents)["pilote"] == "<service s1>"
