"""The person at the desk: the actor behind the session, and the journeys' desk for this request."""

from datetime import UTC, datetime
from typing import cast

from flask import Flask, abort, current_app, request
from flask_login import current_user

from questionnaire.access import Actor
from questionnaire.config import Settings
from questionnaire.journeys.administration.directory import Directory
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.recalling import Recall
from questionnaire.journeys.shelf import Shelf
from questionnaire.lifecycle import Keeping
from questionnaire.messages.letters import Letterhead
from questionnaire.spec import Lexicon
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.transaction import begin_reading
from questionnaire.storage.vault import Vault
from questionnaire.web.extensions import db

_SHELF, _BLOBS = "shelf", "blobs"
_DIRECTORY, _RECALL = "directory", "recall"
_LEXICON = "lexicon"
_VAULT = "vault"


def install(app: Flask, shelf: Shelf, blobs: Blobs, lexicon: Lexicon) -> None:
    """Give the application its forms, its files and its words."""
    app.extensions[_SHELF] = shelf
    app.extensions[_DIRECTORY] = Directory()
    app.extensions[_RECALL] = Recall()
    app.extensions[_BLOBS] = blobs
    app.extensions[_LEXICON] = lexicon
    app.extensions[_VAULT] = Vault(app.config["SECRET_KEY"])


def begin_by_reading(app: Flask) -> None:
    """Let every request begin by reading, before anyone looks up who is signed in; a journey that writes ends it.

    Signing in may write (a password kept in an older way is kept anew).
    """

    @app.before_request
    def begin() -> None:
        signing_in = request.blueprint == "security" and request.method == "POST"
        if request.endpoint != "static" and not signing_in:
            begin_reading(db.session())


def keeping() -> Keeping:
    """How long drafts are kept where no organisation says otherwise, by the settings."""
    settings: Settings = current_app.config["SETTINGS"]
    return Keeping(settings.draft_notice_months, settings.draft_months)


def clock() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def desk() -> Desk:
    """What journeys need."""
    kept = current_app.extensions
    directory, recall = cast("Directory", kept[_DIRECTORY]), cast("Recall", kept[_RECALL])
    secret = str(current_app.config["SECRET_KEY"])
    return Desk(db.session(), shelf(), clock, directory, recall, letterhead(), secret)


def letterhead() -> Letterhead:
    """What letters carry, by the settings."""
    settings: Settings = current_app.config["SETTINGS"]
    return Letterhead(settings.public_url, settings.help_contact)


def shelf() -> Shelf:
    """The forms."""
    return cast("Shelf", current_app.extensions[_SHELF])


def blobs() -> Blobs:
    """The files."""
    return cast("Blobs", current_app.extensions[_BLOBS])


def vault() -> Vault:
    """What seals the secrets that the database keeps."""
    return cast("Vault", current_app.extensions[_VAULT])


def lexicon() -> Lexicon:
    """The words that pages explain."""
    return cast("Lexicon", current_app.extensions[_LEXICON])


def maybe_actor() -> Actor | None:
    """Who is signed in, if anybody."""
    account = current_user._get_current_object()  # noqa: SLF001  # the proxy would look it up again at each word
    return cast("Actor", account.actor) if account.is_authenticated else None


def actor() -> Actor:
    """Who is signed in; on an address that asks for it, somebody always is."""
    found = maybe_actor()
    if found is None:
        abort(403)
    return found
