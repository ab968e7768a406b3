"""How hard a French text is to read, by the formula of Kandel and Moles.

Flesch's reading ease, fitted to French: L. Kandel and A. Moles, « Application de l'indice de Flesch à la langue
française », Cahiers d'études de radio-télévision, no 19, 1958, p. 253-274. The ease is
207 - 1.015 x (words in a sentence) - 73.6 x (syllables in a word): 100 is very easy, 0 very hard. It looks at lengths
alone, and says little of texts of a few words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from questionnaire.spec.advice.counting import sentences, syllables, words

LEVELS = (
    (90, "très facile"),
    (80, "facile"),
    (70, "assez facile"),
    (60, "courante"),
    (50, "assez difficile"),
    (30, "difficile"),
    (0, "très difficile"),
)
"""The words of Flesch's scale, each from its lowest ease on."""


@dataclass(frozen=True, slots=True)
class Ease:
    """``score`` from 0 (very hard) to 100 (very easy), whole; ``words`` on how many it was measured."""

    score: int
    words: int

    @property
    def level(self) -> str:
        """What is said of it, after « lecture »."""
        return next(word for lowest, word in LEVELS if self.score >= lowest)


def ease(texts: Iterable[str]) -> Ease:
    """The ease of several texts taken together; each ends its last sentence. Without any word, 100."""
    read = [(words(text), sentences(text)) for text in texts]
    count = sum(len(found) for found, _ in read)
    if not count:
        return Ease(100, 0)
    phrases = sum(ends for found, ends in read if found)
    heard = sum(syllables(word) for found, _ in read for word in found)
    score = 207 - 1.015 * count / phrases - 73.6 * heard / count
    return Ease(round(min(100, max(0, score))), count)
