"""Who may reach each address: one table for the whole URL map; an address without a line here is closed."""

from enum import Enum

from flask import Flask, abort, current_app, request
from flask_login import current_user
from werkzeug.wrappers import Response

from questionnaire.web import requiring
from questionnaire.web.confirming import Fresh, guard
from questionnaire.web.interrupted import give_back, keep_page


class Rule(Enum):
    """What an address asks before its view runs. Rights on a given object are the journeys' business."""

    PUBLIC = "anyone"
    CLOSED = "nobody: a page of a library that this product does not use"
    DEMO = "anyone, in a demonstration; nobody elsewhere"
    SIGNED_IN = "an account; the journey then judges the person's rights on the object"


RULES: dict[str, Rule] = {
    "static": Rule.PUBLIC,
    "health.healthz": Rule.PUBLIC,
    "verification.check": Rule.PUBLIC,
    "contact.security_txt": Rule.PUBLIC,
    "lexicon.lexicon": Rule.PUBLIC,
    "surveys.answer": Rule.PUBLIC,
    "looks.sheet": Rule.PUBLIC,
    "looks.logo": Rule.PUBLIC,
    "security.login": Rule.PUBLIC,
    "security.logout": Rule.PUBLIC,
    "mail_codes.ask": Rule.PUBLIC,
    "mail_codes.answer": Rule.PUBLIC,
    "mail_codes.by_sms": Rule.PUBLIC,
    "arrivals.arrive": Rule.PUBLIC,
    "arrivals.answer": Rule.PUBLIC,
    "informing.notice": Rule.PUBLIC,
    "second_step.answer": Rule.PUBLIC,
    "second_step.state": Rule.SIGNED_IN,
    "second_step.set_up": Rule.SIGNED_IN,
    "second_step.turn_off": Rule.SIGNED_IN,
    "second_step.renew_codes": Rule.SIGNED_IN,
    "passkeys.ask": Rule.PUBLIC,
    "passkeys.sign_in": Rule.PUBLIC,
    "passkeys.mine": Rule.SIGNED_IN,
    "passkeys.prepare": Rule.SIGNED_IN,
    "passkeys.add": Rule.SIGNED_IN,
    "passkeys.rename": Rule.SIGNED_IN,
    "passkeys.remove": Rule.SIGNED_IN,
    "confirming.confirm": Rule.SIGNED_IN,
    "confirming.done": Rule.SIGNED_IN,
    "confirming.provider": Rule.SIGNED_IN,
    "staying.whose": Rule.PUBLIC,
    "staying.session": Rule.SIGNED_IN,
    "providers.depart": Rule.PUBLIC,
    "providers.arrive": Rule.PUBLIC,
    "providers.part": Rule.PUBLIC,
    "providers.first": Rule.PUBLIC,
    "providers.ways": Rule.SIGNED_IN,
    "providers.link": Rule.SIGNED_IN,
    "providers.unlink": Rule.SIGNED_IN,
    "account.account": Rule.SIGNED_IN,
    "account.password": Rule.SIGNED_IN,
    "account.choose": Rule.SIGNED_IN,
    "account.remove_password": Rule.SIGNED_IN,
    "account.close": Rule.SIGNED_IN,
    "account.close_others": Rule.SIGNED_IN,
    "own_data.page": Rule.SIGNED_IN,
    "own_data.file": Rule.SIGNED_IN,
    "own_data.ask": Rule.SIGNED_IN,
    "own_data.paper": Rule.SIGNED_IN,
    "own_data.download": Rule.SIGNED_IN,
    "home.index": Rule.SIGNED_IN,
    "projects.project": Rule.SIGNED_IN,
    "handovers.handover": Rule.SIGNED_IN,
    "handovers.act_as": Rule.SIGNED_IN,
    "projects.begin": Rule.SIGNED_IN,
    "drafts.create": Rule.SIGNED_IN,
    "drafts.tasks": Rule.SIGNED_IN,
    "drafts.review": Rule.SIGNED_IN,
    "drafts.duplicate": Rule.SIGNED_IN,
    "drafts.uphold": Rule.SIGNED_IN,
    "comments.talks": Rule.SIGNED_IN,
    "comments.thread": Rule.SIGNED_IN,
    "together.assign": Rule.SIGNED_IN,
    "together.prolong": Rule.SIGNED_IN,
    "together.assistance": Rule.SIGNED_IN,
    "together.resume": Rule.SIGNED_IN,
    "authoring.index": Rule.SIGNED_IN,
    "authoring.begin": Rule.SIGNED_IN,
    "authoring.bring": Rule.SIGNED_IN,
    "authoring.restart": Rule.SIGNED_IN,
    "authoring.edit": Rule.SIGNED_IN,
    "authoring.check": Rule.SIGNED_IN,
    "authoring.publish": Rule.SIGNED_IN,
    "trials.answer": Rule.SIGNED_IN,
    "trials.document": Rule.SIGNED_IN,
    "brought.choose": Rule.SIGNED_IN,
    "brought.preview": Rule.SIGNED_IN,
    "brought.keep": Rule.SIGNED_IN,
    "links.propose": Rule.SIGNED_IN,
    "links.begin": Rule.SIGNED_IN,
    "trials.paper": Rule.SIGNED_IN,
    "authoring.discard": Rule.SIGNED_IN,
    "authoring.withdraw": Rule.SIGNED_IN,
    "teams.team": Rule.SIGNED_IN,
    "teams.revoke": Rule.SIGNED_IN,
    "teams.invitation": Rule.SIGNED_IN,
    "versions.newer": Rule.SIGNED_IN,
    "versions.move": Rule.SIGNED_IN,
    "history.changes": Rule.SIGNED_IN,
    "history.take_back": Rule.SIGNED_IN,
    "drafts.finalise": Rule.SIGNED_IN,
    "sections.section": Rule.SIGNED_IN,
    "sections.presence": Rule.SIGNED_IN,
    "sections.removal": Rule.SIGNED_IN,
    "sections.restore": Rule.SIGNED_IN,
    "files.download": Rule.SIGNED_IN,
    "files.annex": Rule.SIGNED_IN,
    "files.archived": Rule.SIGNED_IN,
    "files.adding": Rule.SIGNED_IN,
    "files.removal": Rule.SIGNED_IN,
    "files.restore": Rule.SIGNED_IN,
    "blanks.copy": Rule.SIGNED_IN,
    "blanks.download": Rule.SIGNED_IN,
    "documents.document": Rule.SIGNED_IN,
    "documents.sign": Rule.SIGNED_IN,
    "documents.download": Rule.SIGNED_IN,
    "operating.state": Rule.SIGNED_IN,
    "operating.retry_work": Rule.SIGNED_IN,
    "operating.retry_letter": Rule.SIGNED_IN,
    "people.index": Rule.SIGNED_IN,
    "people.add": Rule.SIGNED_IN,
    "enrolment.enrol": Rule.SIGNED_IN,
    "people.person": Rule.SIGNED_IN,
    "own_data_for.file": Rule.SIGNED_IN,
    "own_data_for.erasure": Rule.SIGNED_IN,
    "merging.merge": Rule.SIGNED_IN,
    "people.identity": Rule.SIGNED_IN,
    "people.grant": Rule.SIGNED_IN,
    "people.withdraw": Rule.SIGNED_IN,
    "people.account": Rule.SIGNED_IN,
    "people.lend_password": Rule.SIGNED_IN,
    "notices.index": Rule.SIGNED_IN,
    "notices.printed": Rule.SIGNED_IN,
    "notices.told": Rule.SIGNED_IN,
    "notices.settle": Rule.SIGNED_IN,
    "organisations.index": Rule.SIGNED_IN,
    "organisations.add": Rule.SIGNED_IN,
    "organisations.organisation": Rule.SIGNED_IN,
    "organisations.identity": Rule.SIGNED_IN,
    "organisations.contacts": Rule.SIGNED_IN,
    "organisations.look": Rule.SIGNED_IN,
    "organisations.settings": Rule.SIGNED_IN,
    "organisations.archive": Rule.SIGNED_IN,
    "organisations.restore": Rule.SIGNED_IN,
    "messages.mine": Rule.SIGNED_IN,
    "messages.letter": Rule.SIGNED_IN,
    "messages.preferences": Rule.SIGNED_IN,
    "outbox.letters": Rule.DEMO,
    "outbox.letter": Rule.DEMO,
    "outbox.as_html": Rule.DEMO,
    "archive.register": Rule.SIGNED_IN,
    "administration.index": Rule.SIGNED_IN,
    "processing.register": Rule.SIGNED_IN,
    "processing.download": Rule.SIGNED_IN,
    "audit.log": Rule.SIGNED_IN,
    "audit.export": Rule.SIGNED_IN,
    "archive.document": Rule.SIGNED_IN,
    "exports.answers": Rule.SIGNED_IN,
    "archive.download": Rule.SIGNED_IN,
}


