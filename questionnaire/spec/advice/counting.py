"""Words, sentences and syllables of a French text, counted as its reader hears them."""

import re

_WORD = re.compile(r"(?:[^\W\d_]+['’])*[^\W_]+(?:-[^\W_]+)*")
_ENDS = re.compile(r"[.!?…]+(?:\s|$)|\n+")
_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"
_GROUP = re.compile(f"[{_VOWELS}]+")
_HIATUS = re.compile("é(?=[aoiu])|(?<=[aou])ï|(?<=o)ë|(?<=o)[éè]")
_SILENT = re.compile(f"(?<=[^{_VOWELS}])es?$|(?<=[éiu])es?$")


def words(text: str) -> tuple[str, ...]:
    """The words; « l’hôpital » and « proche-aidant » are one each."""
    return tuple(_WORD.findall(text))


def sentences(text: str) -> int:
    """How many sentences, at least one: the ends are full stops, question and exclamation marks, new lines."""
    return max(1, sum(1 for part in _ENDS.split(text) if _WORD.search(part)))


def syllables(word: str) -> int:
    """How many syllables, at least one: groups of vowels, without the silent « e » at the end."""
    heard = word.lower().replace("’", "").replace("'", "").replace("qu", "q")
    heard = re.sub("gu(?=[eiéèêy])", "g", heard)
    heard = re.sub(f"(?<=[{_VOWELS}])y(?=[{_VOWELS}])", "i-", heard)
    heard = re.sub("aient$", "ai", heard)
    heard = "-".join(_SILENT.sub("", part) or part for part in heard.split("-"))
    return max(1, len(_GROUP.findall(heard)) + len(_HIATUS.findall(heard)))
