"""What a figure was measured on: machine, versions, and the memory of a process."""

import os
import platform
import resource
import subprocess
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Final

from widget_server.search.compiled import COMPILED

_PACKAGES: Final = (
    "terecht",
    "numpy",
    "whoosh",
    "tantivy",
    "bm25s",
    "PyStemmer",
    "granian",
    "flask",
    "rapidfuzz",
)


def about() -> dict[str, object]:
    """The machine and the versions, for a file of results."""
    return {
        "measured": datetime.now(UTC).date().isoformat(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "kernel": "compiled" if COMPILED else "portable",
        "versions": {name: version for name in _PACKAGES if (version := _version(name))},
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def tool_version(*command: str) -> str | None:
    """The first line that a program tells of itself; None when it is not installed."""
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return (told.stdout or told.stderr).strip().splitlines()[0]


def memory_mb(process: int | str = "self") -> dict[str, float]:
    """Of a process: resident, and its own part when pages that others share are divided among them."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith("kB")}
    return {"rss": round(kilobytes["Rss"] / 1024, 1), "pss": round(kilobytes["Pss"] / 1024, 1)}


def children(process: int) -> list[int]:
    """The processes that `process` has started and that still run."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8")
    return list(map(int, found.split()))


def folder_mb(folder: Path) -> float:
    """The size of all files in `folder`."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20, 2)


def peak_mb() -> float:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
