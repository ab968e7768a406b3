"""Rules of FHIR that no schema says: identifiers used once, conditions that can be followed, never in a circle."""

from graphlib import CycleError, TopologicalSorter

from questionnaire.interchange.fhir.items import Item, Questionnaire
from questionnaire.interchange.fhir.remarks import Remarks

_NO_ANSWER = frozenset({"group", "display"})


def check_links(questionnaire: Questionnaire, remarks: Remarks) -> None:
    """Raise Refused for what no reader could follow."""
    by_link: dict[str, Item] = {}
    for item in questionnaire.top.walk():
        if item.link and item.link in by_link:
            remarks.refuse_at(item.place("linkId"), "ce « linkId » sert plusieurs fois.", "Donnez à chacun le sien.")
        by_link.setdefault(item.link, item)
        if item.type == "display" and item.items:
            remarks.refuse_at(item.place("type"), "un texte (« display ») ne contient pas d’éléments.")
        if item.type == "group" and not item.items and item is not questionnaire.top:
            remarks.warn_at(item.place("type"), "groupe vide : non repris.")
    for item in questionnaire.top.walk():
        _check_targets(item, by_link, remarks)
    remarks.check()
    _check_circles(questionnaire, by_link, remarks)
    remarks.check()


def _check_targets(item: Item, by_link: dict[str, Item], remarks: Remarks) -> None:
    for condition in item.conditions:
        target = by_link.get(condition.question)
        if target is None or not condition.question:
            message = f"sa condition (« enableWhen ») lit « {condition.question} », qui n’existe pas."
            remarks.refuse_at(item.place("enableWhen"), message, "Corrigez « question ».")
        elif target.type in _NO_ANSWER and not (target.type == "group" and condition.operator == "exists"):
            message = f"sa condition (« enableWhen ») lit « {condition.question} », qui n’a pas de réponse."
            remarks.refuse_at(item.place("enableWhen"), message, "Nommez une question.")


def _check_circles(questionnaire: Questionnaire, by_link: dict[str, Item], remarks: Remarks) -> None:
    """An item is asked after what its condition reads, and after what holds it."""
    graph: dict[str, set[str]] = {}
    for item in questionnaire.top.walk():
        graph.setdefault(item.link, set()).update(condition.question for condition in item.conditions)
        for child in item.items:
            graph.setdefault(child.link, set()).add(item.link)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = tuple(dict.fromkeys(error.args[1]))
        named = " → ".join(f"« {link} »" for link in (*circle, circle[0]))
        for link in circle:
            remarks.refuse_at(
                by_link[link].place("enableWhen"), f"les conditions tournent en rond : {named}.", "Ôtez l’une d’elles."
            )
