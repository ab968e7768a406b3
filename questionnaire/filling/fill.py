"""The one engine of rules: it serves pages, finalising, paper and the command line alike."""

from collections.abc import Callable
from dataclasses import replace
from math import isnan

from questionnaire.errors import QuestionnaireError
from questionnaire.expressions import Atom, EvaluationError, Expression, Scope, World, deciding, settled
from questionnaire.filling.answers import Answers
from questionnaire.filling.chance import drawing
from questionnaire.filling.context import Context
from questionnaire.filling.deciding import Decisions
from questionnaire.filling.each import followed_items, possible_items
from questionnaire.filling.filled import FilledForm
from questionnaire.filling.judging import Judgement
from questionnaire.filling.options import Options
from questionnaire.filling.requiring import completeness
from questionnaire.filling.sector import in_sector
from questionnaire.filling.tree import AnswerNode, AnswerTree
from questionnaire.filling.wording import Wording
from questionnaire.spec.kinds.ticks import confirmation
from questionnaire.spec.model import Choice, Form, Question
from questionnaire.spec.others import OTHER
from questionnaire.spec.parties import CircuitStep
from questionnaire.spec.values import Answer, Declined, Unreadable, Value, is_blank

LANGUAGE = "fr"
"""In which expressions write days and months."""


class RuleFailed(QuestionnaireError):
    """A rule of the form cannot be computed: the author's mistake, never counted as a valid answer.

    ``name`` is that of the question or of the section.
    """

    def __init__(self, form: Form, name: str, column: str, cause: Exception) -> None:
        super().__init__(f"{form.name} {form.version}, «\u00a0{name}\u00a0», {column}\u00a0: {cause}")


