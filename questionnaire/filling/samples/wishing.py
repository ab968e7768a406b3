"""Which answers would make a condition true, or false: a guess read from its tree, that a filled form then judges."""

from dataclasses import dataclass, field
from random import Random

from questionnaire.expressions import Expression
from questionnaire.expressions.tree import Call, Kept, Number, Operation, Reference, Text, Tree
from questionnaire.filling.samples.goals import Goal, rules_of
from questionnaire.spec.model import Form, Question

BLANK = ""
"""The wish of no answer."""

_MOST_DEEP = 12
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_AGAINST = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}

Wish = str | float
"""What to answer: the name of an option, a text, a number; of a repeat, how many items."""


@dataclass(slots=True)
class Wishes:
    """What to answer to which questions; the first wish for a question stands. Choices among ways are drawn."""

    form: Form
    random: Random
    answers: dict[str, Wish] = field(default_factory=dict)
    _deep: int = 0

    def want(self, goal: Goal) -> None:
        """Wish for a goal: its condition, and that it is asked at all."""
        rule = rules_of(self.form).get((goal.name, goal.rule))
        if rule is not None:
            self.solve(rule.tree, truth=goal.truth)
        if goal.rule == "relevant":
            self._around(goal.name)
        else:
            self._reach(goal.name)

    def solve(self, tree: Tree, *, truth: bool) -> None:
        """Wish for what makes a condition so; nothing where the tree does not tell."""
        if self._deep >= _MOST_DEEP:
            return
        self._deep += 1
        match tree:
            case Operation("and" | "or", operands):
                every = truth == (tree.operator == "and")
                for operand in operands if every else (self.random.choice(operands),):
                    self.solve(operand, truth=truth)
            case Operation(operator, (left, right)) if operator in _TURNED:
                self._compare(left, operator if truth else _AGAINST[operator], right)
            case Call("not", (inner,)):
                self.solve(inner, truth=not truth)
            case Call("boolean", (inner,)):
                self.solve(inner, truth=truth)
            case Call("selected", (Reference(name), Text(value))):
                self._wish(name, value if truth else self._other(name, value))
            case Call("if", (condition, then, otherwise)):
                chosen = self.random.random() < 0.5  # noqa: PLR2004  # either branch
                self.solve(condition, truth=chosen)
                self.solve(then if chosen else otherwise, truth=truth)
            case Reference(name):
                self._truthy(name, truth=truth)
        self._deep -= 1

    def _compare(self, left: Tree, operator: str, right: Tree) -> None:
        if isinstance(left, Number | Text):
            left, operator, right = right, _TURNED[operator], left
        if isinstance(right, Number | Text):
            self._meet(left, operator, right.value)
        else:
            for side in (left, right):  # two answers: both given, chance does the rest
                self._given(side)

    def _meet(self, tree: Tree, operator: str, value: Wish) -> None:
        """Wish that what a tree gives stands so beside a value; a text beside which no number stands tells nothing."""
        if isinstance(tree, Operation | Call) and not _is_plain(tree, value):
            return
        match tree:
            case Reference(name) if self._calculation(name) is not None:
                rule = self._calculation(name)
                self._reach(name)
                self._meet(rule.tree, operator, value) if rule else None
            case Reference(name):
                self._wish(name, self._beside(name, operator, value))
            case Call("count", (Reference(name),)):
                self._wish(name, max(0.0, _number(operator, float(value))))
            case Call("count-selected" | "string-length", (Reference(name),)):
                self._wish(name, ANY if _number(operator, float(value)) > 0 else BLANK)
            case Call("count", (Kept(Reference(name), condition),)):
                count = max(0.0, _number(operator, float(value)))
                self._wish(name, max(1.0, count))
                self.solve(condition, truth=count > 0)
            case Call("if", (condition, then, otherwise)):
                self._branch(condition, then, otherwise, operator, value)
            case Operation("+" | "-" | "*" | "div" as sign, (inner, Number(by))) if by:
                self._meet(inner, operator, _undone(sign, float(value), by))
            case Call("number" | "int" | "round" | "coalesce" | "string", (inner, *_)):
                self._meet(inner, operator, value)

    def _branch(self, condition: Tree, then: Tree, otherwise: Tree, operator: str, value: Wish) -> None:
        """Through the branch whose plain value is right; else through one drawn."""
        for truth, branch in ((True, then), (False, otherwise)):
            if isinstance(branch, Number | Text) and _holds(branch.value, operator, value):
                self.solve(condition, truth=truth)
                return
        truth = not isinstance(then, Number | Text) and self.random.random() < 0.5  # noqa: PLR2004  # either branch
        self.solve(condition, truth=truth)
        self._meet(then if truth else otherwise, operator, value)

    def _given(self, tree: Tree) -> None:
        if isinstance(tree, Reference):
            self._reach(tree.name)

    def _truthy(self, name: str, *, truth: bool) -> None:
        rule = self._calculation(name)
        if rule is not None:
            self.solve(rule.tree, truth=truth)
        elif not truth:
            self._wish(name, BLANK)
        elif name in self.form.questions:
            question = self.form.questions[name]
            self._wish(name, 1.0 if question.is_repeat else _anything(question))

    def _wish(self, name: str, value: Wish) -> None:
        if name in self.form.questions:
            self.answers.setdefault(name, value)
            if value != BLANK:
                self._reach(name)

    def _reach(self, name: str) -> None:
        """Wish that a question is asked, and has something to choose among."""
        question = self.form.questions.get(name)
        if question is not None and question.source is not None and not question.source.installation:
            self.answers.setdefault(question.source.name, 1.0)
        if question is not None and question.relevant is not None:
            self.solve(question.relevant.tree, truth=True)
        self._around(name)

    def _around(self, name: str) -> None:
        """Wish that the page of a question is asked, and that the repeat that holds it has an item."""
        question = self.form.questions.get(name)
        if question is None:
            return
        section = self.form.section(question.section)
        if section is not None and section.relevant is not None:
            self.solve(section.relevant.tree, truth=True)
        if question.group is not None and self._deep < _MOST_DEEP:
            self._deep += 1
            self.answers.setdefault(question.group, 1.0)
            self._reach(question.group)
            self._deep -= 1

    def _calculation(self, name: str) -> Expression | None:
        question = self.form.questions.get(name)
        return None if question is None else question.calculation

    def _beside(self, name: str, operator: str, value: Wish) -> Wish:
        """An answer that stands so beside a value."""
        if operator == "=":
            return value
        if operator == "!=":
            return self._other(name, value)
        try:
            return _number(operator, float(value))
        except ValueError:
            return value if "=" in operator else BLANK

    def _other(self, name: str, value: Wish) -> Wish:
        """Another option than this one, or no answer."""
        question = self.form.questions.get(name)
        names = [choice.name for choice in question.choices if choice.name != _plain(value)] if question else []
        if names:
            return self.random.choice(names)
        return _anything(question) if question is not None and value == BLANK else BLANK


