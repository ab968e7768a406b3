"""``python -m questionnaire.proof verify FILE --trust CERT [--json]``: verify without the application."""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from questionnaire.proof.errors import ProofError
from questionnaire.proof.report import Verdict
from questionnaire.proof.telling import told
from questionnaire.proof.verification import verify

BAD_USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: 0 for an authentic file, 1 otherwise, 2 when something could not be read."""
    options = _parser().parse_args(arguments)
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        report = verify(options.file.read_bytes(), [path.read_bytes() for path in options.trust])
    except OSError as error:
        return _refuse(f"Lecture impossible de «\u00a0{error.filename}\u00a0»\u00a0: {error.strerror}.")
    except ProofError as error:
        return _refuse(str(error))
    answer = json.dumps(report.to_json(), ensure_ascii=False, indent=2) if options.json else told(report)
    sys.stdout.write(answer + "\n")
    return 0 if report.verdict is Verdict.AUTHENTIC else 1


def _refuse(message: str) -> int:
    sys.stderr.write(message + "\n")
    return BAD_USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m questionnaire.proof", description="Vérifie un document signé, sans l’application."
    )
    command = parser.add_subparsers(required=True).add_parser("verify", help="vérifier un fichier PDF")
    command.add_argument("file", type=Path, metavar="FICHIER", help="le PDF à vérifier")
    command.add_argument(
        "--trust",
        type=Path,
        action="append",
        required=True,
        metavar="CERTIFICAT",
        help="certificat de confiance, PEM ou DER (répétable)",
    )
    command.add_argument("--json", action="store_true", help="réponse en JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
