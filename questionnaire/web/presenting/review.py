"""All answers of a draft read back, with every problem linked to its field."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from questionnaire.content import remark
from questionnaire.filling import FilledForm, Place, Problem, parse_path
from questionnaire.filling.pages import page_name, pages
from questionnaire.journeys.drafting.joining import refs_in
from questionnaire.spec.kinds.lines import FOLDED
from questionnaire.spec.model import Section
from questionnaire.web.presenting.files import file_links
from questionnaire.web.presenting.questions import dom_id
from questionnaire.web.presenting.results import charts_of, scores_of
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import (
    ErrorSummary,
    Link,
    Notice,
    Post,
    ReviewCard,
    ReviewLine,
    ReviewSection,
    ReviewView,
)


@dataclass(frozen=True, slots=True)
class Ending:
    """The words for what ends a draft; ``moved`` when the answers changed under the reader's eyes."""

    button: str
    lead: str
    moved: str


SIGNED = Ending(
    "Finaliser le document",
    "Relisez vos réponses. Une fois le document finalisé, elles ne peuvent plus être changées.",
    "Une autre personne vient de changer des réponses. Relisez-les, puis finalisez de nouveau.",
)
FINISHED = Ending(
    "Envoyer",
    "Relisez vos réponses. Une fois envoyées, elles ne peuvent plus être changées.",
    "Des réponses viennent de changer. Relisez-les, puis envoyez de nouveau.",
)


def review_view(
    filled: FilledForm, draft_id: str, revision: int, *, may_finalise: bool, refused: bool = False
) -> ReviewView:
    """The page « Vérifier mes réponses »; ``refused`` when the answers moved under the reader's eyes."""
    links = Links(filled, draft_id)
    said = FINISHED if filled.form.life == "finished" else SIGNED
    button = Post(
        said.button,
        url_for("drafts.finalise", draft_id=draft_id),
        (("_rev", str(revision)),),
    )
    return ReviewView(
        title="Vérifier mes réponses",
        lead=said.lead,
        sections=(*sections_of(filled, links), *scores_of(filled)),
        back_url=url_for("drafts.tasks", draft_id=draft_id),
        finalise=button if may_finalise else None,
        summary=_summary(filled, links),
        notice=Notice(said.moved, "attention") if refused else None,
        charts=charts_of(filled),
    )


class Links:
    """Where each answer of a draft is changed."""

    def __init__(self, filled: FilledForm, draft_id: str) -> None:
        self._form = filled.form
        self._draft_id = draft_id

    def section(self, section: Section) -> str:
        """The page of a section."""
        return url_for("sections.section", draft_id=self._draft_id, name=section.name)

    def field(self, path: str, *, correct: bool = False) -> str:
        """The page that holds a field, at that field; with ``correct`` the page says what is wrong."""
        name = page_name(self._form, path)
        return url_for(
            "sections.section",
            draft_id=self._draft_id,
            name=name,
            ouvert=open_item(path),
            corriger="oui" if correct else None,
            retour=path,
            _anchor=dom_id(path),
        )

    def files(self, filled: FilledForm, path: str) -> tuple[Link, ...]:
        """The files that answer a question."""
        return file_links(
            refs_in(filled, path), lambda sha256: url_for("files.download", draft_id=self._draft_id, sha256=sha256)
        )


def line_id(path: str) -> str:
    """Where an answer stands on the page that reads all of them again."""
    return f"r-{dom_id(path)}"


def sections_of(filled: FilledForm, links: Links | None = None) -> Iterator[ReviewSection]:
    """Sections read back; without ``links`` nothing can be changed and what was not answered is left out."""
    problems = {problem.path: problem.message for problem in filled.problems} if links else {}
    for section in pages(filled):
        read = section_of(filled, section, links, problems)
        if read.cards:
            yield read


