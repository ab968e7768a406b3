"""The pages of a survey, in words."""

from collections.abc import Mapping
from typing import TypeGuard

from questionnaire.filling import FilledForm, Problem
from questionnaire.journeys.surveys.answering import Asked, OpenSurvey, wrong
from questionnaire.spec.model import Section
from questionnaire.web.presenting.questions import Block, SectionPresenter, dom_id
from questionnaire.web.presenting.review import summary_text
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import ErrorSummary, Notice, QuestionView
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
) -> SurveyView:
    """The questions of one page; ``more``: some have just appeared there."""
    sections = list(filled.sections())
    say = filled.wording.say
    return SurveyView(
        title=say(opened.form.title),
        heading=say(section.title),
        progress=f"Partie {sections.index(section) + 1} sur {len(sections)}",
        texts=tuple(filter(None, (say(section.description),))),
        state=state,
        place=section.name,
        blocks=tuple(each for each in SectionPresenter(filled, problems).blocks(section) if _is_asked(each)),
        action=NEXT,
        label="Continuer",
        back=True,
        summary=_summary(filled, problems),
        notice=MORE if more else None,
    )


def _is_asked(block: Block) -> TypeGuard[QuestionView]:
    """Whether a page that keeps nothing can ask it: surveys have nothing else, trials of other forms may."""
    return isinstance(block, QuestionView) and block.control != "file"


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
    sections = list(filled.sections())
    rank = sections.index(section) + 1
    if rank < len(sections):
        return section_view(opened, filled, sections[rank], state, {})
    return check_view(opened, filled, state)


def before(opened: Asked, filled: FilledForm, section: Section, state: str) -> SurveyView:
    """The page before a section; itself where it is the first one."""
    sections = list(filled.sections())
    return section_view(opened, filled, sections[max(sections.index(section) - 1, 0)], state, {})


def check_view(opened: Asked, filled: FilledForm, state: str) -> SurveyView:
    """All the answers, before they are sent."""
    rows = (
        SurveyAnswerRow(filled.wording.say(place.question.label), filled.wording.shown(place.path), section.name)
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
