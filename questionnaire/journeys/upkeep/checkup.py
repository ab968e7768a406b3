"""Judging the installation: what is in order, what asks for attention, what fails, each with what to do about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from questionnaire.journeys.upkeep.state import InstallationState, SealState


class Verdict(StrEnum):
    """How grave something is. The codes are read by programs."""

    OK = "ok"
    ATTENTION = "attention"
    FAILURE = "echec"

    @property
    def label(self) -> str:
        """What it is called on screens."""
        return {"ok": "OK", "attention": "ATTENTION", "echec": "ÉCHEC"}[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: ``code`` for programs, ``title`` of what was looked at, ``remedy`` unless all is well."""

    code: str
    title: str
    verdict: Verdict
    said: str
    remedy: str = ""


ALIVE = timedelta(minutes=5)
"""Without a sign for longer, the runner is not there: it gives one every 30 seconds."""

RENEW_SOON, RENEW_NOW = 60, 30
"""Days before the end of the seal's certificate: to ask for another one takes weeks."""

LITTLE_ROOM, NO_ROOM = 2 * 1024**3, 256 * 1024**2
"""Bytes left on the disk."""

_STEP = 1024

READ_AGAIN = timedelta(days=35)
"""How often the archive is read again, at least."""


def ok(code: str, title: str, said: str) -> Finding:
    """All is well."""
    return Finding(code, title, Verdict.OK, said)


def attention(code: str, title: str, said: str, remedy: str) -> Finding:
    """It works, but somebody should see to it."""
    return Finding(code, title, Verdict.ATTENTION, said, remedy)


def failure(code: str, title: str, said: str, remedy: str) -> Finding:
    """It does not work."""
    return Finding(code, title, Verdict.FAILURE, said, remedy)


def judge(state: InstallationState) -> tuple[Finding, ...]:
    """All that is judged from the state alone."""
    return (
        judge_schema(state.applied, state.latest),
        judge_runner(state),
        judge_seal(state.seal, state.now),
        judge_disk(state.disk_free, state.disk_total),
        judge_integrity(state),
    )


def judge_schema(applied: str | None, latest: str) -> Finding:
    """Whether the database is that of this version of the product."""
    code, title = "migrations", "Migrations"
    if applied == latest:
        return ok(code, title, f"la base est à jour ({latest}).")
    there = f"en est à {applied}" if applied else "n’a aucune migration"
    said = f"la base {there}, cette version attend {latest}."
    return failure(code, title, said, "Lancez flask --app wsgi db upgrade, puis redémarrez.")


def judge_runner(state: InstallationState) -> Finding:
    """Whether somebody draws, signs, seals and sends."""
    code, title = "runner", "Programme «\u00a0runner\u00a0»"
    remedy = "Démarrez python -m questionnaire.cli runner, et lisez son journal s’il s’arrête."
    if state.runner is None:
        return failure(code, title, "il n’a jamais donné signe de vie.", remedy)
    if state.runner.at > state.now + ALIVE:
        said = f"son dernier signe est daté de l’avenir ({moment(state.runner.at)})."
        return attention(code, title, said, "Mettez les horloges des machines à l’heure (NTP).")
    if state.now - state.runner.at > ALIVE:
        return failure(code, title, f"aucun signe de vie depuis le {moment(state.runner.at)}.", remedy)
    if state.runner.version != state.version:
        said = f"il tourne en version {state.runner.version}, l’application en {state.version}."
        return attention(code, title, said, "Redémarrez-le.")
    return ok(code, title, "il donne signe de vie.")


def judge_seal(seal: SealState | None, now: datetime) -> Finding:
    """Whether documents can be sealed, and for how long."""
    code, title = "seal", "Cachet"
    if seal is None:
        remedy = "Démarrez le programme «\u00a0runner\u00a0», qui lit SEAL_FILE."
        return attention(code, title, "son certificat n’a pas encore été lu.", remedy)
    if seal.demo:
        remedy = "Pour un usage réel, donnez le certificat de l’établissement par SEAL_FILE."
        return attention(code, title, "c’est celui de la démonstration, sans valeur.", remedy)
    days, end = (seal.not_after - now).days, f"{seal.not_after:%d/%m/%Y}"
    if seal.not_after <= now:
        return failure(code, title, f"son certificat a expiré le {end}.", "Remplacez-le (SEAL_FILE) et redémarrez.")
    if days < RENEW_SOON:
        urgent = "sans tarder" if days < RENEW_NOW else "dès maintenant"
        return attention(
            code, title, f"son certificat expire le {end}, dans {days} jours.", f"Demandez-en un nouveau {urgent}."
        )
    if not seal.whole:
        remedy = "Ajoutez à SEAL_FILE les certificats de son autorité, jusqu’à la racine."
        return attention(code, title, f"valable jusqu’au {end}, mais sa chaîne est incomplète.", remedy)
    return ok(code, title, f"valable jusqu’au {end}, encore {days} jours.")


def judge_disk(free: int, total: int) -> Finding:
    """Whether there is room for what people write."""
    code, title = "disk", "Place sur le disque"
    said, remedy = f"{size(free)} libres sur {size(total)}.", "Libérez ou ajoutez de la place là où est DATA_DIR."
    if free < NO_ROOM:
        return failure(code, title, said, remedy)
    return attention(code, title, said, remedy) if free < LITTLE_ROOM else ok(code, title, said)


def judge_integrity(state: InstallationState) -> Finding:
    """Whether the archive was read again lately, and held."""
    code, title, remedy = "integrity", "Intégrité des archives", "Lancez flask --app wsgi archive verify chaque mois."
    if state.integrity is None:
        return attention(code, title, "les archives n’ont jamais été relues.", remedy)
    at, faults = state.integrity
    if faults:
        said = f"{faults} anomalie(s) le {moment(at)}."
        return failure(code, title, said, "Lancez flask --app wsgi archive verify, et restaurez ce qu’il nomme.")
    if state.now - at > READ_AGAIN:
        return attention(code, title, f"dernière relecture le {moment(at)}.", remedy)
    return ok(code, title, f"relues sans anomalie le {moment(at)}.")


def moment(at: datetime) -> str:
    """A moment for operators, in universal time as in the logs."""
    return f"{at:%d/%m/%Y à %H:%M} UTC"


def size(count: int) -> str:
    """A number of bytes as French operators read it."""
    value, unit = float(count), "octets"
    for larger in ("ko", "Mo", "Go"):
        if value < _STEP:
            break
        value, unit = value / _STEP, larger
    digits = f"{value:.0f}" if unit == "octets" else f"{value:.1f}".replace(".", ",")
    return f"{digits}\u00a0{unit}"
