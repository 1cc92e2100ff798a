"""A whole session in a terminal: cues at their due time, answers typed, everything recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coach.clock import Clock
from coach.console import typed
from coach.console.book import Book
from coach.console.input_lines import Lines
from coach.console.prompts import prompt, rating_prompt, reminder
from coach.console.ratings import Question, Ratings
from coach.content.library import Library
from coach.content.vocabulary import When
from coach.content.words import clock_text
from coach.errors import WrongUseError
from coach.i18n import _
from coach.journal.entries import answer_draft
from coach.journal.scribe import Scribe
from coach.plan.timeline import CueKind, Segment, SegmentKind, Timeline
from coach.safety.suitability import numb_key
from coach.session.engine import Engine
from coach.session.events import (
    CheckAsked,
    CueDue,
    Event,
    Finished,
    GapKind,
    GotWorse,
    PackDue,
    PackRefused,
    Paused,
    Status,
)
from coach.session.pacemaker import Pacemaker
from coach.session.state import Need, Phase, Snapshot

_NS_PER_S = 1_000_000_000
_LONGEST_WAIT_NS = 1_000_000_000  # a gap is noticed within a second (RELIABILITY 3.6)
_MOVE_WITHOUT_TARGET_MS = 60_000  # how long --yes moves when the routine suggests no length


@dataclass(slots=True)
class TextPlayer:
    """Runs the engine against the clock, prints what is due and passes on what is typed.

    `yes` answers every need by itself; refusals, caps and gaps are the engine's and stay. `moved` is told every moment.
    """

    engine: Engine
    timeline: Timeline
    library: Library
    clock: Clock
    pacemaker: Pacemaker
    scribe: Scribe
    book: Book
    ratings: Ratings
    lines: Lines
    say: Callable[[str], None]
    yes: bool = False
    moved: Callable[[Snapshot], None] = lambda _snapshot: None
    _asked: tuple[Need, int] = (Need.NOTHING, -1)
    _question: Question | None = None
    _over: Finished | None = None

    def run(self, *, resumed: bool = False) -> Finished:
        """Play to the end and return how it ended."""
        if resumed:
            self._take(self.engine.resume())
        else:
            self.ratings.give(When.BEFORE)
            self._take(self.engine.start())
        while self._over is None:
            if self._answer_by_itself():
                continue
            self._ask()
            line = self.lines.get(self._wait_s())
            self._take(self.pacemaker.beat(self.engine))
            if self._over is None:
                self._hear(line)
        return self._over

    def _take(self, events: Sequence[Event]) -> None:
        """Show what happened, then write it down."""
        self.moved(self.engine.snapshot())
        for event in events:
            self._show(event)
        writing = self.scribe.take(events, self.engine.checkpoint, self.clock.now())
        if writing is not None:
            self.book.write(writing)

    def _show(self, event: Event) -> None:
        if isinstance(event, CueDue):
            if self.ratings.wanted or event.cue.kind is not CueKind.ASK:
                self.say(f"{clock_text(event.at_ms):>7}  {event.cue.text}")
        elif isinstance(event, Paused):
            self.say(_("Paused. Type p and press Enter to go on."))
            if self.engine.snapshot().pack is not None:
                self.say(_("The time of the pack runs on."))
        elif isinstance(event, CheckAsked | PackDue):
            self._remind(event)
        elif isinstance(event, PackRefused):
            self.say(event.reason)
        elif isinstance(event, GotWorse):
            self._say_stop_rules()
        elif isinstance(event, Finished):
            self._finish(event)

    def _remind(self, event: CheckAsked | PackDue) -> None:
        """Ask again what was asked before and not answered, with the terminal's bell once it is urgent."""
        need = Need.SKIN_CHECK if isinstance(event, CheckAsked) else Need.PACK_OFF
        if self._asked[0] is need:
            bell = "\a" if event.urgency else ""
            self.say(f"{bell}{clock_text(event.at_ms):>7}  {reminder(need, self.library)}")

    def _finish(self, event: Finished) -> None:
        if event.status is Status.DONE:
            self.ratings.give(When.AFTER)
        word = {Status.DONE: _("Done"), Status.ENDED: _("Ended"), Status.INTERRUPTED: _("Interrupted")}[event.status]
        self.say(
            _("{status}: {done} of {planned}.").format(
                status=word, done=clock_text(event.done_ms), planned=clock_text(event.planned_ms)
            )
        )
        if event.empty:
            self.say(_("Nothing was done, so no session is kept."))
        self._over = event

    def _say_stop_rules(self) -> None:
        stop = self.library.warning_signs.stop_exercise
        self.say(_(stop.action))
        for sign in stop.signs:
            self.say(f"  - {_(sign.text)}")

    def _segment(self) -> Segment | None:
        index = self.engine.snapshot().segment
        return self.timeline.segments[index] if 0 <= index < len(self.timeline.segments) else None

    def _answer_by_itself(self) -> bool:
        """Answer a need without the person: a rating given beforehand, or anything with --yes."""
        snapshot, segment = self.engine.snapshot(), self._segment()
        if snapshot.need is Need.RATING and segment and segment.when and self.ratings.settled(segment.when):
            self._take(self.engine.go_on())
            return True
        if not self.yes:
            return False
        if snapshot.need is Need.NOTHING:
            if snapshot.phase is not Phase.PAUSED:
                return False
            self._take(self.engine.resume())
            return True
        if snapshot.need is Need.ADVANCE and segment is not None and snapshot.elapsed_ms < _least_ms(segment):
            return False
        self._take(typed.yes(self.engine, snapshot.need))
        return True

    def _ask(self) -> None:
        """Print what is asked, once per need."""
        snapshot, segment = self.engine.snapshot(), self._segment()
        asked = (snapshot.need, snapshot.segment)
        if snapshot.need is Need.RATING and segment is not None:
            self._ask_rating(segment, anew=asked != self._asked)
        elif asked != self._asked and not (self.yes and snapshot.need is Need.ADVANCE):
            for line in prompt(snapshot.need, snapshot, segment, self.library):
                self.say(line)
        else:
            return
        self._asked = asked

    def _ask_rating(self, segment: Segment, *, anew: bool) -> None:
        """Ask for one number after the other, each once."""
        if anew:
            self.ratings.ask(self.timeline, self.engine.snapshot().segment)
        question = self.ratings.question(segment)
        if anew or question != self._question:
            self.say(rating_prompt(question, segment))
        self._question = question

    def _wait_s(self) -> float:
        """Seconds until something is due: a cue, a checkpoint, or the look at the clocks."""
        now = self.clock.now().awake_ns
        dues = [now + _LONGEST_WAIT_NS]
        due_ms = self.engine.next_due_ms()
        if due_ms is not None:
            dues.append(self.pacemaker.deadline_ns(due_ms))
        return max(min(dues) - now, 0) / _NS_PER_S

    def _hear(self, line: str | None) -> None:
        """Obey a typed line; end when an answer is needed and none can come."""
        if line is not None:
            try:
                if self._numb(line):
                    return
                self._take(typed.obey(self.engine, line, self._segment(), self.ratings, self.say))
            except WrongUseError as mistake:
                self.say(str(mistake))
        elif self.lines.ended() and not self.yes and self._stuck():
            self.say(_("Nobody can answer here, so the session ends. Add --yes to answer the checks."))
            if self.engine.snapshot().pack is not None:
                # Nobody says whether it is off: it is written down as worn at least so long, not certain.
                self._take(self.engine.gap(GapKind.FROZEN, 0, 0))
            self._take(self.engine.end())
            if self.engine.snapshot().need is Need.PACK_OFF:
                self._take(self.engine.pack_is_off())

    def _numb(self, line: str) -> bool:
        """Whether the line says that the place is numb: no pack goes there any more today, in whatever session."""
        segment = self._segment()
        if segment is None or segment.area is None or self.engine.snapshot().need is not Need.CONFIRM_PACK:
            return False
        if line.strip().lower() not in {_("numb"), "numb"}:
            return False
        stamp = self.clock.stamp()
        self.book.save([answer_draft(numb_key(segment.area, segment.side), stamp.local_day, stamp)])
        self._take(self.engine.numb())
        return True

    def _stuck(self) -> bool:
        snapshot = self.engine.snapshot()
        return snapshot.need is not Need.NOTHING or snapshot.phase in {Phase.PAUSED, Phase.WAITING, Phase.STOPPED}


def _least_ms(segment: Segment) -> int:
    """How long --yes stays in a segment that waits for the person: a walk is walked, a question is answered."""
    return (segment.target_ms or _MOVE_WITHOUT_TARGET_MS) if segment.kind is SegmentKind.MOVE else 0
