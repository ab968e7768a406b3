"""``make bench``: measure everything, print it, and write it into docs/performance.md."""

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import expressions, pages, processor, steps, workbooks

REPORT = Path("docs/performance.md")
MARKED = re.compile(r"(<!-- measured -->\n).*(<!-- end -->)", re.DOTALL)


def main() -> None:
    """Run all benchmarks."""
    rows, weight = pages.measure()
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}"
    measured = "\n\n".join(
        [
            f"Measured on {machine}.",
            pages.table(rows),
            pages.weights(weight),
            processor.table(processor.measure()),
            steps.table(steps.measure()),
            expressions.table(expressions.measure()),
            workbooks.table(workbooks.measure()),
        ]
    )
    print(measured)
    text = REPORT.read_text()
    REPORT.write_text(MARKED.sub(lambda mark: f"{mark[1]}\n{measured}\n\n{mark[2]}", text))


if __name__ == "__main__":
    main()
