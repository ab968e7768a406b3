"""The one table of errors: what a person reads when something cannot be done, and with which status."""

from http import HTTPStatus

from flask import Flask, current_app, make_response, render_template, request, url_for
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge
from werkzeug.wrappers import Response

from questionnaire.access import Forbidden
from questionnaire.access.roster import UnreadableRoster
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import BadPath, BadRevision
from questionnaire.journeys.administration.handing_over import CannotHandOver
from questionnaire.journeys.administration.organisations import CannotArchive, NotAccepted
from questionnaire.journeys.authoring.publishing import CannotPublish
from questionnaire.journeys.authoring.trial_documents import NotDrawn
from questionnaire.journeys.authoring.writing import CannotWrite
from questionnaire.journeys.drafting.answers_read import UnreadableFile
from questionnaire.journeys.drafting.beginning import TooEarly
from questionnaire.journeys.drafting.blinding import CannotSeal
from questionnaire.journeys.drafting.history import CannotTakeBack
from questionnaire.journeys.drafting.items import NoSuchItem, TooManyItems
from questionnaire.journeys.drafting.joining import NoSuchFile
from questionnaire.journeys.drafting.renewal import NothingNewer
from questionnaire.journeys.drafting.saving import DraftClosed, NoSuchPart
from questionnaire.journeys.entering.federating import CannotRecognise
from questionnaire.journeys.entering.limiting import TooManyAttempts
from questionnaire.journeys.entering.linking import CannotLink
from questionnaire.journeys.papers.documents import NotDrawnYet
from questionnaire.journeys.personal.informing import BadRequest
from questionnaire.journeys.shelf import UnknownForm
from questionnaire.journeys.surveys.answering import SurveyOver
from questionnaire.journeys.teamwork.assigning import CannotAssign
from questionnaire.journeys.teamwork.assisting import CannotRecordHelp
from questionnaire.journeys.teamwork.capacities import CannotAct
from questionnaire.journeys.teamwork.commenting import CannotComment
from questionnaire.journeys.teamwork.inviting import BadAddress, CannotJoin
from questionnaire.lifecycle import LifecycleError
from questionnaire.spec.file_types import MEGABYTE
from questionnaire.storage.errors import (
    BlobDamaged,
    BlobMissing,
    FormVersionChanged,
    NotFound,
    StaleRevision,
    StorageBusy,
)
from questionnaire.storage.transaction import begin_reading
from questionnaire.web.departures import AnswerRefused, ProviderUnreachable
from questionnaire.web.desk import maybe_actor
from questionnaire.web.extensions import db, wants_fragment
from questionnaire.web.interrupted import keep_page
from questionnaire.web.pacing import TooFast
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import ErrorPage, Link, Post, SavedView, SaveStatus
from questionnaire.web.signing import FIELD
from questionnaire.web.uploads import BRING, LARGEST_POST

FAULT = 500
"""The status of what is our fault."""

NOT_REPEATED = frozenset({FIELD, "current", "new", "again", "password", "code"})
"""Fields that no page carries a second time: the token, which is new, passwords and codes."""

STATUS: dict[type[QuestionnaireError], tuple[int, str]] = {
    NotFound: (404, "Document introuvable"),
    NoSuchPart: (404, "Partie introuvable"),
    UnknownForm: (404, "Formulaire introuvable"),
    SurveyOver: (410, "Enquête fermée"),
    Forbidden: (403, "Accès refusé"),
    BadPath: (400, "Demande incomplète"),
    BadRevision: (409, "Page périmée"),
    NoSuchItem: (409, "Élément introuvable"),
    NoSuchFile: (404, "Fichier introuvable"),
    TooManyItems: (409, "Liste complète"),
    NothingNewer: (409, "Version inchangée"),
    DraftClosed: (409, "Document finalisé"),
    CannotWrite: (422, "Texte à corriger"),
    UnreadableFile: (422, "Fichier à corriger"),
    NotDrawn: (404, "Document d’essai introuvable"),
    CannotPublish: (409, "Publication impossible"),
    BadAddress: (422, "Adresse à corriger"),
    CannotJoin: (409, "Invitation non valable"),
    BadRequest: (422, "Demande à corriger"),
    CannotTakeBack: (409, "Réponse modifiée"),
    CannotHandOver: (409, "Place non transmise"),
    CannotAct: (409, "Rôle inchangé"),
    CannotAssign: (409, "Partie non confiée"),
    CannotComment: (409, "Commentaire refusé"),
    CannotRecordHelp: (409, "Aide non enregistrée"),
    CannotArchive: (409, "Organisation non archivée"),
    UnreadableRoster: (422, "Liste illisible"),
    NotAccepted: (422, "Organisation non enregistrée"),
    FormVersionChanged: (409, "Formulaire modifié"),
    StaleRevision: (409, "Réponses modifiées"),
    CannotSeal: (503, "Formulaire à l’aveugle"),
    TooEarly: (409, "Trop tôt"),
    NotDrawnYet: (409, "Document en préparation"),
    LifecycleError: (409, "Action impossible"),
    ProviderUnreachable: (503, "Connexion impossible"),
    AnswerRefused: (400, "Connexion impossible"),
    CannotRecognise: (403, "Connexion impossible"),
    CannotLink: (409, "Moyen de connexion refusé"),
    TooManyAttempts: (429, "Trop d’essais"),
    TooFast: (429, "Trop de demandes"),
    StorageBusy: (503, "Un instant"),
    BlobMissing: (500, "Fichier manquant"),
    BlobDamaged: (500, "Fichier modifié"),
    QuestionnaireError: (500, "Une erreur est survenue"),
}
"""By error, or by its nearest ancestor: the status and the title of the page. The text is the error's own."""

