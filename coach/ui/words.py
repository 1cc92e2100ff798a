"""The closed lists of the vocabulary in the words of the person. No Qt; looked up at run time, so they translate."""

from __future__ import annotations

from datetime import date

from coach.content.vocabulary import Area, Category, Mode, Posture, Quality, Side, SpineDirection, When
from coach.content.words import side_word
from coach.i18n import _, ngettext
from coach.session.events import Outcome, Status

_MS_PER_S = 1000
#: From so many seconds on a length is said in minutes.
_MINUTES_FROM_S = 60


def area_word(area: Area) -> str:
    """Name an area of the body map."""
    return {
        Area.LOW_BACK: _("Low back"),
        Area.BUTTOCK: _("Buttock"),
        Area.HIP: _("Hip"),
        Area.HAMSTRING: _("Hamstring"),
        Area.CALF: _("Calf"),
        Area.FOOT: _("Foot"),
    }[area]


def place_word(area: Area, side: Side | None) -> str:
    """Name an area with its side: "Buttock, left"."""
    if side is None:
        return area_word(area)
    return _("{area}, {side}").format(area=area_word(area), side=side_word(side))


def quality_word(quality: Quality) -> str:
    """Name what a feeling is like."""
    return {
        Quality.TIGHTNESS: _("Tightness"),
        Quality.SPASM: _("Spasm"),
        Quality.TWITCHING: _("Twitching"),
        Quality.CRAMP: _("Cramp"),
        Quality.SHOOTING_PAIN: _("Shooting pain"),
        Quality.NUMBNESS: _("Numbness"),
        Quality.TINGLING: _("Tingling"),
        Quality.WEAKNESS: _("Weakness"),
    }[quality]


def posture_word(posture: Posture) -> str:
    """Say a start position."""
    return {
        Posture.SUPINE: _("On your back"),
        Posture.PRONE: _("On your front"),
        Posture.ALL_FOURS: _("On hands and knees"),
        Posture.SITTING: _("Sitting"),
        Posture.STANDING: _("Standing"),
        Posture.WALKING: _("Walking"),
    }[posture]


def category_word(category: Category) -> str:
    """Name a sort of exercise."""
    return {
        Category.STRETCH: _("Stretch"),
        Category.MOBILITY: _("Mobility"),
        Category.POSTURE: _("Posture"),
        Category.STRENGTH: _("Strength"),
        Category.NERVE: _("Nerve slider"),
        Category.AEROBIC: _("Walking and stamina"),
    }[category]


def direction_word(direction: SpineDirection) -> str:
    """Say how an exercise moves the low back."""
    return {
        SpineDirection.FLEXION: _("Rounds the back"),
        SpineDirection.EXTENSION: _("Arches the back"),
        SpineDirection.NEUTRAL: _("Keeps the back neutral"),
        SpineDirection.ROTATION: _("Turns the back"),
        SpineDirection.BOTH: _("Rounds and arches"),
    }[direction]


def mode_word(mode: Mode) -> str:
    """Name heat or cold."""
    return {Mode.HEAT: _("Heat"), Mode.COLD: _("Cold")}[mode]


def outcome_word(outcome: Outcome) -> str:
    """Say how a step ended."""
    return {
        Outcome.DONE: _("Done"),
        Outcome.PARTLY: _("Partly done"),
        Outcome.SKIPPED: _("Skipped"),
        Outcome.INTERRUPTED: _("Interrupted"),
        Outcome.UNATTENDED: _("No answer"),
    }[outcome]


def status_word(status: Status) -> str:
    """Say how a session ended."""
    return {Status.DONE: _("Done"), Status.ENDED: _("Ended early"), Status.INTERRUPTED: _("Interrupted")}[status]


def when_word(when: When) -> str:
    """Say when a rating was given, seen from its session."""
    return {When.BEFORE: _("Before"), When.DURING: _("During"), When.AFTER: _("After")}[when]


def step_title(kind: str, title: str) -> str:
    """Name a step: an exercise by its own title, anything else by what it is."""
    named = {
        "rest": _("Rest"),
        "heat": _("Heat pack"),
        "cold": _("Cold pack"),
        "off": _("Pause without a pack"),
        "breathe": _("Slow breathing"),
        "ask": _("Rate how tight it feels"),
        "say": _("A few words"),
    }
    return _(title) if title else named.get(kind, kind)


def tightness_word(score: int) -> str:
    """Say a 0-10 score in a word: the usual bands 0, 1-3, 4-6, 7-9, 10 (CLINICAL.md section 5, HL7EU-PAIN)."""
    if score <= 0:
        return _("none")
    if score <= 3:
        return _("mild")
    if score <= 6:
        return _("moderate")
    return _("strong") if score < 10 else _("the most you can imagine")


def seconds_words(seconds: float) -> str:
    """Write a number of seconds in words: "20 seconds"."""
    return ngettext("{n} second", "{n} seconds", _plural(seconds)).format(n=number_text(seconds))


def minutes_words(minutes: float) -> str:
    """Write a number of minutes in words: "10 minutes"."""
    return ngettext("{n} minute", "{n} minutes", _plural(minutes)).format(n=number_text(minutes))


def length_words(milliseconds: int) -> str:
    """Say a length as a person would: "45 seconds", "11 minutes"; whole minutes from one on."""
    seconds = round(max(milliseconds, 0) / _MS_PER_S)
    return seconds_words(seconds) if seconds < _MINUTES_FROM_S else minutes_words(round(seconds / 60))


def length_of_words(done_ms: int, planned_ms: int) -> str:
    """Say how much of a plan was done: "11 minutes", or "5 of 57 minutes" where it is less than planned."""
    if done_ms >= planned_ms or length_words(done_ms) == length_words(planned_ms):
        return length_words(done_ms)
    done, planned = round(done_ms / _MS_PER_S), round(planned_ms / _MS_PER_S)
    if done < _MINUTES_FROM_S:
        return _("{done} of {planned}").format(done=length_words(done_ms), planned=length_words(planned_ms))
    return _("{done} of {planned}").format(done=round(done / 60), planned=minutes_words(round(planned / 60)))


def times_words(count: float) -> str:
    """Write how often: "once", "twice", "3 times"."""
    if count == 1:
        return _("once")
    if count == 2:
        return _("twice")
    return ngettext("{n} time", "{n} times", _plural(count)).format(n=number_text(count))


def number_text(value: float) -> str:
    """Write a number without a point where there is nothing after it."""
    return f"{value:g}"


def day_words(day: str, today: str) -> str:
    """Name an ISO day as a person would: Today, Yesterday, a weekday this week, else the date.

    `today` is an ISO day too: nobody here reads a clock.
    """
    that = date.fromisoformat(day)
    away = (date.fromisoformat(today) - that).days
    if away == 0:
        return _("Today")
    if away == 1:
        return _("Yesterday")
    dated = _("{day} {month} {year}").format(day=that.day, month=_month(that.month), year=that.year)
    return _("{weekday}, {date}").format(weekday=_weekday(that.weekday()), date=dated)


def _plural(value: float) -> int:
    """Pick the plural form: only exactly one is one."""
    return 1 if value == 1 else 2 if value < 2 else round(value)


def _weekday(number: int) -> str:
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return names[number]


def _month(number: int) -> str:
    names = (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )
    return names[number - 1]
