"""A session that ends in the middle of a page: what was typed is kept, and saved once the same person is back."""

from dataclasses import dataclass

from questionnaire.access import Actor
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import Conflict, parse_revision
from questionnaire.filling.reading import Posted
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.saving import Saved, save
from questionnaire.storage import kept
from questionnaire.storage.kept import KeptPost
from questionnaire.storage.transaction import reading, writing


@dataclass(frozen=True, slots=True)
class Resumed:
    """What became of the posts kept: those saved, and those refused with the reason, their fields still told."""

    saved: tuple[Saved, ...]
    refused: tuple[tuple[KeptPost, str], ...]

    @property
    def conflicts(self) -> tuple[tuple[Saved, Conflict], ...]:
        """Answers that somebody else gave otherwise meanwhile: not saved."""
        return tuple((saved, conflict) for saved in self.saved for conflict in saved.conflicts)


def keep(desk: Desk, account_id: int, draft_id: str, section: str, revision: str, posted: Posted) -> None:
    """Keep what a page posted for an account that is not signed in any more."""
    post = KeptPost(draft_id, section, revision, posted, desk.clock())
    with writing(desk.session) as session:
        kept.put(session, account_id, post)


def resume(desk: Desk, actor: Actor) -> Resumed:
    """Save all that was kept for the person who signs in, as if they had just posted it."""
    with reading(desk.session) as session:
        posts = kept.of_account(session, actor.account_id)
    saved: list[Saved] = []
    refused: list[tuple[KeptPost, str]] = []
    for post in posts:
        try:
            page = parse_revision(post.revision)
            saved.append(save(desk, actor, post.draft_id, post.section, page, post.fields))
        except QuestionnaireError as error:
            refused.append((post, str(error)))
    if posts:
        with writing(desk.session) as session:
            kept.forget(session, actor.account_id)
    return Resumed(tuple(saved), tuple(refused))
