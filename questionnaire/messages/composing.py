"""Composing a letter: its words drawn from one template, as plain text and as HTML that says the same."""

from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from questionnaire.errors import QuestionnaireError
from questionnaire.messages.kinds import Kind, kind_of
from questionnaire.messages.letters import Asked, Letter, Letterhead, one_line

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "emails"
PREFERENCES = "/messages/preferences/"
NOBODY_NAMED = "la personne qui suit votre projet dans l’établissement"


class FactsMissing(QuestionnaireError):
    """A letter was asked for without all that it says, or with more than it knows: a fault of ours."""


def compose(asked: Asked, head: Letterhead) -> Letter:
    """The letter, with its words. Raises UnknownKind and FactsMissing."""
    kind = kind_of(asked.kind)
    if set(asked.facts) != kind.facts:
        raise FactsMissing(f"{asked.kind}\u00a0: {', '.join(sorted(set(asked.facts) ^ kind.facts))}")
    facts = {name: one_line(value) for name, value in asked.facts.items()}
    subject = one_line(kind.subject.format(**facts))
    url = address_of(kind, facts, head) if kind.path else ""
    words: dict[str, object] = {
        **facts,
        "name": one_line(asked.name),
        "subject": subject,
        "organisation": one_line(asked.organisation),
        "helper": one_line(asked.helper or head.helper or NOBODY_NAMED),
        "url": url,
        "button": kind.button,
        "preferences": head.public_url + PREFERENCES if kind.optional else "",
        "groups": asked.groups,
    }
    return Letter(
        kind=asked.kind,
        key=asked.key,
        to=asked.to,
        name=one_line(asked.name),
        subject=subject,
        text=_draw("plain", asked.kind, words).strip() + "\n",
        html=_draw("html", asked.kind, words),
        sender_name=one_line(asked.sender_name),
        reply_to=asked.reply_to,
        about=facts.get("project", "") if kind.line else "",
        line=one_line(kind.line.format(**facts)),
        url=url if kind.line else "",
    )


def address_of(kind: Kind, facts: dict[str, str], head: Letterhead) -> str:
    """The address of the page that a letter leads to; nothing of a fact can leave its segment."""
    return head.public_url + kind.path.format(**{name: quote(value, safe="") for name, value in facts.items()})


def _draw(look: str, name: str, words: dict[str, object]) -> str:
    template = _environment(look).get_template(f"{name}.txt")
    return template.render(words, frame=f"frame.{look}", words=f"words.{look}")


@cache
def _environment(look: str) -> Environment:
    """One for each look: HTML escapes every fact, plain text none."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=look == "html",  # noqa: S701  # plain text is no markup
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
