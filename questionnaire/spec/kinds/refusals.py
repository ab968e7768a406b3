"""Why an answer cannot be read: each code with the French sentence shown beside the field."""

from questionnaire.spec.typography import typeset
from questionnaire.spec.values import Unreadable

SEVERAL_VALUES = "several_values"
DECLINED_TOO = "declined_too"

REFUSALS = {
    SEVERAL_VALUES: "Donnez une seule réponse.",
    "not_a_number": "Écrivez un nombre, par exemple 12,5.",
    "not_an_integer": "Écrivez un nombre entier, par exemple 12.",
    "too_many_digits": "Écrivez un nombre de 15 chiffres au plus.",
    "too_many_decimals": "Écrivez un nombre avec {digits} au plus après la virgule.",
    "not_a_date": "Écrivez une date sous la forme jj/mm/aaaa, par exemple 03/02/2026.",
    "short_year": "Écrivez l’année avec quatre chiffres, par exemple 03/02/2026.",
    "impossible_date": "Le {day} n’existe pas dans le calendrier. Vérifiez le jour, le mois et l’année.",
    "missing_start": "Indiquez aussi la première date.",
    "missing_end": "Indiquez aussi la seconde date.",
    "reversed_dates": "La seconde date ({last}) vient avant la première ({first}). Vérifiez les deux.",
    "not_an_email": "Écrivez une adresse électronique, par exemple nom@hopital.fr.",
    "not_a_phone": "Écrivez un numéro de téléphone, par exemple 01 23 45 67 89 ou +32 470 12 34 56.",
    "not_an_identifier": "Écrivez un numéro {title}\u00a0: {signs}, par exemple {example}.",
    "wrong_key": "Ce numéro {title} n’existe pas\u00a0: un chiffre est faux, ou deux sont inversés. Vérifiez-le.",
    "not_a_time": "Écrivez une heure, par exemple 14h30.",
    "not_a_moment": "Écrivez un jour et une heure, par exemple 03/02/2026 14h30.",
    "not_a_month": "Écrivez un mois et une année, par exemple 03/2026.",
    "not_a_year": "Écrivez une année sur quatre chiffres, par exemple 2026.",
    "not_a_duration": "Écrivez une durée en heures et minutes, par exemple 1 h 30 ou 45 min.",
    "not_a_step": "Écrivez un multiple de {step}.",
    "ranked_twice": "Vous classez deux fois « {choice} ». Donnez à chaque réponse un seul rang.",
    "not_offered": "Choisissez une réponse de la liste.",
    "exclusive": "La réponse « {choice} » ne peut pas être cochée avec d’autres réponses.",
    DECLINED_TOO: "Effacez votre réponse, ou décochez « {choice} ».",
    "not_a_tick": "Cochez cette case, ou laissez-la vide.",
    "not_a_file": "Choisissez un fichier.",
    "too_many_files": "Gardez {most} fichiers au plus.",
}
"""Sentence by code. The codes are stable: answers files, logs and tests of forms name them."""


def refused(text: str, code: str, **marks: object) -> Unreadable:
    """What was typed, kept as ``text``, with the sentence of ``code`` completed by ``marks``."""
    return Unreadable(text, code, typeset(REFUSALS[code].format(**marks)))