def _anything(question: Question) -> Wish:
    """A plain answer: the first option, or what the kind reads as an answer."""
    if question.choices:
        return question.choices[0].name
    return {"acknowledge": "true"}.get(question.kind.name, ANY)


ANY = "\0"
"""The wish of some answer, whichever."""


def _is_plain(tree: Tree, value: Wish) -> bool:
    """Whether a value may be what a tree gives: sums and counts give numbers, branches anything."""
    if isinstance(tree, Call) and tree.function in {"if", "coalesce", "string"}:
        return True
    try:
        float(value)
    except ValueError:
        return False
    return True


def _undone(sign: str, value: float, by: float) -> float:
    """What gives ``value`` once ``by`` is added to it, taken from it, multiplies or divides it."""
    return {"+": value - by, "-": value + by, "*": value / by, "div": value * by}[sign]


def _number(operator: str, value: float) -> float:
    """A number that stands so beside ``value``."""
    return {">": value + 1, "<": value - 1, "!=": value + 1}.get(operator, value)


def _plain(value: Wish) -> str:
    return f"{value:g}" if isinstance(value, float) else value


def _holds(one: Wish, operator: str, other: Wish) -> bool:
    if operator in ("=", "!="):
        return (_plain(one) == _plain(other)) == (operator == "=")
    try:
        left, right = float(one), float(other)
    except ValueError:
        return False
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[operator]
