"""What chance gives in a draft: drawn from a seed of its own, then kept with its answers, as nobody's own words."""

import hmac
from collections.abc import Mapping

from questionnaire.filling import Change, Context, Origin, fill, from_stored
from questionnaire.journeys.desk import Desk
from questionnaire.spec import Form
from questionnaire.spec.values import Json

BY_CHANCE = Origin("", document=False)
"""Where it comes from: the machine gave it, and no page has more to say."""


def seed_of(desk: Desk, draft_id: str) -> str:
    """What chance is drawn from in a draft: always the same, and told by nothing that anybody reads."""
    return hmac.new(desk.secret.encode(), f"draw {draft_id}".encode(), "sha256").hexdigest()


def newly_drawn(form: Form, values: Mapping[str, Json], context: Context) -> list[tuple[Change, Origin]]:
    """What is to be kept beside these answers, because a rule that draws has just given its first value."""
    if not form.draws:
        return []
    drawn = fill(form, from_stored(form, values), context).drawn
    kinds = {path: form.questions[path.rpartition(".")[2]].kind for path in drawn if path not in values}
    return [
        (Change(path, None, kind.to_json(drawn[path]), form.is_sensitive(path)), BY_CHANCE)
        for path, kind in kinds.items()
    ]
