"""`python -m coach.figure.pose`: solve the key poses that are shipped, check them, or explain one figure."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from coach.errors import DataError
from coach.figure.mesh import load
from coach.figure.pose import files, shipped
from coach.figure.pose.files import FigureFile
from coach.figure.pose.inspect import fastest, worst_sinking
from coach.figure.pose.room import Room
from coach.figure.pose.solved import Solved
from coach.figure.pose.studio import POSES, Studio
from coach.resources import assets


def main(arguments: list[str] | None = None) -> int:
    """Solve, check or explain; 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m coach.figure.pose", description="Solve the shipped key poses.")
    parser.add_argument("--check", action="store_true", help="write nothing; say what is wrong with any figure")
    parser.add_argument(
        "--explain", metavar="ID", help="print angles, contacts and problems of one figure, or of a file"
    )
    parser.add_argument("--body", default="", help="only this body, such as a")
    parser.add_argument("--assets", type=Path, default=assets(), help="the folder of the content")
    chosen = parser.parse_args(arguments)
    try:
        return _run(chosen.assets, chosen.body, chosen.explain, write=not chosen.check)
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _run(folder: Path, body: str, wanted: str | None, *, write: bool) -> int:
    studios = {path.stem[5:]: Studio(folder / "figure", load(path)) for path in _bodies(folder, body)}
    if wanted is not None:
        return _explain(folder, wanted, studios)
    found: dict[str, tuple[Solved, ...]] = {}
    wrong = 0
    for file in files.figures(folder):
        for name, studio in studios.items():
            complete = studio.complete(file.figure)
            keys = studio.solved(complete)
            found[studio.key(complete)] = keys
            for sentence in _problems(file, keys):
                wrong += 1
                _say(f"{sentence} (body {name})")
    if write:
        path = folder / "figure" / POSES
        shipped.save(found, path)
        _say(f"{path}: {len(found)} figures, {path.stat().st_size // 1024} KiB")
    return 1 if wrong else 0


def _bodies(folder: Path, body: str) -> list[Path]:
    return sorted((folder / "figure").glob(f"body-{body or '*'}.npz"))


def _problems(file: FigureFile, keys: tuple[Solved, ...]) -> Iterator[str]:
    for number, solved in enumerate(keys):
        for trouble in solved.trouble:
            line = file.line_of(number, trouble.place.partition(".")[0])
            yield f'{file.path}:{line}: "{file.figure.keys[number].name}": {trouble.sentence}'


def _explain(folder: Path, wanted: str, studios: dict[str, Studio]) -> int:
    path = Path(wanted)
    if path.suffix != ".toml":
        path = next(
            (folder / each / f"{wanted}.toml" for each in files.FOLDERS if (folder / each / f"{wanted}.toml").exists()),
            path,
        )
    file = files.read(path)
    if file is None:
        _say(f"{path} has no figure.")
        return 1
    wrong = False
    for name, studio in studios.items():
        complete = studio.complete(file.figure)
        keys = studio.solved(complete)
        _say(f"{file.id}, body {name}")
        for number, solved in enumerate(keys):
            _say(f'\n{number}  "{file.figure.keys[number].name}" ({file.figure.keys[number].stage})')
            _tell(solved)
            wrong |= bool(solved.trouble)
        motion = studio.motion_of(complete, keys)
        sunk = worst_sinking(studio.flesh, Room(complete.figure.props), motion)
        quick = fastest(motion)
        _say(f"\nsinks at most {sunk.depth * 1000:.0f} mm: {sunk.bone} in {sunk.thing} at u = {sunk.u:.2f}")
        _say(f"turns at most {quick.degrees:.0f} degrees from key to key: {quick.bone} at u = {quick.u:.2f}\n")
    return int(wrong)


def _tell(solved: Solved) -> None:
    for joint, degrees in solved.angles.items():
        told = ", ".join(f"{name} {value:.0f}" for name, value in degrees.items() if abs(value) >= 0.5)
        if told:
            _say(f"   {joint:12} {told}")
    gaps = ", ".join(f"{name} {gap * 1000:+.1f} mm" for name, gap in solved.gaps.items())
    if gaps:
        _say(f"   contacts     {gaps}")
    for trouble in solved.trouble:
        _say(f"   PROBLEM      {trouble.sentence}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
