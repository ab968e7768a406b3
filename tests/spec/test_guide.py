from pathlib import Path

from questionnaire.spec.guide import Guide, read_guide

SMALL = """
## Kinds of questions

| kind | the person | its own keys |
| --- | --- | --- |
| `text` | writes; `appearance: multiline` | `max_length` |
| `note` | reads |  |

Words.

### Keys of a choice

| key | needed | meaning |
| --- | --- | --- |
| `name` | yes | what is stored |
| `exclusive` |  | `true`: alone |

### Keys of `may_decline`

| `role` | yes | who |
"""


def test_meanings_are_read_by_place_and_by_kind():
    assert read_guide(SMALL) == Guide(
        kinds={"text": "writes; appearance: multiline", "note": "reads"},
        keys={"a choice": {"name": "what is stored", "exclusive": "true: alone"}, "may_decline": {"role": "who"}},
    )


def test_text_without_tables_tells_nothing():
    assert read_guide(Path(__file__).read_text()[:10]) == Guide({}, {})
