"""A comparison in French, for an author: one line a change, under the part of the form that it concerns."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from questionnaire.spec.differences.model import Change, Comparison, Difference, Fate, Subject

NOTHING = "Aucune différence\u00a0: les deux versions demandent la même chose de la même façon."

HEADINGS = {
    Subject.FORM: "Le formulaire",
    Subject.SECTION: "Les parties",
    Subject.QUESTION: "Les questions",
    Subject.LIST: "Les listes de choix communes",
    Subject.RULE: "Les règles entre réponses",
    Subject.SCORE: "Les scores",
    Subject.CHART: "Les graphiques",
    Subject.PARTY: "Qui remplit et qui signe",
    Subject.STAGE: "Les étapes de remplissage",
    Subject.STEP: "Les signatures",
    Subject.COLUMN: "Les colonnes du registre",
    Subject.ALERT: "Les alertes du registre",
}
"""The headings in the order in which they are told."""

ASPECTS = {
    "title": "titre", "label": "libellé", "description": "présentation", "hint": "aide", "guidance": "précision",
    "why": "pourquoi cette question", "easy": "version facile à comprendre", "kind": "genre", "required": "obligatoire",
    "required_message": "message si la réponse manque", "relevant": "condition pour être posée",
    "read_only": "non modifiable", "default": "réponse proposée", "calculation": "calcul",
    "constraint": "règle à respecter", "constraint_message": "message de la règle",
    "warning": "règle de vigilance", "warning_message": "message de vigilance", "choices": "choix",
    "choices_order": "ordre des choix", "each": "une page pour chaque", "source": "origine",
    "choice_filter": "filtre des choix", "other": "« Autre » parmi les choix",
    "shuffle": "choix dans un ordre tiré au sort", "appearance": "présentation à l’écran", "min": "minimum",
    "max": "maximum", "max_length": "longueur maximale", "decimals": "décimales", "step": "pas", "unit": "unité",
    "may_decline": "possibilité de ne pas se prononcer", "autocomplete": "remplissage par le navigateur",
    "files": "fichiers acceptés", "span": "période", "personal": "donnée personnelle",
    "consent": "consentement demandé",
    "visible_to": "lisible seulement par", "item_label": "titre de chaque élément", "tick": "phrase à cocher",
    "scheme": "répertoire", "confirms": "confirme la réponse",
    "message": "message", "at": "montrée auprès de", "when": "appliquée quand",
    "prefill": "préremplissage", "rows": "lignes de la grille", "exclusive": "exclut les autres choix",
    "columns": "colonnes", "place": "déplacée", "order": "déplacée", "audience": "public", "purpose": "finalité",
    "legal_basis": "base légale", "minutes": "durée en minutes", "rights": "droits", "status": "statut",
    "life": "vie du document", "instances": "exemplaires", "access": "droits d’accès", "archive": "archivage",
    "privacy": "confidentialité", "lexicon": "lexique", "people": "personnes du projet",
    "after": "documents préalables", "examples": "exemples", "layout": "mise en page",
    "reference": "référence", "subject": "objet", "mention": "mention", "criteria": "questions",
    "minimum": "réponses nécessaires", "bands": "seuils",
    "overall": "score d’ensemble", "quarters": "quartiers", "side": "question du côté", "caption": "légende",
    "roles": "rôles", "own": "la personne elle-même", "person": "personne désignée par", "parties": "remplie par",
    "sections": "parties", "party": "signataire", "act": "acte", "rank": "ordre",
    "filters": "colonnes pour choisir", "value": "valeur", "question": "question montrée",
    "outside": "identifiant, codes et intertitre pour d’autres outils", "code": "code de terminologie",
    "retention": "conservation", "start": "conservé à partir de", "answer": "date d’une réponse",
    "active": "durée d’utilité", "then": "sort final", "reason": "raison",
}  # fmt: skip
"""How each aspect is called."""

_FATES = {Fate.ADDED: "+", Fate.REMOVED: "-", Fate.CHANGED: "~"}
_FEMININE = frozenset(
    {
        Subject.SECTION,
        Subject.QUESTION,
        Subject.STAGE,
        Subject.STEP,
        Subject.LIST,
        Subject.RULE,
        Subject.COLUMN,
        Subject.ALERT,
    }
)
_DONE = {Fate.ADDED: "ajouté", Fate.REMOVED: "retiré"}


def told(comparison: Comparison) -> tuple[str, ...]:
    """The lines to print."""
    before, after = comparison.before, comparison.after
    name = before.name if before.name == after.name else f"{before.name} et {after.name}"
    lines = [f"{name}\u00a0: de la version {before.version or '?'} à la version {after.version or '?'}"]
    if not comparison.differences:
        return (*lines, "", NOTHING)
    for subject, heading in HEADINGS.items():
        found = tuple(comparison.of(subject))
        if found:
            lines += ["", heading, *_of_subject(found)]
    return tuple(lines)


def _of_subject(found: Iterable[Difference]) -> Iterator[str]:
    for title, differences in groupby(found, lambda each: each.within):
        if title:
            yield f"  Partie «\u00a0{title}\u00a0»"
        for each in differences:
            yield from _one(each, "    " if title else "  ")


def _one(difference: Difference, margin: str) -> Iterator[str]:
    yield f"{margin}{_FATES[difference.fate]} {heading(difference)}"
    if difference.fate is Fate.CHANGED:
        for change in difference.changes:
            yield f"{margin}    {line(change)}"


def heading(difference: Difference) -> str:
    """« ajoutée : « Durée » (duree, integer) »; what is only changed is called by its name."""
    label = " ".join(difference.label.split())
    quoted = label if difference.subject is Subject.LIST else f"«\u00a0{label}\u00a0»" if label else ""
    kind = [change.after for change in difference.changes] if difference.fate is not Fate.CHANGED else []
    names = [] if difference.subject in {Subject.LIST, Subject.FORM} else [difference.name]
    details = ", ".join(filter(None, [*names, *kind]))
    called = " ".join(filter(None, [quoted, f"({details})" if details else ""]))
    if difference.fate is Fate.CHANGED:
        return called
    return f"{_DONE[difference.fate]}{'e' if difference.subject in _FEMININE else ''}\u00a0: {called}"


def line(change: Change) -> str:
    """One change: « obligatoire : oui (avant : non) »."""
    if change.aspect in {"place", "order", "choices_order"}:
        return _moved(change)
    called = ASPECTS.get(change.aspect, change.aspect)
    if change.aspect == "choices":
        return _option(change)
    about = f"choix {change.about}, " if change.about else ""
    return f"{about}{called}\u00a0: {change.after or _NONE}  (avant\u00a0: {change.before or _NONE})"


_NONE = "non"


def _option(change: Change) -> str:
    done = "choix ajouté" if change.before is None else "choix retiré"
    return f"{done}\u00a0: {change.after or change.before} ({change.about})"


def _moved(change: Change) -> str:
    if change.aspect == "place":
        return f"déplacée dans {change.after}  (avant\u00a0: {change.before})"
    about = f"choix {change.about} déplacé" if change.about else "déplacée"
    return f"{about}\u00a0: après {change.after}" if change.after else f"{about}\u00a0: en tête"
