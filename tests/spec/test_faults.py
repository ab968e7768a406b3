import pytest

from questionnaire.spec import SpecError, load_text
from questionnaire.spec.faults import CATALOGUE, Fault, guess

TOP = "form: demo\ntitle: Démo\n"
PAGE = TOP + "sections:\n  - name: page\n    title: Page\n    questions:\n"
SOUND = PAGE + "      - {name: a, kind: text, label: A}\n"


def asking(*lines):
    return PAGE + "".join(f"      - {line}\n" for line in lines)


A = "{name: a, kind: text, label: A}"
DRAWN = '{name: a, kind: calculate, label: A, calculation: "${n} * random()"}'
PARTY = "parties: {p: {role: copilote}}\n"
STAGES = "stages:\n" + "".join(f"  - {{name: {name}, by: p, sections: page}}\n" for name in "st")
CONFIRMING = "{name: a, kind: acknowledge, label: A, confirms: b}"
RULE = "rules: [{{name: r, constraint: {}, message: M}}]\n"
CASES = {
    "file_too_big": ("a: 1\n" * 250_000, 1, 1),
    "empty_file": ("# rien\n", 1, 1),
    "forbidden_character": (SOUND.replace("Page", "Pa\x07ge"), 5, 14),
    "several_documents": (SOUND + "---\nform: autre\n", 8, 1),
    "nested_too_deep": ("form: " + "[" * 40 + "]" * 40, 1, 36),
    "colon_in_text": (SOUND.replace("Page", "Exemple : ceci"), 5, 20),
    "question_mark_in_text": (asking("{name: a, kind: text, label: Comment ?, hint: x}"), 7, 38),
    "comma_in_text": (asking("{name: a, kind: text, label: Un, deux}"), 7, 42),
    "hash_in_text": (SOUND.replace("Page", "Page # deux"), 5, 12),
    "brace_in_text": (SOUND.replace("Page", "{du_pp} ici"), 5, 12),
    "leading_character": (SOUND.replace("Page", "@Page"), 5, 12),
    "quote_in_text": (SOUND.replace("Page", "'L'un'"), 5, 15),
    "unclosed_quote": (SOUND.replace("Page", "'Page"), 5, 12),
    "unclosed_bracket": (TOP + "sections: [\n", 3, 11),
    "tab": (SOUND.replace("    title: Page", "\ttitle: Page"), 5, 1),
    "indentation": (SOUND.replace("    title: Page", "   title: Page"), 5, 4),
    "missing_colon": ("form: demo\ntitle:x\n", 2, 1),
    "unreadable_yaml": (SOUND.replace("Page", '"\\d"'), 5, 13),
    "duplicate_key": (SOUND + "title: Encore\n", 8, 1),
    "bad_key": (SOUND + "{du_pp}: x\n", 8, 1),
    "unknown_key": (SOUND + "titel: x\n", 8, 1),
    "not_yet_supported": (SOUND + "follow_up: []\n", 8, 1),
    "missing_key": (SOUND.replace("title: Démo\n", ""), 1, 1),
    "expected_keys": ("- a\n", 1, 1),
    "expected_list": (TOP + "sections: un\n", 3, 11),
    "expected_value": (SOUND + "minutes: [5]\n", 8, 10),
    "blank_value": (SOUND + "source:\n", 8, 1),
    "empty_list": (TOP + "sections: []\n", 3, 1),
    "bad_name": (asking("{name: été, kind: text, label: A}"), 7, 16),
    "bad_choice_name": (
        asking("{name: a, kind: select_one, label: A, choices: [{name: a b, label: B}]}"), 7, 64,
    ),
    "reserved_name": (asking("{name: data, kind: text, label: A}"), 7, 16),
    "duplicate_name": (asking(A, A), 8, 16),
    "bad_boolean": (asking("{name: a, kind: text, label: A, required: oui}"), 7, 51),
    "bad_integer": (asking("{name: a, kind: text, label: A, max_length: 0}"), 7, 53),
    "bad_word": (SOUND + "status: fini\n", 8, 9),
    "bad_bound": (asking("{name: a, kind: date, label: A, min: 3}"), 7, 46),
    "bounds_reversed": (asking("{name: a, kind: integer, label: A, min: 3, max: 2}"), 7, 49),
    "unknown_advice": (SOUND + "acknowledged: [{advice: jargons, reason: R}]\n", 8, 25),
    "unknown_subject": (SOUND + "acknowledged: [{advice: jargon, of: [a, b], reason: R}]\n", 8, 41),
    "bad_path": (SOUND + "examples: [../a.json]\n", 8, 12),
    "unknown_kind": (asking("{name: a, kind: texte, label: A}"), 7, 25),
    "key_not_for_kind": (asking("{name: a, kind: note, label: A, required: true}"), 7, 51),
    "constraint_without_message": (asking("{name: a, kind: text, label: A, constraint: . != 'x'}"), 7, 53),
    "warning_without_message": (asking("{name: a, kind: text, label: A, warning: . != 'x'}"), 7, 50),
    "unknown_reader": (asking("{name: a, kind: text, label: A, visible_to: [pape]}"), 7, 54),
    "sensitive_subject": (
        asking("{name: a, kind: text, label: A, personal: sensitive}") + "document: {subject: 'B ${a}'}\n", 1, 7,
    ),
    "reserved_reading": (
        asking("{name: a, kind: text, label: A, visible_to: qualite}", "{name: b, kind: text, label: 'B ${a}'}"), 8, 16,
    ),
    "message_without_rule": (asking("{name: a, kind: text, label: A, constraint_message: Non}"), 7, 61),
    "unknown_list": (asking("{name: a, kind: select_one, label: A, choices: l}"), 7, 56),
    "list_origin": (SOUND + "choices: {l: {from: r, file: x.csv}}\n", 8, 14),
    "unknown_origin": (SOUND + "choices: {l: {from: directory.peoples}}\n", 8, 21),
    "list_of_itself": (
        asking("{name: a, kind: select_multiple, label: A, choices: l}") + "choices: {l: {from: a}}\n", 8, 21,
    ),
    "ticked_elsewhere": (
        asking(
            "{name: r, kind: repeat, label: R, questions: [{name: a, kind: select_multiple, label: A, choices: m}]}",
            "{name: b, kind: select_one, label: B, choices: l}",
        )
        + "choices: {l: {from: a}, m: [{name: x, label: X}]}\n", 8, 16,
    ),
    "label_of_list": (SOUND + "choices: {l: {from: directory.people, label: A}}\n", 8, 46),
    "missing_table": (SOUND + "choices: {l: {file: x.csv}}\n", 8, 21),
    "list_not_for_kind": (
        asking("{name: a, kind: rating, label: A, choices: l}") + "choices: {l: {from: directory.people}}\n", 7, 52,
    ),
    "unknown_column": (
        SOUND + "choices: {l: {from: directory.establishments, filter: gu = 'x'}}\n", 8, 55,
    ),
    "duplicate_choice": (
        asking("{name: a, kind: select_one, label: A, choices: [{name: b, label: B}, {name: b, label: C}]}"),
        7, 85,
    ),
    "exclusive_choice": (
        asking("{name: a, kind: select_one, label: A, choices: [{name: b, label: B, exclusive: true}]}"),
        7, 16,
    ),
    "bad_rating": (
        asking("{name: a, kind: rating, label: A, choices: [{name: nsp, label: B}]}"), 7, 16,
    ),
    "decline_clash": (
        asking("{name: a, kind: yes_no, label: A, may_decline: {name: non, label: B}}"), 7, 63,
    ),
    "bad_default": (
        asking("{name: a, kind: select_one, label: A, default: c, choices: [{name: b, label: B}]}"), 7, 56,
    ),
    "syntax": (asking("{name: a, kind: text, label: A, relevant: 1 +}"), 7, 54),
    "too_long": (asking(f"{{name: a, kind: text, label: A, relevant: {'1 + ' * 5000}1}}"), None, None),
    "too_deep": (asking(f"{{name: a, kind: text, label: A, relevant: {'(' * 900}1{')' * 900}}}"), None, None),
    "bare_name": (asking(A, "{name: b, kind: text, label: B, relevant: a = 'x'}"), 8, 51),
    "path_not_supported": (asking(A, "{name: b, kind: text, label: B, relevant: \"${last-saved#a} = 'x'\"}"), 8, 52),
    "leads_nowhere": (asking(A, "{name: b, kind: text, label: B, relevant: ../aa = 'x'}"), 8, 54),
    "unknown_instance": (
        asking("{name: a, kind: calculate, label: A, calculation: sum(instance('l')/*/item)}"), 7, 72,
    ),
    "computed_name": (
        asking(A, "{name: b, kind: calculate, label: B, calculation: count(instance(../a)/root)}"), 8, 74,
    ),
    "unknown_name": (asking(A, "{name: b, kind: text, label: B, relevant: \"${aa} = 'x'\"}"), 8, 52),
    "unknown_function": (asking("{name: a, kind: text, label: A, relevant: conut()}"), 7, 51),
    "function_not_supported": (asking("{name: a, kind: text, label: A, relevant: version()}"), 7, 51),
    "wrong_arity": (asking('{name: a, kind: text, label: A, relevant: "not(1, 2)"}'), 7, 52),
    "nodes_expected": (asking("{name: a, kind: calculate, label: A, calculation: sum(1)}"), 7, 63),
    "drawn_in_rule": (asking("{name: a, kind: text, label: A, relevant: random() > 0.5}"), 7, 51),
    "drawn_again": (asking("{name: n, kind: integer, label: N}", DRAWN), 8, 67),
    "once_inside": (asking('{name: a, kind: calculate, label: A, calculation: "1 + once(2)"}'), 7, 64),
    "bad_pattern": (asking("{name: a, kind: calculate, label: A, calculation: \"regex('a', '(')\"}"), 7, 71),
    "unbounded_regex": (
        asking("{name: a, kind: text, label: A, constraint: \"regex(., 'a*')\", constraint_message: Non}"), 7, 53,
    ),
    "grid_list": (
        asking("{name: a, kind: grid, label: A, choices: l, rows: [{name: b, label: B}]}")
        + "choices: {l: {from: directory.people}}\n", 7, 50,
    ),
    "grid_too_wide": (
        asking("{name: a, kind: grid, label: A, choices: l, rows: [{name: b, label: B}]}")
        + "choices: {l: [" + ", ".join(f"{{name: {rank}, label: B}}" for rank in range(8)) + "]}\n", 7, 50,
    ),
    "table_child": (
        asking("{name: a, kind: repeat, appearance: table, label: A, questions: [{name: b, kind: note, label: B}]}"),
        7, 74,
    ),
    "no_answer": (
        asking("{name: a, kind: note, label: A}", "{name: b, kind: text, label: B, relevant: \"${a} = ''\"}"),
        8, 52,
    ),
    "circular_dependency": (
        asking(
            "{name: a, kind: text, label: A, relevant: \"${b} = ''\"}",
            "{name: b, kind: text, label: B, relevant: \"${a} = ''\"}",
        ),
        7, 16,
    ),
    "unknown_term": (SOUND.replace("Page", "Pour {dupp}"), 5, 17),
    "unknown_answer": (SOUND.replace("Page", "Pour ${b}"), 5, 17),
    "bad_mark": (SOUND.replace("Page", "Pour {year:04}"), 5, 17),
    "bad_reference": (SOUND + 'document: {reference: "X-{jour}"}\n', 8, 26),
    "access_of_others": (SOUND + "access: charte\n", 8, 9),
    "unknown_role": (SOUND + "parties: {p: {role: chef}}\n", 8, 21),
    "unknown_party": (SOUND + "circuit: [{party: p}]\n", 8, 19),
    "unknown_section": (SOUND + PARTY + "stages: [{name: s, by: p, sections: absent}]\n", 9, 37),
    "section_in_two_stages": (SOUND + PARTY + STAGES, 11, 32),
    "one_or_several": (SOUND + "parties: {p: {role: qualite}}\ncircuit: [{party: p, any_order: [p]}]\n", 9, 11),
    "not_a_repeat": (SOUND + "people: {items: a, first_name: a, last_name: a}\n", 8, 17),
    "not_in_repeat": (
        SOUND + "      - {name: r, kind: repeat, label: R, questions: [{name: b, kind: text, label: B}]}\n"
        "people: {items: r, first_name: b, last_name: a}\n", 9, 46,
    ),
    "bad_source": (SOUND.replace("label: A}", "label: A, prefill: x}"), 7, 50),
    "confirms_what": (asking("{name: a, kind: acknowledge, label: A, confirms: b}"), 7, 58),
    "confirms_elsewhere": (
        asking("{name: r, kind: repeat, label: R, questions: [{name: b, kind: text, label: B}]}", CONFIRMING), 8, 58,
    ),
    "rule_at": (SOUND + RULE.format("true(), at: b"), 8, 43),
    "duplicate_link": (asking("{name: a, kind: text, label: A, link_id: page}"), 7, 50),
    "not_under": (asking("{name: a, kind: text, label: A, under: b}"), 7, 48),
    "bad_code": (asking("{name: a, kind: text, label: A, codes: 8302-2}"), 7, 48),
    "rule_reads_nothing": (SOUND + RULE.format("true()"), 8, 31),
    "unknown_fact": (SOUND.replace("label: A}", "label: A, prefill: person.age}"), 7, 50),
}  # fmt: skip
OF_FILES = {"unreadable_file", "not_utf8"}  # test_loading.py
OF_TABLES = {"unreadable_table", "table_columns", "not_choices", "table_cells", "blank_cell"}  # test_tables.py
OF_NEIGHBOURS = {"missing_example"}  # test_examples.py
OF_BLOCKS = {  # test_including.py
    "unknown_block", "misplaced_block", "block_in_itself", "block_names_taken", "block_list_taken", "not_in_block",
    "too_many_blocks",
}  # fmt: skip
OF_EACH = {"each_has_its_items", "each_of_what", "each_of_unknown", "each_option"}  # test_each.py
OF_FILING = {  # test_filing.py
    "not_filed", "column_of_nothing", "column_of_items", "sensitive_column", "unknown_column", "bad_start",
    "bad_period", "start_of_date",
}  # fmt: skip
OF_LINKS = {"link_tells", "link_list"}  # test_linked.py
OF_NESTING = {  # test_nesting.py
    "too_nested", "each_inside", "items_inside", "prefill_inside", "prefill_from_inside", "long_path",
}  # fmt: skip
OF_SCORES = {  # test_scoring.py
    "unknown_rating", "not_a_rating", "counted_twice", "bad_edge", "scores_needed", "unknown_sector", "four_quarters",
    "not_in_sector", "left_out", "off_the_rings", "too_wide", "unknown_side", "nothing_to_sign",
}  # fmt: skip
OF_ANONYMOUS = {
    "anonymous_of_others",
    "anonymous_keeps",
    "anonymous_asks",
    "anonymous_tells_when",
    "anonymous_draws",
}  # tests/specs/test_anonymous.py
OF_BLIND = {"blind_read_by_others", "blind_keeps", "blind_file", "blind_gives"}  # tests/specs/test_blind.py
OF_CONSENTS = {
    "not_a_consent",
    "health_alone",
    "consent_of_several",
    "consent_in_repeat",
    "consent_of_file",
}  # test_consent.py
OF_PERSONS = {  # test_persons.py
    "not_a_person", "person_without_people", "person_of_a_project", "person_or_instance", "several_capacities",
    "person_only_signs",
}  # fmt: skip
OF_TEXTS = {  # test_varying.py, test_text_reading.py
    "bad_cases", "not_counted", "not_chosen", "unknown_case", "variant_keys", "variant_order", "variant_place",
}  # fmt: skip
OF_FOLDERS = {  # test_catalogue.py, test_neighbours.py
    "misplaced_file", "bad_version", "changed_version", "unknown_form", "unknown_question",
}  # fmt: skip