FRESH: dict[str, Fresh] = {
    "account.password": Fresh.SECOND_STEP,
    "account.choose": Fresh.ALWAYS,
    "account.remove_password": Fresh.ALWAYS,
    "second_step.set_up": Fresh.ALWAYS,
    "second_step.turn_off": Fresh.ALWAYS,
    "second_step.renew_codes": Fresh.ALWAYS,
    "passkeys.mine": Fresh.ALWAYS,
    "passkeys.prepare": Fresh.ALWAYS,
    "passkeys.add": Fresh.ALWAYS,
    "passkeys.rename": Fresh.ALWAYS,
    "passkeys.remove": Fresh.ALWAYS,
    "providers.link": Fresh.ALWAYS,
    "providers.unlink": Fresh.ALWAYS,
    "documents.sign": Fresh.HOUSE,
    "merging.merge": Fresh.ALWAYS,
    "people.identity": Fresh.ALWAYS,
    "people.grant": Fresh.ALWAYS,
    "people.withdraw": Fresh.ALWAYS,
    "people.account": Fresh.ALWAYS,
    "people.lend_password": Fresh.ALWAYS,
    "enrolment.enrol": Fresh.ALWAYS,
    "audit.export": Fresh.ALWAYS,
    "exports.answers": Fresh.ALWAYS,
    "own_data.file": Fresh.ALWAYS,
    "own_data_for.erasure": Fresh.ALWAYS,
    "own_data_for.file": Fresh.ALWAYS,
}
"""Addresses of those signed in where they must have shown lately who they are."""


