"""A whole review of one form: all its advice in the order of its file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from questionnaire.spec.advice.acknowledged import Acknowledged, set_apart
from questionnaire.spec.advice.details import READING_LEVEL, Severity
from questionnaire.spec.advice.endings import look_for_endings
from questionnaire.spec.advice.found import Advice, Gathering
from questionnaire.spec.advice.labels import look_at_ease, look_at_length
from questionnaire.spec.advice.lexical import look_for_lexicon, look_for_words
from questionnaire.spec.advice.minutes import look_at_minutes
from questionnaire.spec.advice.negation import look_for_negation
from questionnaire.spec.advice.passages import Passage, passages
from questionnaire.spec.advice.patients import look_for_easy
from questionnaire.spec.advice.readability import ease
from questionnaire.spec.advice.scales import look_at_scales, look_for_colours
from questionnaire.spec.block_files import Blocks
from questionnaire.spec.declared import FormSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.lexicon import Lexicon
from questionnaire.spec.loading import load
from questionnaire.spec.model import Form
from questionnaire.spec.naming import every_question
from questionnaire.spec.reading import declared_in

_LOOKS = (look_for_negation, look_for_endings, look_for_colours, look_at_length, look_at_ease)
"""What is looked for in each text alone."""


@dataclass(frozen=True, slots=True)
class Review:
    """``advice`` still to follow, in the order of the file; ``acknowledged`` what the author leaves, and why."""

    form: Form
    advice: tuple[Advice, ...]
    acknowledged: tuple[Acknowledged, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left to follow; what only informs does not count."""
        return all(advice.severity is Severity.NOTICE for advice in self.advice)


def review(path: Path, lexicon: Lexicon) -> Review:
    """The review of the form of a file; raises SpecError where it is none."""
    form = load(path)
    text = path.read_text(encoding="utf-8-sig")
    faults = Faults(str(path))
    spec = declared_in(text, Blocks(text, path.parent), faults)
    if spec is None:
        raise AssertionError("A form that compiles is declared.")
    return review_of(spec, form, lexicon, str(path))


def review_of(spec: FormSpec, form: Form, lexicon: Lexicon, file: str) -> Review:
    """The review of a form, as declared and as compiled; ``file`` is how its file is called."""
    gathering, texts = Gathering(file), passages(spec)
    questions = tuple(question for section in spec.sections for question in every_question(section.questions))
    for passage in texts:
        for look in _LOOKS:
            look(passage, gathering)
    look_at_scales(spec, questions, gathering)
    look_for_words(texts, lexicon, gathering)
    if not form.lexicon:
        look_for_lexicon(texts, lexicon, form.name, spec.title.place, gathering)
    look_for_easy(form, questions, gathering)
    look_at_minutes(form, (spec.minutes or spec.title).place, gathering)
    _look_at_level(texts, spec, gathering)
    apart = set_apart(spec, gathering)
    ordered = sorted(gathering.found, key=lambda advice: (advice.file != file, advice.file, advice.line, advice.column))
    return Review(form, tuple(ordered), apart)


def _look_at_level(texts: Iterable[Passage], spec: FormSpec, gathering: Gathering) -> None:
    """Tell how hard the official words are to read, all together."""
    found = ease(passage.read for passage in texts if not passage.easy)
    level = {"level": found.level, "score": found.score, "count": found.words}
    gathering.add(READING_LEVEL, spec.form.text, spec.title.place, **level)
