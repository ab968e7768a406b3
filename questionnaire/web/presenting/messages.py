"""Letters in words."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from questionnaire.access import Actor
from questionnaire.journeys.letters.reading_letters import Preferences
from questionnaire.lifecycle.gathering import Pace
from questionnaire.messages.kinds import KINDS
from questionnaire.storage.inbox import InboxLetter
from questionnaire.storage.outbox import OutboxLetter
from questionnaire.web.presenting.home import moment
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import EmptyState, Link, Notice, Post
from questionnaire.web.screens.messages import LetterRow, LetterView, MessagesView, PreferencesView, PreferenceView

ERASED = "Ce message contenait un secret (un code ou un lien personnel)\u00a0: son texte ne se relit pas."


def inbox_view(letters: Sequence[InboxLetter], actor: Actor) -> MessagesView:
    """The page « Vos messages »."""
    zone = ZoneInfo(actor.organisation.timezone)
    note = Post("Tout marquer comme lu", address("messages.mine")) if any(each.is_new for each in letters) else None
    return MessagesView(
        title="Vos messages",
        lead="Ce que nous vous avons écrit, du plus récent au plus ancien.",
        rows=tuple(
            LetterRow(
                subject=each.subject,
                url=address("messages.letter", letter_id=each.id),
                detail=f"{moment(each.created_at, zone)} – {each.state.label}",
                is_new=each.is_new,
            )
            for each in letters
        ),
        empty=EmptyState(
            "Aucun message pour le moment", "Une partie à remplir, un document à signer\u00a0: tout est ici."
        ),
        note=note,
        ways=(Link("Choisir ce que vous recevez par courriel", address("messages.preferences")),),
    )


def letter_view(letter: OutboxLetter, actor: Actor) -> LetterView:
    """One of one's own letters."""
    zone = ZoneInfo(actor.organisation.timezone)
    return LetterView(
        title=letter.subject,
        detail=f"{moment(letter.created_at, zone)} – {letter.state.label}",
        lines=_lines(letter.text or ERASED),
        back=Link("Revenir à vos messages", address("messages.mine")),
    )


def preferences_view(preferences: Preferences, told: Sequence[str]) -> PreferencesView:
    """The page of preferences; ``told`` is what was just done."""
    return PreferencesView(
        title="Ce que vous recevez par courriel",
        lead="Ce qui n’est pas coché reste lisible dans «\u00a0Vos messages\u00a0».",
        url=address("messages.preferences"),
        choices=_choices(preferences, gathered=False),
        news=_choices(preferences, gathered=True),
        paces=tuple(PreferenceView(pace, pace.label, pace is preferences.pace) for pace in Pace),
        always=tuple(kind.label for kind in KINDS.values() if not kind.optional),
        back=Link("Revenir à vos messages", address("messages.mine")),
        notice=Notice(" ".join(told), "ok") if told else None,
    )


def _choices(preferences: Preferences, *, gathered: bool) -> tuple[PreferenceView, ...]:
    kinds = (each for each in preferences.kinds if each.gathered is gathered)
    return tuple(PreferenceView(each.kind, each.label, each.mailed) for each in kinds)


def outbox_view(letters: Sequence[OutboxLetter], zone: ZoneInfo) -> MessagesView:
    """The letters of a demonstration, which sends none."""
    return MessagesView(
        title="Boîte d’envoi",
        lead="Une démonstration n’envoie aucun courriel. Voici ceux qui seraient partis.",
        rows=tuple(
            LetterRow(each.subject, address("outbox.letter", letter_id=each.id), _detail(each, zone), error=each.error)
            for each in letters
        ),
        empty=EmptyState(
            "Aucun courriel pour le moment", "Invitez une personne ou finalisez un document, par exemple."
        ),
    )


def outbox_letter_view(letter: OutboxLetter, zone: ZoneInfo) -> LetterView:
    """One of them, secrets included: a demonstration answers this machine alone."""
    return LetterView(
        title=letter.subject,
        detail=_detail(letter, zone),
        lines=_lines(letter.text or ERASED),
        back=Link("Revenir à la boîte d’envoi", address("outbox.letters")),
        error=letter.error,
        html_url=address("outbox.as_html", letter_id=letter.id) if letter.html else "",
    )


def _lines(text: str) -> tuple[Link, ...]:
    """The lines of a letter; one that is an address leads there."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(Link(line, line if _is_url(line) else None) for line in lines if line and line != "--")


def _is_url(line: str) -> bool:
    return line.startswith(("https://", "http://")) and " " not in line


def _detail(letter: OutboxLetter, zone: ZoneInfo) -> str:
    to = f"{letter.name} ({letter.address})" if letter.name else letter.address
    return f"À\u00a0: {to}, {moment(letter.created_at, zone)} – {letter.state.label}"
