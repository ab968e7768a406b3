"""What is odd in answers, said beside them on the review, with the field where the reason to keep them is written."""

from dataclasses import replace

from questionnaire.content import kept_because
from questionnaire.filling import FilledForm, Problem, Reason
from questionnaire.journeys.drafting.upholding import LONGEST, Standing
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.questions import dom_id
from questionnaire.web.presenting.review import summary_text
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import ErrorSummary, Notice, OddAnswer, ReviewCard, ReviewLine, ReviewSection, ReviewView

FIELD = "motif:"
"""What begins the name of a field that holds a reason; the path follows."""

ELSEWHERE = "Des réponses réservées à d’autres personnes sont à compléter. Elles seules les voient."


def with_odd_answers(
    view: ReviewView, filled: FilledForm, draft_id: str, standing: Standing, *, elsewhere: bool = False
) -> ReviewView:
    """The review with what is odd; ``elsewhere`` when something is missing that the reader does not see."""
    if elsewhere:
        view = replace(view, notice=Notice(ELSEWHERE, "attention"))
    if not filled.warnings:
        return view
    url = address("drafts.uphold", draft_id=draft_id)
    odd = {warning.path: _odd(warning, standing, url) for warning in filled.warnings}
    return replace(
        view,
        sections=tuple(_told(section, odd) for section in view.sections),
        summary=_summary(view.summary, filled, standing),
        reasons_url=url,
    )


def typed_reasons(posted: dict[str, str]) -> dict[str, str]:
    """The reasons of a posted review, by path."""
    return {name.removeprefix(FIELD): text for name, text in posted.items() if name.startswith(FIELD)}


def _odd(warning: Problem, standing: Standing, url: str) -> OddAnswer:
    path = warning.path
    kept = standing.upheld.get(path)
    return OddAnswer(
        message=warning.message,
        field=FIELD + path,
        id=reason_id(path),
        url=url,
        path=path,
        longest=LONGEST,
        typed=standing.typed.get(path, "") if path in standing.errors else "",
        error=standing.errors.get(path, ""),
        kept=kept_because(Reason(kept.reason, kept.by)) if kept else "",
    )


def reason_id(path: str) -> str:
    """The id of the field that holds the reason for a path."""
    return "motif-" + dom_id(path).removeprefix("q-")


def _told(section: ReviewSection, odd: dict[str, OddAnswer]) -> ReviewSection:
    cards = (ReviewCard(card.title, tuple(_line(line, odd) for line in card.lines)) for card in section.cards)
    return replace(section, cards=tuple(cards))


def _line(line: ReviewLine, odd: dict[str, OddAnswer]) -> ReviewLine:
    return replace(line, odd=odd[line.path]) if line.path in odd else line


def _summary(summary: ErrorSummary | None, filled: FilledForm, standing: Standing) -> ErrorSummary | None:
    """The list of what is to be done, with the reasons that were asked for and are missing."""
    missing = tuple(warning for warning in filled.warnings if warning.path in standing.errors)
    if not missing:
        return summary
    asked = ((f"#{reason_id(warning.path)}", summary_text(filled, warning)) for warning in missing)
    links = (*(summary.links if summary else ()), *asked)
    title = counted(len(links), "réponse est à compléter ou à revoir", "réponses sont à compléter ou à revoir")
    return ErrorSummary(title, "Vos réponses sont enregistrées.", links)
