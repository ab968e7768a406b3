"""Judging the settings themselves: what real people must not meet, and files that others must not read."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from questionnaire.config import Settings
from questionnaire.journeys.upkeep.checkup import Finding, attention, failure, ok
from questionnaire.signing_key import lasting_file


def judge_settings(settings: Settings, given: Iterable[Path] = ()) -> tuple[Finding, ...]:
    """All that the settings alone tell; ``given`` are files that hold secrets, beside those that the settings name."""
    return (_demonstration(settings), _address(settings), _keys(settings), _secrets(settings, given))


def _demonstration(settings: Settings) -> Finding:
    code, title = "demo", "Démonstration"
    if settings.demo:
        remedy = "Pour un usage réel, retirez DEMO=1 et recommencez sur une base vide."
        return attention(code, title, "elle est en marche\u00a0: ses comptes ont un mot de passe connu.", remedy)
    return ok(code, title, "elle est arrêtée.")


def _address(settings: Settings) -> Finding:
    code, title = "public_url", "Adresse publique"
    if settings.public_url.startswith("https://"):
        return ok(code, title, f"{settings.public_url}.")
    said = f"{settings.public_url}\u00a0: ce qui passe n’est pas chiffré."
    remedy = "Placez un serveur web en https devant l’application, et changez PUBLIC_URL."
    return attention(code, title, said, remedy) if settings.demo else failure(code, title, said, remedy)


def _keys(settings: Settings) -> Finding:
    code, title = "answers_keys", "Chiffrement des réponses sensibles"
    if settings.answers_keys:
        return ok(code, title, f"{len(settings.answers_keys)} clé(s).")
    return attention(code, title, "aucune clé.", "Donnez une clé\u00a0: flask --app wsgi answers key.")


def _secrets(settings: Settings, given: Iterable[Path]) -> Finding:
    code, title = "secrets", "Fichiers secrets"
    open_ones = sorted(str(path) for path in {*_secret_files(settings), *given} if _others_read(path))
    if open_ones:
        said = f"d’autres comptes de la machine lisent {', '.join(open_ones)}."
        return failure(code, title, said, "Retirez-leur ce droit\u00a0: chmod go-rwx, puis le nom du fichier.")
    return ok(code, title, "lus par leur propriétaire et son groupe seulement.")


def _secret_files(settings: Settings) -> Iterator[Path]:
    folder = settings.data_dir
    named = (settings.seal_file, lasting_file(folder), *folder.glob("*.key"))
    return (path for path in named if path.is_file())


def _others_read(path: Path) -> bool:
    return bool(path.stat().st_mode & stat.S_IROTH)
