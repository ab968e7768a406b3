"""A short text that a regular expression takes, where it is simple enough to be read."""

from random import Random

from questionnaire.expressions.automaton import Char, Choice, Edge, Part, Repeat, Sequence
from questionnaire.expressions.pattern_reading import BeyondReading, read_pattern

_LETTERS = "A1a0b-_ .@,:;/'é+#"
_MOST = 200


def matching(pattern: str, random: Random) -> str | None:
    """Such a text; None of a pattern that looks around, or too long. The whole of a text is thought of."""
    try:
        text = _written(read_pattern(pattern), random)
    except (BeyondReading, RecursionError):
        return None
    return text if text is not None and len(text) <= _MOST else None


def _written(part: Part, random: Random) -> str | None:
    match part:
        case Char(test):
            fitting = [letter for letter in _LETTERS if test(letter)]
            return fitting[0] if fitting else next((chr(code) for code in range(32, 592) if test(chr(code))), None)
        case Edge():
            return ""
        case Choice(options):
            return _written(random.choice(options), random)
        case Repeat(inner, least, _):
            return _joined([inner] * least, random)
        case Sequence(inside):
            return _joined(list(inside), random)


def _joined(inside: list[Part], random: Random) -> str | None:
    texts = [_written(part, random) for part in inside]
    return None if None in texts else "".join(text for text in texts if text is not None)
