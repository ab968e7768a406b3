"""Files that operators give: why one cannot be read, where, and what to do about it."""

import os
import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

_MISSING = ("{file} n’existe pas.", "Corrigez le chemin, ou déposez le fichier à cet endroit.")
_CAUSES: tuple[tuple[type[Exception], tuple[str, str]], ...] = (
    (FileNotFoundError, _MISSING),
    (NotADirectoryError, _MISSING),
    (IsADirectoryError, ("{file} est un dossier.", "Donnez le fichier lui-même.")),
    (
        PermissionError,
        (
            "{file} ne peut pas être lu par ce compte de la machine.",
            "Donnez-lui ce droit (chown ou chgrp, puis chmod).",
        ),
    ),
    (UnicodeDecodeError, ("{file} n’est pas du texte en UTF-8.", "Enregistrez-le en UTF-8.")),
)
_OR_SHIPPED = (
    "Créez-le, ou corrigez le chemin\u00a0; sans ce réglage, les formulaires livrés avec l’application servent."
)
NO_SEAL = (
    "Déposez-y le PKCS#12 (.p12 ou .pfx) remis par l’autorité de certification, ou corrigez SEAL_FILE\u00a0; sans ce "
    "réglage, c’est seal.p12 de DATA_DIR."
)
"""What to do where the file of the seal is not there."""

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def unread(file: str, error: OSError | UnicodeDecodeError) -> tuple[str, str]:
    """Why a file cannot be read, then what to do; ``file`` is what it is called, at the head of a sentence or not."""
    for kind, (cause, remedy) in _CAUSES:
        if isinstance(error, kind):
            return cause.format(file=file), remedy
    return f"{file} ne peut pas être lu ({type(error).__name__}).", "Vérifiez le disque et le chemin."


def bad_toml(error: tomllib.TOMLDecodeError) -> str:
    """Where a text stops being TOML, and what to do."""
    place = _PLACE.search(str(error))
    where = f"ligne {place[1]}, colonne {place[2]}" if place else "à la fin du fichier"
    return f"ce n’est pas du TOML, {where}. Vérifiez-y les signes =, les guillemets et les crochets."


def unknown_key(key: str, known: Iterable[str]) -> str:
    """What to do with a name that means nothing."""
    near = get_close_matches(key, sorted(known), n=1)
    return f"Vouliez-vous écrire «\u00a0{near[0]}\u00a0»\u00a0?" if near else "Retirez-le."


def folder_fault(folder: Path) -> str:
    """Why forms cannot be read from a folder, and what to do; empty where they can."""
    where = f"le dossier {folder}"
    try:
        with os.scandir(folder):
            pass
        readable = os.access(folder, os.X_OK)
    except FileNotFoundError:
        return f"{where} n’existe pas. {_OR_SHIPPED}"
    except NotADirectoryError:
        return f"{folder} n’est pas un dossier. Donnez celui qui contient les dossiers des formulaires."
    except OSError:
        readable = False
    rights = "Donnez-lui le droit de le lire et d’y entrer (chmod g+rx)."
    return "" if readable else f"{where} ne peut pas être lu par ce compte de la machine. {rights}"


def seal_fault(path: Path) -> str:
    """Why there is no seal at a place, and what to do; empty where there is. Only the runner need read it."""
    try:
        if path.is_dir():
            return f"{path} est un dossier. Donnez le fichier PKCS#12 lui-même (.p12 ou .pfx)."
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return f"le fichier {path} n’existe pas. {NO_SEAL}"
    except OSError as error:
        return " ".join(unread(f"le fichier {path}", error))
    return ""
