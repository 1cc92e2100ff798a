"""The room every test runs in: offscreen Qt, a home of its own, and nothing left running behind it."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path

# Before anything imports Qt: without a platform pytest would abort where there is no display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = Path(tempfile.mkdtemp(prefix="limber-tests-"))
for _name, _folder in {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
    "LIMBER_DATA_DIR": "limber",
}.items():
    (_HOME / _folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_HOME / _folder)
for _name in ("DBUS_SESSION_BUS_ADDRESS", "SPEECHD_ADDRESS", "LANGUAGE", "LC_MESSAGES"):
    os.environ.pop(_name, None)  # tests never talk to the desktop of the person who runs them
os.environ["LC_ALL"] = "C.UTF-8"

from collections.abc import Iterator  # noqa: E402  the environment comes first

import hypothesis  # noqa: E402
import pytest  # noqa: E402
from PySide6.QtGui import QFont, QFontDatabase  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from coach import i18n  # noqa: E402
from coach.drivers.collector import collect_if_worth_it  # noqa: E402
from coach.resources import assets  # noqa: E402
from tests.leftovers import Watch, watch_starts  # noqa: E402

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def _umask_as_it_was() -> Iterator[None]:
    """Give back the umask that a command sets for its process: for the tests it is the usual one."""
    held = os.umask(0o022)
    yield
    os.umask(held)


def pytest_configure(config: pytest.Config) -> None:
    """Remember every timer and thread that starts, from the first test on; garbage is collected in this thread only."""
    del config
    watch_starts()
    gc.disable()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the tests' home away again."""
    del config
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail a test after which a timer, a thread or a window is still alive."""
    watch = Watch()
    yield
    if left := watch.left():
        pytest.fail("left behind: " + "; ".join(left), pytrace=False)
    collect_if_worth_it()


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty data folder of its own; it is what LIMBER_DATA_DIR names, and does not exist yet."""
    folder = tmp_path / "limber-data"
    monkeypatch.setenv("LIMBER_DATA_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Give back the English of the sources after a test that chose another language."""
    yield
    i18n.install((), assets() / "locale")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Give the one application, in the style and the font that the program ships, so that text has a size anywhere."""
    for font in sorted((assets() / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0, font
    qapp.setStyle("Fusion")
    qapp.setFont(QFont("Inter", 10))
    qapp.setQuitOnLastWindowClosed(False)
    return qapp
