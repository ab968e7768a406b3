"""First answers from a link: what a form may take so, and why not the rest."""

import pytest

from questionnaire.spec import SpecError, load_text

HEAD = "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions: [%s]\n"


def test_a_question_names_what_a_link_calls_it():
    form = load_text(HEAD % "{name: q, kind: text, label: Q, prefill: [link.titre, organisation.name]}")
    assert [(each.source, each.name) for each in form.questions["q"].prefill] == [
        ("link", "titre"), ("organisation", "name"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "question, code",
    [
        ("{name: q, kind: text, label: Q, personal: identity, prefill: [link.q]}", "link_tells"),
        ("{name: q, kind: email, label: Q, personal: contact, prefill: [link.q]}", "link_tells"),
        (
            "{name: q, kind: file, label: Q, prefill: [link.q]}",
            "link_list",
        ),
        ("{name: q, kind: acknowledge, label: Q, prefill: [link.q]}", "key_not_for_kind"),
        ("{name: q, kind: text, label: Q, prefill: [link]}", "bad_source"),
    ],
)
def test_what_a_link_cannot_give_is_refused_with_the_form(question, code):
    with pytest.raises(SpecError) as caught:
        load_text(HEAD % question)
    assert code in [fault.code for fault in caught.value.faults]
