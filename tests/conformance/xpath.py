"""Run a file of expression cases: `python -m tests.conformance.xpath FILE.json --answers OUT.json`.

The zone is that of the environment variable TZ (UTC by default); cases tied to another are left out.
"""

import argparse
import json
import os
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.conformance.answering import Answer, answer
from tests.conformance.judging import Case, agrees, expected_in


def verdict(case: Case, given: Answer, zone: str) -> str:
    """Return `passed`, `failed`, `not served` or `not applicable` for one answer in a zone."""
    here = expected_in(case, zone)
    if here is None:
        return "not applicable"
    if not given.served:
        return "not served"
    if case["type"] == "error":
        return "passed" if given.error is not None else "failed"
    return "passed" if given.error is None and agrees(here, given.value) else "failed"


def main(arguments: list[str] | None = None) -> int:
    """Answer every case, write the answers, print the count; return 1 when a served case fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--answers", type=Path)
    options = parser.parse_args(arguments)
    zone = os.environ.get("TZ") or "UTC"
    now = datetime.now(ZoneInfo(zone))
    cases: list[Case] = json.loads(options.cases.read_text(encoding="utf-8"))
    given = [answer(case, now) for case in cases]
    if options.answers:
        entries = [one.entry(case["id"]) for case, one in zip(cases, given, strict=True)]
        options.answers.write_text(json.dumps(entries, ensure_ascii=False, indent=1), encoding="utf-8")
    return _report(cases, given, zone)


def _report(cases: list[Case], given: list[Answer], zone: str) -> int:
    """Write each failure, then the counts; `N passed, N failed` stands alone on the last line."""
    lines: list[str] = []
    counts: Counter[str] = Counter()
    for case, one in zip(cases, given, strict=True):
        said = verdict(case, one, zone)
        counts[said] += 1
        if said == "failed":
            got = one.value if one.error is None else one.error
            lines.append(f"{case['id']}: {case['expr']!r} expected {case['expected']!r}, got {got!r}")
    lines.append(f"{counts['not served']} not served yet, {counts['not applicable']} not applicable in {zone}")
    lines.append(f"{counts['passed']} passed, {counts['failed']} failed")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
