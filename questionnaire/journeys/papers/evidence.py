"""Who filled what, gathered once at the freeze from the log of changes, to be printed with the document."""

from collections.abc import Iterable

from questionnaire.access import Perimeter
from questionnaire.content import Filling, Trail
from questionnaire.filling import FilledForm
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.teamwork.assisting import MEANS
from questionnaire.journeys.teamwork.overview import section_named
from questionnaire.storage import assistance, authors
from questionnaire.storage.assistance import Assistance
from questionnaire.storage.authors import Author
from questionnaire.storage.transaction import Session


def gather(session: Session, perimeter: Perimeter, opened: OpenDraft, filled: FilledForm) -> Trail:
    """The trail of a draft, within the transaction in course; nothing where people are not named."""
    if opened.form.privacy != "named":
        return Trail()
    known = [author for author in authors.of_draft(session, perimeter, opened.draft.id) if _tells(filled, author)]
    by_section: dict[str, list[Author]] = {}
    for author in known:
        section = section_named(opened.form, author.path)
        by_section.setdefault(section.name if section else "", []).append(author)
    fillings = tuple(
        _filling(opened, section.name, by_section[section.name])
        for section in filled.sections()
        if section.name in by_section
    )
    told = assistance.of_draft(session, perimeter, opened.draft.id)
    return Trail(fillings, tuple(map(said, told)))


def _tells(filled: FilledForm, author: Author) -> bool:
    """Only answers that the document asks for: not those left behind in the draft."""
    return filled.is_relevant(author.path)


def _filling(opened: OpenDraft, section: str, found: Iterable[Author]) -> Filling:
    latest: dict[str, Author] = {}
    for author in found:
        known = latest.get(author.name)
        if known is None or known.at < author.at:
            latest[author.name] = author
    last = max(author.at for author in latest.values()).astimezone(opened.context.tz)
    return Filling(section, tuple(sorted(latest)), last.date().isoformat())


def said(told: Assistance) -> str:
    """« Claire Petit, assistante sociale (lecture, saisie) »."""
    return f"{told.name} ({', '.join(MEANS.get(word, word) for word in told.means)})"
