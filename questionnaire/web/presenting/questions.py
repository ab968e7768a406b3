"""Questions and repeats as their controls need them."""

from collections.abc import Mapping
from decimal import Decimal

from questionnaire.filling import REQUIRED, FilledForm, Place, Problem, item_path, leaf_path
from questionnaire.filling.paths import items_around
from questionnaire.spec.kinds.figures import typed_number
from questionnaire.spec.kinds.identifiers import SCHEMES
from questionnaire.spec.kinds.lines import FOLDED
from questionnaire.spec.kinds.refusals import DECLINED_TOO
from questionnaire.spec.kinds.ticks import confirmation
from questionnaire.spec.model import Choice, Question, Section
from questionnaire.spec.values import Answer, Declined, Unreadable, Value, is_blank
from questionnaire.web.presenting.deciding import because
from questionnaire.web.presenting.fields import fields_of, ranks_shown
from questionnaire.web.presenting.files import limits_of_files, shown_files
from questionnaire.web.presenting.grids import cells, grid_view, heads_of
from questionnaire.web.presenting.seeking import standing
from questionnaire.web.screens import FieldView, ItemView, Option, QuestionView, RepeatView

Block = QuestionView | RepeatView

TITLE = 2
"""The level of the title of a repeat on its page; its items are one deeper."""

DEEPEST = 6
"""The last level of titles in HTML."""


