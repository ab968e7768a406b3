"""« Confirmez que c’est vous »: what stands before sensitive addresses, and loses nothing of what was posted to them.

A page left for some minutes asks again; the post that met the question travels with it, sealed, and goes on from there.
"""

import json
from enum import Enum
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.wrappers import Response

from questionnaire.journeys.entering import proving
from questionnaire.web import desk, opened, proofs, refusals
from questionnaire.web.departures import own_path
from questionnaire.web.extensions import wants_fragment
from questionnaire.web.presenting.confirming import KEPT, confirm_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.proofs import Attempt
from questionnaire.web.screens import Link

OWN_FIELDS = frozenset({"_csrf", KEPT, *proofs.FIELDS})


class Fresh(Enum):
    """Which sensitive address asks that the person has shown lately who they are."""

    ALWAYS = "for every account"
    SECOND_STEP = "for accounts with a second step: the form itself asks for the password"
    HOUSE = "where the establishment has it so"


def guard(fresh: Fresh) -> Response | None:
    """What stands in the way of a sensitive address; None once the person has shown who they are."""
    kept = _unsealed() if request.method == "POST" else None
    if not _asks(fresh):
        _go_on(kept)
        return None
    if wants_fragment():
        return Response(status=401, headers={"HX-Redirect": url_for("confirming.confirm", next=_page_before())})
    if request.method != "POST":
        return redirect(url_for("confirming.confirm", next=request.full_path.rstrip("?")))
    if any(file.filename for file in request.files.values()):
        return redirect(url_for("confirming.confirm", next=_page_before()))
    attempt = Attempt() if kept is None else proofs.attempt()
    if attempt.proved:
        _go_on(kept)
        return None
    return page(attempt, request.full_path.rstrip("?"), _sealed(_posted() if kept is None else kept))


def page(attempt: Attempt, url: str, kept: str = "", target: str = "") -> Response:
    """The question, posted to ``url``; ``kept`` is what waits for it, ``target`` where one goes otherwise."""
    actor = desk.actor()
    if attempt.faults:
        refusals.not_shown()
    view = confirm_view(proving.means(desk.desk(), actor), attempt, url, kept, target)
    status = HTTPStatus.OK if not attempt.faults else HTTPStatus.UNPROCESSABLE_ENTITY
    frame = shell(actor, Link(view.title))
    return Response(render_template("pages/confirm.html", shell=frame, view=view), status, mimetype="text/html")


def _asks(fresh: Fresh) -> bool:
    if opened.is_fresh():
        return False
    if fresh is Fresh.SECOND_STEP:
        return proving.has_second_step(desk.desk(), desk.actor())
    if fresh is Fresh.HOUSE:
        return bool(desk.actor().organisation.profile.settings.confirm_to_sign)
    return True


def _go_on(kept: ImmutableMultiDict[str, str] | None) -> None:
    """Let the view read what was posted first."""
    if kept is not None:
        request.form = kept


def _posted() -> ImmutableMultiDict[str, str]:
    return ImmutableMultiDict((name, text) for name, text in request.form.items(multi=True) if name not in OWN_FIELDS)


def _place() -> tuple[str, str, str]:
    return "kept_post", str(desk.actor().account_id), request.full_path


def _sealed(fields: ImmutableMultiDict[str, str]) -> str:
    return desk.vault().seal(json.dumps(list(fields.items(multi=True))), *_place())


def _unsealed() -> ImmutableMultiDict[str, str] | None:
    """What the question carried; None for a post that did not meet it."""
    sealed = request.form.get(KEPT)
    text = desk.vault().open(sealed, *_place()) if sealed else None
    return None if text is None else ImmutableMultiDict([(name, value) for name, value in json.loads(text)])


def _page_before() -> str:
    """The page from which something was posted."""
    try:
        parts = urlsplit(request.headers.get("HX-Current-URL") or request.referrer or "")
    except ValueError:
        return "/"
    return own_path(parts.path or "/")
