from datetime import UTC, datetime

import pytest

from questionnaire.filling import Context, fill, from_sheet
from questionnaire.filling.freezing import frozen_sheet
from questionnaire.interchange.xlsform import Refused

FRUITS = """
list_name | name   | label
fruits    | pomme  | Pomme
fruits    | poire  | Poire
"""


SURVEY = "Feuille « survey »"


def said(found):
    """The remarks, without the sheet that most are about."""
    lines = [str(remark).replace("\u00a0", " ") for remark in found.remarks]
    return [line.removeprefix(SURVEY).removeprefix(", ") for line in lines]


def yaml_of(found, name):
    """The lines of a question."""
    after = found.yaml.split(f"- name: {name}\n")[1]
    lines = [line for line in after.split("\n\n")[0].splitlines() if line]
    end = next((index for index, line in enumerate(lines) if line.lstrip().startswith("- name:")), len(lines))
    return [line.strip() for line in lines[:end]]


def test_simple_survey_is_what_a_person_would_have_written(survey):
    found, form = survey(
        """
        type                | name   | label                | hint     | required
        text                | prenom | Quel est le prénom ? |          | yes
        integer             | age    | Âge                  | En années|
        date                | venue  | Jour de la venue     |          |
        select_one fruits   | prefere| Fruit préféré        |          |
        select_multiple fruits | aimes | Fruits aimés       |          |
        """,
        FRUITS,
        settings=[["form_title", "form_id", "version"], ["Visite", "visite", "2026-3"]],
    )
    assert found.yaml == (
        "form: visite\n"
        "title: Visite\n"
        "life: finished\n"
        "instances: free\n"
        "\n"
        "choices:\n"
        "  fruits:\n"
        "    - {name: pomme, label: Pomme}\n"
        "    - {name: poire, label: Poire}\n"
        "\n"
        "sections:\n"
        "  - name: pour_commencer\n"
        "    title: Pour commencer\n"
        "    questions:\n"
        "      - name: prenom\n"
        "        kind: text\n"
        "        label: Quel est le prénom ?\n"
        "        required: true\n"
        "      - name: age\n"
        "        kind: integer\n"
        "        label: Âge\n"
        "        hint: En années\n"
        "      - name: venue\n"
        "        kind: date\n"
        "        label: Jour de la venue\n"
        "      - name: prefere\n"
        "        kind: select_one\n"
        "        label: Fruit préféré\n"
        "        choices: fruits\n"
        "      - name: aimes\n"
        "        kind: select_multiple\n"
        "        label: Fruits aimés\n"
        "        choices: fruits\n"
    )
    assert (found.name, found.version, found.remarks, len(form.questions)) == ("visite", "2026-3", (), 5)


def test_groups_are_pages_and_their_condition_is_kept(survey):
    found, form = survey(
        """
        type        | name   | label      | relevant
        integer     | age    | Âge        |
        begin group | adulte | Adultes    | ${age} >= 18
        text        | metier | Métier     |
        begin group | projet | Le projet  | ${metier} != ''
        text        | titre  | Titre      | ${age}<99
        end group   |        |            |
        end group   |        |            |
        """
    )
    assert [(section.name, str(section.title.plain), str(section.relevant or "")) for section in form.sections] == [
        ("pour_commencer", "Pour commencer", ""),
        ("adulte", "Adultes", "${age} >= 18"),
    ]
    assert (str(form.questions["projet"].appearance), str(form.questions["titre"].relevant)) == (
        "signpost",
        "${metier} != '' and ${age} < 99",
    )
    assert found.remarks == ()


def test_repeat_keeps_its_questions_and_its_count(survey):
    found, _ = survey(
        """
        type         | name    | label    | repeat_count | calculation
        integer      | combien | Combien ?|              |
        begin repeat | enfant  | Enfant   | ${combien}   |
        text         | nom     | Nom      |              |
        integer      | rang    | Rang     |              |
        end repeat   |         |          |              |
        calculate    | total   |          |              | sum(${rang})
        """
    )
    assert yaml_of(found, "enfant") == [
        "kind: repeat", "label: Enfant", "min: ${combien}", "max: ${combien}", "item_label: ${nom}", "questions:",
    ]  # fmt: skip
    assert yaml_of(found, "total") == ["kind: hidden", "label: Total", "calculation: sum(${rang})"]


