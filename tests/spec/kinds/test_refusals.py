import re

import pytest

from questionnaire.spec.kinds.refusals import REFUSALS, refused
from questionnaire.spec.values import Unreadable

MARKS = {
    "title": "SIRET",
    "signs": "14 chiffres",
    "example": "1",
    "digits": "2 chiffres",
    "day": "31/02/2026",
    "choice": "Aucun",
    "step": "0,5",
    "most": 2,
    "first": "02/01/2026",
    "last": "01/01/2026",
}
WORDS = r"(?:[^.?!]|\.(?=\w))*"
SENTENCES = [pytest.param(refused("x", code, **MARKS).message, id=code) for code in REFUSALS]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_begin_with_a_capital_and_end_with_a_full_stop(sentence):
    assert re.fullmatch(rf"[A-ZÉÀ]{WORDS}\.( [A-ZÉÀ]{WORDS}\.)?", sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_follow_french_typography(sentence):
    assert re.findall(r"(?<!\u00a0)[:;?!»]|«(?!\u00a0)|'", sentence) == []


def test_refusal_keeps_what_was_typed():
    expected = Unreadable("31/02", "not_offered", "Choisissez une réponse de la liste.")
    assert refused("31/02", "not_offered") == expected


def test_refusal_is_completed_and_typeset():
    message = "La réponse «\u00a0Aucun\u00a0» ne peut pas être cochée avec d’autres réponses."
    assert refused("x", "exclusive", choice="Aucun").message == message