def section_of(filled: FilledForm, section: Section, links: Links | None, problems: dict[str, str]) -> ReviewSection:
    """One section read back, with what is said of its answers by path."""
    own: list[ReviewLine] = []
    cards: list[ReviewCard] = []
    for question in section.questions:
        if question.is_repeat:
            cards.extend(_item_cards(filled, Place(question, question.name), links, problems))
        else:
            own.extend(_lines(filled, Place(question, question.name), links, problems))
    first = (ReviewCard("", tuple(own)),) if own else ()
    url = links.section(section) if links else ""
    return ReviewSection(filled.wording.say(section.title), url, (*first, *cards))


def _item_cards(
    filled: FilledForm, repeat: Place, links: Links | None, problems: dict[str, str]
) -> Iterator[ReviewCard]:
    """The items of a repeat, a card each; after it those of the repeats inside, called by both."""
    if not filled.is_relevant(repeat.path):
        return
    whole = tuple(_of_all_items(filled, repeat, links, problems)) if repeat.key is None else ()
    yield from (ReviewCard("", whole) for _ in whole)
    for rank, key in enumerate(filled.keys(repeat.path), start=1):
        own: list[ReviewLine] = []
        inside: list[ReviewCard] = []
        for place in repeat.inside(key):
            if place.question.is_repeat:
                own.extend(_of_all_items(filled, place, links, problems))
                inside.extend(_item_cards(filled, place, links, problems))
            else:
                own.extend(_lines(filled, place, links, problems))
        titles = (*filled.wording.around(repeat.path), filled.wording.item_title(repeat.path, key, rank))
        yield ReviewCard(" – ".join(titles), tuple(own))
        yield from inside


def _of_all_items(
    filled: FilledForm, repeat: Place, links: Links | None, problems: dict[str, str]
) -> Iterator[ReviewLine]:
    """What is said of a repeat as a whole, where something is."""
    path = repeat.path
    said = problems.get(path, "") if links else ""
    odd = links is not None and any(warning.path == path for warning in filled.warnings)
    kept = remark(filled, path)
    if filled.is_relevant(path) and (said or odd or kept):
        count = len(filled.keys(path))
        yield ReviewLine(
            label=filled.wording.say(repeat.question.label, repeat.group, repeat.key),
            lines=(counted(count, "élément", "éléments"),) if count else (),
            change_url=links.field(path) if links else "",
            problem=said,
            path=path,
            id=line_id(path) if links else "",
            remark=kept,
        )


def _lines(filled: FilledForm, place: Place, links: Links | None, problems: dict[str, str]) -> Iterator[ReviewLine]:
    question = place.question
    if not filled.is_relevant(place.path) or question.kind.name == "note" or question.appearance == "hidden":
        return
    shown = filled.wording.shown(place.path)
    # A remark not made is not missing.
    if not shown and (links is None or not question.kind.answered or question.appearance == FOLDED):
        return
    yield ReviewLine(
        label=filled.wording.say(question.label, place.group, place.key),
        lines=shown,
        change_url=links.field(place.path) if links and question.kind.answered else "",
        problem=problems.get(place.path, ""),
        path=place.path,
        id=line_id(place.path) if links else "",
        remark=remark(filled, place.path),
        files=links.files(filled, place.path) if links and question.files else (),
    )


def _summary(filled: FilledForm, links: Links) -> ErrorSummary | None:
    if not filled.problems:
        return None
    count = len(filled.problems)
    return ErrorSummary(
        title=counted(count, "réponse est à compléter ou à revoir", "réponses sont à compléter ou à revoir"),
        saved_text="Vos réponses sont enregistrées.",
        links=tuple((links.field(p.path, correct=True), summary_text(filled, p)) for p in filled.problems),
    )


def summary_text(filled: FilledForm, problem: Problem) -> str:
    """A problem with the question that it is about: in a list, the sentence alone says too little."""
    place = parse_path(problem.path)
    label = filled.wording.say(filled.form.questions[place.question].label, place.group, place.key)
    return f"{', '.join((*filled.wording.around(problem.path), label))} – {problem.message}"


def open_item(path: str) -> str | None:
    """The item to lay open so that a field is seen, the innermost one; None outside of any."""
    item = path if path.endswith("]") else path.rpartition(".")[0]
    return item or None
