"""The pages of a draft: its parts, a section to fill, two answers to one question, a removal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from questionnaire.web.screens.charts import ChartView
from questionnaire.web.screens.questions import QuestionView, RepeatView, TermView
from questionnaire.web.screens.shell import HelpView, Link, Notice, Post
from questionnaire.web.screens.together import AssignView, AssistanceView, TalkLink

PartState = Literal["todo", "partial", "done", "error", "locked", "waiting"]


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """The line near the title that says whether answers are stored: « Enregistré à 14:32 »."""

    state: Literal["idle", "saved", "problem", "conflict"]
    text: str


@dataclass(frozen=True, slots=True)
class ErrorSummary:
    """All problems at once: heading with their number, a reassuring sentence, (href, text) of each."""

    title: str
    saved_text: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A part of a form and where it stands, in words (``state_label``) and in shape (``state``)."""

    title: str
    url: str | None
    state: PartState
    state_label: str
    detail: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Parts under one heading. Without ``title`` the heading is left out; ``who`` fills them stands under it."""

    title: str
    count_text: str
    rows: tuple[TaskRow, ...]
    who: str = ""


@dataclass(frozen=True, slots=True)
class TaskListView:
    """The parts of a draft. ``next_url`` is where « Continuer » leads; None leaves the button out.

    ``newer`` tells of a newer version of the form. ``data`` says why personal data are asked for, and by which right;
    ``data_contact`` who answers for them.
    """

    title: str
    lead: str
    groups: tuple[TaskGroup, ...]
    done: int
    total: int
    done_label: str
    remaining_text: str
    remaining_detail: str = ""
    next_url: str | None = None
    next_label: str = "Continuer"
    notice: Notice | None = None
    newer: Notice | None = None
    links: tuple[Link, ...] = ()
    again: Post | None = None
    resume: Link | None = None
    data: tuple[str, ...] = ()
    data_link: Link | None = None
    data_contact: HelpView | None = None
    assign: AssignView | None = None
    assistance: AssistanceView | None = None

    @property
    def slices(self) -> tuple[PartState, ...]:
        """The states of all parts in order, as the ring shows them; what only waits is no part of it."""
        states = (row.state for group in self.groups for row in group.rows)
        return tuple(state for state in states if state not in {"locked", "waiting"})


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two people gave the same question different answers.

    ``mine`` and ``theirs`` are as people read them, ``mine_typed`` and ``theirs_typed`` what posts them
    again; ``who`` and ``when`` say whose the stored one is: « Jean-Marc Lefèvre », « à 14:30 »; ``theirs_url`` is the
    section anew, with it.
    """

    path: str
    id: str
    label: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    mine_typed: str
    theirs_typed: str
    who: str
    when: str
    theirs_url: str


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """The page after a whole-page save that met other people's answers. ``revision`` is the newest."""

    title: str
    lead: str
    save_url: str
    back_url: str
    revision: str
    conflicts: tuple[ConflictView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A page to fill.

    ``url`` also saves; ``revision`` is what it was drawn from; ``progress`` « Partie 4 sur 12 ».

    ``multipart`` where files may come with the page. ``author`` is the mark by which the page is saved for its
    reader even after their session.
    ``terms`` are those of the lexicon that the title uses. ``because`` are the answers for which the
    section is asked. ``borrowed`` says from where answers came that cannot be changed here.
    ``form_title`` and ``form_url`` head the list of ``parts`` and lead back to it on a phone. ``talks`` lead to the
    comments of each question, by path. Where the reader may not fill the section, ``reading`` is shown in place of
    the ``blocks``, and ``next_url`` leads on. ``official`` is the wording that easier words stand for; the button
    ``other_manner`` (its text, the ``_action`` that it posts) leads from one to the other.
    """

    title: str
    name: str
    url: str
    number: int
    total: int
    blocks: tuple[QuestionView | RepeatView, ...]
    revision: str
    progress: str = ""
    lead: str = ""
    summary: ErrorSummary | None = None
    saved: SaveStatus = SaveStatus("idle", "")
    parts: tuple[TaskRow, ...] = ()
    notice: Notice | None = None
    next_label: str = "Continuer"
    ranks: bool = False
    """Whether something is put in order there: a script then adds its buttons."""

    back: str = ""
    """The path of the answer for which somebody came from the page that reads all again: they go back there."""

    form_title: str = ""
    form_url: str = ""
    author: str = ""
    presence_url: str = ""
    multipart: bool = False
    because: tuple[str, ...] = ()
    borrowed: tuple[str, ...] = ()
    talks: Mapping[str, TalkLink] = field(default_factory=dict)
    talk_url: str = ""
    terms: tuple[TermView, ...] = ()
    reading: tuple["ReviewSection", ...] = ()
    official: str = ""
    other_manner: Link | None = None
    next_url: str = ""
    charts: tuple[ChartView, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedView:
    """The answer to the save of one question, as pieces that replace those of the page.

    ``revision`` is the new one, None after a conflict: the page is still drawn from the old one.
    ``question`` is the one posted, whose problems are shown anew (never its control); ``changed`` are those
    that appeared, went, or were calculated anew; ``explained`` those that stay, for other reasons than before; of
    ``repeats`` only what is said of them is new.
    A ``conflict`` stands beside its question and is settled by posting at ``newest``, the stored revision.
    """

    saved: SaveStatus
    save_url: str
    revision: str | None = None
    question: QuestionView | None = None
    changed: tuple[QuestionView | RepeatView, ...] = ()
    explained: tuple[QuestionView | RepeatView, ...] = ()
    repeats: tuple[RepeatView, ...] = ()
    form_title: str = ""
    parts: tuple[TaskRow, ...] = ()
    conflict: ConflictView | None = None
    newest: str = ""
    charts: tuple[ChartView, ...] = ()


@dataclass(frozen=True, slots=True)
class AddFileView:
    """Asks for files for one ``question`` and nothing else: posted to ``url``, or left by ``back_url``."""

    title: str
    question: QuestionView
    url: str
    back_url: str


@dataclass(frozen=True, slots=True)
class ConfirmRemovalView:
    """Asks before an item goes. ``remove`` does it; ``lines`` say what goes with it."""

    title: str
    text: str
    remove: Post
    keep_url: str
    keep_label: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OddAnswer:
    """What is odd in an answer, and the field where its reason is written.

    ``field`` names it, ``id`` is its id; ``kept`` says the reason that counts already, and by whom it was given. The
    field belongs to the form of the page; the button posts to ``url``.
    """

    message: str
    field: str
    id: str
    url: str
    path: str
    longest: int
    typed: str = ""
    error: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """An answer read back.

    ``lines`` empty: not answered, said with ``missing``. ``problem`` stands beside it, ``talk`` leads to its comments.
    ``odd`` asks why an odd answer is kept; once frozen, ``remark`` says it. ``files`` stand in place of the ``lines``.
    ``remedy`` leads where the ``problem`` is settled, when that is not the field.
    """

    label: str
    lines: tuple[str, ...]
    change_url: str = ""
    missing: str = "Sans réponse"
    problem: str = ""
    path: str = ""
    id: str = ""
    talk: TalkLink | None = None
    odd: OddAnswer | None = None
    remark: str = ""
    files: tuple[Link, ...] = ()
    remedy: Link | None = None


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """Answers under a small heading: one item of a repeat, or, without ``title``, the section's own."""

    title: str
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """A section read back."""

    title: str
    url: str
    cards: tuple[ReviewCard, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """All answers before finalising.

    ``finalise`` is the one button; None while that is not the reader's right: reasons are then sent to ``reasons_url``.
    """

    title: str
    lead: str
    sections: tuple[ReviewSection, ...]
    back_url: str
    finalise: Post | None
    reasons_url: str = ""
    summary: ErrorSummary | None = None
    notice: Notice | None = None
    pending: Link | None = None
    assistance: AssistanceView | None = None
    charts: tuple[ChartView, ...] = ()