def found(text):
    with pytest.raises(SpecError) as caught:
        load_text(text)
    return caught.value.faults


@pytest.mark.parametrize("code", CASES)
def test_code_is_said_where_the_fault_is(code):
    text, line, column = CASES[code]
    fault = next(fault for fault in found(text) if fault.code == code)
    assert line is None or (fault.line, fault.column) == (line, column)


@pytest.mark.parametrize("code", CASES)
def test_sentences_end_and_hold_no_unfilled_word(code):
    fault = next(fault for fault in found(CASES[code][0]) if fault.code == code)
    ends = [sentence[-1] for sentence in (fault.message, fault.remedy) if sentence]
    assert (set(ends) <= set(".?:"), "{{" in str(fault)) == (True, False)


def test_every_code_of_the_catalogue_has_a_case():
    elsewhere = (
        OF_FILES
        | OF_TABLES
        | OF_BLOCKS
        | OF_EACH
        | OF_FILING
        | OF_LINKS
        | OF_NESTING
        | OF_NEIGHBOURS
        | OF_FOLDERS
        | OF_SCORES
        | OF_PERSONS
        | OF_CONSENTS
        | OF_ANONYMOUS
        | OF_BLIND
        | OF_TEXTS
    )
    assert set(CATALOGUE) == set(CASES) | elsewhere