NESTED = """
    type         | name   | label  | repeat_count | relevant      | calculation
    begin repeat | foyer  | Foyer  |              |               |
    text         | rue    | Rue    |              |               |
    integer      | pieces | Pièces |              |               |
    calculate    | nombre |        |              |               | count(${enfant})
    calculate    | ages   |        |              |               | sum(${age})
    begin repeat | enfant | Enfant | ${pieces}    |               |
    begin group  | soi    | Lui    |              |               |
    integer      | age    | Âge    |              |               |
    text         | nom    | Nom    |              | ${pieces} > 2 |
    calculate    | numero |        |              |               | concat(position(../../..), '.', position(../..))
    end group    |        |        |              |               |
    end repeat   |        |        |              |               |
    end repeat   |        |        |              |               |
    calculate    | tous   |        |              |               | sum(${age})
"""


def test_repeat_in_a_repeat_stays_in_it(survey):
    found, form = survey(NESTED)
    assert [question.name for question in form.questions["foyer"].questions] == [
        "rue", "pieces", "nombre", "ages", "enfant",
    ]  # fmt: skip
    assert form.around(form.questions["nom"]) == ("foyer", "enfant")
    assert found.remarks == ()


def test_path_to_the_item_of_a_repeat_leaves_the_groups_out(survey):
    found, _ = survey(NESTED)
    assert yaml_of(found, "numero")[-1] == "calculation: concat(position(../..), '.', position(..))"


def test_repeat_too_deep_is_refused(survey):
    rows = "".join(f"begin repeat | r{depth} | R |\n" for depth in range(4))
    ends = "end repeat | | |\n" * 4
    with pytest.raises(Refused) as refusal:
        survey(f"type | name | label | hint\n{rows}text | q | Q |\n{ends}")
    assert "« r3 » est une répétition dans 3 autres." in str(refusal.value).replace("\u00a0", " ")


def test_items_of_a_repeat_in_a_repeat_are_not_chosen(survey):
    with pytest.raises(Refused) as refusal:
        survey(f"{NESTED}select_one ${{nom}} | chef | Qui dirige ? | | |\n")
    assert "on ne choisit pas parmi ses éléments" in str(refusal.value)


@pytest.mark.parametrize(
    "written, ours",
    [
        ("${age}>=18 and ${sexe}='f'", "${age} >= 18 and ${sexe} = 'f'"),
        ("selected(${sexe}, ‘f’)", "selected(${sexe}, 'f')"),
        ("../age > 3", "${age} > 3"),
        ("/data/age > 3", "${age} > 3"),
        ("not(current()/../age = 3)", "not(${age} = 3)"),
        ("count-selected(${ sexe }) = 1", "count-selected(${sexe}) = 1"),
    ],
)
def test_rules_are_written_our_way(survey, written, ours):
    rows = f"integer|age|Âge\ntext|sexe|Sexe\ntext|metier|Métier|{written}"
    found, _ = survey(f"type|name|label|relevant\n{rows}")
    assert (yaml_of(found, "metier")[-1], found.remarks) == (f"relevant: {ours}", ())


@pytest.mark.parametrize(
    "rule, remark",
    [
        (
            "${agee} > 3",
            "aucune question ne s’appelle « agee ». La question est toujours posée. (Vouliez-vous dire ${age} ?)",
        ),
        (
            "moyenne(3)",
            "« relevant » : La fonction moyenne() est inconnue. « relevant » est laissé de côté.",
        ),
        ("${age} >", "Il manque une valeur à la fin de l’expression (caractère 9). La question est toujours posée."),
    ],
)
def test_rule_that_cannot_be_kept_is_named_with_its_cell(survey, rule, remark):
    found, form = survey(f"type|name|label|relevant\ninteger|age|Âge|\ntext|metier|Métier|{rule}")
    assert (said(found), form.questions["metier"].relevant) == ([f"ligne 3, colonne D « relevant » : {remark}"], None)


