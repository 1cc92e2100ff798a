"""From starting the program to its first painted window, against a bare QMainWindow: at most twice as long.

Both are whole processes of the same Python, in turn, in the same run; the quietest of several counts, because a busy
machine only ever adds time. The window is the real one: `limber` itself, with its data folder, lock and Today page.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 12
BOUND = 2.0

_BARE = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            app.quit()
        return False

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
filter_ = Painted()
window.installEventFilter(filter_)
window.show()
app.exec()
"""

_LIMBER = """
import sys
from coach.app import first_paint

class Telling(first_paint.FirstPaint):
    def __init__(self, widget):
        super().__init__(widget)
        self.done.connect(self.tell)

    def tell(self):
        print("painted", flush=True)
        from PySide6.QtWidgets import QApplication
        QApplication.quit()

first_paint.FirstPaint = Telling
from coach.cli import main
main(["--data-dir", sys.argv[1]])
"""

_HEAVY = """
import sys
{code}
heavy = sorted(name for name in ("pyqtgraph", "numpy", "PySide6.QtMultimedia", "sqlite3") if name in sys.modules)
print("heavy", *heavy, flush=True)
"""


def _seconds(code: str, *arguments: str) -> tuple[float, str]:
    """Return how long the process took until it said that it has painted, and all it said."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=environ)
    assert child.stdout is not None
    for line in child.stdout:
        if line.startswith("painted"):
            break
    took = time.perf_counter() - begun
    with child.stdout:
        rest = child.stdout.read()
    child.wait()
    return took, rest


def test_first_paint(tmp_path: Path) -> None:
    """The window is painted within twice the time of a bare one."""
    folder = str(tmp_path / "data")
    bare, ours = [], []
    for _round in range(ROUNDS):
        bare.append(_seconds(_BARE)[0])
        ours.append(_seconds(_LIMBER, folder)[0])
    ratio = min(ours) / min(bare)
    print(f"\nfirst paint: bare {min(bare) * 1000:.0f} ms, Limber {min(ours) * 1000:.0f} ms, ratio {ratio:.2f}")
    assert ratio <= BOUND


def test_nothing_heavy_before_it_is_shown(tmp_path: Path) -> None:
    """Until the window is painted, neither charts nor NumPy nor sound are loaded."""
    _took, rest = _seconds(_HEAVY.format(code=_LIMBER), str(tmp_path / "data"))
    assert "pyqtgraph" not in rest
    assert "numpy" not in rest
    assert "QtMultimedia" not in rest
