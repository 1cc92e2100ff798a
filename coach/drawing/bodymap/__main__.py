"""`python -m coach.drawing.bodymap`: trace the body maps that are shipped."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec
from PySide6.QtGui import QGuiApplication

from coach.drawing.bodymap.trace import trace
from coach.figure.studio import BODIES
from coach.resources import assets


def main(arguments: list[str] | None = None) -> int:
    """Trace the map of every body; the same bodies always give the same bytes."""
    parser = argparse.ArgumentParser(prog="python -m coach.drawing.bodymap", description="Trace the body maps.")
    parser.add_argument("--out", type=Path, default=assets() / "figure", help="the folder to write to")
    out = parser.parse_args(arguments).out
    application = QGuiApplication.instance() or QGuiApplication(["bodymap", "-platform", "offscreen"])
    for body in BODIES:
        path = out / f"map-{body}.json"
        path.write_bytes(msgspec.json.encode(trace(assets() / "figure", body)) + b"\n")
        sys.stdout.write(f"{path}: {path.stat().st_size // 1024} KiB\n")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
