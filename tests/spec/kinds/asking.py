"""Questions to try kinds on, and a reader of their labels."""

from typing import Any

from questionnaire.spec.kinds import KINDS
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.options import CONSENTING, OUI_NON
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.texts import Text

MODALITES = (
    Choice("presentiel", parse_text("En présence")),
    Choice("distance", parse_text("À distance")),
    Choice("ecrit", parse_text("Par écrit")),
    Choice("aucune", parse_text("Aucune de ces {modalites}"), exclusive=True),
)

NIVEAUX = (
    Choice("0", parse_text("Non réalisée")),
    Choice("1", parse_text("Information")),
    Choice("2", parse_text("Consultation")),
)
OWN = {"yes_no": OUI_NON, "consent": CONSENTING, "rating": NIVEAUX}


def asked(kind: str, **traits: Any) -> Question:
    if kind.startswith("select") or kind == "rank":
        traits.setdefault("choices", MODALITES)
    elif kind == "identifier":
        traits.setdefault("scheme", "siret")
    elif kind in OWN:
        traits.setdefault("choices", OWN[kind])
    return Question(name="q", kind=KINDS[kind], section="s", label=parse_text("Question"), **traits)


class FrenchLabels:
    """Resolves the texts of these questions; a term is shown between braces."""

    def option(self, question: Question, name: str) -> str:
        choice = question.choice(name)
        return self.say(choice.label) if choice else name

    def say(self, text: Text | None) -> str:
        return text.render("{{{}}}".format, "${{{}}}".format) if text else ""


LABELS = FrenchLabels()
