"""Signing in: Flask-Security with our own tables, French sentences and no page that we did not write."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, flash, redirect, request, url_for
from flask_security import LoginForm, Security, SQLAlchemyUserDatastore, UserMixin, login_user
from flask_security.decorators import default_unauthn_handler
from werkzeug.wrappers import Response as WerkzeugResponse

from questionnaire.access import Actor
from questionnaire.config import Settings
from questionnaire.storage.people import load_by_unique
from questionnaire.storage.tables.accounts import Role, User
from questionnaire.storage.transaction import reading
from questionnaire.web import arriving, guessing, opened, recovering
from questionnaire.web.arriving import AfterPassword, Arrival
from questionnaire.web.departures import came_through, forget_provider
from questionnaire.web.desk import clock
from questionnaire.web.extensions import db, wants_fragment
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.sign_in import sign_in_view

HASHING = {
    "argon2__memory_cost": 19456,
    "argon2__time_cost": 2,
    "argon2__parallelism": 1,
}
"""The argon2id profile that OWASP recommends for a web server: 19 MiB, two passes."""

ENDED = "Votre session est terminée. Reconnectez-vous pour continuer."

LENT_TOO_LONG = (
    "Ce mot de passe provisoire n’est plus valable. Recevez un code par courriel, ou demandez-en un autre à la "
    "personne qui vous l’a donné."
)

MAIL_CODE = "mail_code"
"""The way in by a code sent by mail."""

LONGEST_SIGN_IN = 4096
"""Bytes of a form with passwords or codes."""


def configure(app: Flask, settings: Settings) -> None:
    """Set what Flask-Security reads."""
    secure = settings.public_url.startswith("https://")
    app.config.update(
        SECURITY_LOGIN_URL="/connexion",
        SECURITY_LOGOUT_URL="/deconnexion",
        SECURITY_POST_LOGIN_VIEW="/",
        SECURITY_POST_LOGOUT_VIEW="/connexion",
        SECURITY_LOGOUT_METHODS=["POST"],
        SECURITY_PASSWORD_LENGTH_MIN=12,
        SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS=HASHING,
        # Hashing is argon2 alone: a second, keyed pass would only add a secret that cannot be changed.
        SECURITY_PASSWORD_SINGLE_HASH=["argon2"],
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False, "test_environment": True},
        SECURITY_RETURN_GENERIC_RESPONSES=True,
        SECURITY_SEND_REGISTER_EMAIL=False,
        SECURITY_DEFAULT_REMEMBER_ME=False,
        # Neither its page that asks for the password again, nor its files: of its addresses, two exist.
        SECURITY_FRESHNESS=timedelta(-1),
        SECURITY_STATIC_FOLDER=None,
        # Its commands know nothing of people and organisations.
        SECURITY_CLI_USERS_NAME=None,
        SECURITY_CLI_ROLES_NAME=None,
        SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS=False,
        # A browser keeps a cookie so called only if it is secure, of this very name and of the whole site.
        SESSION_COOKIE_NAME="__Host-session" if secure else "session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=secure,
        REMEMBER_COOKIE_SECURE=secure,
    )


def install(app: Flask) -> None:
    """Bind Flask-Security to the application."""
    security = Security(app, SQLAlchemyUserDatastore(db, User, Role), register_blueprint=True, login_form=SignInForm)
    # The session of a browser is the one way in: no token for programs is given, nor taken.
    security.want_json(_never)
    app.login_manager.request_loader(_nobody)  # type: ignore[attr-defined]  # set by Flask-Login
    # Flask-Login learnt Flask-Security's own handler a moment ago: both must know ours.
    security.unauthn_handler(_ask_to_sign_in)
    app.login_manager.unauthorized_handler(_ask_to_sign_in)  # type: ignore[attr-defined]  # set by Flask-Login
    security.login_context_processor(_sign_in_page)
    # It asks this before it opens a session: the place of its own second factors, which are not used.
    security.two_factor_plugins = AfterPassword()
    # Before anything reads the form.
    app.before_request_funcs.setdefault(None, []).insert(0, _limit_sign_in)
    # The roles that Flask-Principal would gather before each request are never read: rights come from the journeys.
    security.principal.identity_loaders.clear()
    guessing.install(app)
    app.after_request(_close_there_too)
    # One statement tells who is signed in and what they are; Flask-Security would load the account alone.
    app.login_manager.user_loader(_signed_in)  # type: ignore[attr-defined]  # set by Flask-Login


class SignInForm(LoginForm):
    """Address and password; nobody is remembered beyond the session, whatever a page posts."""

    remember = None  # type: ignore[assignment]  # how WTForms leaves a field out
    told = ""
    """What is said in place of « do not go together », to who gave the right password."""

    def validate(self, **kwargs: Any) -> bool:  # noqa: ANN401  # as Flask-Security has it
        """A lent password opens nothing after its time; only who knows it is told."""
        if not super().validate(**kwargs):
            return False
        until = getattr(self.user, "password_until", None)
        if until is None or clock() <= until:
            return True
        self.told = LENT_TOO_LONG
        self.form_errors.append(self.told)
        return False


def _never(_request: Request) -> bool:
    return False


def _nobody(_request: Request) -> None:
    return None


def _limit_sign_in() -> None:
    """What checks passwords fails on longer ones."""
    blueprints = {"security", "mail_codes", "arrivals", "second_step"}
    if request.blueprint in blueprints or request.endpoint in {"account.password", "account.choose"}:
        request.max_content_length = LONGEST_SIGN_IN


class SignedIn(UserMixin):
    """The account behind a request, as Flask-Security and Flask-Login need it, and the actor that it is."""

    active = True
    roles = ()  # type: ignore[assignment]  # rights come from memberships and projects, never from here

    def __init__(self, unique: str, actor: Actor) -> None:
        self.fs_uniquifier = unique
        self.id = actor.account_id
        self.actor = actor


def _signed_in(unique: str) -> SignedIn | None:
    here = opened.recognise(unique)
    return SignedIn(unique, here.actor) if here else None


def _close_there_too(response: Response) -> Response:
    """Nothing stays in the browser; whoever came through an identity provider goes by it once they have signed out."""
    if request.endpoint != "security.logout" or not response.location:
        return response
    response.headers["Clear-Site-Data"] = '"storage"'
    if provider := forget_provider():
        response.location = url_for("providers.part", provider=provider)
    return response


def enter(arrival: Arrival, *, strong: bool = False) -> WerkzeugResponse:
    """Open the session of somebody recognised by one step, or lead to the second one that their account asks for.

    ``strong``: what was shown stands for two.
    """
    if not strong and arriving.must_go_on(arrival):
        return arriving.wait(arrival)
    return finish(arrival, strong=strong)


def finish(arrival: Arrival, *, strong: bool) -> WerkzeugResponse:
    """Open the session of somebody who has shown all that is asked, and go where they were going."""
    arriving.forget()
    if strong:
        arriving.shown_two_factors()
    _open_session(arrival.unique, arrival.method)
    if arrival.method == MAIL_CODE:
        recovering.arrive(clock())
    if arrival.provider:
        came_through(arrival.provider)
    return redirect(arrival.next)


def _open_session(unique: str, method: str) -> None:
    """``method`` names the way to whoever listens."""
    with reading(db.session()) as session:
        actor = load_by_unique(session, unique)
    if actor is None:
        abort(403)
    login_user(SignedIn(unique, actor), remember=False, authn_via=[method])


def _sign_in_page() -> dict[str, object]:
    return {"shell": shell(None), "sign_in": sign_in_view(request.args.get("next", ""))}


def _ask_to_sign_in(mechanisms: list[str] | None = None, headers: dict[str, str] | None = None) -> Response:
    """A fragment cannot show the sign-in page: the whole page goes there, and comes back."""
    if opened.was_closed():
        flash(ENDED)
    if wants_fragment():
        return Response(status=401, headers={"HX-Redirect": url_for("security.login", next=_page_around())})
    if request.endpoint == "teams.invitation":
        # Whoever is invited may have no account yet: that page leads to both.
        return Response(status=303, headers={"Location": url_for("arrivals.arrive", **(request.view_args or {}))})
    answer: Response = default_unauthn_handler(mechanisms, headers)
    return answer


def _page_around() -> str:
    """The path of the page in which a fragment was asked for."""
    try:
        return urlsplit(request.headers.get("HX-Current-URL", "")).path or "/"
    except ValueError:
        return "/"
