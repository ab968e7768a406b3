"""Grids and scales whose answers cannot be told apart by who listens, or does not see colours."""

import re
from collections.abc import Iterable, Iterator, Mapping

from questionnaire.spec.advice.counting import words
from questionnaire.spec.advice.details import BARE_SCALE, COLOUR_IN_TEXT, COLOUR_ONLY_SCALE, UNLABELLED_GRID
from questionnaire.spec.advice.found import Gathering
from questionnaire.spec.advice.passages import Passage
from questionnaire.spec.codebook import said
from questionnaire.spec.declared import ChoiceSpec, FormSpec, QuestionSpec
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.text_reading import parse_text

_HUE = "vert|rouge|orange|orangé|jaune|bleu|noir|blanc|gris|violet|rose|marron|mauve|turquoise"
_COLOUR = rf"(?:{_HUE})(?:e|es|s|he|hes|te|tes)?"
_SHADE = r"(?:clair|foncé|pâle|vif|pastel)e?s?"
_ONLY = re.compile(
    rf"(?:[\W_]|\b(?:couleur|la|le|case|pastille|feu|{_COLOUR}|{_SHADE})\b|[🔴🟠🟡🟢🔵🟣⚫⚪🟤🟥🟧🟨🟩🟦🟪⬛⬜])+",
    re.IGNORECASE,
)
_POINTED = re.compile(
    rf"\b(?:en|(?:cases?|champs?|lignes?|zones?|cadres?|textes?|colonnes?|boutons?|pastilles?)(?:\s+en)?)\s+{_COLOUR}\b",
    re.IGNORECASE,
)
_EMPTY = frozenset({"grille", "tableau", "matrice", "questions", "question", "échelle", "items", "item"})
_SCALES = frozenset({"rating", "grid"})
_HOLDING = 2
"""A question of one word hardly says what is answered."""

Lists = Mapping[str, tuple[ChoiceSpec, ...]]


def look_at_scales(spec: FormSpec, questions: Iterable[QuestionSpec], gathering: Gathering) -> None:
    """Advise on each grid and on the choices of each question; those that questions share, once."""
    lists: Lists = {name.text: choices for name, choices in spec.choices if isinstance(choices, tuple)}
    seen: set[str] = set()
    for question in questions:
        label = _read(question.label)
        if question.kind.text == "grid" and _says_nothing(label):
            gathering.add(
                UNLABELLED_GRID, question.name.text, question.label.place, name=question.name.text, label=label
            )
        of, choices = _choices(question, lists)
        if of not in seen:
            _look_at_choices(of, choices, gathering, scale=question.kind.text in _SCALES)
        seen.add(of)


def look_for_colours(passage: Passage, gathering: Gathering) -> None:
    """Advise against texts that point at something by its colour."""
    for match in _POINTED.finditer(passage.raw):
        gathering.add(COLOUR_IN_TEXT, passage.of, passage.at(match.start()), words=match[0])


def _choices(question: QuestionSpec, lists: Lists) -> tuple[str, tuple[ChoiceSpec, ...]]:
    if isinstance(question.choices, Scalar):
        return question.choices.text, lists.get(question.choices.text, ())
    return question.name.text, question.choices or ()


def _look_at_choices(of: str, choices: tuple[ChoiceSpec, ...], gathering: Gathering, *, scale: bool) -> None:
    coloured = tuple(choice for choice in choices if choice.hint is None and _ONLY.fullmatch(_read(choice.label)))
    coloured = tuple(choice for choice in coloured if _is_coloured(_read(choice.label)))
    if len(coloured) > 1:
        gathering.add(COLOUR_ONLY_SCALE, of, coloured[0].place, name=of, labels=", ".join(_labels(coloured)))
    bare = tuple(choice for choice in choices if choice.hint is None and not _has_word(_read(choice.label)))
    ends = {id(choice) for choice in (*choices[:1], *choices[-1:])}
    if scale and any(id(choice) in ends for choice in bare):
        gathering.add(BARE_SCALE, of, bare[0].place, name=of, labels=", ".join(_labels(bare)))


def _says_nothing(label: str) -> bool:
    said_words = words(label)
    return len(said_words) < _HOLDING or all(word.lower() in _EMPTY or not _has_word(word) for word in said_words)


def _is_coloured(label: str) -> bool:
    return re.search(rf"\b{_COLOUR}\b|[^\w\s.,;:()/’'\u00a0-]", label, re.IGNORECASE) is not None


def _has_word(label: str) -> bool:
    return any(letter.isalpha() for letter in label)


def _labels(choices: Iterable[ChoiceSpec]) -> Iterator[str]:
    return (f"«\u00a0{_read(choice.label)}\u00a0»" for choice in choices)


def _read(text: Scalar) -> str:
    return said(parse_text(text.text.strip()))
