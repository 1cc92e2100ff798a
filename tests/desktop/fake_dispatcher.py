"""A speech-dispatcher in this process: it answers as the real one does, or hangs, dies, refuses and babbles."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket


class FakeDispatcher(QObject):
    """Listens on `path`. `mood`: normal; mute (takes everything, begins nothing); deaf (answers nothing); dying (hangs
    up at the first sentence); refusing (takes no sentence); garbage; empty (only the dummy module).
    """

    def __init__(self, path: Path, mood: str = "normal") -> None:
        super().__init__()
        self.mood = mood
        self.spoken: list[str] = []
        self.commands: list[str] = []
        self._line: QLocalSocket | None = None
        self._data: list[str] | None = None
        self._message = 0
        self._saying = 0
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._take)
        assert self._server.listen(str(path)), self._server.errorString()

    def end_sentence(self) -> None:
        """Come to the end of the sentence that is being said."""
        self._event(702, "END")

    def close(self) -> None:
        self._server.close()
        if self._line is not None:
            self._line.abort()
        self.deleteLater()

    def _take(self) -> None:
        self._line = self._server.nextPendingConnection()
        self._line.readyRead.connect(self._read)
        self._line.disconnected.connect(self._read)  # with what was sent just before

    def _read(self) -> None:
        line = self._line
        while line is not None and line.canReadLine():
            self._hear(bytes(line.readLine().data()).decode().rstrip("\r\n"))

    def _hear(self, text: str) -> None:
        if self._data is not None:
            self._collect(text)
            return
        self.commands.append(text)
        if self.mood == "garbage":
            self._send("HTTP/1.1 400 Bad Request")
        elif self.mood != "deaf":
            self._obey(text)

    def _obey(self, text: str) -> None:
        if text == "SPEAK":
            self._speak()
        elif text == "CANCEL self":
            self._send("213 OK CANCELED")
            if self._saying:
                self._event(703, "CANCELED")
        elif text == "LIST OUTPUT_MODULES":
            self._send("250-dummy" if self.mood == "empty" else "250-espeak-ng", "250 OK MODULE LIST SENT")
        elif "SYNTHESIS_VOICE" in text:
            self._send("409 ERR COULDNT SET VOICE")
        else:
            self._send("208 OK SET")

    def _speak(self) -> None:
        if self.mood == "dying":
            assert self._line is not None
            self._line.abort()
        elif self.mood == "refusing":
            self._send("301 ERR COULDNT SPEAK")
        else:
            self._data = []
            self._send("230 OK RECEIVING DATA")

    def _collect(self, text: str) -> None:
        assert self._data is not None
        if text != ".":
            self._data.append(text[1:] if text.startswith("..") else text)
            return
        self.spoken.append("\n".join(self._data))
        self._data = None
        self._message += 1
        self._send(f"225-{self._message}", "225 OK MESSAGE QUEUED")
        if self.mood != "mute":
            self._saying = self._message
            self._event(701, "BEGIN")

    def _event(self, code: int, word: str) -> None:
        self._send(f"{code}-{self._saying}", f"{code}-1", f"{code} {word}")
        if code != 701:
            self._saying = 0

    def _send(self, *lines: str) -> None:
        if self._line is not None:
            self._line.write("".join(f"{line}\r\n" for line in lines).encode())
            self._line.flush()
