"""Prints the tables of docs/statistics.md: `python -m tests.benchmarks.false_claims` (some minutes). No test: no bounds.

The bounds are in tests/analysis/test_false_claims.py, on fewer people.
"""

from __future__ import annotations

import random
from dataclasses import replace

from coach.analysis.claims import LEAST_Z, SINGLE_LOOK_Z
from tests.analysis.simulated import LIVES, claimed_after, ever_claimed, wilson


def main(people: int = 2000) -> None:
    """Print false claims over up to 30 uses of each exercise, by bar and by how often one looks; then the power."""
    for name, life in LIVES.items():
        for bar in (SINGLE_LOOK_Z, None):
            for every in (life.sessions, 1):
                hits = sum(ever_claimed(random.Random(n), life, every=every, bar=bar) for n in range(people))
                low, high = wilson(hits, people)
                looked = "looked once, at the end" if every > 1 else "looked after every session"
                bar_words = f"z > {bar or LEAST_Z}"
                print(f"{name:36} {bar_words:9} {looked:27} {hits / people:6.1%} ({low:.1%} to {high:.1%})", flush=True)
    for name, life in LIVES.items():
        better = replace(life, better=1.0)
        shares = [
            sum(claimed_after(random.Random(n), better, uses) for n in range(people)) for uses in (8, 12, 20, 30, 40)
        ]
        print(
            f"{name:36} found after 8, 12, 20, 30, 40 uses each",
            [f"{share / people:.0%}" for share in shares],
            flush=True,
        )


if __name__ == "__main__":
    main()
