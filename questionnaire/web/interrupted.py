"""A page posted after its session has ended: what it holds is kept, and the person is asked to sign in again."""

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Flask, flash, redirect, render_template, request, url_for
from flask_login import current_user, user_logged_in
from werkzeug.wrappers import Response

from questionnaire.access import Actor
from questionnaire.journeys.drafting.resuming import Resumed, keep, resume
from questionnaire.storage.people import load_actor
from questionnaire.web.authorship import author_of
from questionnaire.web.departures import own_path
from questionnaire.web.desk import desk
from questionnaire.web.extensions import db, wants_fragment
from questionnaire.web.presenting.conflicts import shown_answer
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import GivenBack, Link, SavedView, SaveStatus
from questionnaire.web.uploads import brings_files

ENDED = "Votre session est terminée. Rien n’est perdu\u00a0: appuyez sur «\u00a0Continuer\u00a0» pour vous reconnecter."
KEPT = "Votre session était terminée. Reconnectez-vous\u00a0: ce que vous avez écrit sera enregistré."
CHOOSE_AGAIN = "Le fichier, lui, n’a pas été gardé\u00a0: choisissez-le de nouveau ensuite."
TOO_LATE = (
    "Votre session était terminée quand vous avez envoyé cette page\u00a0: rien n’a été enregistré. Voici ce que vous "
    "aviez écrit. Copiez-le, reconnectez-vous, puis envoyez-le de nouveau."
)
NOT_GIVEN_BACK = frozenset({"current", "new", "again", "password", "code"})
"""Fields that no page shows: passwords and codes."""
SAVED = "Ce que vous aviez écrit avant de vous reconnecter est enregistré."


def keep_page() -> Response | None:
    """Keep the section just posted, if it was drawn for an account; else None. Only for those not signed in."""
    values = request.view_args or {}
    if request.endpoint != "sections.section" or request.method != "POST" or current_user.is_authenticated:
        return None
    author = author_of(request.form.get("_who", ""), values["draft_id"])
    if author is None:
        return None
    if wants_fragment():
        said = f"{ENDED} {CHOOSE_AGAIN}" if brings_files() else ENDED
        view = SavedView(SaveStatus("problem", said), "")
        return Response(render_template("fragments/saved.html", view=view), 422, mimetype="text/html")
    posted = {field: texts for field, texts in request.form.lists() if not field.startswith("_")}
    keep(desk(), author, values["draft_id"], values["name"], request.form.get("_rev", ""), posted)
    flash(f"{KEPT} {CHOOSE_AGAIN}" if brings_files() else KEPT)
    return redirect(url_for("security.login", next=request.path))


def give_back() -> Response | None:
    """The page that gives back the texts just posted, if any, with the way to sign in; only for those not signed in.

    Texts have a space in them, or are addresses: the rest is a click away.
    """
    if request.method != "POST":
        return None
    fields = ((name, value) for name, value in request.form.items(multi=True) if not name.startswith("_"))
    texts = tuple(
        value for name, value in fields if name not in NOT_GIVEN_BACK and {" ", "\n", "@"} & set(value.strip())
    )
    if not texts:
        return None
    view = GivenBack("Votre session est terminée", TOO_LATE, texts, Link("Se reconnecter", _sign_in_again()))
    page = render_template("pages/given_back.html", shell=shell(None), view=view)
    if not wants_fragment():
        return Response(page, HTTPStatus.UNAUTHORIZED, mimetype="text/html")
    headers = {"HX-Retarget": "body", "HX-Reswap": "innerHTML"}
    return Response(page, HTTPStatus.UNPROCESSABLE_ENTITY, headers, mimetype="text/html")


def _sign_in_again() -> str:
    """To sign in, then to the page where the text was typed, as the browser tells it."""
    try:
        before = urlsplit(request.headers.get("HX-Current-URL") or request.referrer or "")
    except ValueError:
        before = urlsplit("")
    target = before.path if before.netloc == request.host else ""
    return url_for("security.login", next=own_path(target) if target else request.path)


def install(app: Flask) -> None:
    """Save what was kept for a person as soon as they sign in."""
    user_logged_in.connect(_resume, app)


def _resume(_app: Flask, user: object, **_: object) -> None:
    actor: Actor | None = load_actor(db.session(), user.id)  # type: ignore[attr-defined]  # an account
    if actor is not None:
        for message in _told(resume(desk(), actor)):
            flash(message)


def _told(resumed: Resumed) -> list[str]:
    messages = [SAVED] if any(saved.changes for saved in resumed.saved) else []
    for saved, conflict in resumed.conflicts:
        question = saved.draft.form.questions[conflict.path.rpartition(".")[2]]
        mine = ", ".join(shown_answer(saved.filled, question, conflict.mine))
        label = saved.filled.wording.say(question.label)
        messages.append(
            f"«\u00a0{label}\u00a0»\u00a0: une autre personne a répondu entre-temps. "
            f"Vous aviez écrit «\u00a0{mine}\u00a0»."
        )
    messages += [reason for _, reason in resumed.refused]
    return messages