HTTP: dict[int, tuple[str, str]] = {
    400: ("Demande incomplète", "Rechargez la page, puis recommencez."),
    403: ("Accès refusé", "Votre compte ne donne pas accès à cette page."),
    404: ("Page introuvable", "Cette adresse ne mène à aucune page. Vérifiez-la, ou revenez à vos projets."),
    405: ("Action impossible", "Cette page ne permet pas cela."),
    413: ("Envoi trop volumineux", "Ce que vous envoyez est trop grand. Raccourcissez vos textes."),
    500: ("Une erreur est survenue", "Vos réponses déjà enregistrées sont conservées. Réessayez dans un instant."),
}
"""What is said of errors that come from the protocol."""

PLAIN = '<!doctype html><html lang="fr"><title>{title}</title><h1>{title}</h1><p>{text}</p></html>'

OLD_PAGE = "Votre page est restée ouverte trop longtemps. Rechargez-la\u00a0: ce qui était enregistré est conservé."


FILES_TOO_LARGE = (
    f"Ce que vous envoyez dépasse {LARGEST_POST // MEGABYTE}\u00a0Mo\u00a0: rien n’en a été lu, "
    "et ce qui était enregistré est conservé. "
    "Revenez à la page précédente, choisissez un fichier plus petit, puis recommencez."
)


def install(app: Flask) -> None:
    """Register the table."""
    app.register_error_handler(QuestionnaireError, _ours)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _protocol)
    app.register_error_handler(Exception, _fault)


def _ours(error: QuestionnaireError) -> Response:
    kind = next(kind for kind in type(error).__mro__ if kind in STATUS)
    status, title = STATUS[kind]
    if status == FAULT:
        current_app.logger.error("A journey failed", exc_info=error)
        return _page(status, title, HTTP[FAULT][1])
    page = _page(status, title, str(error))
    if isinstance(error, TooFast):
        page.headers["Retry-After"] = str(error.wait)
    return page


def _csrf(_error: CSRFError) -> Response:
    # The token goes with the session: a page may only have outlived it.
    return keep_page() or _page(400, "Page périmée", OLD_PAGE)


def _protocol(error: HTTPException) -> Response | HTTPException:
    if error.response is not None:
        return error  # it brings its own answer
    status = error.code or FAULT
    title, text = HTTP.get(status, HTTP[FAULT])
    if isinstance(error, RequestEntityTooLarge) and request.endpoint in BRING:
        text = FILES_TOO_LARGE
    page = _page(status, title, text)
    if isinstance(error, MethodNotAllowed):
        page.allow.update(error.valid_methods or ())
    return page


def _fault(error: Exception) -> Response:
    current_app.logger.error("Unexpected failure", exc_info=error)
    return _page(FAULT, *HTTP[FAULT])


def _page(status: int, title: str, text: str) -> Response:
    """What the person reads; in plain words when even that page cannot be drawn."""
    try:
        # Begun anew, and only to read: an error page never waits for those who write.
        db.session().rollback()
        begin_reading(db.session())
        return _line(text) if wants_fragment() else _whole(status, title, text)
    except Exception:
        current_app.logger.exception("An error page could not be drawn")
        db.session().rollback()
        return Response(PLAIN.format(title=title, text=HTTP[FAULT][1]), status, mimetype="text/html")


def _again(status: int) -> Post | None:
    """What was typed and came too fast, to be sent once more; what signs people in is typed anew."""
    if status != HTTPStatus.TOO_MANY_REQUESTS or request.method != "POST" or not current_user.is_authenticated:
        return None
    if request.files:
        return None  # no page can carry a file back
    fields = tuple((name, value) for name, value in request.form.items(multi=True) if name not in NOT_REPEATED)
    return Post("Envoyer de nouveau", request.full_path.rstrip("?"), fields)


def _line(text: str) -> Response:
    """For an autosave, where the person is looking."""
    state = SaveStatus("problem", text)
    response = make_response(render_template("fragments/saved.html", view=SavedView(state, "")), 422)
    response.headers["HX-Retarget"] = "#save-status"
    response.headers["HX-Reswap"] = "outerHTML"
    return response


def _whole(status: int, title: str, text: str) -> Response:
    actor = maybe_actor()
    known, stranger = ("Revenir à mes projets", "home.index"), ("Revenir à la page de connexion", "security.login")
    words, endpoint = known if actor else stranger
    view = ErrorPage(title, text, links=(Link(words, url_for(endpoint)),), again=_again(status))
    frame = shell(actor, Link(title))
    return make_response(render_template("pages/error.html", shell=frame, view=view), status)
