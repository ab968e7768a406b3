"""The pages of a survey, in words."""

from collections.abc import Mapping

from questionnaire.filling import FilledForm, Place, Problem
from questionnaire.filling.pages import page_name, pages
from questionnaire.filling.paths import items_around
from questionnaire.journeys.surveys.answering import Asked, OpenSurvey, wrong
from questionnaire.spec.model import Section
from questionnaire.web.presenting.questions import Block, SectionPresenter, dom_id
from questionnaire.web.presenting.review import summary_text
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import ErrorSummary, Notice
from questionnaire.web.screens.surveys import SurveyAnswerRow, SurveyView

NEXT, BACK, SEND = "suite", "retour", "envoyer"

PROMISES = (
    "Ni compte, ni nom, ni adresse\u00a0: seulement le jour où elles arrivent.",
    "Personne, pas même ceux qui gèrent ce site, ne peut savoir qui a répondu quoi.",
    "Rien n’est enregistré avant la fin. Si vous fermez cette page, vos réponses sont perdues.",
    "Une fois envoyées, elles ne peuvent plus être retrouvées\u00a0: ni changées, ni retirées.",
    "N’écrivez ni votre nom, ni celui d’une autre personne.",
)
"""What becomes of answers, under « Vos réponses sont anonymes »."""

LOST = Notice("Cette page ne sert plus\u00a0: recommencez. Rien n’avait été enregistré.", "attention")
MORE = Notice("Votre réponse amène d’autres questions\u00a0: elles sont sur cette page.")
THANKS = ("Merci, vos réponses sont envoyées.", "Vous pouvez fermer cette page.")


def first_view(opened: OpenSurvey, notice: Notice | None = None) -> SurveyView:
    """What is asked, by whom, for what, and what becomes of it."""
    form = opened.form
    about = [text.plain for text in (form.description, form.purpose) if text is not None and text.plain]
    asked = f"Demandé par\u00a0: {opened.organisation.full_name}."
    minutes = f"Comptez {form.minutes}\u00a0minutes." if form.minutes else ""
    texts = tuple(filter(None, (*about, asked, minutes)))
    title = form.title.plain or form.name
    return SurveyView(title, title, texts=texts, promises=PROMISES, action=NEXT, label="Commencer", notice=notice)


def section_view(
    opened: Asked,
    filled: FilledForm,
    section: Section,
    state: str,
    problems: Mapping[str, Problem],
    *,
    more: bool = False,
    item: str | None = None,
) -> SurveyView:
    """The questions of one page; ``more``: some have just appeared there. ``item`` is laid open."""
    names = [page.name for page in pages(filled)]
    say = filled.wording.say
    return SurveyView(
        title=say(opened.form.title),
        heading=say(section.title),
        progress=f"Partie {names.index(section.name) + 1} sur {len(names)}",
        texts=tuple(filter(None, (say(section.description),))),
        state=state,
        place=section.name,
        item=item or "",
        blocks=tuple(each for each in SectionPresenter(filled, problems, item).blocks(section) if _is_asked(each)),
        action=NEXT,
        label="Continuer",
        back=True,
        summary=_summary(filled, problems),
        notice=MORE if more else None,
    )


def _is_asked(block: Block) -> bool:
    """Whether a page that keeps nothing can ask it: surveys have nothing else, trials of other forms may."""
    return block.control != "file"


def _summary(filled: FilledForm, problems: Mapping[str, Problem]) -> ErrorSummary | None:
    if not problems:
        return None
    return ErrorSummary(
        title=counted(len(problems), "réponse est à revoir", "réponses sont à revoir"),
        saved_text="Rien n’est perdu de ce que vous avez écrit.",
        links=tuple((f"#{dom_id(path)}", summary_text(filled, problem)) for path, problem in problems.items()),
    )


def after(opened: Asked, filled: FilledForm, section: Section, state: str) -> SurveyView:
    """The page that follows a section: the next one, or the answers to check."""
    following = page_after(filled, section)
    if following is not None:
        return section_view(opened, filled, following, state, {})
    return check_view(opened, filled, state)


def page_called(filled: FilledForm, name: str) -> Section | None:
    """The page of that name, where it is asked."""
    return next((page for page in pages(filled) if page.name == name), None)


def page_after(filled: FilledForm, section: Section) -> Section | None:
    """The page after a section; of one that is no more asked, the first. None after the last."""
    found = list(pages(filled))
    rank = next((number for number, page in enumerate(found, start=1) if page.name == section.name), 0)
    return found[rank] if rank < len(found) else None


def before(opened: Asked, filled: FilledForm, section: Section, state: str) -> SurveyView:
    """The page before a section; itself where it is the first one."""
    found = list(pages(filled))
    rank = next((number for number, page in enumerate(found) if page.name == section.name), 0)
    return section_view(opened, filled, found[max(rank - 1, 0)], state, {})


def check_view(opened: Asked, filled: FilledForm, state: str) -> SurveyView:
    """All the answers, before they are sent."""
    rows = (
        SurveyAnswerRow(_asked(filled, place), filled.wording.shown(place.path), page_name(filled.form, place.path))
        for section in filled.sections()
        for place in filled.places(section)
        if place.question.kind.answered
    )
    return SurveyView(
        title=filled.wording.say(opened.form.title),
        heading="Vérifiez vos réponses",
        state=state,
        answers=tuple(rows),
        action=SEND,
        label="Envoyer mes réponses",
    )


def _asked(filled: FilledForm, place: Place) -> str:
    """What a question asks, after the items that hold it."""
    titles = [filled.wording.item_called(item) for item in items_around(place.path)]
    return " – ".join((*titles, filled.wording.say(place.question.label, place.group, place.key)))


def first_wanting(opened: Asked, filled: FilledForm, state: str) -> SurveyView:
    """The first page on which something is missing or to correct."""
    for section in filled.sections():
        if problems := wrong(filled, section):
            return section_view(opened, filled, section, state, problems)
    return check_view(opened, filled, state)


def thanks(opened: OpenSurvey) -> SurveyView:
    """The end: nothing by which anybody could be found again."""
    title = opened.form.title.plain or opened.form.name
    return SurveyView(title, THANKS[0], texts=THANKS[1:])
