"""Load by wrk, by turns: so many clients for so many seconds; requests a second, median and 95th percentile."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

SECONDS = 2
TURNS = 5
DONE = re.compile(r"RESULT ([\d.]+) ([\d.]+) ([\d.]+) (\d+)")
REPORT = """
done = function(summary, latency, requests)
  local errors = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  print(string.format("RESULT %.1f %.2f %.2f %d", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, errors))
end
"""


@dataclass(frozen=True)
class Result:
    """Requests a second, milliseconds, and answers that were no success."""

    rate: float
    p50: float
    p95: float
    errors: int


def by_turns(loads: Mapping[str, Callable[[], Result]]) -> dict[str, Result]:
    """Each load in turn, again and again; the medians of each. Other work on the machine weighs on all alike."""
    found: dict[str, list[Result]] = {name: [] for name in loads}
    for _ in range(TURNS):
        for name, load_once in loads.items():
            found[name].append(load_once())
    return {name: _middle(results) for name, results in found.items()}


def _middle(results: Sequence[Result]) -> Result:
    return Result(
        median(each.rate for each in results),
        median(each.p50 for each in results),
        median(each.p95 for each in results),
        sum(each.errors for each in results),
    )


def load(url: str, clients: int, script: str = "") -> Result:
    """Run wrk against ``url`` with a Lua ``script``."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise SystemExit("make bench needs wrk (Debian: apt-get install wrk)")
    with tempfile.TemporaryDirectory() as folder:
        lua = Path(folder) / "load.lua"
        lua.write_text(script + REPORT)
        threads = min(2, clients)
        command = [wrk, f"-t{threads}", f"-c{clients}", f"-d{SECONDS}s", "--latency", "-s", str(lua), url]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    match = DONE.search(output)
    if match is None:
        raise RuntimeError(output)
    return Result(float(match[1]), float(match[2]), float(match[3]), int(match[4]))
