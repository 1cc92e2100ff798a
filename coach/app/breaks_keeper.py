"""Keeps how the breaks stand: read once, written in the journal's thread, trouble with it said once."""

from __future__ import annotations

from coach.app.breaks_kept import FILE_NAME, load_kept, save_kept
from coach.app.frame import Frame


class BreaksKeeper:
    """`state` is what was kept, b"" to begin anew."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.state, self._notice = load_kept(frame.folder)
        self._told = False

    def tell(self) -> None:
        """Say, once, what was wrong with what was kept."""
        notice, self._notice = self._notice, ""
        if notice:
            self._frame.complain(notice)

    def keep(self, state: bytes, *, wanted: bool) -> None:
        """Write it, after what was to be written before; not `wanted`, there is a file only where there was one."""
        folder = self._frame.folder
        if wanted or (folder / FILE_NAME).exists():
            self._frame.journal.read(lambda _journal: save_kept(folder, state), lambda _saved: None, self._failed)

    def _failed(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self._frame.complain(sentence)
