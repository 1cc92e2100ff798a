"""The settings file: never in the way of the start, never half written."""

from __future__ import annotations

import json
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.clock import Stamp, stamp_of
from coach.errors import DataError
from coach.settings import store
from coach.settings.model import Settings
from coach.settings.store import FILE_NAME, load_settings, save_settings, wants_x11


def _now() -> Stamp:
    return stamp_of(datetime(2026, 10, 11, 8, 30, 5, tzinfo=UTC), "UTC")


def _write(folder: Path, text: str | bytes) -> Path:
    path = folder / FILE_NAME
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_first_start(tmp_path: Path) -> None:
    """A folder without a settings file gives the usual settings and says nothing."""
    assert load_settings(tmp_path, _now()) == (Settings(), "")
    assert list(tmp_path.iterdir()) == []


def test_round_trip(tmp_path: Path) -> None:
    """What is saved is what is read back, key by key."""
    chosen = Settings(theme="dark", text_scale=1.5, ask_ratings=False, prep_extra_s=7.5, full_screen=True)
    save_settings(tmp_path, chosen)
    assert load_settings(tmp_path, _now()) == (chosen, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_private(tmp_path: Path) -> None:
    """The file is readable by its owner only, whatever the umask was, and no temporary file stays."""
    before = os.umask(0)
    try:
        save_settings(tmp_path, Settings())
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_one_bad_key(tmp_path: Path) -> None:
    """A bad value costs only its own key; the file is kept aside and named in one notice."""
    text = json.dumps({"theme": "dark", "text_scale": 9})
    _write(tmp_path, text)
    loaded = load_settings(tmp_path, _now())
    assert loaded.settings == Settings(theme="dark")
    assert "text_scale" in loaded.notice
    assert "theme" not in loaded.notice.replace("settings", "")
    kept = tmp_path / f"{FILE_NAME}.bad-20261011T083005"
    assert kept.name in loaded.notice
    assert kept.read_text() == text


def test_good_keys_survive_the_second_start(tmp_path: Path) -> None:
    """After a bad key the next start reads the good ones again and has nothing more to say."""
    _write(tmp_path, '{"theme": "light", "colour": "red"}')
    first = load_settings(tmp_path, _now())
    assert "colour" in first.notice
    assert load_settings(tmp_path, _now()) == (Settings(theme="light"), "")


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("NaN", "text_scale"),
        ("Infinity", "prep_extra_s"),
        ("-1", "prep_extra_s"),
        ("1e999", "text_scale"),
        ('"1.5"', "text_scale"),
        ("1", "ask_ratings"),
        ("null", "theme"),
        ('"purple"', "theme"),
        ('"\\ud800"', "language"),
        ('"de\\n"', "language"),
        ("[[]]", "motion"),
    ],
)
def test_every_wrong_value(tmp_path: Path, value: str, key: str) -> None:
    """NaN, out of range, wrong type, unknown word, lone surrogate: the default, and the key is named."""
    _write(tmp_path, f'{{"{key}": {value}, "spoken_detail": false}}')
    loaded = load_settings(tmp_path, _now())
    assert loaded.settings == Settings(spoken_detail=False)
    assert key in loaded.notice


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00" * 20,
        b"\xff\xfe{}",
        b"theme = dark",
        b"[]",
        b'"dark"',
        b"{" * 5000,
        b"[" * 60_000,
        b"{}" + b" " * 70_000,
    ],
    ids=["empty", "nul", "not-utf8", "toml", "list", "string", "braces", "nested", "huge"],
)
def test_garbage(tmp_path: Path, raw: bytes) -> None:
    """A file of which nothing can be used gives the usual settings, one sentence, and is kept byte for byte."""
    _write(tmp_path, raw)
    loaded = load_settings(tmp_path, _now())
    assert loaded.settings == Settings()
    assert "damaged" in loaded.notice
    [kept] = tmp_path.iterdir()
    assert kept.name.startswith(f"{FILE_NAME}.bad-")
    assert kept.read_bytes() == raw


def test_kept_copies_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """Two damaged files in the same second are both kept."""
    for text in ("one", "two"):
        _write(tmp_path, text)
        load_settings(tmp_path, _now())
    assert sorted(path.read_text() for path in tmp_path.iterdir()) == ["one", "two"]


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    """A folder named like the file does not stop the start, and saving says what is wrong."""
    (tmp_path / FILE_NAME).mkdir()
    loaded = load_settings(tmp_path, _now())
    assert loaded.settings == Settings()
    assert FILE_NAME in loaded.notice
    with pytest.raises(DataError, match=FILE_NAME):
        save_settings(tmp_path, Settings())


def test_no_folder(tmp_path: Path) -> None:
    """Saving into a folder that is gone is a sentence with its path."""
    with pytest.raises(DataError, match=r"could not be saved in .*gone"):
        save_settings(tmp_path / "gone", Settings())


def test_read_only_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be renamed the file stays, the good keys count, and the notice says so."""

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self), None, str(target))

    _write(tmp_path, '{"theme": "dark", "x": 1}')
    monkeypatch.setattr(Path, "rename", refuse)
    loaded = load_settings(tmp_path, _now())
    assert loaded.settings == Settings(theme="dark")
    assert "left as it is" in loaded.notice


@pytest.mark.parametrize(
    ("text", "wanted"),
    [('{"through_x11": false}', False), ('{"through_x11": 3}', True), ("{", True), ("", True), (None, True)],
)
def test_read_ahead(tmp_path: Path, text: str | None, wanted: bool) -> None:
    """The one choice that is needed before any window: as it stands, or as usual; a damaged file is left where it is."""
    if text is not None:
        _write(tmp_path, text)
    assert wants_x11(tmp_path) is wanted
    assert len(list(tmp_path.iterdir())) == (text is not None)


def test_crash_while_saving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save that fails leaves the old settings whole."""
    save_settings(tmp_path, Settings(theme="dark"))

    def fail(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "write_atomic", fail)
    with pytest.raises(DataError, match="No space left on device"):
        save_settings(tmp_path, Settings(theme="light"))
    assert load_settings(tmp_path, _now()).settings.theme == "dark"


def test_strange_keys_are_safe_to_show(tmp_path: Path) -> None:
    """A key of ten thousand signs or with control signs in it is shortened and cleaned in the notice."""
    _write(tmp_path, json.dumps({"a" * 10_000: 1, "b\u202ec\u0000": 2, **{f"k{n}": n for n in range(50)}}))
    notice = load_settings(tmp_path, _now()).notice
    assert len(notice) < 500 + len(str(tmp_path))
    assert notice.isprintable()
