"""The language of the screens: French sentences in the templates, translated where a catalogue has them."""

from functools import lru_cache

from flask import Flask
from flask_babel import get_domain, get_locale

SENTENCES = 4096


def install(app: Flask) -> None:
    """Let templates translate; each sentence is looked up once per language and process."""
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # added by Jinja's i18n extension
        gettext, ngettext, newstyle=True
    )


def gettext(sentence: str) -> str:
    """A sentence in the reader's language."""
    return _translated(sentence, str(get_locale()))


def ngettext(one: str, several: str, number: int) -> str:
    """A sentence that depends on a number."""
    translated: str = get_domain().get_translations().ungettext(one, several, number)
    return translated


@lru_cache(SENTENCES)
def _translated(sentence: str, _locale: str) -> str:
    translated: str = get_domain().get_translations().ugettext(sentence)
    return translated