def test_fault_reads_file_line_column_code_message_remedy():
    assert str(Fault("f.yaml", 3, 7, "tab", "Non.", "Oui.")) == "f.yaml:3:7: tab Non. (Oui.)"


def test_fault_without_remedy_ends_with_its_message():
    assert str(Fault("f.yaml", 3, 7, "tab", "Non.")) == "f.yaml:3:7: tab Non."


def test_all_faults_come_at_once_in_the_order_of_the_file():
    text = (
        asking("{name: a, kind: texte, label: A}", '{name: b, kind: text, label: "{x}"}') + "titel: x\nfollow_up: y\n"
    )
    assert [fault.code for fault in found(text)] == [
        "unknown_kind", "unknown_term", "unknown_key", "not_yet_supported",
    ]  # fmt: skip


def test_rules_beside_an_unknown_kind_are_checked_too():
    text = asking("{name: a, kind: texte, label: A, relevant: \"${z} = ''\"}")
    assert [fault.code for fault in found(text)] == ["unknown_kind", "unknown_name"]


@pytest.mark.parametrize(
    "text, word",
    [  # each line: what was written, what is proposed
        (SOUND + "titel: x\n", "«\u00a0title\u00a0»"),
        (asking("{name: a, type: text, label: A}"), "«\u00a0kind\u00a0»"),
        (asking("{name: a, kind: integr, label: A}"), "«\u00a0integer\u00a0»"),
        (asking("{name: a, kind: radio, label: A}"), "«\u00a0select_one\u00a0»"),
        (SOUND.replace("Page", "Pour {dupp}"), "«\u00a0du_pp\u00a0»"),
        (asking("{name: total, kind: text, label: '${totla}'}"), "«\u00a0total\u00a0»"),
        (asking('{name: total, kind: text, label: T, relevant: "${totla} = 1"}'), "${total}"),
        (SOUND + "parties: {p: {role: porteur}}\n", "«\u00a0porteur_projet\u00a0»"),
        (SOUND + "status: definitf\n", "«\u00a0definitif\u00a0»"),
    ],
)  # fmt: skip
def test_near_word_is_proposed(text, word):
    assert f"Vouliez-vous dire {word}\u00a0?" in [fault.remedy for fault in found(text)]


def test_guess_of_a_far_word_is_empty():
    assert guess("xyz", ["title", "label"]) == ""


def test_guess_keeps_the_braces_of_a_known_word():
    assert guess("a{b", ["a{b}"]).format() == "Vouliez-vous dire « a{b} » ?"


@pytest.mark.parametrize("rule", ["../a = 'x'", "count(../*[. != '']) > 1", "//a = 'x'"])
def test_path_that_reaches_a_reserved_answer_is_refused(rule):
    text = asking("{name: a, kind: text, label: A, visible_to: qualite}", "{name: b, kind: note, label: B}")
    text += f"  - {{name: suite, title: Suite, relevant: {rule}, questions: [{{name: c, kind: text, label: C}}]}}\n"
    assert "reserved_reading" in [fault.code for fault in found(text)]
