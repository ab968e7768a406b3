"""A form with every kind of question, in and out of a repeat, and any answers to it."""

from hypothesis import strategies as st

from questionnaire.filling import Answers, leaf_path
from questionnaire.spec.kinds import KINDS
from tests.filling.building import a_form

_KINDS = """
- {{name: {p}texte, kind: text, label: T, max_length: 8, default: Bonjour}}
- {{name: {p}recit, kind: text, appearance: multiline, label: R}}
- {{name: {p}mail, kind: email, label: M}}
- {{name: {p}tel, kind: tel, label: T}}
- {{name: {p}entier, kind: integer, label: E, min: 1, max: 9, default: "3", may_decline: {{name: nsp, label: N}}}}
- {{name: {p}decimal, kind: decimal, label: D, decimals: 2}}
- {{name: {p}borne, kind: range, label: B, min: 0, max: 10, step: 0.5}}
- {{name: {p}jour, kind: date, label: J, default: today()}}
- {{name: {p}periode, kind: date_range, label: P, min_days: 2, may_decline: {{name: nsp, label: N}}}}
- {{name: {p}heure, kind: time, label: H}}
- {{name: {p}oui, kind: yes_no, label: O, default: oui}}
- name: {p}un
  kind: select_one
  label: U
  choices: [{{name: a, label: A}}, {{name: b, label: B}}, {{name: 01, label: C}}]
  choice_filter: . != ${{{p}texte}}
- name: {p}plusieurs
  kind: select_multiple
  label: P
  relevant: ${{{p}oui}} = 'oui'
  choices: [{{name: a, label: A}}, {{name: b, label: B}}, {{name: z, label: Z, exclusive: true}}]
  choice_filter: . != ${{{p}un}}
- name: {p}ordre
  kind: rank
  label: O
  max: 2
  choices: [{{name: a, label: A}}, {{name: b, label: B}}, {{name: c, label: C}}]
  choice_filter: . != ${{{p}un}}
- {{name: {p}marque, kind: rating, label: M, choices: [{{name: 0, label: Non}}, {{name: 1, label: Oui}}]}}
- {{name: {p}numero, kind: identifier, label: N, scheme: rpps}}
- {{name: {p}quand, kind: datetime, label: Q, max: now()}}
- {{name: {p}mois, kind: month, label: M, min: 2020-01}}
- {{name: {p}annee, kind: year, label: A, max: now()}}
- {{name: {p}duree, kind: duration, label: D, max: 600, may_decline: {{name: nsp, label: N}}}}
- {{name: {p}piece, kind: file, label: P, max: 2}}
{g}- {{name: {p}accord, kind: acknowledge, label: A, required: true}}
- {{name: {p}note, kind: note, label: N}}
- {{name: {p}double, kind: calculate, label: D, calculation: "${{{p}entier}} * 2"}}
- {{name: {p}cache, kind: hidden, label: C, calculation: "${{{p}oui}} = 'oui'"}}
"""


_GRID = """- name: grille
  kind: grid
  label: G
  choices: [{name: 0, label: Non}, {name: 1, label: Oui}]
  may_decline: {name: nsp, label: N}
  rows: [{name: ligne, label: L}, {name: autre_ligne, label: A, relevant: "${ligne} = 1"}]
"""


def _questions() -> str:
    inside = _KINDS.format(p="i_", g="").strip().replace("\n", "\n    ")
    repeat = f"- name: liste\n  kind: repeat\n  label: L\n  questions:\n    {inside}\n"
    asked = "- {name: accepte, kind: consent, label: C}\n"
    count = asked + '- {name: nombre, kind: calculate, label: N, calculation: "count(${liste})"}'
    return f"{_KINDS.format(p='', g=_GRID).strip()}\n{repeat}{count}\n"


FORM = a_form(_questions(), "", "instances: free\n")
assert {question.kind.name for question in FORM.questions.values()} == set(KINDS)

A_FILE = f"sha256:{'a' * 64} 1200 application/pdf plan de salle.pdf"
_ASKED = [question for question in FORM.questions.values() if question.kind.answered]
_TYPED = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                "a",
                "b",
                "z",
                "01",
                "oui",
                "non",
                "nsp",
                "OK",
                "1",
                "4,5",
                "-3",
                "0",
                "2026-02-03",
                "14h30",
                "03/02/2026 – 04/02/2026",
                "2026-02-03/2026-02-03",
            ]
        ),
        st.sampled_from(
            ["0123456789", "ana@example.org", "a b", "31/02/2026", "deux\nlignes", A_FILE, A_FILE.replace("a", "b")]
        ),
        st.text(max_size=6),
    ),
    max_size=2,
)
KEYS = st.from_regex(r"[a-z0-9-]{1,4}", fullmatch=True)


@st.composite
def any_answers(draw: st.DrawFn) -> Answers:
    """Answers as controls would give them: typed, unreadable or blank; some items are removed."""
    keys = draw(st.lists(KEYS, max_size=3, unique=True))
    gone = draw(st.lists(KEYS.filter(lambda key: key not in keys), max_size=1))
    values = {}
    for question in _ASKED:
        paths = [question.name]
        if question.group is not None:
            paths = [leaf_path(question.group, key, question.name) for key in (*keys, *gone)]
        values.update({path: question.kind.read(draw(_TYPED), question) for path in paths if draw(st.booleans())})
    return Answers(values, {"liste": tuple(keys)} if keys else {}, frozenset(f"liste[{key}]" for key in gone))
