"""Names that programs give themselves, made fit to be shown."""

from __future__ import annotations

from typing import Final

#: What we call ourselves wherever we are listed: we are never a reason to wait.
OURS: Final = "Limber"
_LONGEST: Final = 40


def shown(name: str) -> str:
    """Return "org.gnome.Totem" as "Totem", "/usr/bin/mpv" as "mpv"; printable and short, whatever it was."""
    last = name.rstrip("/").rpartition("/")[2].removesuffix(".desktop")
    if last.count(".") >= 2 and " " not in last:
        last = last.rpartition(".")[2]
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in last).split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def is_ours(name: str) -> bool:
    """Return whether we are meant."""
    return shown(name).casefold() == OURS.casefold()