class Filling:
    """The state of one computation: nodes are settled once, in the order of the form's dependencies."""

    def __init__(self, form: Form, answers: Answers, context: Context) -> None:
        self.form = form
        self.items = dict(answers.items)
        self.answers = replace(answers, items=self.items)
        self.context = context
        self.tree = AnswerTree(form, possible_items(form, answers))
        self.now = context.local_now()
        self.values: dict[str, Value] = {}
        self.drawn: dict[str, Value] = {}
        self.options = Options(self.tree, context)
        self.offered: dict[str, tuple[Choice, ...]] = {}
        self.repeats: set[str] = set()
        self.chosen = frozenset(party.person for party in form.parties.values()) - {""}
        self._sections: dict[str, bool] = {}
        self._wording = Wording(form, self.answers, context, self.values)
        self._world = World(
            self.tree.find,  # type: ignore[arg-type]  # every node of this tree is ours
            self.now,
            lambda: completeness(self),
            LANGUAGE,
            form.entries,
            form.cell,
            self._label,
            drawing(context.seed),
        )

    def settle(self) -> None:
        """Decide relevance and value of every question."""
        for name in self.form.order:
            question = self.form.questions[name]
            if question.is_repeat:
                self._settle_repeat(question)
                continue
            on_path = self.section_asked(question.section)
            for node in self.tree.nodes(name):
                node.relevant = on_path and self._is_relevant(question, node)
                if node.relevant:
                    self._settle_value(question, node)

    def _settle_repeat(self, question: Question) -> None:
        """A repeat is asked, or not, as a whole, in each item that holds it: even without any item of its own."""
        on_path = self.section_asked(question.section)
        followed = not question.each or self._follow(question)
        for holder in self.tree.holders(question.name):
            place = holder.beside(question.name)
            asked = on_path and self._is_relevant(question, place) and followed
            if asked:
                self.repeats.add(place.path)
            items = holder.items(question.name)
            for item in items:
                item.relevant = asked
            if not asked:
                holder.drop(items)

    def _follow(self, repeat: Question) -> bool:
        """Give a repeat the items of the question that it follows; whether there are any."""
        keys = followed_items(self.form.questions[repeat.each], self.tree, self.values)
        self.tree.keep(repeat.name, keys)
        self.items[repeat.name] = keys
        return bool(keys)

    def truth(self, rule: Expression | bool, node: AnswerNode, column: str) -> bool:  # noqa: FBT001  # a rule may be constant
        """A condition at a node."""
        if isinstance(rule, bool):
            return rule
        try:
            return rule.boolean(self._scope(node))
        except EvaluationError as error:
            raise RuleFailed(self.form, node.name, column, error) from error

    def deciding(self, rule: Expression, node: AnswerNode) -> frozenset[str]:
        """The names of the answers that decided of a condition at a node."""
        return deciding(rule, self._scope(node))

    def settled(self, rule: Expression, node: AnswerNode, is_open: Callable[[str], bool]) -> bool:
        """Whether a condition at a node stays as it is, whatever is answered to the questions that are open."""
        return settled(rule, self._scope(node), is_open)

    def result(self, rule: Expression, node: AnswerNode, column: str) -> Atom:
        """The value of a rule at a node; blank is the empty text."""
        try:
            return rule.atom(self._scope(node))
        except EvaluationError as error:
            raise RuleFailed(self.form, node.name, column, error) from error

    def section_asked(self, name: str) -> bool:
        """Whether a section is on the path; decided once."""
        if name not in self._sections:
            section = self.form.section(name)
            rule = section.relevant if section else None
            probe = AnswerNode(name, "", self.tree.root)
            self._sections[name] = rule is None or self.truth(rule, probe, "relevant")
        return self._sections[name]

    def step_asked(self, step: CircuitStep) -> bool:
        """Whether a step of the circuit is called for: never where the question that names its person is not asked."""
        signer = self.form.signer(step)
        if signer and not self.tree.nodes(signer)[0].relevant:
            return False
        return step.relevant is None or self.truth(step.relevant, self.tree.root, "circuit")

    def signers(self) -> frozenset[str]:
        """The questions that name whoever signs; what the conditions of their steps read must be settled."""
        steps = (step for step in self.form.circuit if self.form.signer(step))
        return frozenset(self.form.signer(step) for step in steps if self.step_asked(step))

    def _scope(self, node: AnswerNode, *outer: AnswerNode) -> Scope:
        return Scope(node, self._world, outer)

    def _label(self, name: str, value: str) -> str | None:
        """How people read a choice of a question, as far as the answers that its label quotes are settled."""
        question = self.form.questions.get(name)
        return None if question is None else self._wording.option(question, value) if value else ""

    def _is_relevant(self, question: Question, node: AnswerNode) -> bool:
        parent = node.parent
        if parent is not None and not parent.relevant:
            return False
        if question.source is not None and self.options.is_empty(question.source):
            return False
        if question.confirms and is_blank(self._confirmed(question, node)):
            return False
        return question.relevant is None or self.truth(question.relevant, node, "relevant")

    def _settle_value(self, question: Question, node: AnswerNode) -> None:
        value = self._value(question, node)
        self.values[node.path] = value
        if value is not None:
            node.value = question.kind.atom(value)

    def _value(self, question: Question, node: AnswerNode) -> Value:
        if question.calculation is not None:
            compute = self._kept if question.kept else self._computed
            return compute(question, question.calculation, node, "calculation")
        if not question.kind.answered:
            return None
        answer = self._given(question, node)
        value = None if isinstance(answer, Unreadable) else answer
        if question.confirms and value not in {None, True, self._confirmation(question, node)}:
            return None
        free = question.choice_filter is None and question.source is None
        return value if free else self._still_offered(question, node, value)

    def _given(self, question: Question, node: AnswerNode) -> Answer:
        """What was answered; the default only where nothing ever was, not where an answer was emptied."""
        if node.path in self.answers.values:
            return self.answers.values[node.path]
        return None if question.default is None else self._computed(question, question.default, node, "default")

    def _confirmed(self, question: Question, node: AnswerNode) -> Value:
        """The present answer to the question that a box confirms."""
        confirmed = self.form.questions[question.confirms]
        item = node.parent if confirmed.group is not None else None
        place = self.tree.nodes(confirmed.name)[0] if item is None else item.leaves[confirmed.name]
        return self.values.get(place.path)

    def _confirmation(self, question: Question, node: AnswerNode) -> str:
        """What the box says that is ticked now."""
        confirmed = self.form.questions[question.confirms]
        return confirmation(confirmed.kind.write(self._confirmed(question, node)))

    def _kept(self, question: Question, rule: Expression, node: AnswerNode, column: str) -> Value:
        """What the rule gave first, where it was kept; else what it gives now, as it will be read again."""
        given = self.answers.values.get(node.path)
        if given is not None and not isinstance(given, Unreadable):
            return given
        value = self._computed(question, rule, node, column)
        kept = question.kind.from_json(question.kind.write(value), question)
        if kept is None or isinstance(kept, Unreadable):
            return None
        self.drawn[node.path] = kept
        return kept

    def _computed(self, question: Question, rule: Expression, node: AnswerNode, column: str) -> Value:
        """What a rule gave, as the kind of the question holds it; a number that is none is blank."""
        atom = self.result(rule, node, column)
        if atom == "" or (isinstance(atom, float) and isnan(atom)):
            return None
        if not question.kind.answered:
            return atom
        answer = question.kind.from_json(atom if isinstance(atom, float | bool) else str(atom), question)
        if isinstance(answer, Unreadable):
            raise RuleFailed(self.form, question.name, column, QuestionnaireError(answer.message))
        return answer

    def _still_offered(self, question: Question, node: AnswerNode, value: Value) -> Value:
        """What was chosen, without what is offered no more; of a list that is not known here, all that was given."""
        candidates = self.options.of(question)
        if candidates is None:
            return value
        offered = tuple(choice for choice, place in candidates if self._offers(question, place, node))
        self.offered[node.path] = offered
        if isinstance(value, tuple):
            names = [choice.name for choice in offered]
            # An order is that of whoever answers; ticks stand in that of the list.
            first, second = (value, names) if question.kind.name == "rank" else (names, value)
            return tuple(name for name in first if name in second)
        return value if isinstance(value, Declined) or any(choice.name == value for choice in offered) else None

    def _offers(self, question: Question, place: AnswerNode, node: AnswerNode) -> bool:
        """A condition at an option, seen from the question; what its item or its list has not is looked for there."""
        rule = question.choice_filter
        # « Autre » has none of the columns that filters read: whatever these leave, one may say something else.
        if rule is None or (question.other and place.value == OTHER):
            return True
        try:
            return rule.boolean(self._scope(place, node))
        except EvaluationError as error:
            raise RuleFailed(self.form, node.name, "choice_filter", error) from error