@pytest.mark.parametrize(
    "rows, place, message, remedy",
    [
        (
            "text|a|A\nend group",
            "ligne 3, colonne A « type »",
            "cette ligne referme un groupe que rien n’ouvre ici.",
            "Effacez-la, ou ajoutez la ligne d’ouverture.",
        ),
        (
            "begin group|g|G\ntext|a|A",
            "ligne 2, colonne A « type »",
            "« g » n’est pas refermé.",
            "Ajoutez sa ligne « end_group ».",
        ),
        ("txt|a|A", "ligne 2, colonne A « type »", "le type « txt » n’existe pas.", "Vouliez-vous dire « text » ?"),
        ("calculate|a|A", "ligne 2", "le calcul manque.", "Remplissez la colonne « calculation »."),
        (
            "select_one x|a|A",
            "ligne 2, colonne A « type »",
            "la liste de choix « x » n’existe pas.",
            "Ajoutez la feuille « choices ».",
        ),
    ],
)
def test_refusal_names_the_place_and_the_remedy(survey, rows, place, message, remedy):
    with pytest.raises(Refused) as refused:
        survey(f"type|name|label\n{rows}")
    assert str(refused.value).replace("\u00a0", " ") == f"{SURVEY}, {place} : {message} ({remedy})"


def test_choice_twice_in_a_list_is_refused_unless_the_form_allows_it(survey):
    rows = "type|name|label\nselect_one fruits|a|A"
    with pytest.raises(Refused, match="ligne 4, colonne B"):
        survey(rows, FRUITS + "fruits | pomme | Pomme\n")
    settings = [["allow_choice_duplicates"], ["yes"]]
    _, form = survey(rows, FRUITS + "fruits | pomme | Pomme\n", settings=settings)
    assert [choice.name for choice in form.questions["a"].choices] == ["pomme", "poire"]


def test_lists_that_filters_read_stand_in_files(survey):
    found, form = survey(
        """
        type             | name  | label | choice_filter
        select_one pays  | pays  | Pays  |
        select_one ville | ville | Ville | pays=${pays}
        """,
        """
        list_name | name  | label | pays
        pays      | fr    | France|
        ville     | paris | Paris | fr
        ville     | rome  | Rome  | it
        """,
    )
    assert found.files == {"ville.csv": "name;label;pays\nparis;Paris;fr\nrome;Rome;it\n"}
    assert (str(form.questions["ville"].choice_filter), found.remarks) == ("pays = ${pays}", ())


def test_file_beside_the_workbook_is_taken(imported):
    rows = [["type", "name", "label", "parameters"], ["select_one_from_file lieux.csv", "lieu", "Lieu", "value=code"]]
    found, form = imported(survey=rows, beside=lambda _: b"code,label\na,Lieu A\nb,Lieu B\n")
    assert ([choice.name for choice in form.questions["lieu"].choices], found.remarks) == (["a", "b"], ())


def test_file_that_is_not_there_is_asked_for(imported):
    rows = [["type", "name", "label"], ["select_one_from_file lieux.csv", "lieu", "Lieu"]]
    found, _ = imported(survey=rows)
    (remark,) = said(found)
    assert remark == (
        "ligne 2, colonne A « type » : il n’y a pas de fichier « lieux.csv » qui se lise à côté de ce fichier. "
        "Une liste d’une seule ligne en tient lieu. "
        "(Remplacez-la : un fichier CSV en UTF-8, avec les colonnes name, label.)"
    )


def test_french_is_taken_among_the_languages(imported):
    header = ["type", "name", "label::English (en)", "label::Français (fr)", "hint"]
    rows = [header, ["text", "a", "Name", "Nom", "Aide"]]
    found, form = imported(survey=rows)
    assert (form.questions["a"].label.plain, form.questions["a"].hint.plain) == ("Nom", "Aide")
    (remark,) = said(found)
    assert remark == (
        " : les textes en « English (en) » ne sont pas repris : un formulaire n’a qu’une langue. "
        "(Langue reprise : Français (fr).)"
    )
    _, english = imported(survey=rows, language="English (en)")
    assert english.questions["a"].label.plain == "Name"


