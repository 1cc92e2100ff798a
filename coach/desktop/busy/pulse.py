"""Who uses the microphone, from the sound server: it tells when somebody begins or ends, and nothing is ever heard."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from coach.desktop.busy import pulse_wire as wire
from coach.desktop.busy.names import is_ours, shown
from coach.desktop.ways import Ended
from coach.desktop.wire_line import Trouble, WireLine, reached
from coach.i18n import _
from coach.ports.sensor import Sense

#: Nothing that is asked for here is answered at such length.
_MOST: Final = 1 << 20
_AUTH, _NAMED, _SUBSCRIBED, _LIST, _SOURCE = 1, 2, 3, 4, 100
#: Programs that only look how loud it is, or stand between the microphone and the others all day.
_ONLY_LOOKS: Final = ("resample.peaks", "stream.monitor", "node.link-group", "node.virtual")
_NOT_A_CALL: Final = (
    "pavucontrol",
    "org.PulseAudio.pavucontrol",
    "org.gnome.VolumeControl",
    "com.github.wwmm.easyeffects",
)


def server_paths(environ: Mapping[str, str]) -> list[str]:
    """Return where the sound server of this desk may listen; nothing for one on another machine."""
    named = environ.get("PULSE_SERVER", "")
    if named:
        return [named.removeprefix("unix:")] if named.startswith(("/", "unix:")) else []
    folders = (environ.get("PULSE_RUNTIME_PATH", ""), environ.get("XDG_RUNTIME_DIR", ""))
    return [
        str(Path(folder) / name) for folder, name in zip(folders, ("native", "pulse/native"), strict=True) if folder
    ]


def _cookie(environ: Mapping[str, str]) -> bytes:
    """Return the key to the server; it asks for one, and lets the same person in without."""
    folder = environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    try:
        with (Path(environ.get("PULSE_COOKIE") or Path(folder) / "pulse" / "cookie")).open("rb") as file:
            return file.read(wire.COOKIE_BYTES).ljust(wire.COOKIE_BYTES, b"\0")
    except OSError:
        return bytes(wire.COOKIE_BYTES)


def counts(one: wire.Recording) -> bool:
    """Return whether this recording is somebody speaking: not paused, not a level meter, not a filter that runs all day."""
    said = one.words
    ident = {said.get("application.id", ""), said.get("application.process.binary", "")}
    return not (
        one.paused
        or one.client == wire.NOTHING
        or any(said.get(key) not in {None, "", "false"} for key in _ONLY_LOOKS)
        or ident & set(_NOT_A_CALL)
        or is_ours(said.get("application.name", ""))
    )


def _size(data: bytes) -> int:
    if len(data) < wire.HEAD.size:
        return 0
    size = int(wire.HEAD.unpack_from(data)[0])
    if size > _MOST:
        raise ValueError("too long")
    return wire.HEAD.size + size


class PulseMicrophone:
    """See `coach.desktop.ways.Way`."""

    def __init__(self, parent: QObject | None = None, environ: Mapping[str, str] = os.environ) -> None:
        self._environ = environ
        self._line = WireLine(_size, self._take, parent)
        self._recordings: list[wire.Recording] = []
        self._asking = self._outdated = False
        self._tell: Callable[[Sense], None] = lambda _sense: None
        self._ended: Ended = lambda _why: None

    def open(self, tell: Callable[[Sense], None], ended: Ended) -> None:
        """Get onto the server, where one is running; none is started for this."""
        self.close()
        line = reached(server_paths(self._environ))
        if line is None:
            ended(_("no sound server is running"))
            return
        self._tell, self._ended = tell, ended
        self._line.open(line, self._gone)
        self._send(wire.AUTH, _AUTH, wire.number(wire.VERSION), wire.blob(_cookie(self._environ)))

    def close(self) -> None:
        """Leave the server."""
        self._line.close()
        self._recordings, self._asking, self._outdated = [], False, False

    def words(self) -> str:
        """Who tells."""
        return _("the sound server tells when a program uses the microphone")

    def _send(self, command: int, tag: int, *values: bytes) -> None:
        self._line.send(wire.packet(command, tag, *values))

    def _gone(self, trouble: Trouble) -> None:
        gone = _("the sound server has gone")
        self._end(gone if trouble is Trouble.GONE else _("the sound server says what is not understood"))

    def _end(self, why: str) -> None:
        ended = self._ended
        self.close()
        ended(why)

    def _take(self, message: bytes) -> None:
        reader = wire.Reader(message[wire.HEAD.size :])
        command, tag = reader.number(), reader.number()
        if command == wire.SUBSCRIBE_EVENT:
            self._look()
        elif command == wire.ERROR:
            self._refused(tag)
        elif command == wire.REPLY:
            self._answered(tag, reader)

    def _answered(self, tag: int, reader: wire.Reader) -> None:
        if tag == _AUTH:
            self._send(wire.SET_CLIENT_NAME, _NAMED, wire.words({"application.name": "Limber"}))
        elif tag == _NAMED:
            self._send(wire.SUBSCRIBE, _SUBSCRIBED, wire.number(wire.RECORDINGS))
        elif tag == _SUBSCRIBED:
            self._look()
        elif tag == _LIST:
            self._recordings = [one for one in wire.recordings(reader) if counts(one)]
            self._next()
        elif tag == _SOURCE and self._recordings:
            first = self._recordings.pop(0)
            if wire.is_monitor(reader):
                self._next()
            else:
                self._seen(Sense(True, shown(first.words.get("application.name", ""))))

    def _refused(self, tag: int) -> None:
        if tag == _SOURCE and self._recordings:
            self._recordings.pop(0)  # its source has gone meanwhile
            self._next()
        else:
            self._end(_("the sound server does not let Limber look"))

    def _look(self) -> None:
        """Ask who records; one question at a time, and another after it when something changed meanwhile."""
        if self._asking:
            self._outdated = True
            return
        self._asking, self._outdated = True, False
        self._send(wire.GET_SOURCE_OUTPUTS, _LIST)

    def _next(self) -> None:
        """Ask whether the next recording is of a microphone, or of what comes out of the loudspeakers."""
        if self._recordings:
            self._send(wire.GET_SOURCE_INFO, _SOURCE, wire.number(self._recordings[0].source), b"N")
        else:
            self._seen(Sense(False))

    def _seen(self, sense: Sense) -> None:
        self._asking = False
        if self._outdated:
            self._look()
        else:
            self._tell(sense)
