from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from questionnaire.content.blocks import Heading, Paragraph, Reply
from questionnaire.content.codebook import COLUMNS, KINDS_SAID, codebook_sheet, compose_codebook
from questionnaire.spec.codebook import codebook
from questionnaire.spec.kinds import KINDS
from tests.filling.building import FICHE, a_form

AT = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
QUESTIONS = """
    - {name: age, kind: integer, label: Âge, unit: ans, min: 18, max: 120, required: true, personal: personal}
    - {name: avis, kind: select_one, label: Avis, choices: [{name: o, label: L'un}, {name: n, label: L'autre}]}
    - {name: detail, kind: text, label: Détail, relevant: "${avis} = 'o'", required: "${age} > 20", max_length: 50}
    - name: aide
      kind: repeat
      label: Aide
      max: 3
      questions: [{name: qui, kind: text, label: Qui, visible_to: qualite}]
    - {name: double, kind: calculate, label: Double, calculation: "${age} * 2"}
"""
FORM = a_form(QUESTIONS)


def composed(form=FORM):
    return compose_codebook(form, AT, ZoneInfo("Europe/Paris"))


def test_each_question_tells_its_name_and_what_may_be_answered():
    heading, *replies = composed().blocks[1:]
    assert heading == Heading(2, "Page")
    assert replies == [
        Reply("Âge", ("age\u00a0– nombre entier", "Obligatoire, de 18 à 120, en ans, données personnelles")),
        Reply("Avis", ("avis\u00a0– un choix", "o = L’un", "n = L’autre")),
        Reply(
            "Détail",
            ("detail\u00a0– texte", "50 caractères au plus", "Obligatoire si ${age} > 20", "Demandé si ${avis} = 'o'"),
        ),
        Reply("Aide", ("aide\u00a0– liste", "Au plus 3")),
        Reply("Qui", ("aide.qui\u00a0– texte", "Réponse réservée")),
        Reply("Double", ("double\u00a0– calcul", "Calcul\u00a0: ${age} * 2")),
    ]


def test_document_bears_its_form_and_the_day_there():
    content = composed()
    assert (content.title, content.form_version, str(content.day)) == ("Démo", "1", "2026-03-03")
    assert content.evidence[-1].value == FORM.digest


def test_condition_of_a_page_is_told_once():
    form = a_form("- {name: a, kind: yes_no, label: A}", """
        - name: suite
          title: Suite
          relevant: ${a} = 'oui'
          questions: [{name: b, kind: text, label: B}]
    """)  # fmt: skip
    assert composed(form).blocks[3:5] == (
        Heading(2, "Suite"), Paragraph("Page demandée si ${a} = 'oui'", "note"),
    )  # fmt: skip


def test_long_list_is_told_by_its_beginning():
    choices = ", ".join(f"{{name: c{rank}, label: C}}" for rank in range(42))
    form = a_form(f"- {{name: a, kind: select_one, label: A, choices: [{choices}]}}")
    lines = composed(form).blocks[2].lines
    assert (len(lines), lines[-1]) == (42, "… et 2 autres réponses, que dit le tableau")
    assert str(codebook_sheet(form).rows[0][COLUMNS.index("réponses")]).count("\n") == 41


def test_table_has_a_row_for_each_question():
    rows = codebook_sheet(FORM).rows
    assert rows[0] == (
        "age", "Page", "nombre entier", "Âge", "oui", "", "", "de 18 à 120", "ans", "", "données personnelles",
    )  # fmt: skip
    assert [row[0] for row in codebook_sheet(FICHE).rows] == [entry.path for entry in codebook(FICHE)]
    assert {len(row) for row in codebook_sheet(FICHE).rows} == {len(COLUMNS)}


def test_every_kind_has_its_words():
    assert set(KINDS_SAID) == set(KINDS)