def test_or_other_becomes_our_other(survey):
    found, form = survey(
        """
        type                       | name | label | relevant
        select_one fruits or_other | f    | Fruit |
        text                       | b    | B     | ${f_other} != ''
        """,
        FRUITS,
    )
    assert ("f_autre" in form.questions, str(form.questions["b"].relevant)) == (True, "${f_autre} != ''")
    assert "other: true" in yaml_of(found, "f")


def test_table_list_is_a_grid(survey):
    found, form = survey(
        """
        type              | name | label  | appearance
        begin group       | g    | Grille | table-list
        select_one fruits | a    | A      |
        select_one fruits | b    | B      |
        end group         |      |        |
        """,
        FRUITS,
    )
    assert (form.questions["g"].kind.name, form.questions["g"].rows, found.remarks) == ("grid", ("a", "b"), ())


def test_text_of_which_nothing_is_left_is_said_by_dots(survey):
    found, form = survey("type|name|label|hint\ntext|a|<br/>|\u200b\u001b")
    assert (form.questions["a"].label.plain, form.questions["a"].hint) == ("…", None)
    assert said(found) == [
        "ligne 2, colonne C « label » : la mise en forme (HTML, Markdown) n’est pas reprise, seul le texte l’est."
    ]


def test_same_remark_of_several_rows_is_said_once(survey):
    rows = "\n".join(f"text|q{number}|Q|w1" for number in range(4))
    found, _ = survey(f"type|name|label|appearance\n{rows}")
    assert said(found) == ["lignes 2 à 5, colonne D « appearance » : l’apparence « w1 » n’est pas reprise."]


def test_rules_in_nested_repeats_read_what_stands_in_the_same_item(survey):
    _, form = survey(NESTED)
    foyers = [
        {"rue": "Haute", "pieces": 1, "enfant": [{"age": 3, "nom": "Zoé"}]},
        {"rue": "Basse", "pieces": 3, "enfant": [{"age": 4, "nom": "Léo"}, {"age": 5, "nom": "Noé"}, {}]},
    ]
    answers, problems = from_sheet(form, {"foyer": foyers})
    sheet = frozen_sheet(fill(form, answers, Context(now=datetime(2026, 1, 1, tzinfo=UTC), tz=UTC)))
    assert problems == ()
    assert [(item["nombre"], item["ages"]) for item in sheet["foyer"]] == [(1, 3), (3, 9)]
    assert [[child.get("nom") for child in item["enfant"]] for item in sheet["foyer"]] == [[None], ["Léo", "Noé", None]]
    assert [child["numero"] for item in sheet["foyer"] for child in item["enfant"]] == ["1.1", "2.1", "2.2", "2.3"]
    assert sheet["tous"] == 12


def test_other_choice_is_called_as_ours_in_rules(survey):
    found, _ = survey(
        """
        type                            | name | label | relevant
        select_multiple fruits or_other | f    | Fruit |
        text                            | b    | B     | selected(${f}, 'other') and ${f} != 'other'
        """,
        FRUITS,
    )
    assert yaml_of(found, "b")[-1] == "relevant: selected(${f}, 'autre') and ${f} != 'autre'"


def test_order_is_taken_with_its_list_and_the_first_is_read_in_rules(survey):
    found, form = survey(
        """
        type        | name  | label       | relevant
        rank fruits | ordre | Vos fruits  |
        text        | b     | Pourquoi ?  | selected-at(${ordre}, 0) = 'pomme'
        """,
        FRUITS,
    )
    assert (form.questions["ordre"].kind.name, found.remarks) == ("rank", ())
    assert "selected-at(${ordre}, 0) = 'pomme'" in yaml_of(found, "b")[-1]


