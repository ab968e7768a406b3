from decimal import Decimal
from fractions import Fraction

import pytest

from questionnaire.expressions import parse
from questionnaire.spec.differences.saying import words
from questionnaire.spec.file_types import FileRules
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.measures import Band, Criterion, Quarter
from questionnaire.spec.model import Choice, Easy, Source
from questionnaire.spec.parties import Party
from questionnaire.spec.precedence import After, People, Prefill
from questionnaire.spec.text_reading import parse_text

NOM = parse_text("Nom")


@pytest.mark.parametrize("value", [None, False, "", (), frozenset()])
def test_what_says_nothing_has_no_words(value):
    assert words(value) is None


@pytest.mark.parametrize(
    "value, said",
    [
        (True, "oui"),
        (12, "12"),
        (Decimal("0.5"), "0,5"),
        (Fraction(5, 2), "2,5"),
        ("select_one", "select_one"),
        (("a", "b"), "a, b"),
        (frozenset({"siege", "qualite"}), "qualite, siege"),
        (NOM, "«\u00a0Nom\u00a0»"),
        (parse("${a}  = 1"), "${a}  = 1"),
        (KINDS["date"], "date"),
        (Choice("x", NOM), "«\u00a0Nom\u00a0»"),
        (Easy(NOM, hint=NOM), "«\u00a0Nom\u00a0» «\u00a0Nom\u00a0»"),
        (Source("ghu", installation=True), "la liste de l’installation ghu"),
        (Source("membre", label=NOM), "les éléments de membre, «\u00a0Nom\u00a0»"),
        (Prefill("fiche_projet", "titre"), "fiche_projet.titre"),
        (Prefill("fiche_projet", "nom", "qui"), "fiche_projet.nom (de qui)"),
        (FileRules(), "1 au plus, pdf, image, 10\u00a0Mo"),
        (After("charte", "signe"), "charte (signe, bloquant)"),
        (People("membre", "prenom", "nom"), "membre (prenom, nom)"),
        (Band(NOM, Fraction(2)), "«\u00a0Nom\u00a0» sous 2"),
        (Quarter("s", (Criterion("c", "court"),)), "s (c «\u00a0court\u00a0»)"),
        (Party("porteur", ("porteur_projet",), NOM), "porteur"),
    ],
)
def test_a_value_as_an_author_would_recognise_it(value, said):
    assert words(value) == said
