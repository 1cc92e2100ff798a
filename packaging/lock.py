"""Lock what Limber depends on: `make requirements`, with uv on the path.

Makes uv.lock and, from it, packaging/requirements*.txt with hashes. Arguments go to `uv lock`, for example
`--upgrade-package msgspec`. No file of this repository says where packages are fetched from: that is for the
configuration of pip and uv to decide. uv writes the address of its index into the lock all the same, so it is
replaced by one that cannot exist, and only the file names and hashes stay; uv reads, checks and exports such a
lock as any other (docs/decisions/0004).
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOWHERE = "https://index.invalid/simple"
SETS = {
    "requirements.txt": ["--no-default-groups"],
    "requirements-test.txt": ["--only-group", "test"],
    "requirements-dev.txt": ["--only-group", "dev"],
}


def without_hosts(lock: str) -> str:
    """Return the text of a lock in which no address of an index is left."""
    lock = re.sub(r'registry = "https?://[^"]+"', f'registry = "{NOWHERE}"', lock)
    lock = re.sub(r'url = "https?://[^"]*/([^/"]+)"', r'filename = "\1"', lock)
    return re.sub(r', (size|upload-time) = ("[^"]*"|\d+)', "", lock)


def export(name: str, choice: list[str]) -> None:
    """Write one requirements file from the lock."""
    command = ["uv", "export", "--quiet", "--frozen", "--no-emit-project", "--no-annotate", "--no-header", *choice]
    pinned = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    title = "# Made from uv.lock by `make requirements`; do not edit.\n"
    (ROOT / "packaging" / name).write_text(title + pinned, encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Lock, take the hosts out, export."""
    subprocess.run(["uv", "lock", *arguments], cwd=ROOT, check=True)
    lock = ROOT / "uv.lock"
    lock.write_text(without_hosts(lock.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for name, choice in SETS.items():
        export(name, choice)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