def test_items_of_a_repeat_are_chosen_by_the_label_that_the_type_names(survey):
    found, form = survey(
        """
        type              | name   | label
        begin repeat      | membre | Membre
        text              | nom    | Nom
        end repeat        |        |
        select_one ${nom} | chef   | Qui dirige ?
        """
    )
    assert (form.questions["chef"].source.name, str(form.questions["chef"].source.label.answers)) == (
        "membre",
        "frozenset({'nom'})",
    )
    assert found.remarks == ()


def test_field_list_stays_one_page_with_its_hint_as_description(survey):
    rows = "\n".join(f"integer|q{number}|Q {number}" for number in range(30))
    found, form = survey(f"type|name|label|appearance|hint\nbegin group|g|Page|field-list|Une aide\n{rows}\nend group")
    assert [(section.name, section.description.plain, len(section.questions)) for section in form.sections] == [
        ("g", "Une aide", 30)
    ]
    assert found.remarks == ()


def test_long_row_of_questions_is_cut_into_even_pages(survey):
    rows = "\n".join(f"integer|q{number}|Q {number}" for number in range(30))
    found, form = survey(f"type|name|label\n{rows}")
    assert [(section.title.plain, len(section.questions)) for section in form.sections] == [
        ("Pour commencer (1/2)", 15),
        ("Pour commencer (2/2)", 15),
    ]
    assert said(found) == ["ligne 2 : 30 questions à la suite : elles sont mises sur 2 pages."]


def test_columns_of_our_language_are_taken_as_they_are(survey):
    found, _ = survey(
        """
        type    | name  | label    | kind  | max_length | warning | warning_message | yaml
        text    | mail  | Adresse  | email |            |         |                 | visible_to: [qualite]
        text    | titre | Titre    |       | 100        |         |                 |
        integer | age   | Âge      |       |            | . < 120 | C’est beaucoup. |
        """
    )
    assert yaml_of(found, "mail") == ["kind: email", "label: Adresse", "visible_to: [qualite]"]
    assert yaml_of(found, "titre") == ["kind: text", "label: Titre", "max_length: 100"]
    assert yaml_of(found, "age") == [
        "kind: integer", "label: Âge", "warning: . < 120", "warning_message: C’est beaucoup.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows, written",
    [
        ("integer|a|A|. >= 0 and . <= 120|", ["min: 0", "max: 120"]),
        ("integer|a|A|. >= 0|Au moins 0.", ["constraint: . >= 0", "constraint_message: Au moins 0."]),
        (
            "text|a|A|regex(., '[a-z]+')|Des lettres.",
            ["constraint: regex(., '[a-z]+')", "constraint_message: Des lettres.", "max_length: 255"],
        ),
        (
            "integer|a|A|. > 0|",
            ["constraint: . > 0", 'constraint_message: "Cette réponse ne convient pas : corrigez-la."'],
        ),
    ],
)
def test_constraints_become_bounds_or_keep_their_message(survey, rows, written):
    found, _ = survey(f"type|name|label|constraint|constraint_message\n{rows}")
    assert yaml_of(found, "a")[2:] == written


@pytest.mark.parametrize(
    "row, written",
    [
        ("text|a|A|Bonjour", "default: Bonjour"),
        ("text|a|A|l'eau", 'default: "\\"l\'eau\\""'),
        ("date|a|A|today()", "default: today()"),
        ("integer|a|A|3", "default: 3"),
        ("select_multiple fruits|a|A|pomme poire", "default: \"'pomme poire'\""),
    ],
)
def test_first_values_are_kept(survey, row, written):
    found, _ = survey(f"type|name|label|default\n{row}", FRUITS)
    assert written in yaml_of(found, "a")


@pytest.mark.parametrize("appearance, kind", [("month-year", "month"), ("year", "year")])
def test_dates_asked_in_part_keep_their_precision(survey, appearance, kind):
    found, _ = survey(f"""
        type | name | label | appearance
        date | debut | Début | {appearance}
    """)
    assert (f"kind: {kind}" in found.yaml, found.remarks) == (True, ())
