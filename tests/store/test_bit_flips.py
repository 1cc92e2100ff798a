"""One flipped bit anywhere in the file: nothing that is shown is ever other than what was written."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from coach.journal.entries import answer_draft, correct_draft, tombstone_draft
from coach.store import reading
from coach.store.names import MARKER_NAME, journal_path
from coach.store.open import open_journal, open_reader
from coach.store.reading import Reading
from coach.store.trouble import JournalError
from tests.fakes import FakeClock
from tests.journal.samples import entry, whole_session

_FLIPS = int(os.environ.get("LIMBER_FLIPS", "300"))  # RELIABILITY T6, fast tier; the nightly one is 10 000
_SEED = 20_260_504


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, Any]]:
    """The bytes of a journal with corrections, deletions and answers, and what it shows."""
    folder, clock = tmp_path_factory.mktemp("flips"), FakeClock()
    store = open_journal(folder, app_version="0.1", clock=clock)
    for number in range(4):
        store.append(whole_session(clock, f"s-{number}"))
    drafts = [entry(clock, number % 11, note=f"note {number}") for number in range(20)]
    store.append(drafts)
    shown = {e.id: e for e in store.entries()}
    for draft in drafts[:5]:
        store.append([correct_draft(shown[draft.id], clock.stamp())])
    store.append([tombstone_draft(draft.id, clock.stamp()) for draft in drafts[5:10]])
    store.append([answer_draft("numb", "no", clock.stamp()), answer_draft("numb", "left foot", clock.stamp())])
    truth = values(store)
    store.close()
    return journal_path(folder).read_bytes(), truth


def values(reader: Reading) -> dict[str, Any]:
    """Everything shown, by what it is."""
    return {
        **{f"entry {e.id}": e for e in reader.entries()},
        **{f"session {s.id}": s for s in reader.sessions()},
        **{f"exposure {x.session} {x.on}": x for x in reader.exposures(0)},
        **{f"answer {key}": value for key, value in reader.answers().items()},
    }


@pytest.mark.parametrize("at_once", [20_000, 0], ids=["verified at once", "verified when asked"])
def test_nothing_altered_is_ever_shown(
    tmp_path: Path, journal: tuple[bytes, dict[str, Any]], monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """Each value is as written or absent, trouble is a sentence, and whatever is absent is announced.

    In a small journal, which is verified before the first answer, and in a great one, where the rows prove
    themselves until somebody asks for what is damaged.
    """
    monkeypatch.setattr(reading, "VERIFIED_AT_ONCE", at_once)
    clean, truth = journal
    chance = random.Random(_SEED)
    (tmp_path / MARKER_NAME).touch()
    told = silent = 0
    for _ in range(_FLIPS):
        bit = chance.randrange(len(clean) * 8)
        damaged = bytearray(clean)
        damaged[bit // 8] ^= 1 << bit % 8
        journal_path(tmp_path).write_bytes(damaged)
        shown, sentences = look(tmp_path)
        altered = {key: value for key, value in shown.items() if truth.get(key) != value}
        assert not altered, f"bit {bit}: {altered}"
        told += bool(sentences)
        silent += not sentences and shown != truth
    assert silent == 0
    assert told > _FLIPS // 20, "the harness must be able to see damage"


def look(folder: Path) -> tuple[dict[str, Any], list[str]]:
    """What is shown and what is said; trouble with the whole file shows nothing."""
    try:
        with open_reader(folder) as reader:
            return values(reader), reader.damaged()
    except JournalError as trouble:
        return {}, [str(trouble)]


def test_a_damaged_index_is_mended_at_the_next_start(folder: Path, clock: FakeClock) -> None:
    """The records are whole, so the index is made anew from them, and writing goes on."""
    store = open_journal(folder, app_version="0.1", clock=clock)
    store.append([*whole_session(clock, "s-0"), entry(clock)])
    truth = values(store)
    root = store._connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event_target'").fetchone()[0]
    store.close()
    with journal_path(folder).open("r+b") as file:
        file.seek(root * 4096 - 30)
        file.write(b"s-9")  # one entry of the index now tells of a session there is not
    with open_reader(folder) as reader:
        assert values(reader) == truth
        assert "damaged beside its records" in " ".join(reader.damaged())
    mended = open_journal(folder, app_version="0.1", clock=clock)
    mended.append([entry(clock)])
    assert (mended.damaged(), len(mended.entries())) == ([], 4)
    mended.close()
