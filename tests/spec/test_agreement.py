"""Elision, contraction and number: what a French reader expects before an answer."""

from decimal import Decimal

import pytest

from questionnaire.spec.agreement import is_one, joined


@pytest.mark.parametrize(
    "before, said, whole",
    [
        ("Le rôle de ", "Anne", "Le rôle d’Anne"),
        ("Le rôle de ", "Paul", "Le rôle de Paul"),
        ("De ", "Élise", "D’Élise"),
        ("avis de ", "Œdipe", "avis d’Œdipe"),
        ("avis de ", "Yves", "avis d’Yves"),
        ("avis de ", "Yann", "avis de Yann"),
        ("cours de ", "yoga", "cours de yoga"),
        ("avis d’abord de ", "Henri", "avis d’abord d’Henri"),
        ("question de ", "hasard", "question de hasard"),
        ("chambre de ", "Hassan", "chambre de Hassan"),
        ("séjour de ", "huit jours", "séjour de huit jours"),
        ("prix de ", "huîtres", "prix d’huîtres"),
        ("temps de ", "handicap", "temps de handicap"),
        ("journée de ", "habitués", "journée d’habitués"),
        ("reste de ", "heures", "reste d’heures"),
        ("âge de ", "onze ans", "âge de onze ans"),
        ("réponse de ", "oui", "réponse de oui"),
        ("pense que ", "elle", "pense qu’elle"),
        ("Lorsque ", "Ali vient", "Lorsqu’Ali vient"),
        ("demande si ", "il vient", "demande s’il vient"),
        ("demande si ", "elle vient", "demande si elle vient"),
        ("la ", "aide-soignante", "l’aide-soignante"),
        ("le ", "11 novembre", "le 11 novembre"),
        ("ce ", "ami", "ce ami"),
        ("Aide ", "Anne", "Aide Anne"),
        ("mode ", "avion", "mode avion"),
        ("de «\u00a0", "Anne", "de «\u00a0Anne"),
        ("à ", "le foyer", "au foyer"),
        ("À ", "les Lilas", "Aux Lilas"),
        ("de ", "le CHU", "du CHU"),
        ("De ", "les équipes", "Des équipes"),
        ("de ", "la MAS", "de la MAS"),
        ("de ", "Le Havre", "de Le Havre"),
        ("de ", "", "de "),
    ],
)
def test_small_word_agrees_with_what_follows(before, said, whole):
    assert joined(before, said) == whole


@pytest.mark.parametrize(
    "number, one", [("0", True), ("1", True), ("1.99", True), ("2", False), ("-1", True), ("-2", False)]
)
def test_noun_is_singular_below_two(number, one):
    assert is_one(Decimal(number)) is one
