"""One owner for each data folder; a second process raises the first or hands its writing over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import msgspec
import pytest

from coach.desktop.owner_address import ADDRESS_FILE, KEY_FILE, Address
from coach.desktop.ownership import Answer, Owner, OwnerGoneError, Request, ask_owner
from coach.errors import DataError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def owner(folder: Path) -> Iterator[Owner]:
    """This process owns the folder."""
    found = Owner.acquire(folder)
    assert found is not None
    yield found
    found.release()


def run(code: str, folder: Path) -> subprocess.Popen[str]:
    """Another process of the same person, with the folder as its argument."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(folder)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )


OWN_AND_SERVE = """
    import sys
    from pathlib import Path
    from coach.desktop.ownership import Owner
    owner = Owner.acquire(Path(sys.argv[1]))
    owner.serve(lambda request: print("asked", request["do"], flush=True) or {"ok": True})
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_there_is_one_owner(folder: Path, owner: Owner) -> None:
    """A second try gets None, in this process and in another; after release the folder is free."""
    assert Owner.acquire(folder) is None
    code = "import sys; from pathlib import Path; from coach.desktop.ownership import Owner; print(Owner.acquire(Path(sys.argv[1])))"
    assert run(code, folder).communicate()[0].strip() == "None"
    owner.release()
    again = Owner.acquire(folder)
    assert again is not None
    again.release()


def test_a_second_process_raises_the_first(folder: Path, owner: Owner) -> None:
    """It asks, the owner's handler is called, and the answer comes back."""
    asked: list[Request] = []

    def handler(request: Request) -> Answer:
        asked.append(request)
        return {"ok": True, "window": "raised"}

    owner.serve(handler)
    code = """
        import sys
        from pathlib import Path
        from coach.desktop.ownership import Owner, ask_owner
        assert Owner.acquire(Path(sys.argv[1])) is None
        print(ask_owner(Path(sys.argv[1]), {"do": "raise"})["window"])
    """
    assert run(code, folder).communicate()[0].strip() == "raised"
    assert asked == [{"do": "raise"}]


def test_ten_starts_at_once_have_one_owner(folder: Path) -> None:
    """RELIABILITY T18: exactly one owns, all others get their answer from it."""
    code = """
        import sys
        from pathlib import Path
        from coach.desktop.ownership import Owner, OwnerGoneError, ask_owner
        folder = Path(sys.argv[1])
        owner = Owner.acquire(folder)
        if owner:
            owner.serve(lambda request: {"ok": True})
            print("owner", flush=True)
            sys.stdin.read()
            owner.release()
        else:
            for _ in range(200):
                try:
                    print("raised" if ask_owner(folder, {"do": "raise"})["ok"] else "")
                    break
                except OwnerGoneError:
                    continue
    """
    starts = [run(code, folder) for _ in range(5)]
    words = [start.stdout.readline().strip() for start in starts if start.stdout]
    for start in starts:
        start.communicate()
    assert sorted(words) == ["owner", *["raised"] * 4]


def test_the_lock_goes_with_a_killed_process(folder: Path) -> None:
    """After kill -9 the next start owns the folder, clears the dead address up and can be reached."""
    first = run(OWN_AND_SERVE, folder)
    assert first.stdout is not None
    assert first.stdout.readline() == "ready\n"
    dead = msgspec.json.decode((folder / ADDRESS_FILE).read_bytes(), type=Address)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    with pytest.raises(OwnerGoneError, match="does not answer"):
        ask_owner(folder, {"do": "raise"}, timeout=0.2)
    owner = Owner.acquire(folder)
    assert owner is not None
    owner.serve(lambda _request: {"ok": True})
    assert not Path(dead.address).parent.exists()
    assert ask_owner(folder, {"do": "ping"}) == {"ok": True}
    owner.release()


def test_an_owner_that_was_stopped_is_given_up(folder: Path) -> None:
    """A process that hangs accepts the connection and says nothing: the asker is told in time."""
    hung = run(OWN_AND_SERVE, folder)
    assert hung.stdout is not None
    hung.stdout.readline()
    hung.send_signal(signal.SIGSTOP)
    with pytest.raises(OwnerGoneError):
        ask_owner(folder, {"do": "raise"}, timeout=0.2)
    hung.kill()
    hung.communicate()


