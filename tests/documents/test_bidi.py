"""Right-to-left text is drawn as it is seen and said as it is read."""

from questionnaire.documents.bidi import begins_right_to_left
from questionnaire.documents.lines import Span, wrap


def seen(text: str) -> str:
    (line,) = wrap([Span(text)], 11, 1000)
    return "".join(run.text for run in line.runs)


def said(text: str) -> str:
    (line,) = wrap([Span(text)], 11, 1000)
    return "".join(run.text if run.meant is None else run.meant for run in line.runs)


def test_hebrew_word_is_reversed():
    assert seen("שלום") == "םולש"


def test_words_of_both_directions_keep_their_places():
    assert seen("Nom : אב גד, né") == "Nom : דג בא, né"


def test_line_that_begins_from_the_right_runs_so():
    assert seen("אב CHU גד.") == ".דג CHU בא"


def test_numbers_keep_their_order():
    assert seen("אב 12/05/2026 גד") == "דג 12/05/2026 בא"
    assert seen("le 12 אב") == "le 12 בא"


def test_brackets_are_mirrored():
    assert seen("אב (גד) הו") == "וה (דג) בא"


def test_reading_order_is_kept_for_readers():
    text = "Nom : محمد (12/05/2026) علي, né 🙂 \u05d0"
    assert said(text) == text


def test_first_letter_gives_the_direction():
    assert begins_right_to_left("12 אב c")
    assert not begins_right_to_left("12 c אב")
    assert not begins_right_to_left("12")
