"""What a page posts to search its long lists: words typed, and those that it was drawn with."""

from flask import request

SEEK = "seek"
"""The verb of the button that searches; the fields of words are named by it and by the path of their list."""

_TYPED, _DRAWN = f"_{SEEK}:", "_sought:"

LONGEST = 100
"""Characters of a search that count."""


def typed_words() -> dict[str, str]:
    """The words typed, by path of the list; none where the field was left empty."""
    return _words(_TYPED)


def new_words() -> bool:
    """Whether the Enter key, or « Continuer », sends words that were not searched for yet: without script only."""
    drawn = {field.removeprefix(_DRAWN) for field in request.form if field.startswith(_DRAWN)}
    before = _words(_DRAWN)
    return any(path in drawn and before.get(path) != words for path, words in typed_words().items())


def _words(prefix: str) -> dict[str, str]:
    posted = {field.removeprefix(prefix): text for field, text in request.form.items() if field.startswith(prefix)}
    return {path: " ".join(text.split())[:LONGEST] for path, text in posted.items() if text.strip()}