class SectionPresenter:
    """Shows one section: ``problems`` are those to show, by path; ``opened`` is the path of the item laid open.

    ``sought`` are the words searched for in long lists, by path; None where a page cannot search.
    """

    def __init__(
        self,
        filled: FilledForm,
        problems: Mapping[str, Problem],
        opened: str | None = None,
        sought: Mapping[str, str] | None = None,
    ) -> None:
        self._filled = filled
        self._say = filled.wording.say
        self._problems = problems
        self._opened = opened
        self._sought = sought
        self._warnings = {warning.path: (warning.message,) for warning in filled.warnings}

    def blocks(self, section: Section) -> tuple[Block, ...]:
        """Every question of the section in page order, the hidden ones as empty places."""
        rows = {name for question in section.questions for name in question.rows}
        return tuple(
            self._block(question)
            for question in section.questions
            if question.name not in rows and not self._filled.veil.hides(question.name)
        )

    def _block(self, question: Question) -> Block:
        if question.is_repeat:
            return self.repeat(Place(question, question.name))
        view = self.question(Place(question, question.name))
        if not question.is_grid:
            return view
        asked = (self._filled.form.questions[name] for name in question.rows)
        return grid_view(view, (self.question(Place(row, row.name)) for row in asked))

    def question(self, place: Place) -> QuestionView:
        """One question."""
        question, path, place_id = place.question, place.path, dom_id(place.path)
        if not self._filled.is_relevant(path) or question.appearance == "hidden" or self._is_missing(question, path):
            return QuestionView(path=path, id=place_id, control=question.kind.control_for(question), shown=False)
        errors = self._errors(path)
        hint, typed = self._hint(place), self._typed(question, path)
        found = standing(self._filled, place, _ticked(self._filled.answer(path)), self._sought)
        return QuestionView(
            path=path,
            id=place_id,
            control=question.kind.control_for(question),
            label=self._say(question.label, place.group, place.key),
            hint=hint,
            guidance=self._say(question.guidance, place.group, place.key),
            why=self._say(question.why, place.group, place.key),
            because=because(self._filled, path),
            optional=path not in self._filled.required and question.kind.answered,
            errors=errors,
            warnings=self._warnings.get(path, ()),
            value=typed,
            fields=self._fields(place, typed),
            options=self._options(place, found.choices),
            seek=found.view,
            decline=self._decline(place),
            limits=_limits(question),
            **shown_files(self._filled, place),
            autocomplete=question.autocomplete,
            max_length=question.max_length,
            input_mode=_INPUT_MODES.get(question.kind.name, ""),
            unit=self._say(question.unit),
            read_only=path in self._filled.read_only,
            text=self._text(place),
            described_by=_described_by(place_id, hint=bool(hint), errors=bool(errors)),
            tick=self._say(question.tick, place.group, place.key),
            folded=question.appearance == FOLDED and path not in self._filled.read_only,
            origin="" if question.group or path in self._filled.read_only else self._origin(path),
        )

    def _fields(self, place: Place, typed: str) -> tuple[FieldView, ...]:
        """The fields of a question that has several."""
        place_id = dom_id(place.path)
        if place.question.kind.name == "rank":
            return ranks_shown(place_id, typed, self._filled.most.get(place.path, len(place.question.choices)))
        return fields_of(place.question, place_id, typed, self._say)

    def _hint(self, place: Place) -> str:
        """The help of the question; where its choices are items that do not exist yet, where they come from."""
        question = place.question
        hint = self._say(question.hint, place.group, place.key)
        if question.source is None or question.source.installation or self._filled.choices(place):
            return hint
        items = self._say(self._filled.form.questions[question.source.name].label)
        return f"{hint} Aucun choix pour le moment\u00a0: remplissez d’abord «\u00a0{items}\u00a0».".lstrip()

    def _is_missing(self, question: Question, path: str) -> bool:
        """Whether it only repeats what another document says, and that one says nothing."""
        closed = bool(question.prefill) and path in self._filled.read_only
        return closed and is_blank(self._filled.values.get(path))

    def _origin(self, path: str) -> str:
        origin = self._filled.context.origins.get(path)
        return f"Repris de\u00a0: {origin.text}." if origin else ""

    def repeat(self, place: Place, level: int = TITLE) -> RepeatView:
        """A repeat with its items, closed but one, under a title of that level."""
        question, path = place.question, place.path
        label = self._say(question.label, place.group, place.key)
        keys = self._filled.keys(path) if self._filled.is_relevant(path) else ()
        shown = self._filled.is_relevant(path) and bool(keys or path not in self._filled.read_only)
        return RepeatView(
            path=path,
            id=dom_id(path),
            label=label,
            hint=self._say(question.hint, place.group, place.key),
            errors=self._errors(path),
            warnings=self._warnings.get(path, ()),
            items=tuple(self._item(place, key, rank, level) for rank, key in enumerate(keys, start=1)),
            fixed=bool(question.each),
            can_add=not question.each,
            add_label=f"Ajouter : {label.lower()}".replace(" :", "\u00a0:"),
            shown=shown,
            read_only=path in self._filled.read_only,
            because=because(self._filled, path) if shown else (),
            heads=heads_of(self._filled, place) if question.is_table else (),
            level=min(level, DEEPEST),
        )

    def _item(self, at: Place, key: str, rank: int, level: int) -> ItemView:
        repeat, path = at.question, item_path(at.path, key)
        places = list(at.inside(key))
        closed = at.path in self._filled.read_only  # nothing to change: all is read at once
        opened = closed or bool(repeat.is_table or repeat.each) or self._is_open(path)
        title = self._filled.wording.item_title(at.path, key, rank)
        asked = [self._inside(place, level + 2) for place in places if self._is_seen(place)] if opened else []
        return ItemView(
            key=key,
            path=path,
            id=dom_id(path),
            title=title,
            subtitle=self._subtitle(places),
            open=opened,
            questions=tuple(asked) if not repeat.is_table else tuple(cells(asked, repeat, title)),
            can_go_up=rank > 1 and not repeat.each,
            can_go_down=rank < len(self._filled.keys(at.path)) and not repeat.each,
            error_count=sum(problem.startswith(f"{path}.") for problem in self._problems),
        )

    def _is_open(self, item: str) -> bool:
        """Whether an item is the one laid open, or holds it."""
        return self._opened is not None and item in (self._opened, *items_around(self._opened))

    def _inside(self, place: Place, level: int) -> Block:
        return self.repeat(place, level) if place.question.is_repeat else self.question(place)

    def _is_seen(self, place: Place) -> bool:
        return not self._filled.veil.hides(place.path)

    def _subtitle(self, places: list[Place]) -> str:
        """The first chosen option of the item (a role, a priority): enough to tell items apart."""
        for place in places:
            if place.question.kind.name == "select_one" and not place.question.appearance:
                lines = self._filled.wording.shown(place.path)
                if lines:
                    return lines[0]
        return ""

    def _errors(self, path: str) -> tuple[str, ...]:
        problem = self._problems.get(path)
        return (problem.message,) if problem else ()

    def _typed(self, question: Question, path: str) -> str:
        answer = self._filled.values.get(path) if question.confirms else self._filled.answer(path)
        if isinstance(answer, Declined):
            return ""  # its own box says it
        return answer.text if isinstance(answer, Unreadable) else question.kind.typed(answer)

    def _text(self, place: Place) -> str:
        """The answer as people read it, where nobody types it here; of a box that confirms one, what it sends."""
        silent = not place.question.kind.answered or place.path in self._filled.read_only
        if silent:
            return " ; ".join(self._filled.wording.shown(place.path))
        return self._confirmation(place) if place.question.confirms else ""

    def _confirmation(self, place: Place) -> str:
        """What a box sends that confirms the answer to another question, as it is now."""
        confirmed = self._filled.form.questions[place.question.confirms]
        inside = confirmed.group is not None and place.key is not None
        path = leaf_path(place.group or "", place.key or "", confirmed.name) if inside else confirmed.name
        return confirmation(confirmed.kind.write(self._filled.values.get(path)))

    def _options(self, place: Place, choices: tuple[Choice, ...]) -> tuple[Option, ...]:
        ticked = _ticked(self._filled.answer(place.path))
        return tuple(
            Option(
                value=choice.name,
                label=self._say(choice.label),
                checked=choice.name in ticked,
                exclusive=choice.exclusive,
                id=f"{dom_id(place.path)}-{choice.name}",
                hint=self._say(choice.hint),
            )
            for choice in choices
        )

    def _decline(self, place: Place) -> Option | None:
        choice = place.question.may_decline
        if choice is None:
            return None
        return Option(
            value=choice.name,
            label=self._say(choice.label),
            checked=_is_declined(self._filled.answer(place.path)),
            exclusive=True,
            id=f"{dom_id(place.path)}-{choice.name}",
        )


