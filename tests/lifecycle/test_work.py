from datetime import timedelta

import pytest

from questionnaire.lifecycle import Archive, Draw, MakeRevision, Progress, RevisionKind, Seal, next_work, waits_since
from tests.lifecycle.building import COPILOTE, DRAWN, NOW, PORTEUR, a_revision, an_act

FIRST, SECOND = an_act(PORTEUR), an_act(COPILOTE)
STEPS = (PORTEUR, COPILOTE)
LONG_AGO = NOW - timedelta(days=3)
SHOWN = a_revision(2, RevisionKind.SIGNATURE, FIRST)
SHOWN_TOO = a_revision(3, RevisionKind.SIGNATURE, SECOND)
SEALED = a_revision(4, RevisionKind.SEAL)


@pytest.mark.parametrize(
    "progress,work",
    [
        (Progress(STEPS, (), (), archived=False), Draw()),
        (Progress(STEPS, (FIRST,), (), archived=False), Draw()),
        (Progress(STEPS, (), (DRAWN,), archived=False), None),
        (Progress(STEPS, (FIRST,), (DRAWN,), archived=False), MakeRevision(FIRST)),
        (Progress(STEPS, (FIRST, SECOND), (DRAWN,), archived=False), MakeRevision(FIRST)),
        (Progress(STEPS, (FIRST, SECOND), (DRAWN, SHOWN), archived=False), MakeRevision(SECOND)),
        (Progress(STEPS, (FIRST,), (DRAWN, SHOWN), archived=False), None),
        (Progress(STEPS, (FIRST, SECOND), (DRAWN, SHOWN, SHOWN_TOO), archived=False), Seal()),
        (Progress(STEPS, (FIRST, SECOND), (DRAWN, SHOWN, SHOWN_TOO, SEALED), archived=False), Archive()),
        (Progress(STEPS, (FIRST, SECOND), (DRAWN, SHOWN, SHOWN_TOO, SEALED), archived=True), None),
        (Progress((), (), (DRAWN,), archived=False), Seal()),
        (Progress((), (), (), archived=False, personal=True), Draw()),
        (Progress((), (), (DRAWN,), archived=False, personal=True), None),
    ],
)
def test_next_work(progress, work):
    assert next_work(progress) == work


@pytest.mark.parametrize(
    "work,moment",
    [(Draw(), LONG_AGO), (MakeRevision(FIRST), FIRST.at), (Seal(), SHOWN_TOO.at), (Archive(), SHOWN_TOO.at)],
)
def test_work_waits_since_what_it_needs_was_there(work, moment):
    assert waits_since(work, LONG_AGO, (DRAWN, SHOWN, SHOWN_TOO)) == moment
