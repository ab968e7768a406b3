"""Projects in partnership: how their documents follow one another and what each takes from those before; pure."""

from questionnaire.programme.chain import Link, Reached, blocked, chain
from questionnaire.programme.people import Known, who
from questionnaire.programme.prefilling import Prefilled, Source, prefill

__all__ = ["Known", "Link", "Prefilled", "Reached", "Source", "blocked", "chain", "prefill", "who"]
