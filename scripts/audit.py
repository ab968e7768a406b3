"""Asks the public database of weaknesses about every pinned library; a known weakness is an error, no answer is not."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PINS = Path(__file__).resolve().parent.parent / "constraints.txt"
PATIENCE = 180
"""Seconds left to the whole audit."""


@dataclass(frozen=True)
class Verdict:
    """Weak libraries in words; how many were asked about, and which of them got no answer."""

    weak: tuple[str, ...] = ()
    asked: int = 0
    unanswered: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What the audit ends with, for people."""
        lines = [f"WEAK: {each}" for each in self.weak]
        if not self.asked:
            lines.append("AUDIT NOT DONE: the database of weaknesses could not be asked. Run `make audit` elsewhere.")
        elif self.unanswered:
            shown = ", ".join(self.unanswered[:5]) + (", …" if self.unanswered[5:] else "")
            lines.append(
                f"AUDIT NOT DONE for {len(self.unanswered)} of {self.asked} libraries, of which nothing is known: "
                f"{shown}. Run `make audit` where https://pypi.org answers."
            )
        else:
            lines.append(f"{self.asked} libraries asked about, {len(self.weak)} weaknesses known.")
        return "\n".join(lines)


def judged(report: str) -> Verdict:
    """The verdict of what pip-audit wrote; a report that is none means that nothing was asked."""
    try:
        found = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Verdict()
    weak = tuple(
        f"{each['name']} {each['version']}, {weakness['id']}; mended in {', '.join(weakness['fix_versions']) or 'none'}"
        for each in found
        for weakness in each.get("vulns", ())
    )
    return Verdict(weak, len(found), tuple(each["name"] for each in found if "skip_reason" in each))


def audit(pins: Path = PINS) -> Verdict:
    """Ask about the libraries of a file of pins."""
    ask = [sys.executable, "-m", "pip_audit", "--requirement", str(pins), "--no-deps", "--disable-pip"]
    try:
        done = subprocess.run(
            [*ask, "--format", "json", "--progress-spinner", "off"],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Verdict()
    return judged(done.stdout)


def main(arguments: Sequence[str]) -> int:
    """Exit code 1 for a known weakness; 2 for an audit that was not done, where ``--strict`` asks for it."""
    verdict = audit()
    print(verdict.told, file=sys.stderr)
    if verdict.weak:
        return 1
    return 2 if "--strict" in arguments and (verdict.unanswered or not verdict.asked) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
