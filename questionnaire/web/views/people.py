"""Administering people: the list, one person, what changes them, a list brought in."""

from dataclasses import replace
from datetime import date, datetime

from flask import Blueprint, current_app, flash, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.config import Settings
from questionnaire.journeys.administration import lending_passwords
from questionnaire.journeys.administration import people as journey
from questionnaire.journeys.administration import people_accounts as accounts
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.administration.people import Administered, Identity
from questionnaire.organisations.mobiles import shown_mobile
from questionnaire.web import desk, passwords
from questionnaire.web.presenting import people as forms
from questionnaire.web.presenting.lent_password import lent_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link, Notice, PlainFormView, Shell

views = Blueprint("people", __name__, url_prefix="/administration/personnes")

Answer = Response | str | tuple[str, int]
LAST_PAGE = 1_000_000
NO_DAY = "Écrivez la date ainsi\u00a0: 31/12/2027."
ACCOUNTS = {
    "ouvrir": (accounts.invite, "Le compte est ouvert, et un message est parti."),
    "fermer": (accounts.close, "Le compte est fermé\u00a0: ses sessions sont terminées."),
    "rouvrir": (accounts.reopen, "Le compte est rouvert."),
    "double-verification": (
        accounts.reset_second_step,
        "La double vérification est retirée, et les clés d’accès sont retirées. Un message est parti.",
    ),
}


@views.get("/")
def index() -> str:
    """The people that the reader administers."""
    words, page = request.args.get("q", "").strip(), request.args.get("page", 1, type=int)
    page = min(max(1, page), LAST_PAGE)
    found = journey.listing(desk.desk(), desk.actor(), words, page)
    view = forms.people_view(found, words, page, said())
    return render_template("pages/people.html", shell=frame(), view=view)


@views.route("/ajouter", methods=["GET", "POST"])
def add() -> Answer:
    """Add somebody, with or without an account."""
    places = journey.places(desk.desk(), desk.actor())
    if request.method == "GET":
        return _form(forms.adding(places, {"place": desk.actor().organisation.id}, {}))
    try:
        made = _add()
    except NotAccepted as refused:
        return _form(forms.adding(places, request.form, refused.faults)), 422
    return _done(made, "La personne est ajoutée. Donnez-lui maintenant ses rôles.")


def _add() -> str:
    typed = _typed()
    if "account" in request.form and not typed.email and not typed.faults():
        raise NotAccepted({"email": "Un compte demande une adresse électronique."})
    made = journey.add(desk.desk(), desk.actor(), request.form.get("place", ""), typed)
    if "account" in request.form:
        accounts.invite(desk.desk(), desk.actor(), made)
    return made


@views.get("/<person_id>")
def person(person_id: str) -> str:
    """One person: identity, account, roles, projects; never what they wrote."""
    opened = _opened(person_id)
    view = forms.person_view(opened, desk.actor(), said())
    return render_template("pages/person.html", shell=frame(Link(view.title)), view=view)


@views.route("/<person_id>/identite", methods=["GET", "POST"])
def identity(person_id: str) -> Answer:
    """Change the names and the address of somebody."""
    record = _opened(person_id).record
    if request.method == "GET":
        kept = Identity(record.person.first_name, record.person.last_name, record.email, shown_mobile(record.mobile))
        return _form(forms.identifying(record, kept, {}, by_sms=_by_sms()))
    typed = _typed() if _by_sms() else replace(_typed(), mobile=record.mobile)
    try:
        journey.identify(desk.desk(), desk.actor(), person_id, typed)
    except NotAccepted as refused:
        return _form(forms.identifying(record, typed, refused.faults, by_sms=_by_sms())), 422
    return _done(person_id, "L’identité est enregistrée.")


@views.route("/<person_id>/roles", methods=["GET", "POST"])
def grant(person_id: str) -> Answer:
    """Give somebody a role."""
    opened = _opened(person_id)
    if request.method == "GET":
        return _form(forms.granting(opened, desk.actor(), {}, {}))
    try:
        place, role = request.form.get("place", ""), request.form.get("role", "")
        journey.grant(desk.desk(), desk.actor(), person_id, place, role, _day(request.form.get("until", "")))
    except NotAccepted as refused:
        return _form(forms.granting(opened, desk.actor(), request.form, refused.faults)), 422
    return _done(person_id, "Le rôle est donné.")


@views.post("/<person_id>/roles/retirer")
def withdraw(person_id: str) -> Response:
    """Take a role back."""
    place, role = request.form.get("place", ""), request.form.get("role", "")
    try:
        journey.withdraw(desk.desk(), desk.actor(), person_id, place, role)
    except NotAccepted as refused:
        return _done(person_id, str(refused), "attention")
    return _done(person_id, "Le rôle est retiré.")


@views.post("/<person_id>/compte")
def account(person_id: str) -> Response:
    """Open, close or open again an account."""
    asked = request.form.get("compte", "")
    if asked not in ACCOUNTS:
        _opened(person_id)
        return _done(person_id, "Choisissez ce qu’il faut faire du compte.", "attention")
    act, text = ACCOUNTS[asked]
    try:
        act(desk.desk(), desk.actor(), person_id)
    except NotAccepted as refused:
        return _done(person_id, str(refused), "attention")
    return _done(person_id, text)


@views.post("/<person_id>/compte/mot-de-passe")
def lend_password(person_id: str) -> Answer:
    """Give somebody a password that works for a while; it is shown this once."""
    password, until = passwords.to_lend(), desk.clock() + passwords.LENT_LASTING
    try:
        lending_passwords.lend(desk.desk(), desk.actor(), person_id, passwords.hashed(password), until)
    except NotAccepted as refused:
        return _done(person_id, str(refused), "attention")
    view = lent_view(_opened(person_id).record, password, until)
    return render_template("pages/lent_password.html", shell=frame(Link(view.title)), view=view)


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    for pattern in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    raise NotAccepted({"until": NO_DAY})


def _typed() -> Identity:
    return Identity.of(*(request.form.get(name, "") for name in ("first_name", "last_name", "email", "mobile")))


def _by_sms() -> bool:
    """Whether mobile numbers are of any use here."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings.sms is not None


def _opened(person_id: str) -> Administered:
    return journey.administered(desk.desk(), desk.actor(), person_id)


def _form(view: PlainFormView) -> str:
    return render_template("pages/plain_form.html", shell=frame(Link(view.title)), view=view)


def _done(person_id: str, text: str, tone: str = "ok") -> Response:
    flash(text, tone)
    return redirect(url_for("people.person", person_id=person_id))


def frame(*crumbs: Link) -> Shell:
    """The frame of these pages."""
    root = Link("Personnes", url_for("people.index") if crumbs else None)
    return shell(desk.actor(), root, *crumbs, section="people")


def said() -> Notice | None:
    """What the last post did."""
    messages = get_flashed_messages(with_categories=True)
    return Notice(messages[-1][1], "attention" if messages[-1][0] == "attention" else "ok") if messages else None
