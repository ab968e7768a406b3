"""One question of a blank copy: its words, and how much room its answer takes on paper."""

from questionnaire.content.blocks import Prompt
from questionnaire.content.conditions import Say
from questionnaire.spec.model import Choice, Question

NEEDED, FREE, AT_TIMES = "(obligatoire)", "(facultatif)", "(obligatoire dans certains cas)"
SEVERAL = "Plusieurs réponses possibles."
RANKED = "Écrivez le rang de chaque réponse\u00a0: 1 pour la première."
APART = "Répondez sur une feuille à part, pour les seules personnes qui peuvent lire cette réponse."
ENCLOSED = "Document à joindre à cet exemplaire."
_UNITS = {
    "date": "jj/mm/aaaa", "date_range": "jj/mm/aaaa", "time": "hh:mm", "datetime": "jj/mm/aaaa hh:mm",
    "month": "mm/aaaa", "year": "aaaa", "duration": "heures et minutes",
}  # fmt: skip
"""How to write what has a form of its own."""
_ROWS = {"multiline": 4, "folded": 2}
_MOST_OPTIONS = 40
"""Beyond, people write the name of what they choose."""


def prompt(question: Question, when: str, say: Say) -> Prompt:
    """The question with its hint, and ``when`` it is asked; options where the form itself lists them."""
    options = _options(question, say)
    several = question.kind.name == "select_multiple" and len(options) > 1
    apart = question.visible_to is not None
    remarks = (
        f"{when}\u00a0:" if when else "",
        say(question.hint),
        SEVERAL if several else "",
        RANKED if question.kind.name == "rank" else "",
        APART if apart else "",
        ENCLOSED if question.files else "",
    )
    return Prompt(
        label=say(question.label),
        need=_need(question),
        remarks=tuple(filter(None, remarks)),
        options=options,
        rows=_ROWS.get(question.appearance or "", 1) if _is_written(question) and not (apart or question.files) else 0,
        unit=_UNITS.get(question.kind.name) or say(question.unit),
        before=(say(question.span.from_label), say(question.span.to_label)) if question.span and not apart else (),
    )


def _need(question: Question) -> str:
    if question.read_only is True:
        return ""
    if isinstance(question.required, bool):
        return NEEDED if question.required else FREE
    return AT_TIMES


def _is_written(question: Question) -> bool:
    return not question.choices or len(question.choices) > _MOST_OPTIONS


def _options(question: Question, say: Say) -> tuple[str, ...]:
    listed = () if _is_written(question) else question.choices
    decline = (question.may_decline,) if question.may_decline else ()
    if question.kind.name == "rating":
        return (*(choice.name for choice in listed), *(say(choice.label) for choice in decline))
    return tuple(_option(choice, say) for choice in (*listed, *decline))


def steps(question: Question, say: Say) -> tuple[str, ...]:
    """What each step of a scale means: « 1 – Information (J’informe ou je suis informé.) »."""
    return tuple(f"{choice.name}\u00a0– {_option(choice, say)}" for choice in question.choices)


def _option(choice: Choice, say: Say) -> str:
    hint = say(choice.hint)
    return f"{say(choice.label)} ({hint})" if hint else say(choice.label)
