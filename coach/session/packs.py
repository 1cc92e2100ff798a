"""What happens while a pack is on, and how it comes off. None of it ever puts a pack on by itself."""

from __future__ import annotations

from coach.i18n import _
from coach.plan.timeline import Cue, CueKind, SegmentKind
from coach.safety.exposure import same_skin
from coach.safety.suitability import numb_words
from coach.session.course import Exposure
from coach.session.events import (
    CheckAnswered,
    CheckAsked,
    CueDue,
    Outcome,
    PackDue,
    PackOff,
    PackOn,
    Status,
)
from coach.session.moving import finish, go, refuse, skip_passed_cues
from coach.session.pack import RESTARTED, Pack, new_pack
from coach.session.run import After, Run
from coach.session.state import Phase

#: Why a part ended early, where the person gave no reason of their own.
SKIN = "skin"
NO_ANSWER = "no-answer"


def confirm(run: Run, *, all_yes: bool, reason: str) -> None:
    """Take the answer to the confirmations: with one "no" the pack is left out."""
    exposure = _asked(run)
    if exposure is None or run.confirmed:
        return
    if all_yes:
        run.confirmed = True
    else:
        refuse(run, exposure, reason or _("Not every point could be confirmed, so the pack is left out."))


def numb(run: Run) -> None:
    """The place is numb or tingles: no pack goes there any more in this session, neither heat nor cold."""
    exposure = _asked(run)
    if exposure is None:
        return
    reason = numb_words(exposure.area, exposure.side)
    for other in run.course.exposures.values():
        if same_skin(exposure.area, exposure.side, other.area, other.side):
            run.refusals.update(dict.fromkeys(other.parts, reason))
    refuse(run, exposure, reason)


def put_on(run: Run) -> None:
    """The pack is on: from now on its time runs."""
    exposure = _asked(run)
    if exposure is None or not run.confirmed:
        return
    run.pack = new_pack(run.course, exposure)
    run.after = After.NEXT
    run.emit(
        PackOn(
            at_ms=run.session_ms,
            mode=exposure.mode,
            area=exposure.area,
            side=exposure.side,
            exposure=exposure.number,
            limit_ms=exposure.limit_ms,
        )
    )
    go(run, exposure.first + 1)


def segment_over(run: Run, pack: Pack) -> None:
    """A piece of heat, cold or a swap has had its time: look at the skin, swap, or take the pack off."""
    following = run.segment + 1
    if following >= pack.exposure.last or pack.on_ms >= pack.exposure.limit_ms:
        end_exposure(run, pack, After.NEXT)
        return
    late_ms = run.elapsed_ms - (run.here.duration_ms or 0)
    go(run, following, late_ms=late_ms)
    if run.here.kind is SegmentKind.CHECK:
        run.elapsed_ms = 0
        pack.ask()
        run.emit(CheckAsked(at_ms=run.session_ms, pack_ms=pack.on_ms, urgency=0))


def ask_skin(run: Run) -> None:
    """Ask for a look at the skin out of turn: the person was away. Until they answer nothing of it counts as done."""
    pack = run.pack
    if pack is None or pack.due_at is not None or pack.check_at is not None:
        return
    pack.ask()
    run.emit(CheckAsked(at_ms=run.session_ms, pack_ms=pack.on_ms, urgency=0))
    prompt = _(run.course.thermal.skin_check.prompt)
    at_ms = run.here.start_ms + run.elapsed_ms
    run.emit(CueDue(at_ms=run.session_ms, cue=Cue(at_ms=at_ms, segment=run.segment, kind=CueKind.CHECK, text=prompt)))


def skin_ok(run: Run) -> None:
    """The skin looks well: go on where pack-on time has come to meanwhile."""
    pack = run.pack
    if pack is None or pack.check_at is None:
        return
    pack.answer()
    run.emit(CheckAnswered(at_ms=run.session_ms, pack_ms=pack.on_ms, ok=True))
    segments, offset_ms = run.course.segments, pack.exposure.offset_ms
    before, following = run.segment, run.segment + 1
    if run.here.kind is SegmentKind.CHECK:
        before -= 1
    elif _caught_up(run, pack):
        return
    elif segments[following].kind is SegmentKind.CHECK:
        following += 1  # asked out of turn just before: this was that look
    late_ms = pack.on_ms - offset_ms[following]
    worn = segments[before].kind is segments[following].kind
    if worn or segments[following].kind is SegmentKind.SWITCH:
        run.tally.add(following, 0, late_ms)  # somebody was there, and the same pack stayed on
    go(run, following, late_ms=late_ms)