def test_trouble_comes_back_as_its_sentence(folder: Path, owner: Owner) -> None:
    """The owner's sentence is raised on the other side; a bug in a request is one, too, and ends nothing."""

    def handler(request: Request) -> Answer:
        if request["do"] == "full":
            raise DataError("Not saved: the disk is full.")
        return {"ok": True}

    owner.serve(handler)
    with pytest.raises(DataError, match=r"^Not saved: the disk is full\.$"):
        ask_owner(folder, {"do": "full"})
    with pytest.raises(DataError, match="did not understand"):
        ask_owner(folder, {"what": 1})
    assert ask_owner(folder, {"do": "ping"}) == {"ok": True}


def test_a_stranger_is_not_heard(folder: Path, owner: Owner) -> None:
    """Without the key nothing reaches the handler, and a silent connection holds nobody up."""
    heard: list[Request] = []

    def handler(request: Request) -> Answer:
        heard.append(request)
        return {"ok": True}

    owner.serve(handler)
    address = msgspec.json.decode((folder / ADDRESS_FILE).read_bytes(), type=Address)
    silent = Client(address.address, address.family)
    with Client(address.address, address.family) as stranger:
        challenge = stranger.recv_bytes(256)
        assert challenge
        stranger.send_bytes(b"x" * 16)
        assert b"FAILURE" in stranger.recv_bytes(256)
    assert ask_owner(folder, {"do": "ping"}) == {"ok": True}
    silent.close()
    assert heard == [{"do": "ping"}]


def test_everything_about_it_is_private(folder: Path, owner: Owner) -> None:
    """Lock, key and address are 0600, the socket's folder 0700, and all but lock and key go at the end."""
    owner.serve(lambda _request: {"ok": True})
    address = msgspec.json.decode((folder / ADDRESS_FILE).read_bytes(), type=Address)
    home = Path(address.address).parent
    assert home.stat().st_mode & 0o077 == 0
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}
    assert len(address.address) < 100
    owner.release()
    assert sorted(path.name for path in folder.iterdir()) == [KEY_FILE, "owner.lock"]
    assert not home.exists()


def test_an_address_that_is_not_ours_is_not_removed(folder: Path, tmp_path: Path) -> None:
    """A forged address file cannot make us delete somebody's folder."""
    folder.mkdir()
    victim = tmp_path / "limber-victim"
    victim.mkdir(mode=0o755)
    (victim / "s").write_text("mine", encoding="ascii")
    (folder / ADDRESS_FILE).write_bytes(msgspec.json.encode(Address("AF_UNIX", str(victim / "s"))))
    owner = Owner.acquire(folder)
    assert owner is not None
    owner.serve(lambda _request: {"ok": True})
    owner.release()
    assert (victim / "s").read_text(encoding="ascii") == "mine"


def test_a_folder_that_cannot_be_made_gets_a_sentence(tmp_path: Path) -> None:
    """It names the folder."""
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="cannot be used"):
        Owner.acquire(tmp_path / "file" / "data")


def test_a_long_runtime_folder_is_not_used(folder: Path, owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path of a socket must fit into about a hundred bytes."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/" + "r" * 90)
    owner.serve(lambda _request: {"ok": True})
    assert ask_owner(folder, {"do": "ping"}) == {"ok": True}
    assert os.environ["XDG_RUNTIME_DIR"].startswith("/r")


def test_an_owner_that_is_still_starting_is_waited_for(folder: Path) -> None:
    """The lock is taken first and the line opened later: who asks in between is answered, not sent away."""
    starting = Owner.acquire(folder)
    assert starting is not None
    answers: list[dict[str, object]] = []
    asking = threading.Thread(target=lambda: answers.append(ask_owner(folder, {"do": "ping"})))
    asking.start()
    starting.serve(lambda _request: {"ok": True})
    asking.join()
    starting.release()
    assert answers == [{"ok": True}]
