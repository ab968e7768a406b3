"""The lists of a form as rows of the sheet ``choices``, or as files beside the workbook."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from questionnaire.interchange.xlsform.columns import CODE
from questionnaire.spec.declared import ChoiceSpec, FormSpec, ListSpec, QuestionSpec
from questionnaire.spec.naming import every_question
from questionnaire.spec.nodes import START, Scalar
from questionnaire.spec.options import CONSENTING, OUI_NON
from questionnaire.spec.tables import Tables

Line = dict[str, str]
"""A row: texts by column."""

_BROUGHT = {"yes_no": ("oui_non", OUI_NON), "consent": ("accord", CONSENTING)}
"""Kinds that bring their own choices: what their list is called, and holds."""


@dataclass(slots=True)
class WrittenLists:
    """``lines`` of the sheet; ``files`` that go beside the workbook; ``left`` are lists that only we know."""

    lines: list[Line] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    left: dict[str, ListSpec] = field(default_factory=dict)
    _brought: dict[str, str] = field(default_factory=dict)
    _own: dict[str, str] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)

    def type_of(self, question: QuestionSpec) -> str:
        """The list of a question as the column ``type`` names it; empty for one that ODK cannot have."""
        kind = question.kind.text
        if kind in self._brought:
            return self._brought[kind]
        if not isinstance(question.choices, Scalar):
            return self._own.get(question.name.text, "")
        listed = self.left.get(question.choices.text)
        if listed is None:
            return question.choices.text
        return listed.file.text if listed.file is not None and listed.file.text in self.files else ""

    def adds_other(self, question: QuestionSpec) -> bool:
        """Whether ODK adds « autre » to a question, and asks which: not where a rule or a file gives the options."""
        listed = self.type_of(question)
        return question.other is not None and question.choice_filter is None and listed not in {"", *self.files}

    def stems(self) -> dict[str, str]:
        """For each list in a file, what ODK calls it in rules: the name of the file."""
        return {name: PurePosixPath(one.file.text).stem for name, one in self.left.items() if one.file is not None}

    def write(self, name: str, choices: tuple[ChoiceSpec, ...]) -> None:
        """Add a list."""
        self._names.add(name)
        for choice in choices:
            line = {"list_name": name, "name": choice.name.text, "label": choice.label.text}
            line |= {key: value.text for key in ("exclusive", "hint") if (value := getattr(choice, key)) is not None}
            if choice.code is not None:
                line[CODE] = choice.code.text
            self.lines.append(line)

    def bring(self, kind: str) -> None:
        """Add the list of a kind that brings its own."""
        name, choices = _BROUGHT[kind]
        if kind not in self._brought:
            self._brought[kind] = self.fresh(name)
            said = tuple(
                ChoiceSpec(place=START, name=Scalar(one.name, START), label=Scalar(one.label.plain or "", START))
                for one in choices
            )
            self.write(self._brought[kind], said)

    def write_own(self, question: QuestionSpec, choices: tuple[ChoiceSpec, ...]) -> None:
        """Add the list that a question holds itself."""
        self._own[question.name.text] = self.fresh(question.name.text)
        self.write(self._own[question.name.text], choices)

    def fresh(self, name: str) -> str:
        """A name that no list has."""
        while name in self._names or name in self.left:
            name += "_2"
        return name


def written_lists(spec: FormSpec, tables: Tables) -> WrittenLists:
    """All the lists of a form; ``tables`` are those that stand in files, by name of file."""
    lists = WrittenLists(left={name.text: one for name, one in spec.choices if isinstance(one, ListSpec)})
    lists.files = [one.file.text for one in lists.left.values() if one.file is not None and one.file.text in tables]
    for name, one in spec.choices:
        if isinstance(one, tuple):
            lists.write(name.text, one)
    for section in spec.sections:
        for question in every_question(section.questions):
            if isinstance(question.choices, tuple):
                lists.write_own(question, question.choices)
    kinds = {question.kind.text for section in spec.sections for question in every_question(section.questions)}
    for kind in sorted(kinds & _BROUGHT.keys()):
        lists.bring(kind)
    return lists
