"""Load by wrk: so many clients for so many seconds; requests a second, median and 95th percentile."""

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

SECONDS = 6
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
