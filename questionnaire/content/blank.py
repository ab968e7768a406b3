"""A form to print and fill by hand: every question with the place of its answer, and boxes to sign in."""

from collections.abc import Iterator
from dataclasses import dataclass

from questionnaire.content.blocks import Block, Card, Content, Evidence, Heading, Paragraph, Reply, SignatureBox
from questionnaire.content.composing import Issue, mentions, opening_foot, running_foot
from questionnaire.content.conditions import said_condition
from questionnaire.content.describing import CHARTER, clause, heading
from questionnaire.content.prompting import prompt, steps
from questionnaire.content.scoring import empty_wheel
from questionnaire.expressions.expression import Expression
from questionnaire.expressions.tree import Number
from questionnaire.filling import FilledForm
from questionnaire.spec import texts
from questionnaire.spec.kinds.unanswered import SIGNPOST
from questionnaire.spec.model import Question, Section
from questionnaire.spec.parties import CircuitStep

BLANK = "Exemplaire vierge"
BY_HAND = "À signer à la main"
FOR_EACH = "Un cadre pour chaque réponse à «\u00a0{source}\u00a0»\u00a0:"
"""Said above the questions that are asked for each of several things."""

MORE = "S’il y en a d’autres, continuez sur une feuille à part."
STEPS = "Que veulent dire les chiffres\u00a0?"
_LEFT = "…………"
"""Stands for an answer that a text would quote."""
_FEWEST, _MOST = 2, 3
_READ = {"note", "grid"}
"""Kinds of which only the label stands: the questions of a grid follow it."""
_ACTS = {"signature": "Signature", "visa": "Visa"}


def compose_blank(unfilled: FilledForm, issue: Issue) -> Content:
    """Everything that the blank copy shows; ``unfilled`` holds no answer, ``issue.signatures`` are not looked at."""
    form, paper = unfilled.form, _Paper(unfilled)
    title = paper.say(form.title)
    steps = tuple(paper.box(step) for step in form.circuit)
    identity = (
        Evidence("Formulaire", f"{title}, version {form.version}"),
        Evidence("Empreinte du formulaire (SHA-256)", form.digest),
    )
    return Content(
        title=title,
        form_title=title,
        form_version=form.version,
        organisation=issue.organisation,
        day=issue.frozen_at.astimezone(unfilled.context.tz).date(),
        language="fr-FR",
        blocks=tuple(paper.blocks()),
        footer=opening_foot(unfilled),
        running=running_foot(unfilled),
        layout=form.paper.layout,
        mentions=mentions(unfilled, (BLANK, *issue.mentions)),
        signature_level=BY_HAND if steps else "",
        signatures=steps,
        evidence=identity,
        accent=issue.accent,
        emblem=issue.emblem,
    )


@dataclass(frozen=True, slots=True)
class _Paper:
    """One form on its way to paper."""

    unfilled: FilledForm

    def say(self, text: texts.Text | None) -> str:
        """A text in the words of the house; dots where it quotes an answer."""
        return text.render(self.unfilled.context.term, lambda _: _LEFT).strip() if text else ""

    def box(self, step: CircuitStep) -> SignatureBox:
        """Where a step of the circuit is signed."""
        label = self.say(self.unfilled.form.parties[step.party].label)
        when = self._when(step.relevant)
        return SignatureBox("", _ACTS[step.act], f"{label} ({when[0].lower()}{when[1:]})" if when else label)

    def blocks(self) -> Iterator[Block]:
        """Sections, whatever they depend on."""
        scales: set[tuple[str, ...]] = set()
        last = self._last_rated()
        for section in self.unfilled.form.sections:
            body = tuple(block for question in section.questions for block in self._asked(question))
            if body:
                yield Heading(2, self.say(section.title))
                yield from self._asides(section.relevant, section.description)
                yield from self._scales(section, scales)
                yield from body
            if section == last:
                yield from self._wheels()

    def _scales(self, section: Section, known: set[tuple[str, ...]]) -> Iterator[Block]:
        """What the steps mean of which ratings print the numbers alone: at length, then in a line in later sections."""
        for said in dict.fromkeys(steps(each, self.say) for each in section.questions if each.kind.name == "rating"):
            if said in known:
                yield Paragraph("\u00a0; ".join(said) + ".", "note")
            else:
                yield Reply(STEPS, said, "below", entries=True)
            known.add(said)

    def _wheels(self) -> Iterator[Block]:
        for chart in self.unfilled.form.charts:
            yield Heading(2, self.say(chart.title))
            yield empty_wheel(self.unfilled, chart)

    def _last_rated(self) -> Section | None:
        """The section after which the charts stand, as they do on what was filled."""
        rated = {name for chart in self.unfilled.form.charts for name in chart.criteria}
        sections = self.unfilled.form.sections
        return next((each for each in reversed(sections) if rated & {one.name for one in each.questions}), None)

    def _asked(self, question: Question, level: int = 3) -> Iterator[Block]:
        """A question with the place of its answer; titles stand at ``level``."""
        if question.appearance == "hidden":
            return
        if question.is_repeat:
            yield from self._cards(question, level)
        elif question.is_grid:
            yield heading(level, self.say(question.label))
            yield from self._asides(question.relevant, question.hint)
        elif question.appearance == SIGNPOST:
            yield heading(level, self.say(question.label))
        elif question.kind.name in _READ:
            yield from self._asides(question.relevant, None)
            yield Paragraph(self.say(question.label), "body" if self._is_charter else "note")
        elif question.kind.name == "acknowledge":
            yield from self._asides(question.relevant, question.hint)
            yield clause(self.say(question.label), self.say(question.tick), ticked=False)
        elif question.kind.answered:
            yield prompt(question, self._when(question.relevant), self.say)

    def _cards(self, repeat: Question, level: int) -> Iterator[Block]:
        label = self.say(repeat.label)
        if repeat.name != repeat.section:
            yield heading(level, label)
        if repeat.each:
            source = self.unfilled.form.questions[repeat.each]
            yield Paragraph(FOR_EACH.format(source=self.say(source.label)), "note")
        yield from self._asides(repeat.relevant, repeat.hint)
        blocks = tuple(block for question in repeat.questions for block in self._asked(question, level + 2))
        for rank in range(1, min(max(_least(repeat), _FEWEST), _MOST) + 1):
            yield Card(self.say(repeat.item_label or repeat.label) if repeat.each else f"{label} {rank}", blocks)
        yield Paragraph(MORE, "note")

    def _asides(self, relevant: Expression | None, hint: texts.Text | None) -> Iterator[Block]:
        when = self._when(relevant)
        if when:
            yield Paragraph(f"{when}\u00a0:", "note")
        if hint:
            yield Paragraph(self.say(hint), "note")

    def _when(self, rule: Expression | None) -> str:
        return said_condition(rule, self.unfilled.form, self.say) if rule else ""

    @property
    def _is_charter(self) -> bool:
        return self.unfilled.form.paper.layout == CHARTER


def _least(repeat: Question) -> int:
    """How many items a repeat asks for, where that is a plain number."""
    return int(repeat.min.tree.value) if repeat.min and isinstance(repeat.min.tree, Number) else 0