_INPUT_MODES = {"integer": "numeric", "decimal": "decimal", "range": "decimal", "date": "numeric", "year": "numeric"}
"""The keyboard that a phone shows."""


def _limits(question: Question) -> str:
    """« De 0 à 10, de 0,5 en 0,5 »: the ends of a range, and its step where it is not 1; what files or numbers are."""
    if question.files is not None:
        return limits_of_files(question.files)
    if question.scheme:
        return f"{SCHEMES[question.scheme].signs}, par exemple {SCHEMES[question.scheme].example}"
    if question.kind.name == "rank":
        return "Choisissez une réponse pour chaque rang\u00a0: le rang 1 est le premier."
    if question.kind.name != "range" or question.min is None or question.max is None:
        return ""
    low, high = (typed_number(Decimal(end.source)) for end in (question.min, question.max))
    step = f", de {typed_number(question.step)} en {typed_number(question.step)}" if question.step != 1 else ""
    return f"De {low} à {high}{step}"


def _is_declined(answer: Answer) -> bool:
    return isinstance(answer, Declined) or (isinstance(answer, Unreadable) and answer.code == DECLINED_TOO)


def _ticked(answer: Value | Unreadable) -> frozenset[str]:
    if isinstance(answer, Unreadable):
        return frozenset(answer.text.split())
    return frozenset(answer if isinstance(answer, tuple) else (str(answer),))


def _described_by(control_id: str, *, hint: bool, errors: bool) -> str:
    ids = [f"{control_id}-hint"] * hint + [f"{control_id}-error"] * errors
    return " ".join(ids)


def dom_id(path: str) -> str:
    """The id of the control at ``path``: no character that a selector would have to escape."""
    return "q-" + (path.replace("[", "-").replace("].", "-").replace("]", "") if "[" in path else path)


def mistakes(problems: tuple[Problem, ...]) -> dict[str, Problem]:
    """The problems to show while filling: mistakes, not answers still to come."""
    return {problem.path: problem for problem in problems if problem.code != REQUIRED}


__all__ = ["Block", "Choice", "SectionPresenter", "dom_id", "mistakes"]
