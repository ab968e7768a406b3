"""Letters that come back: the notices in their mailbox are read, and what became of each letter is noted."""

import logging

from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.lost_invitations import tell_lost
from questionnaire.messages.mailbox import Mailbox, MailboxAway, opened
from questionnaire.messages.notices import Notice, read_notice
from questionnaire.storage import outbox
from questionnaire.storage.errors import NotFound
from questionnaire.storage.outbox import LetterState
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import writing

log = logging.getLogger(__name__)

MOST = 20
"""Mails read at once, before other work has its turn."""

BACK = "Le message est revenu\u00a0: {}."


class Returns:
    """How far a mailbox has been read. What is no notice of ours stays unread there, and is not looked at again."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._validity = 0
        self._after = 0

    def read(self, desk: Desk) -> int:
        """Read what is new; how many mails were there. Raises MailboxAway."""
        with opened(self._mailbox) as folder:
            if folder.validity != self._validity:
                self._validity, self._after = folder.validity, 0
            numbers = folder.unread(self._after, MOST)
            for number in numbers:
                notice = read_notice(folder.read(number))
                # Marked once it is stored: a crash between the two reads it again, which changes nothing.
                if notice is not None and take(desk, notice):
                    folder.mark(number)
                self._after = number
        return len(numbers)


def read_once(desk: Desk, returns: Returns | None) -> bool:
    """Read the next mails; whether there were any. A mailbox that is away is looked at again later."""
    try:
        return returns is not None and returns.read(desk) > 0
    except MailboxAway as error:
        log.warning("No returned letter is read: %s", error)
        return False


def take(desk: Desk, notice: Notice) -> bool:
    """Note what a notice tells of a letter that was sent; whether its number is that of a letter.

    Anybody can write to that mailbox: nothing but the number, which nobody guesses, says which letter is meant, and all
    that can be said of it is that it did not arrive.
    """
    with writing(desk.session) as session:
        perimeter = whole_perimeter(session)
        try:
            kept = outbox.get(session, perimeter, notice.number)
        except NotFound:
            return False
        if notice.failing is not None and kept.state is LetterState.SENT:
            log.warning("Letter %s (%s) came back: %s", kept.id, kept.kind, notice.status)
            outbox.failed(session, perimeter, kept, BACK.format(notice.reason), LetterState.BOUNCED)
            tell_lost(desk, perimeter, kept, notice.failing.label)
    return True
