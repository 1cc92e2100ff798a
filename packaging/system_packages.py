"""What Qt needs of the system that no Python package brings, and who can install it.

The list was measured in bare Debian 12 and 13 roots; a library is looked for by loading it, a program on the path.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import stamp


@dataclass(frozen=True)
class Need:
    """One thing looked for: a library (`libX.so.1`), or a program when the name holds no `.so`."""

    probe: str
    packages: tuple[str, ...]
    group: str


#: group → what is missing without it, for the person.
GROUPS = {
    "qt": "Qt itself",
    "x11": "a window on X11",
    "wayland": "a window on Wayland",
    "sound": "sound",
    "voice": "the spoken voice",
    "idle": "knowing on X11 that you are away",
    "print": "printing",
    "xvfb": "tests with a real window",
    "make": "make",
    "pip": "installing packages",
}
LEVEL_GROUPS = {
    "run": ("qt", "x11", "wayland", "sound", "voice", "idle", "print"),
    "test": ("xvfb",),
    "dev": ("make",),
}
_DEBIAN = {
    "qt": (
        "libEGL.so.1 libegl1, libGL.so.1 libgl1, libglib-2.0.so.0 libglib2.0-0, libdbus-1.so.3 libdbus-1-3, "
        "libfontconfig.so.1 libfontconfig1, libxkbcommon.so.0 libxkbcommon0, libgssapi_krb5.so.2 libgssapi-krb5-2"
    ),
    "x11": (
        "libxcb-cursor.so.0 libxcb-cursor0, libxcb-icccm.so.4 libxcb-icccm4, libxcb-image.so.0 libxcb-image0, "
        "libxcb-keysyms.so.1 libxcb-keysyms1, libxcb-render-util.so.0 libxcb-render-util0, "
        "libxcb-shape.so.0 libxcb-shape0, libxcb-xkb.so.1 libxcb-xkb1, libxkbcommon-x11.so.0 libxkbcommon-x11-0"
    ),
    "wayland": "libwayland-cursor.so.0 libwayland-cursor0, libwayland-egl.so.1 libwayland-egl1",
    "sound": "libpulse.so.0 libpulse0, libXrandr.so.2 libxrandr2",
    "voice": (
        "libspeechd.so.2 libspeechd2, speech-dispatcher speech-dispatcher speech-dispatcher-espeak-ng, "
        "espeak-ng espeak-ng"
    ),
    "idle": "libXss.so.1 libxss1",
    "print": "libcups.so.2 libcups2",
    "xvfb": "Xvfb xvfb, xauth xauth",
    "make": "make make",
}


def needs(level: str) -> list[Need]:
    """Return everything a level looks for."""
    found = []
    for group in (group for part in stamp.up_to(level) for group in LEVEL_GROUPS[part]):
        for entry in _DEBIAN[group].split(", "):
            probe, *packages = entry.split()
            found.append(Need(probe, tuple(packages), group))
    return found


def is_there(probe: str) -> bool:
    """Say whether a library loads or a program is on the path (`sbin` folders included)."""
    if ".so" not in probe:
        return shutil.which(probe, path=os.environ.get("PATH", os.defpath) + ":/usr/sbin:/sbin") is not None
    try:
        ctypes.CDLL(probe)
    except OSError:
        return False
    return True


def missing(level: str, there: Callable[[str], bool] = is_there) -> list[Need]:
    """Return what a level needs and this system lacks."""
    return [need for need in needs(level) if not there(need.probe)]


def essential(need: Need, level: str, environ: Mapping[str, str]) -> bool:
    """Say whether nothing works without it; the rest is said and then done without."""
    if need.group == "x11":
        return level == "run" and bool(environ.get("DISPLAY")) and not environ.get("WAYLAND_DISPLAY")
    return need.group in {"qt", "pip", "make"}


def packages_of(lacking: Sequence[Need]) -> list[str]:
    """Return the Debian packages that hold them, each once, in order."""
    return list(dict.fromkeys(package for need in lacking for package in need.packages))


def install_command(lacking: Sequence[Need], which: Callable[[str], str | None] = shutil.which) -> list[str] | None:
    """Return the command that installs them, without `sudo`; None where we do not know the system's packages."""
    if which("apt-get"):
        return ["apt-get", "install", "-y", "--no-install-recommends", *packages_of(lacking)]
    if which("dnf"):
        return ["dnf", "install", "-y", *(_fedora(need) for need in lacking)]
    return None


def _fedora(need: Need) -> str:
    """Return what dnf takes for it: a library by its own name, a program by its file."""
    return f"{need.probe}()(64bit)" if ".so" in need.probe else f"/usr/bin/{need.probe}"


def root_prefix(
    uid: int | None = None,
    which: Callable[[str], str | None] = shutil.which,
    run: Callable[..., subprocess.CompletedProcess[bytes]] = subprocess.run,
) -> list[str] | None:
    """Return what to put before a command so that it runs as root: nothing, `sudo -n`, or None when it cannot."""
    if (os.getuid() if uid is None else uid) == 0:
        return []
    if which("sudo") and run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return None


def install(lacking: Sequence[Need], prefix: list[str]) -> bool:
    """Install Debian packages as root; True when the last word of apt was yes."""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    subprocess.run([*apt, "update"], check=False, stdout=subprocess.DEVNULL)
    order = [*apt, "install", "-y", "--no-install-recommends", *packages_of(lacking)]
    return subprocess.run(order, check=False, stdout=subprocess.DEVNULL).returncode == 0


def can_install(which: Callable[[str], str | None] = shutil.which) -> bool:
    """Say whether this is a Debian relative, the only kind where we install by ourselves."""
    return bool(which("apt-get")) and Path("/etc/debian_version").exists()
