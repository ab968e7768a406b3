"""Putting the application together: settings, database, forms, accounts, rules, views."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from questionnaire.config import CHECKOUT, SHIPPED_FORMS, Settings
from questionnaire.journeys.shelf import Shelf
from questionnaire.spec import catalogue_of, lexicon_of
from questionnaire.storage import database, sealing
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.cipher import Cipher
from questionnaire.web import (
    accounts,
    addresses,
    assets,
    demonstration,
    desk,
    errors,
    fragments,
    headers,
    interrupted,
    language,
    opened,
    pacing,
    reaching,
    refusals,
    rules,
    signing,
    traces,
    uploads,
)
from questionnaire.web.extensions import babel, csrf, db, htmx, migrate


class Application(Flask):
    """Flask, told that no view and no hook is asynchronous: it would ask each of them, at each request."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func


def make(settings: Settings, *, strict: bool) -> Flask:
    """An application ready to serve; where it is not ``strict``, bad shipped forms are put aside like others."""
    app = Application(
        "questionnaire",
        template_folder=str(CHECKOUT / "templates"),
        static_folder=str(CHECKOUT / "static"),
        root_path=str(CHECKOUT),
    )
    _configure(app, settings)
    _bind_extensions(app, settings)
    catalogue = catalogue_of(settings.forms_path, shipped=SHIPPED_FORMS if strict else None)
    headers.install(app, lasting=settings.public_url.startswith("https://"))
    language.install(app)
    signing.install(app)
    assets.install(app)
    fragments.install(app)
    if settings.demo:
        demonstration.install(app)
    desk.install(app, Shelf(catalogue), FolderBlobs(settings.data_dir / "documents"), lexicon_of(settings.forms_path))
    rules.install(app)
    opened.install(app)
    pacing.install(app)
    interrupted.install(app)
    errors.install(app)
    traces.install(app)
    refusals.install(app)
    addresses.install(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        DEMO=settings.demo,
        SETTINGS=settings,
        BABEL_DEFAULT_LOCALE="fr",
        BABEL_DEFAULT_TIMEZONE=str(settings.timezone),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_FIELD_NAME=signing.FIELD,
        PACING=True,
        MAX_CONTENT_LENGTH=4 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    if settings.trusted_proxies:
        behind = ProxyFix(app.wsgi_app, x_for=settings.trusted_proxies, x_proto=0, x_host=0)
        app.wsgi_app = behind  # type: ignore[method-assign]  # Flask's own way to wrap an application
    accounts.configure(app, settings)
    reaching.configure(app, settings)


def _bind_extensions(app: Flask, settings: Settings) -> None:
    db.init_app(app)
    with app.app_context():
        database.install(db.engine)
        sealing.use(db.engine, Cipher(settings.answers_keys))
    migrate.init_app(app, db, directory=str(CHECKOUT / "migrations"))
    desk.begin_by_reading(app)
    uploads.install(app)  # before the check of the token, which reads the request
    csrf.init_app(app)
    babel.init_app(app, locale_selector=language.reader)
    htmx.init_app(app)
    accounts.install(app)