def _caught_up(run: Run, pack: Pack) -> bool:
    """Count what was worn of this piece while the look out of turn was waited for; False when the piece is over by now."""
    stood_ms, run.elapsed_ms = run.elapsed_ms, pack.on_ms - pack.exposure.offset_ms[run.segment]
    run.tally.add(run.segment, stood_ms, run.elapsed_ms)
    skip_passed_cues(run, keep_first=False)
    return run.elapsed_ms < (run.here.duration_ms or 0)


def skin_not_ok(run: Run) -> None:
    """A stop sign was seen: off with the pack, and nothing goes on by itself."""
    pack = run.pack
    if pack is None or run.phase is Phase.STOPPED:
        return
    pack.answer()
    run.emit(CheckAnswered(at_ms=run.session_ms, pack_ms=pack.on_ms, ok=False))
    interrupt(run, pack, SKIN)
    run.phase = Phase.STOPPED
    end_exposure(run, pack, run.after)


def interrupt(run: Run, pack: Pack, reason: str, outcome: Outcome = Outcome.INTERRUPTED) -> None:
    """End the part under the pack with `outcome`; the exposure counts as that, too."""
    pack.verdict = pack.verdict or outcome
    run.close(run.here.part, outcome, reason)


def end_exposure(run: Run, pack: Pack, after: After, urgency: int = 0) -> None:
    """The pack has to come off now; the position stands at "take it off" until somebody says it is off."""
    run.after = after
    last = pack.exposure.last
    if pack.due_at is None:
        pack.finish(urgency)  # from here on what lies on the skin stays what it is
        if run.segment < last and run.course.segments[last].kind is SegmentKind.RELEASE:
            go(run, last)
    pack.urgency = max(pack.urgency, urgency)
    run.emit(_due(run, pack))


def remind(run: Run, pack: Pack) -> None:
    """Do what is due by pack-on time: repeat "take it off", end the exposure, or press for the check's answer."""
    if pack.due_at is not None:
        pack.insist()
        run.emit(_due(run, pack))
    elif pack.on_ms >= pack.exposure.limit_ms:
        end_exposure(run, pack, After.NEXT)
    else:
        pack.urgency += 1
        run.emit(CheckAsked(at_ms=run.session_ms, pack_ms=pack.on_ms, urgency=pack.urgency))
        if pack.urgency == 2:
            interrupt(run, pack, NO_ANSWER, Outcome.UNATTENDED)
            end_exposure(run, pack, After.END, urgency=2)


def take_off(run: Run) -> None:
    """The pack is off: its time stands still, and the session goes on as was decided before."""
    pack = run.pack
    if pack is None:
        return
    exposure = pack.exposure
    run.emit(_off(run, pack))
    if pack.verdict is not None:
        run.close(run.here.part, pack.verdict, NO_ANSWER if pack.verdict is Outcome.UNATTENDED else RESTARTED)
    run.pack = None
    run.spent.add(exposure.number)
    run.taken_off.append((exposure, run.session_ms))
    if run.after is After.END:
        reason = NO_ANSWER if pack.verdict is Outcome.UNATTENDED else "ended"
        finish(run, Status.ENDED, reason)
        return
    for part in exposure.parts:
        run.close(part)
    if run.phase is not Phase.STOPPED:
        go(run, before(run, exposure.first) if run.after is After.BACK else exposure.last + 1)


def before(run: Run, index: int) -> int:
    """Return the start of the last block before segment `index` that may be done again (or `index` itself)."""
    course, at = run.course, index
    while at > 0:
        at = course.first_of_block(at - 1)
        exposure = course.exposure_at(at)
        if exposure is not None:
            at = exposure.first
        spent = exposure is not None and exposure.number in run.spent
        if not spent and course.parts[course.segments[at].part].step not in run.dropped:
            return at
    return index


def _asked(run: Run) -> Exposure | None:
    """Return the exposure whose pack is being prepared, while the position waits there."""
    if run.phase is not Phase.RUNNING or not run.waiting or run.pack is not None:
        return None
    return run.course.exposure_at(run.segment)


def _due(run: Run, pack: Pack) -> PackDue:
    return PackDue(at_ms=run.session_ms, mode=pack.mode, pack_ms=pack.on_ms, urgency=pack.urgency)


def _off(run: Run, pack: Pack) -> PackOff:
    exposure = pack.exposure
    return PackOff(
        at_ms=run.session_ms,
        mode=exposure.mode,
        area=exposure.area,
        side=exposure.side,
        exposure=exposure.number,
        worn_ms=pack.on_ms,
        outcome=pack.verdict or _outcome(run, exposure),
        certain=pack.certain,
    )


def _outcome(run: Run, exposure: Exposure) -> Outcome:
    """Return how far an exposure came, over all its parts."""
    found = {run.tally.result(part).outcome for part in exposure.parts}
    return found.pop() if len(found) == 1 else Outcome.PARTLY
