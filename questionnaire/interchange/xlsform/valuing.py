"""What computes an answer, gives its first value, or bounds it."""

from questionnaire.interchange.xlsform.answering import decimal, is_dynamic, literal, parameters
from questionnaire.interchange.xlsform.cells import cell_at
from questionnaire.interchange.xlsform.desk import Desk, Values
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.interchange.xlsform.types import METADATA
from questionnaire.spec.nodes import Scalar

_EMPTY = "La question commence vide."


def values_of(node: Node, kind: str, desk: Desk) -> Values:
    """The keys of a question that say its value."""
    row = node.row
    cell, default = row.get("calculation"), row.get("default")
    if node.type.name == "metadata":
        return {"calculation": Scalar(METADATA[node.type.list_name], row.at("type").place)}
    if kind in {"hidden", "calculate"}:
        return {"calculation": _calculation(node, cell or default, desk)}
    if row.get("trigger") is not None:
        message = "ce déclencheur n’est pas repris : une valeur calculée suit ce qu’elle lit."
        desk.remarks.warn(row.at("trigger"), message)
    values = _range(node, desk) if kind == "range" else {}
    if cell is not None:
        message = "le calcul donne la première valeur ; la personne peut la changer."
        desk.remarks.warn(row.at("calculation"), message)
        rule = desk.rule(cell, node, _EMPTY)
        return values if rule is None else values | {"default": _as_rule(rule)}
    return values if default is None else values | _default(node, default, desk)


def _calculation(node: Node, cell: Scalar | None, desk: Desk) -> Scalar:
    place = node.row.at("type").place
    computed = cell is not None and (node.row.get("calculation") is not None or is_dynamic(cell.text))
    if cell is not None and computed:
        return desk.rule(cell, node, "La valeur reste vide.") or Scalar("''", cell.place)
    if cell is not None and node.type.name == "hidden":
        return Scalar(f"'{cell.text.replace(chr(39), '’')}'", cell.place)
    if node.type.name == "calculate":
        desk.remarks.refuse(node.row.cell, "le calcul manque.", "Remplissez la colonne « calculation ».")
    return Scalar("''", place)


def _default(node: Node, cell: Scalar, desk: Desk) -> Values:
    if is_dynamic(cell.text):
        rule = desk.rule(cell, node, _EMPTY)
        return {} if rule is None else {"default": _as_rule(rule)}
    renamed = desk.lists.renamed
    words = [renamed.get(word, word) for word in cell.text.split()]
    if node.type.name == "select_multiple" and len(words) > 1:
        return {"default": Scalar(f"'{' '.join(words)}'", cell.place)}
    written = literal(renamed.get(cell.text, " ".join(cell.text.split())))
    if written is None:
        desk.remarks.warn(cell_at(cell.place), "cette première valeur ne peut pas être reprise.")
        return {}
    return {"default": Scalar(written, cell.place)}


def _range(node: Node, desk: Desk) -> Values:
    cell = node.row.at("parameters")
    given = {"start": "1", "end": "10", "step": "1"} | parameters(node.row.get("parameters"))
    low, high, step = (decimal(given[name]) for name in ("start", "end", "step"))
    if low is None or high is None or step is None or step <= 0 or low >= high or step > high - low:
        desk.remarks.refuse(
            cell,
            "les bornes ou le pas ne conviennent pas.",
            "Écrivez par exemple « start=0 end=10 step=1 », le pas plus petit que l’écart.",
        )
        return {}
    values = {"min": Scalar(given["start"], cell.place), "max": Scalar(given["end"], cell.place)}
    return values if step == 1 else values | {"step": Scalar(given["step"], cell.place)}


def _as_rule(rule: Scalar) -> Scalar:
    """A rule that is told from a plain value: it names a question, calls a function or holds quotes."""
    return rule if is_dynamic(rule.text) or "'" in rule.text else Scalar(f"string({rule.text})", rule.place)
