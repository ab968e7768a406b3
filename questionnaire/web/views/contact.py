"""Where to tell of a weakness, as RFC 9116 has it."""

from datetime import timedelta

from flask import Blueprint, Response, abort, current_app, url_for

from questionnaire.web.desk import clock

views = Blueprint("contact", __name__)

GOOD_FOR = timedelta(days=180)


@views.get("/.well-known/security.txt")
def security_txt() -> Response:
    """The contact of the settings; nothing is there without one."""
    settings = current_app.config["SETTINGS"]
    if not settings.security_contact:
        abort(404)
    until = (clock() + GOOD_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: {settings.security_contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: fr, en",
        f"Canonical: {settings.public_url}{url_for('contact.security_txt')}",
    )
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