def install(app: Flask) -> None:
    """Judge every request by the table, before its view."""

    @app.before_request
    def apply_rule() -> Response | None:
        if request.endpoint is None:
            return None
        if _has_nul():
            abort(404)
        if not _is_named():
            abort(400)
        rule = RULES.get(request.endpoint, Rule.CLOSED)
        if rule is Rule.CLOSED or (rule is Rule.DEMO and not app.config["DEMO"]):
            abort(404)
        if rule is Rule.SIGNED_IN and not current_user.is_authenticated:
            kept = keep_page() or give_back()
            if kept is not None:
                return kept
            unauthorized: Response = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]  # Flask-Login
            return unauthorized
        if rule is Rule.SIGNED_IN:
            return requiring.lead(request.endpoint) or _confirmed(request.endpoint)
        return None


def _confirmed(endpoint: str) -> Response | None:
    return guard(FRESH[endpoint]) if endpoint in FRESH else None


def _has_nul() -> bool:
    """Whether an address holds the character that no database can be asked for."""
    return "\0" in request.path or b"%00" in request.query_string or b"\0" in request.query_string


def _is_named() -> bool:
    """Whether all that a form posts has a name; Werkzeug gives None for parts of a body that have none."""
    if request.method != "POST":
        return True
    names: list[object] = [*request.form, *request.files]
    return all(isinstance(name, str) for name in names)