def fill(form: Form, answers: Answers, context: Context) -> FilledForm:
    """Apply every rule of ``form`` to ``answers``; pure: the same arguments give the same result.

    Raises RuleFailed where a rule of the form cannot be computed.
    """
    filling = Filling(form, answers, context)
    filling.settle()
    context = in_sector(form, context, filling.values)
    answers = filling.answers
    wording = Wording(form, answers, context, filling.values)
    judgement = Judgement(filling, wording)
    judgement.judge()
    # A section for each of several things is asked as the repeat of its name is.
    plain = (section.name for section in form.sections if not section.each)
    sections = {name for name in plain if filling.section_asked(name)}
    nodes = (node for name in form.questions for node in filling.tree.nodes(name) if node.relevant)
    return FilledForm(
        form=form,
        answers=answers,
        context=context,
        values=filling.values,
        relevant=frozenset({node.path for node in nodes} | sections | filling.repeats),
        required=frozenset(judgement.required),
        read_only=frozenset(judgement.read_only),
        offered=filling.offered,
        most=judgement.most,
        problems=tuple(judgement.problems),
        wording=wording,
        circuit=tuple(step for step in form.circuit if filling.step_asked(step)),
        warnings=tuple(judgement.warnings),
        drawn=filling.drawn,
        decisions=Decisions(filling),
    )
