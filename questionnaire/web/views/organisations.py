"""Administering organisations: the tree, one of them, and what changes it."""

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.administration import organisations as journey
from questionnaire.journeys.administration import profiles
from questionnaire.journeys.administration.organisations import Administered, NotAccepted
from questionnaire.journeys.administration.profiles import AskedLook
from questionnaire.organisations import SETTINGS, Contact
from questionnaire.organisations.registering import Registered
from questionnaire.web import desk
from questionnaire.web.presenting import organisation_forms as forms
from questionnaire.web.presenting.organisations import organisation_view, organisations_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link, Notice, PlainFormView

views = Blueprint("organisations", __name__, url_prefix="/administration/organisations")

Answer = Response | str | tuple[str, int]


@views.get("/")
def index() -> str:
    """The organisations that the reader administers."""
    view = organisations_view(journey.tree(desk.desk(), desk.actor()), _said())
    frame = shell(desk.actor(), Link(view.title), section="organisations")
    return render_template("pages/organisations.html", shell=frame, view=view)


@views.get("/<organisation_id>")
def organisation(organisation_id: str) -> str:
    """One organisation: what it is, what holds there, what depends on it."""
    opened = _opened(organisation_id)
    view = organisation_view(opened, desk.keeping(), _said())
    frame = shell(desk.actor(), _root(), Link(view.title), section="organisations")
    return render_template("pages/organisation.html", shell=frame, view=view)


@views.route("/<organisation_id>/ajouter", methods=["GET", "POST"])
def add(organisation_id: str) -> Answer:
    """Found an organisation under this one."""
    opened, typed = _opened(organisation_id), _typed()
    if request.method == "GET":
        return _form(opened, forms.adding(opened, typed, {}))
    try:
        made = journey.found(desk.desk(), desk.actor(), organisation_id, typed)
    except NotAccepted as refused:
        return _form(opened, forms.adding(opened, typed, refused.faults)), 422
    return _done(made, "L’organisation est créée.")


@views.route("/<organisation_id>/identite", methods=["GET", "POST"])
def identity(organisation_id: str) -> Answer:
    """Change what identifies an organisation."""
    opened = _opened(organisation_id)
    if request.method == "GET":
        return _form(opened, forms.identity(opened, forms.kept(opened), {}))
    typed = _typed(str(opened.organisation.kind))
    try:
        journey.change(desk.desk(), desk.actor(), organisation_id, typed)
    except NotAccepted as refused:
        return _form(opened, forms.identity(opened, typed, refused.faults)), 422
    return _done(organisation_id, "L’identité est enregistrée.")


@views.route("/<organisation_id>/contacts", methods=["GET", "POST"])
def contacts(organisation_id: str) -> Answer:
    """Say who helps, and who answers for personal data."""
    opened = _opened(organisation_id)
    own = opened.record.own
    if request.method == "GET":
        return _form(opened, forms.contacts(opened, {"help": own.help, "privacy": own.privacy}, {}))
    typed = {use: _contact(use) for use in forms.CONTACTS}
    try:
        profiles.set_contacts(desk.desk(), desk.actor(), organisation_id, typed)
    except NotAccepted as refused:
        return _form(opened, forms.contacts(opened, typed, refused.faults)), 422
    return _done(organisation_id, "Les contacts sont enregistrés.")


@views.route("/<organisation_id>/apparence", methods=["GET", "POST"])
def look(organisation_id: str) -> Answer:
    """Choose the colour and the logo."""
    opened = _opened(organisation_id)
    if request.method == "GET":
        return _form(opened, forms.look(opened, opened.record.own.accent or "", forms.alt_of(opened), {}))
    colour, alt = request.form.get("accent", "").strip(), request.form.get("alt", "")
    try:
        _keep_look(organisation_id, colour, alt)
    except NotAccepted as refused:
        return _form(opened, forms.look(opened, colour, alt, refused.faults)), 422
    return _done(organisation_id, "L’apparence est enregistrée.")


@views.route("/<organisation_id>/reglages", methods=["GET", "POST"])
def settings(organisation_id: str) -> Answer:
    """Say the settings, or leave them to those above."""
    opened = _opened(organisation_id)
    if request.method == "GET":
        return _form(opened, forms.settings(opened, forms.said(opened), {}, desk.keeping()))
    typed = {name: request.form.get(name, "") for name in SETTINGS if name in request.form}
    try:
        profiles.set_settings(desk.desk(), desk.actor(), organisation_id, typed)
    except NotAccepted as refused:
        return _form(opened, forms.settings(opened, typed, refused.faults, desk.keeping())), 422
    return _done(organisation_id, "Les réglages sont enregistrés.")


@views.post("/<organisation_id>/archiver")
def archive(organisation_id: str) -> Response:
    """Archive an organisation; the page offers to take it back."""
    journey.archive(desk.desk(), desk.actor(), organisation_id)
    return _done(organisation_id, "L’organisation est archivée\u00a0: aucun projet n’y commence plus.")


@views.post("/<organisation_id>/retablir")
def restore(organisation_id: str) -> Response:
    """Take an organisation out of the archive."""
    journey.restore(desk.desk(), desk.actor(), organisation_id)
    return _done(organisation_id, "L’organisation est rétablie.")


def _opened(organisation_id: str) -> Administered:
    return journey.administered(desk.desk(), desk.actor(), organisation_id)


def _typed(kind: str = "") -> Registered:
    names = ("name", "kind", "sector", "timezone", "department", "finess", "address")
    words = {name: request.form.get(name, "") for name in names}
    return Registered.of(**(words | {"kind": kind} if kind else words))


def _contact(use: str) -> Contact | None:
    name, phone, email = (
        " ".join(request.form.get(f"{use}_{part}", "").split()) for part in ("name", "phone", "email")
    )
    return Contact(name, phone, email) if name or phone or email else None


def _keep_look(organisation_id: str, colour: str, alt: str) -> None:
    brought = request.files.get("logo")
    asked = AskedLook(
        accent="" if "no_accent" in request.form else colour,
        alt=alt,
        logo=(brought.filename, brought.stream) if brought and brought.filename else None,
        no_logo="no_logo" in request.form,
    )
    profiles.set_look(desk.desk(), desk.actor(), desk.blobs(), organisation_id, asked)


def _form(opened: Administered, view: PlainFormView) -> str:
    place = opened.organisation
    here = Link(place.name, url_for(".organisation", organisation_id=place.id))
    frame = shell(desk.actor(), _root(), here, Link(view.title), section="organisations")
    return render_template("pages/plain_form.html", shell=frame, view=view)


def _done(organisation_id: str, said: str) -> Response:
    flash(said)
    return redirect(url_for(".organisation", organisation_id=organisation_id))


def _said() -> Notice | None:
    messages = get_flashed_messages()
    return Notice(str(messages[-1]), "ok") if messages else None


def _root() -> Link:
    return Link("Organisations", url_for("organisations.index"))
