"""Whether the application can serve, for load balancers and operators."""

from flask import Blueprint

from questionnaire.storage.database import answers
from questionnaire.storage.transaction import reading
from questionnaire.web.desk import shelf
from questionnaire.web.extensions import db

views = Blueprint("health", __name__)


@views.get("/healthz")
def healthz() -> dict[str, object]:
    """The database answers; forms put aside are counted, never named to strangers."""
    with reading(db.session()) as session:
        answers(session)
    return {"status": "ok", "forms": len(shelf().catalogue.forms), "quarantined": len(shelf().catalogue.quarantined)}
