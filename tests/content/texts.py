"""Small TOML texts that several tests start from."""

from __future__ import annotations

HEAD = 'id = "mine"\nname = "Mine"\nsummary = "A routine for a test."\n'
TILT = '\n[[steps]]\nkind = "hold"\nexercise = "pelvic_tilt"\n'
ROUTINE = HEAD + TILT


def routine(*steps: str) -> str:
    """A routine with these steps, each as the lines below its heading."""
    return HEAD + "".join(f"\n[[steps]]\n{step}\n" for step in steps)


def group(head: str, *steps: str) -> str:
    """A routine that is one group with these steps."""
    return HEAD + f'\n[[steps]]\nkind = "group"\n{head}\n' + "".join(f"\n[[steps.steps]]\n{step}\n" for step in steps)
