"""The language of the screens: French sentences in the templates, translated where a catalogue has them."""

from functools import lru_cache

from babel import Locale
from flask import Flask, g
from flask_babel import get_domain
from markupsafe import Markup

SENTENCES = 4096
FRENCH = Locale("fr")


def reader() -> Locale:
    """The language of whoever asks: French, as long as there is no other catalogue."""
    return FRENCH


def install(app: Flask) -> None:
    """Let templates translate; each sentence is looked up once per language and process."""
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # added by Jinja's i18n extension
        gettext, ngettext, newstyle=True
    )
    # The same as Jinja's own ``_``, without its three calls for each sentence of a page.
    app.add_template_global(sentence, "_")


def language() -> str:
    """The reader's language: chosen once for a request."""
    chosen: str | None = g.get("language")
    if chosen is None:
        chosen = g.language = str(reader())
    return chosen


def sentence(source: str, **values: object) -> Markup:
    """A sentence in the reader's language, its ``%(names)s`` replaced by values, escaped."""
    return _markup(source, language()) % values if values else _finished(source, language())


def gettext(source: str) -> str:
    """A sentence in the reader's language."""
    return _translated(source, language())


def ngettext(one: str, several: str, number: int) -> str:
    """A sentence that depends on a number."""
    translated: str = get_domain().get_translations().ungettext(one, several, number)
    return translated


@lru_cache(SENTENCES)
def _translated(source: str, _language: str) -> str:
    translated: str = get_domain().get_translations().ugettext(source)
    return translated


@lru_cache(SENTENCES)
def _markup(source: str, chosen: str) -> Markup:
    return Markup(_translated(source, chosen))  # noqa: S704  # sentences of our own


@lru_cache(SENTENCES)
def _finished(source: str, chosen: str) -> Markup:
    return _markup(source, chosen) % {}  # a double percent sign is one here too
