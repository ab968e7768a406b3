"""The register and the retention of a form: what authors may write, and what they are told of the rest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec import load_text
from questionnaire.spec.retention import Period, Start, read_period

QUESTIONS = """
- {name: titre, kind: text, label: Titre}
- {name: fin, kind: date, label: Fin}
- {name: secret, kind: text, label: Secret, visible_to: qualite}
- {name: sante, kind: text, label: Santé, personal: sensitive}
- {name: piece, kind: file, label: Pièce}
- {name: r, kind: repeat, label: R, questions: [{name: nom, kind: text, label: Nom}]}
"""
REASON = "reason: Loi"


@pytest.mark.parametrize(
    "head, fault",
    [
        ("register: {columns: [{name: titer}]}", (3, 29, "column_of_nothing")),
        ("register: {columns: [{name: total, value: 1 + 1}]}", (3, 29, "column_of_nothing")),
        ("register: {columns: [{name: nom}]}", (3, 29, "column_of_items")),
        ("register: {columns: [{name: r}]}", (3, 29, "column_of_items")),
        ("register: {columns: [{name: piece}]}", (3, 29, "column_of_items")),
        ('register: {columns: [{name: x, label: X, value: "${nom}"}]}', (3, 49, "column_of_items")),
        ("register: {columns: [{name: sante}]}", (3, 11, "sensitive_column")),
        ('register: {columns: [{name: x, label: X, value: "../sante"}]}', (3, 11, "sensitive_column")),
        ("register: {columns: [{name: secret}]}", (1, 7, "reserved_reading")),
        ("register: {columns: [{name: titre}, {name: titre}]}", (3, 44, "duplicate_name")),
        ("register: {columns: [{name: titre}], filters: titer}", (3, 47, "unknown_column")),
        ('register: {columns: [{name: titre}], alerts: {a: {when: "${fni} = 1", label: A}}}', (3, 58, "unknown_name")),
        ("register: {columns: [{name: titre}], alerts: {a: {when: 1 = 1}}}", (3, 50, "missing_key")),
        ("archive: none\nregister: {columns: [{name: titre}]}", (4, 11, "not_filed")),
        (f"archive: none\nretention: {{active: end + P1Y, archive: P5Y, {REASON}}}", (4, 12, "not_filed")),
        (f"retention: {{active: un an, archive: P5Y, {REASON}}}", (3, 21, "bad_start")),
        (f"retention: {{active: end + 1 an, archive: P5Y, {REASON}}}", (3, 21, "bad_start")),
        (f"retention: {{active: end + P1H, archive: P5Y, {REASON}}}", (3, 27, "bad_period")),
        (f"retention: {{active: end + P1Y, archive: 5 ans, {REASON}}}", (3, 41, "bad_period")),
        (f"retention: {{active: end + P1Y, archive: P, {REASON}}}", (3, 41, "bad_period")),
        (f'retention: {{active: "${{titre}} + P1Y", archive: P5Y, {REASON}}}', (3, 21, "start_of_date")),
        (f'retention: {{active: "${{fni}} + P1Y", archive: P5Y, {REASON}}}', (3, 21, "start_of_date")),
        (f"retention: {{active: end + P1Y, archive: P5Y, then: oubli, {REASON}}}", (3, 52, "bad_word")),
        ("retention: {active: end + P1Y, archive: P5Y}", (3, 12, "missing_key")),
    ],
)
def test_fault_is_told_at_its_place(faults_of, written, head, fault):
    assert fault in faults_of(written(QUESTIONS, f"{head}\n"))


def test_column_takes_the_label_of_its_question_unless_it_has_one(written):
    head = (
        'register: {columns: [{name: titre}, {name: fin, label: Terme}, {name: n, label: N, value: "count(${r})"}]}\n'
    )
    columns = load_text(written(QUESTIONS, head)).register.columns
    said = ["".join(map(str, column.label.parts)) for column in columns]
    assert (said, [column.question for column in columns]) == (["Titre", "Terme", "N"], ["titre", "fin", ""])


@pytest.mark.parametrize(
    "active, start, answer",
    [("end + P1Y", Start.END, ""), ("freeze+P6M", Start.FREEZE, ""), ("${fin} + P90D", Start.ANSWER, "fin")],
)
def test_retention_counts_from_the_end_the_freeze_or_a_date(written, active, start, answer):
    head = f'retention: {{active: "{active}", archive: P5Y, then: transfer, {REASON}}}\n'
    retention = load_text(written(QUESTIONS, head)).retention
    assert retention is not None
    assert (retention.start, retention.answer, retention.then) == (start, answer, "transfer")


def test_form_that_says_nothing_has_no_columns_and_no_retention(written):
    form = load_text(written(QUESTIONS))
    assert (form.register.columns, form.register.alerts, form.retention) == ((), (), None)


@pytest.mark.parametrize(
    "period, day, end",
    [
        ("P1Y", date(2024, 2, 29), date(2025, 2, 28)),
        ("P1M", date(2026, 1, 31), date(2026, 2, 28)),
        ("P5Y", date(2026, 6, 30), date(2031, 6, 30)),
        ("P1Y6M10D", date(2026, 1, 1), date(2027, 7, 11)),
        ("P999Y", date(9001, 1, 1), date.max),
        ("P99999D", date(9990, 1, 1), date.max),
    ],
)
def test_period_ends_as_calendars_count(period, day, end):
    read = read_period(period)
    assert read is not None
    assert read.after(day) == end


@given(
    st.builds(Period, st.integers(0, 999), st.integers(0, 9999), st.integers(0, 99999)).filter(lambda p: str(p) != "P"),
    st.dates(),
)
def test_period_is_read_back_and_never_goes_backwards(period, day):
    assert read_period(str(period)) == period
    assert period.after(day) >= day
