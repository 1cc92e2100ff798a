"""Every pacing number of a plan, in milliseconds, and how long a sentence takes to say.

None of these comes from a source: they are our own choice, set out in docs/decisions/0020-pacing.md.
Doses, caps and swap times are not here: they come from the exercise and from thermal.toml, with sources.
"""

from __future__ import annotations

from coach.content.vocabulary import Posture

MS = 1000
MINUTE_MS = 60 * MS

#: Moving into and out of a hold; short holds (up to `SHORT_HOLD_MS`) get the short times.
ENTER_MS = 4_000
RELEASE_MS = 3_000
SHORT_ENTER_MS = 2_000
SHORT_RELEASE_MS = 2_000
SHORT_HOLD_MS = 10_000
#: The first release lasts as long as its line takes to say, up to this; a longer line is said beforehand.
LONGEST_RELEASE_MS = 6_000

#: One spoken word at 150 words a minute, an unhurried voice; no sentence is shorter than `SHORTEST_MS`.
WORD_MS = 400
SHORTEST_MS = 800
#: Silence between two sentences.
GAP_MS = 300

#: Holds from this length on say "halfway" and "five seconds".
HALFWAY_FROM_MS = 20_000
FIVE_FROM_MS = 10_000
FIVE_MS = 5_000
#: Rests from this length on say "five seconds".
REST_FIVE_FROM_MS = 20_000
#: How long before the end of a rest the next step is named, over the time the sentence takes.
NEXT_BEFORE_END_MS = 1_000
#: A say step without a length: the sentence and a breath after it.
SAY_AFTER_MS = 1_000
#: Spoken breathing cycles, before the person goes on alone.
SPOKEN_BREATHS = 2

#: A movement whose file gives no tempo: out, back and pause (its hold comes from the dose).
TEMPO_OUT_MS = 2_000
TEMPO_BACK_MS = 2_000
TEMPO_PAUSE_MS = 1_000

#: More segments than two hours of one-second repetitions can need: the routine is not one.
MOST_SEGMENTS = 20_000

#: Quiet time for a change of place, after the set-up has been said; largest first.
FLOOR_AND_CHAIR_MS = 15_000
FLOOR_AND_STANDING_MS = 10_000
TURN_ON_FLOOR_MS = 6_000
CHAIR_AND_STANDING_MS = 3_000

_FLOOR = frozenset({Posture.SUPINE, Posture.PRONE, Posture.ALL_FOURS})


def change_ms(before: Posture, after: Posture) -> int:
    """How much longer to get ready when the start position changes, in milliseconds."""
    if before is after:
        return 0
    floor = (before in _FLOOR) + (after in _FLOOR)
    if floor == 2:
        return TURN_ON_FLOOR_MS
    seated = Posture.SITTING in {before, after}
    if floor:
        return FLOOR_AND_CHAIR_MS if seated else FLOOR_AND_STANDING_MS
    return CHAIR_AND_STANDING_MS if seated else 0


def speech_ms(text: str) -> int:
    """How long `text` takes to say or to read aloud, at 2.5 words a second (spaces are counted: it is quick)."""
    return max(SHORTEST_MS, (text.count(" ") + text.count("\n") + 1) * WORD_MS)
