"""Sending what waits in the outbox: one letter at a time, tried again later, given up in the end, never lost silently.

A letter is handed over first and recorded after: a crash between the two sends it once more, under the same Message-ID.
"""

import logging
from collections.abc import Sequence
from datetime import timedelta

from questionnaire.access import Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.lost_invitations import tell_lost
from questionnaire.journeys.letters.posting import letter_of
from questionnaire.messages.delivering import Deferred, Rejected, Unreachable, deliver, number_in
from questionnaire.messages.relay import Relay
from questionnaire.messages.sms import SmsSender
from questionnaire.storage import outbox
from questionnaire.storage.outbox import TOO_LATE, Channel, LetterState, OutboxLetter
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
"""How long a letter belongs to the runner that took it: longer than any server makes one wait."""

HOLD = timedelta(minutes=1)
"""How long nothing is tried after the server could not be reached."""

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""Before each new try of a letter that the server wants later; after the last it is given up."""

KEPT = timedelta(days=365)
"""How long letters are kept, as the journal of accesses is."""

MOST_SHOWN = 200
CAME_BACK = "Le message est revenu."


def send_once(desk: Desk, relay: Relay | None, sms: SmsSender | None = None) -> bool:
    """Send the letter that has been due for longest; whether one was settled or put off.

    Without a relay mails wait, without a provider short messages do.
    """
    due = _take(desk, [*([Channel.MAIL] if relay else []), *([Channel.SMS] if sms else [])])
    if due is None:
        return False
    now = desk.clock()
    if due.over_at is not None and due.over_at <= now:
        _fail(desk, due, TOO_LATE)
        return True
    try:
        if due.channel is Channel.SMS and sms:
            sms.send(due.address, due.text, due.id)
        elif relay:
            deliver(relay, letter_of(due), due.id, now)
    except Unreachable as error:
        _hold(desk, due, str(error))
        return False
    except Deferred as error:
        _put_off(desk, due, str(error))
    except Rejected as error:
        _fail(desk, due, str(error))
    else:
        with writing(desk.session) as session:
            outbox.sent(session, whole_perimeter(session), due, desk.clock())
    return True


def _take(desk: Desk, channels: Sequence[Channel]) -> OutboxLetter | None:
    """The next letter, taken: no other runner sends it. Looking costs one read while there is none."""
    if not channels:
        return None
    now = desk.clock()
    with reading(desk.session) as session:
        due = outbox.next_due(session, whole_perimeter(session), now, channels)
    if due is None:
        return None
    with writing(desk.session) as session:
        return due if outbox.take(session, whole_perimeter(session), due, now + LEASE) else None


def _hold(desk: Desk, due: OutboxLetter, why: str) -> None:
    log.warning("No mail leaves: %s", why)
    with writing(desk.session) as session:
        perimeter, until = whole_perimeter(session), desk.clock() + HOLD
        outbox.again(session, perimeter, due, why, until, counted=False)
        outbox.hold(session, perimeter, why, until)


def _put_off(desk: Desk, due: OutboxLetter, why: str) -> None:
    if due.tries >= len(PAUSES):
        _fail(desk, due, why)
        return
    with writing(desk.session) as session:
        outbox.again(session, whole_perimeter(session), due, why, desk.clock() + PAUSES[due.tries])


def _fail(desk: Desk, due: OutboxLetter, why: str) -> None:
    log.warning("Letter %s (%s) will not arrive: %s", due.id, due.kind, why)
    with writing(desk.session) as session:
        perimeter = whole_perimeter(session)
        outbox.failed(session, perimeter, due, why)
        tell_lost(desk, perimeter, due, why)


def tidy_once(desk: Desk) -> bool:
    """Erase the words of secret letters that are over and delete old letters; whether there were any."""
    now = desk.clock()
    with reading(desk.session) as session:
        if not outbox.is_untidy(session, whole_perimeter(session), now, now - KEPT):
            return False
    with writing(desk.session) as session:
        perimeter = whole_perimeter(session)
        return any([outbox.forget_words(session, perimeter, now), outbox.clear(session, perimeter, now - KEPT)])


def letters(desk: Desk, state: LetterState | None = None) -> tuple[OutboxLetter, ...]:
    """The latest letters of the installation, the newest first: for its operator, and for a demonstration."""
    with reading(desk.session) as session:
        return outbox.latest(session, whole_perimeter(session), MOST_SHOWN, state)


def one_letter(desk: Desk, letter_id: str) -> OutboxLetter:
    """One of them; raises NotFound."""
    with reading(desk.session) as session:
        return outbox.get(session, whole_perimeter(session), letter_id)


def came_back(desk: Desk, number: str, why: str = "") -> OutboxLetter:
    """Note that a letter came back, by its id or its Message-ID; raises NotFound."""
    with writing(desk.session) as session:
        perimeter = whole_perimeter(session)
        kept = outbox.get(session, perimeter, number_in(number))
        outbox.failed(session, perimeter, kept, f"{CAME_BACK} {why}".strip()[:255], LetterState.BOUNCED)
        tell_lost(desk, perimeter, kept, why or CAME_BACK)
    return kept


def try_again(desk: Desk, letter_id: str) -> bool:
    """Let a letter that failed or came back be sent once more; False when it has no words or no address any more."""
    with writing(desk.session) as session:
        perimeter = whole_perimeter(session)
        return put_back(desk, perimeter, outbox.get(session, perimeter, letter_id))


def put_back(desk: Desk, perimeter: Perimeter, kept: OutboxLetter) -> bool:
    """The same, in the writing in course, of a letter that was found."""
    if kept.state not in {LetterState.FAILED, LetterState.BOUNCED} or not kept.text or not kept.address:
        return False
    return outbox.again(desk.session, perimeter, kept, "", desk.clock(), counted=False)
