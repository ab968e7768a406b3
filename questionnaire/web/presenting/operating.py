"""The state of the installation in words."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.access import Actor
from questionnaire.config import Settings
from questionnaire.journeys.upkeep.checkup import Finding, Verdict, size
from questionnaire.journeys.upkeep.operating import Overview
from questionnaire.journeys.upkeep.queues import FailedWork, Queue, Queues
from questionnaire.journeys.upkeep.settings_shown import shown_settings
from questionnaire.journeys.upkeep.state import TIMESTAMPING, FilesState, InstallationState, SealState
from questionnaire.messages.kinds import KINDS
from questionnaire.storage.outbox import OutboxLetter
from questionnaire.storage.queued import Tally
from questionnaire.web import desk
from questionnaire.web.presenting.links import address
from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.operating import FailedRow, FindingRow, InstallationView
from questionnaire.web.screens.shell import Notice, Post

BADGES = {
    Verdict.OK: ("signed", "OK"),
    Verdict.ATTENTION: ("attention", "À voir"),
    Verdict.FAILURE: ("refused", "Échec"),
}
RETRY = "Réessayer"
UNKNOWN = "Pas encore relevé par le programme «\u00a0runner\u00a0»"


def installation_view(
    seen: Overview, waiting: Queues, settings: Settings, actor: Actor, notice: Notice | None
) -> InstallationView:
    """The whole page."""
    zone = ZoneInfo(actor.organisation.timezone)
    return InstallationView(
        title="État de l’installation",
        notice=notice,
        findings=tuple(map(_finding, seen.findings)),
        waiting=_waiting(waiting, zone),
        works=tuple(_work(each, zone) for each in waiting.failed),
        letters=tuple(_letter(each, zone) for each in waiting.lost),
        seal=_seal(seen.state.seal),
        storage=_storage(seen.state, zone),
        versions=_versions(seen.state, zone),
        settings=tuple(Fact(name, value) for name, value in shown_settings(settings)),
    )


def _finding(found: Finding) -> FindingRow:
    badge, label = BADGES[found.verdict]
    return FindingRow(found.title, badge, label, found.said[:1].upper() + found.said[1:], found.remedy)


def _waiting(waiting: Queues, zone: ZoneInfo) -> tuple[Fact, ...]:
    works = [Fact(f"Documents\u00a0: {each.name.lower()}", _tally(each.tally, zone)) for each in _some(waiting.works)]
    others = [Fact(each.name, _tally(each.tally, zone)) for each in _some(waiting.others)]
    letters = Fact("Messages à envoyer", _tally(waiting.waiting_letters, zone))
    return (*(works or [Fact("Documents", "Aucun n’attend")]), *others, letters)


def _some(queues: Iterable[Queue]) -> Iterator[Queue]:
    return (each for each in queues if each.tally.count)


def _tally(tally: Tally, zone: ZoneInfo) -> str:
    if tally.oldest is None:
        return str(tally.count)
    return f"{tally.count}, {'le premier ' if tally.count > 1 else ''}depuis {_when(tally.oldest, zone)}"


def _work(failed: FailedWork, zone: ZoneInfo) -> FailedRow:
    about, setback = failed.failure, failed.failure.setback
    form = desk.shelf().catalogue.current(about.form)
    title = form.title.render(str, str) if form else about.form
    when = f"{_when(setback.at, zone)}, essai n° {setback.tries}".replace("n° ", "nº\u00a0")
    retry = Post(RETRY, address("operating.retry_work", submission_id=about.submission_id))
    return FailedRow(f"{title} {about.reference}", when, setback.error, failed.remedy, retry)


def _letter(lost: OutboxLetter, zone: ZoneInfo) -> FailedRow:
    """Neither its address nor its words: whose it is, the person's page tells."""
    retry = Post(RETRY, address("operating.retry_letter", letter_id=lost.id)) if lost.text and lost.address else None
    kind = KINDS[lost.kind].label if lost.kind in KINDS else lost.kind
    return FailedRow(f"{kind} ({lost.state.label.lower()})", _when(lost.created_at, zone), lost.error, "", retry)


def _seal(seal: SealState | None) -> tuple[Fact, ...]:
    if seal is None:
        return (Fact("Certificat", UNKNOWN),)
    chain = " ← ".join((seal.name, *seal.authorities))
    return (
        Fact("Certificat", seal.name),
        Fact("Émis par", seal.issuer),
        Fact("Validité", f"du {seal.not_before:%d/%m/%Y} au {seal.not_after:%d/%m/%Y}"),
        Fact("Chaîne", f"{chain} ({'complète' if seal.whole else 'incomplète'})"),
        Fact("Clé", seal.key),
        Fact("Horodatage", TIMESTAMPING[:1].upper() + TIMESTAMPING[1:]),
    )


def _storage(state: InstallationState, zone: ZoneInfo) -> tuple[Fact, ...]:
    return (
        Fact("Base de données", f"{state.database}, {size(state.database_size)}"),
        Fact("Fichiers", _files(state.files, zone)),
        Fact("Disque", f"{size(state.disk_free)} libres sur {size(state.disk_total)}"),
    )


def _files(files: FilesState | None, zone: ZoneInfo) -> str:
    if files is None:
        return UNKNOWN
    count = f"{files.count} fichiers" if files.count > 1 else f"{files.count} fichier"
    return f"{count}, {size(files.size)} (compté {_when(files.at, zone)})"


def _versions(state: InstallationState, zone: ZoneInfo) -> tuple[Fact, ...]:
    life = state.runner
    return (
        Fact("Application", state.version),
        Fact(
            "Programme «\u00a0runner\u00a0»", f"{life.version}, depuis {_when(life.since, zone)}" if life else UNKNOWN
        ),
        Fact("Migrations", f"{state.applied or 'aucune'} (attendue\u00a0: {state.latest})"),
    )


def _when(at: datetime, zone: ZoneInfo) -> str:
    return f"le {at.astimezone(zone):%d/%m/%Y à %H:%M}"
