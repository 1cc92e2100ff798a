"""Whether a window can be opened here; asked before anything else is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def display(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether a window can be opened here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    wanted = environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if wanted in {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}:
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
