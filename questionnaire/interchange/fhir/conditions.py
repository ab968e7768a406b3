"""``enableWhen`` as a rule of our language, with what FHIR says of answers that are missing."""

from questionnaire.expressions.parser import read_tree
from questionnaire.interchange.fhir.desk import NO_OPTIONS, Desk
from questionnaire.interchange.fhir.items import Condition, Item
from questionnaire.interchange.fhir.kinds import LISTED, NUMBERS, kind_of
from questionnaire.interchange.fhir.literals import plain, quoted
from questionnaire.interchange.trees import written
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.others import OTHER

_MOMENTS = frozenset({"date"})


def relevance(item: Item, desk: Desk) -> Scalar | None:
    """When an item is asked; None where it always is. What cannot be said is named, and left out."""
    found = [_said(condition, item, desk) for condition in item.conditions]
    rules = [rule for rule in found if rule is not None]
    if not rules:
        return None
    joined = (" or " if item.any_of else " and ").join(rules)
    return item.scalar(written(read_tree(joined)), "enableWhen")


def joined(rules: list[Scalar]) -> Scalar | None:
    """One rule out of several that must all hold; it stands where the last of them does."""
    if len(rules) < 2:  # noqa: PLR2004  # one, or none
        return rules[0] if rules else None
    texts = dict.fromkeys(rule.text for rule in rules)
    return Scalar(written(read_tree(" and ".join(f"({text})" for text in texts))), rules[-1].place)


def _said(condition: Condition, item: Item, desk: Desk) -> str | None:
    target = desk.names.by_link[condition.question]
    rule = (
        _existence(condition, target, desk) if condition.operator == "exists" else _comparison(condition, target, desk)
    )
    if rule is None:
        message = f"sa condition sur « {condition.question} » ne peut pas être dite : la question est posée sans elle."
        desk.remarks.warn_at(item.place("enableWhen"), message)
    return rule


def _existence(condition: Condition, target: Item, desk: Desk) -> str:
    wanted = condition.answer.raw is not False
    name = desk.names.of(target)
    if _is_repeated(target):
        return f"count(${{{name}}}) {'>' if wanted else '='} 0"
    return f"${{{name}}} {'!=' if wanted else '='} ''"


def _comparison(condition: Condition, target: Item, desk: Desk) -> str | None:
    name = desk.names.of(target)
    read = _read(condition, target, desk)
    if read is None:
        return None
    subject, wanted = read
    sign = condition.operator
    if _is_repeated(target):
        # At least one answer is so; « != » wants that none is.
        inside = f"count(${{{name}}}[{subject} {'=' if sign == '!=' else sign} {wanted}])"
        return f"{inside} = 0" if sign == "!=" else f"{inside} > 0"
    if kind_of(target, desk.options.get(target)) == "select_multiple" and subject == f"${{{name}}}":
        chosen = f"selected({subject}, {wanted})"
        return f"not({chosen})" if sign == "!=" else chosen if sign == "=" else None
    return f"{subject} {sign} {wanted}"


def _read(condition: Condition, target: Item, desk: Desk) -> tuple[str, str] | None:
    """What a condition reads and what it is compared with, as our rules write them."""
    name, value = desk.names.of(target), condition.answer
    subject = f"{name}_valeur" if _is_repeated(target) else f"${{{name}}}"
    options = desk.options.get(target, NO_OPTIONS)
    if kind_of(target, desk.options.get(target)) in LISTED:
        choice = options.name(value)
        if choice is not None:
            return subject, quoted(choice)
        text = plain(value)
        typed = target.type == "open-choice" and value.type == "String" and text is not None
        return (f"${{{name}_{OTHER}}}", quoted(text or "")) if typed else None
    text = value.coding[1] if value.type == "Coding" else plain(value)
    if text is None or (value.type == "Quantity" and value.raw.get("comparator")):
        return None
    if target.type in NUMBERS or target.type == "quantity":
        return subject, text
    return subject, f"date({quoted(text)})" if target.type in _MOMENTS else quoted(text)


def _is_repeated(target: Item) -> bool:
    """Whether the answers of an item are the items of a repeat."""
    return target.repeats and target.type not in {"choice", "open-choice", "attachment"}
