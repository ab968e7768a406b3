"""The words of partnership, explained: read from ``lexicon.yaml`` beside the forms, found again in texts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from questionnaire.spec.faults import (
    DUPLICATE_NAME,
    EXPECTED_KEYS,
    EXPECTED_LIST,
    EXPECTED_VALUE,
    MISSING_KEY,
    UNKNOWN_KEY,
    Faults,
    SpecError,
    guess,
)
from questionnaire.spec.nodes import Mapping, Node, Scalar, Sequence
from questionnaire.spec.parsing import parse
from questionnaire.spec.typography import typeset

FILE = "lexicon.yaml"
"""Its name, in a folder of forms."""

KEYS = ("id", "term", "variants", "definition", "source")


@dataclass(frozen=True, slots=True)
class Term:
    """A term, the other words by which texts use it, what it means, and where that is from."""

    id: str
    term: str
    definition: str
    source: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The terms in the order of the file. ``find`` remembers the texts that it has read."""

    terms: tuple[Term, ...] = ()
    _by_word: dict[str, Term] = field(init=False, repr=False)
    _pattern: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare one search for all the words, the longest first: « patient partenaire ressource » is one term."""
        words = {_folded(word): term for term in self.terms for word in (term.term, *term.variants)}
        longest = sorted(words, key=len, reverse=True)
        object.__setattr__(self, "_by_word", words)
        object.__setattr__(self, "_pattern", re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"))

    def find(self, text: str) -> tuple[Term, ...]:
        """The terms that a text uses, each once, in their order there."""
        return _found(self, text) if self.terms else ()

    def search(self, text: str) -> tuple[Term, ...]:
        """The same, read anew."""
        return tuple(dict.fromkeys(self._by_word[word] for word in self._pattern.findall(_folded(text))))


@lru_cache(4096)
def _found(lexicon: Lexicon, text: str) -> tuple[Term, ...]:
    return lexicon.search(text)


def _folded(text: str) -> str:
    return text.lower().replace("’", "'").replace("\u00a0", " ")


def lexicon_of(folders: Iterable[Path | str]) -> Lexicon:
    """The lexicon of the first folder that has one; empty where none has. Raises SpecError when it is none."""
    found = next((path for folder in folders if (path := Path(folder) / FILE).is_file()), None)
    return Lexicon() if found is None else load_lexicon(found)


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon of a file; raises SpecError with all that is wrong with it."""
    faults = Faults(str(path))
    node = parse(path.read_text(encoding="utf-8"), faults)
    terms = tuple(_terms(node, faults)) if node is not None else ()
    taken: set[str] = set()
    for term in terms:
        if term.id in taken:
            faults.add(DUPLICATE_NAME, name=term.id, line=1)
        taken.add(term.id)
    if faults.found:
        raise SpecError(faults.found)
    return Lexicon(terms)


def _terms(node: Node, faults: Faults) -> Iterable[Term]:
    entries = {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}
    listed = entries.get("terms")
    if not isinstance(listed, Sequence):
        faults.add(EXPECTED_LIST, node.place, key="terms")
        return
    for item in listed.items:
        if isinstance(item, Mapping):
            yield _term(item, faults)
        else:
            faults.add(EXPECTED_KEYS, item.place, key="terms")


def _term(node: Mapping, faults: Faults) -> Term:
    values = {key.text: value for key, value in node.entries}
    for key, _ in node.entries:
        if key.text not in KEYS:
            faults.add(UNKNOWN_KEY, key.place, key=key.text, remedy=guess(key.text, KEYS))
    variants = values.pop("variants", None)
    words = tuple(_text("variants", each, faults) for each in variants.items) if isinstance(variants, Sequence) else ()
    read = {key: _value(key, values, node, faults) for key in KEYS if key != "variants"}
    return Term(**read, variants=words)


def _value(key: str, values: dict[str, Node], node: Mapping, faults: Faults) -> str:
    if key not in values:
        faults.add(MISSING_KEY, node.place, key=key)
        return ""
    return _text(key, values[key], faults)


def _text(key: str, node: Node, faults: Faults) -> str:
    if not isinstance(node, Scalar):
        faults.add(EXPECTED_VALUE, node.place, key=key)
        return ""
    return typeset(node.text.strip())
