"""Drafts a person makes directly: an entry, a marker, a correction, a deletion, an answer about health."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from coach.clock import Stamp
from coach.content.vocabulary import LASTING_MARKERS, Area, MarkerKind, Quality, Side, When
from coach.errors import CoachError
from coach.i18n import _
from coach.journal.bodies import AnswerBody, CorrectBody, EntryBody, MarkerBody, TombstoneBody, UndeleteBody, plain
from coach.journal.identity import new_id
from coach.journal.records import Entry, Marker
from coach.journal.repository import Draft

#: Code points of a note after normalising (RELIABILITY 3.9).
NOTE_LENGTH = 4000
_MOST = 10
_JOINERS = "\u200d\u200c\ufe0e\ufe0f"  # inside emoji and some scripts these are spelling


def entry_draft(  # noqa: PLR0913 - one argument for each thing a person can say
    at: Stamp,
    tightness: int,
    area: Area,
    side: Side | None,
    *,
    quality: Quality = Quality.TIGHTNESS,
    note: str | None = None,
    session: str | None = None,
    when: When | None = None,
    rehearsal: bool = False,
    exercise: str | None = None,
    together: str | None = None,
) -> Draft:
    """Return the draft of a tightness entry (0 none to 10 worst imaginable) about the moment `at`.

    Raises `CoachError` for a number outside 0 to 10 or a note that is too long.
    """
    if not 0 <= tightness <= _MOST:
        raise CoachError(_("Tightness is a whole number from 0 (none) to 10 (the most you can imagine)."))
    body = EntryBody(
        tightness=tightness,
        area=area,
        side=side,
        quality=quality,
        note=clean_note(note or ""),
        session=session,
        when=when,
        rehearsal=rehearsal,
        exercise=exercise,
        together=together,
    )
    return Draft(id=new_id(at.utc_us), kind="entry", at=at, body=plain(body))


def marker_draft(at: Stamp, kind: MarkerKind, words: str = "", last_day: str | None = None) -> Draft:
    """Return the draft of something that happened on the day of `at`, or from it to `last_day` (ISO, included).

    Raises `CoachError` for a last day before the first, one where the kind has none, or words that are too long.
    """
    body = _checked(MarkerBody(kind=kind, words=clean_note(words), last_day=last_day), at)
    return Draft(id=new_id(at.utc_us), kind="marker", at=at, body=plain(body))


def correct_draft(corrected: Entry | Marker, now: Stamp) -> Draft:
    """Return a draft that replaces the whole content of the entry or marker with the id `corrected.id`."""
    at = (corrected.at.utc_us, corrected.at.offset_min, corrected.at.tz, corrected.at.local_day)
    if isinstance(corrected, Marker):
        body = CorrectBody(marker=_marker_body(corrected), at=at)
    else:
        body = CorrectBody(entry=_entry_body(corrected), at=at)
    return Draft(id=new_id(now.utc_us), kind="correct", at=now, body=plain(body), target=corrected.id)


def tombstone_draft(target: str, now: Stamp, *, reason: str = "") -> Draft:
    """Return a draft that deletes an entry, a marker, an answer or a session (packs worn stay in the heat history)."""
    return Draft(
        id=new_id(now.utc_us), kind="tombstone", at=now, body=plain(TombstoneBody(reason=reason)), target=target
    )


def undelete_draft(target: str, now: Stamp) -> Draft:
    """Return a draft that brings back what was deleted, as it was, under the id it had."""
    return Draft(id=new_id(now.utc_us), kind="undelete", at=now, body=plain(UndeleteBody()), target=target)


def answer_draft(key: str, value: Any, now: Stamp) -> Draft:
    """Return a draft with an answer about health; the latest answer to a key counts."""
    return Draft(id=new_id(now.utc_us), kind="answer", at=now, body=plain(AnswerBody(key=key, value=value)))


def _marker_body(marker: Marker) -> MarkerBody:
    body = MarkerBody(kind=marker.kind, words=clean_note(marker.words), last_day=marker.last_day)
    return _checked(body, marker.at)


def _checked(body: MarkerBody, at: Stamp) -> MarkerBody:
    if body.last_day is None:
        return body
    if body.kind not in LASTING_MARKERS:
        raise CoachError(_("This marker is about one day; leave the last day out."))
    try:
        last = date.fromisoformat(body.last_day)
    except ValueError:
        raise CoachError(_("Write the last day as in 2026-11-20.")) from None
    if last < date.fromisoformat(at.local_day):
        raise CoachError(_("The last day is before the first."))
    return body


def _entry_body(entry: Entry) -> EntryBody:
    return EntryBody(
        tightness=entry.tightness,
        area=entry.area,
        side=entry.side,
        quality=entry.quality,
        note=clean_note(entry.note),
        session=entry.session,
        when=entry.when,
        rehearsal=entry.rehearsal,
        exercise=entry.exercise,
        together=entry.together,
    )


def clean_note(text: str) -> str:
    """Return a note as it is kept: composed Unicode, no control or hidden signs but line breaks and tabs.

    Raises `CoachError` when it is longer than `NOTE_LENGTH` or holds broken Unicode.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise CoachError(_("The note holds signs that are not valid text; type it again.")) from None
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(sign for sign in whole if _belongs(sign)).strip()
    if len(kept) > NOTE_LENGTH:
        raise CoachError(
            _("The note is {length} characters long; at most {most} fit.").format(length=len(kept), most=NOTE_LENGTH)
        )
    return kept


def _belongs(sign: str) -> bool:
    return sign in "\n\t" or sign in _JOINERS or unicodedata.category(sign) not in {"Cc", "Cf"}
