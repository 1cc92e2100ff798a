"""`python -m coach.figure.sculpt`: make the bodies that are shipped."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.figure.mesh import save
from coach.figure.sculpt.body import sculpt
from coach.figure.sculpt.build import BUILDS
from coach.resources import assets


def main(arguments: list[str] | None = None) -> int:
    """Build all bodies, or one, into a folder; the same code gives the same bytes."""
    parser = argparse.ArgumentParser(
        prog="python -m coach.figure.sculpt", description="Make the bodies that are shipped."
    )
    parser.add_argument("--out", type=Path, default=assets() / "figure", help="the folder to write to")
    parser.add_argument("--body", choices=sorted(BUILDS), help="only this one")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name in [chosen.body] if chosen.body else sorted(BUILDS):
        body = sculpt(BUILDS[name])
        path = chosen.out / f"body-{name}.npz"
        save(body, path)
        sys.stdout.write(
            f"{path}: {len(body.vertices)} vertices, {len(body.faces)} faces, {path.stat().st_size // 1024} KiB\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
