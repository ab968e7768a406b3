import pytest

from questionnaire.spec import load_text

PARTIES = "parties:\n  porteur: {role: porteur_projet}\n  duo: {role: [direction, qualite], label: Le duo}\n"


def words(text):
    return "".join(str(part) for part in text.parts)


def test_questions_of_a_repeat_know_their_group_and_section(written):
    form = load_text(
        written("""
        - name: r
          kind: repeat
          label: R
          questions:
            - {name: c, kind: text, label: C}
        """)
    )
    child = form.questions["c"]
    assert (child.group, child.section, form.questions["r"].questions) == ("r", "page", (child,))


def test_order_puts_what_is_read_first(written):
    form = load_text(
        written("""
        - {name: total, kind: calculate, label: T, calculation: "${x} + ${y}"}
        - {name: x, kind: integer, label: X, relevant: "${y} > 0"}
        - {name: y, kind: integer, label: Y}
        """)
    )
    assert form.order == ("y", "x", "total")


def test_constraint_may_read_its_own_question(written):
    form = load_text(
        written("""- {name: x, kind: integer, label: X, constraint: "${x} > 0", constraint_message: Non}""")
    )
    assert form.order == ("x",)


def test_cycle_through_a_page_is_named(faults_of, written):
    text = written("""- {name: x, kind: integer, label: X}""").replace(
        "    title: Page\n", "    title: Page\n    relevant: ${x} > 0\n"
    )
    assert faults_of(text) == [(8, 16, "circular_dependency")]


def test_two_cycles_are_both_named(faults_of, written):
    text = written("""
        - {name: a, kind: text, label: A, relevant: "${b} = 1"}
        - {name: b, kind: text, label: B, relevant: "${c} = 1"}
        - {name: c, kind: text, label: C, relevant: "${a} = 1"}
        - {name: d, kind: text, label: D, default: "${d}"}
        """)
    assert faults_of(text) == [(7, 16, "circular_dependency"), (10, 16, "circular_dependency")]


@pytest.mark.parametrize(
    "rules",
    [
        "required: true, relevant: '${taux} < 100'",
        "required: true, default: completeness()",
        "required: completeness() > 50",
        "required: '${taux} > 50'",
    ],
)
def test_share_of_the_whole_form_cannot_decide_what_it_counts(faults_of, written, rules):
    text = written(f"""
        - {{name: taux, kind: calculate, label: T, calculation: completeness()}}
        - {{name: a, kind: integer, label: A, {rules}}}
        """)
    assert [code for _, _, code in faults_of(text)] == ["circular_dependency"]


def test_section_and_question_share_one_space_of_names(faults_of, written):
    assert faults_of(written("- {name: page, kind: text, label: P}")) == [(7, 16, "duplicate_name")]


def test_step_takes_the_name_of_its_act_and_party(written):
    head = f"{PARTIES}circuit:\n  - {{party: porteur}}\n  - {{party: duo, act: visa}}\n"
    form = load_text(written("- {name: a, kind: text, label: A}", head))
    assert [(step.name, step.act) for step in form.circuit] == [
        ("signature_porteur", "signature"),
        ("visa_duo", "visa"),
    ]


def test_same_step_twice_is_told(faults_of, written):
    head = f"{PARTIES}circuit:\n  - {{party: porteur}}\n  - {{party: porteur}}\n"
    assert faults_of(written("- {name: a, kind: text, label: A}", head)) == [(8, 13, "duplicate_name")]


def test_party_is_called_by_its_role_unless_it_has_a_label(written):
    form = load_text(written("- {name: a, kind: text, label: A}", PARTIES))
    assert [(party.roles, words(party.label)) for party in form.parties.values()] == [
        (("porteur_projet",), "Porteur du projet"),
        (("direction", "qualite"), "Le duo"),
    ]


def test_defaults_of_a_form(written):
    form = load_text(written("- {name: a, kind: text, label: A}"))
    assert (form.status, form.life, form.instances, form.archive, form.privacy, form.lexicon) == (
        "definitif", "signed", "project", "sealed", "named", False,
    )  # fmt: skip


def test_texts_are_set_in_french_typography(written):
    form = load_text(written('- {name: a, kind: text, label: "L\'avez-vous lu ?"}'))
    assert words(form.questions["a"].label) == "L’avez-vous lu\u00a0?"


def test_list_is_shared_by_name(written):
    head = "choices:\n  oui_non: [{name: oui, label: Oui}, {name: non, label: Non}]\n"
    form = load_text(written("- {name: a, kind: select_one, label: A, choices: oui_non}", head))
    assert [choice.name for choice in form.questions["a"].choices] == ["oui", "non"]


def test_exclusive_choice_of_a_shared_list_is_refused_in_select_one(faults_of, written):
    head = "choices:\n  l: [{name: a, label: A, exclusive: true}]\n"
    text = written("- {name: q, kind: select_one, label: Q, choices: l}", head)
    assert faults_of(text) == [(9, 56, "exclusive_choice")]


def test_paper_keeps_its_pattern_and_subject(written):
    head = 'document: {reference: "FP-{year}-{number:04}", subject: "${a}"}\n'
    paper = load_text(written("- {name: a, kind: text, label: A}", head)).paper
    assert paper.subject is not None
    assert (paper.layout, paper.reference) == ("sheet", "FP-{year}-{number:04}")
    assert paper.subject.answers == frozenset({"a"})


def test_parties_under_one_any_order_share_their_rank():
    form = load_text(
        "form: demo\ntitle: D\nparties:\n  a: {role: porteur_projet}\n  b: {role: copilote}\n  c: {role: direction}\n"
        "sections:\n  - name: page\n    title: P\n    questions:\n      - {name: q, kind: yes_no, label: Q}\n"
        "circuit:\n  - any_order: [a, b]\n    relevant: ${q} = 'oui'\n  - {party: c, act: visa}\n"
    )
    assert [(step.name, step.rank, step.relevant is not None) for step in form.circuit] == [
        ("signature_a", 1, True),
        ("signature_b", 1, True),
        ("visa_c", 2, False),
    ]


def test_sensitive_answers_are_told_by_their_path_and_by_their_list(written):
    form = load_text(
        written("""
        - {name: a, kind: text, label: A, personal: sensitive}
        - {name: b, kind: text, label: B, personal: personal}
        - name: r
          kind: repeat
          label: R
          questions:
            - {name: c, kind: text, label: C, personal: sensitive}
            - {name: d, kind: text, label: D}
        - name: s
          kind: repeat
          label: S
          personal: sensitive
          questions:
            - {name: e, kind: text, label: E}
        """)
    )
    paths = ("a", "b", "r[k]", "r[k].c", "r[k].d", "s[k]", "s[k].e", "z", "")
    assert [path for path in paths if form.is_sensitive(path)] == ["a", "r[k].c", "s[k]", "s[k].e"]
    assert form.sensitive


def test_a_form_without_sensitive_question_has_none(written):
    assert not load_text(written("- {name: b, kind: text, label: B, personal: personal}")).sensitive
