"""Dying on purpose at a named point, for the tests that pull the plug."""

import os
import signal
from collections.abc import Mapping

from questionnaire.journeys.checkpoints import Checkpoint, no_checkpoint

VARIABLE = "QUESTIONNAIRE_KILL_AT"


def checkpoint_of(environ: Mapping[str, str]) -> Checkpoint:
    """Die without a word, as in a power cut, at the point that the environment names; usually none."""
    fatal = environ.get(VARIABLE)
    if not fatal:
        return no_checkpoint

    def die(point: str) -> None:
        if point == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    return die
