"""A dose in the words a physiotherapist would use. No Qt."""

from __future__ import annotations

from coach.content.exercise import Amount, Dose, Evidence, Exercise, Tempo
from coach.i18n import _, ngettext
from coach.ui.words import minutes_words, number_text, seconds_words, times_words


def dose_lines(exercise: Exercise) -> tuple[str, ...]:
    """Say how much and how often, default first and the safe range in brackets.

    "Hold 20 seconds (5 to 30), 3 times (2 to 5) on each side."
    """
    lines = [_how_much(exercise), _tempo_line(exercise.dose.tempo), *_sets_and_rest(exercise.dose)]
    lines.append(_how_often(exercise.dose))
    return tuple(line for line in lines if line)


def short_dose(exercise: Exercise) -> str:
    """Say the default in a few signs, for lists: "3 × 20 seconds, each side"."""
    dose = exercise.dose
    if dose.minutes is not None:
        return minutes_words(dose.minutes.default)
    reps = number_text(dose.reps.default) if dose.reps else "1"
    if exercise.kind == "hold" and dose.hold_s is not None:
        text = _("{reps} × {seconds}").format(reps=reps, seconds=seconds_words(dose.hold_s.default))
    else:
        text = _("{reps} times").format(reps=reps)
    return _("{dose}, each side").format(dose=text) if exercise.per_side else text


def evidence_words(evidence: Evidence) -> str:
    """Say in one line what a source gives: "hold 15 to 30 s, 2 to 4 times. At least 15-30 s"."""
    said = [
        (evidence.hold_s, _("hold {n} s")),
        (evidence.reps, _("{n} times")),
        (evidence.sets, _("{n} sets")),
        (evidence.minutes, _("{n} min")),
        (evidence.per_day, _("{n} a day")),
        (evidence.days_per_week, _("{n} days a week")),
    ]
    words = _capital(", ".join(form.format(n=span_words(*span)) for span, form in said if span is not None))
    note = _(evidence.note)
    return _("{numbers}. {note}").format(numbers=words, note=note) if words and note else words or note


def span_words(low: float, high: float) -> str:
    """Write a range: "5 to 30", or one number when both ends are the same."""
    if low == high:
        return number_text(low)
    return _("{low} to {high}").format(low=number_text(low), high=number_text(high))


def amount_words(amount: Amount) -> str:
    """Write a number with its safe range: "20 (5 to 30)"; a fixed number stands alone."""
    return number_text(amount.default) + _range(amount)


def _range(amount: Amount) -> str:
    if amount.min == amount.max:
        return ""
    return f" ({span_words(amount.min, amount.max)})"


def _how_much(exercise: Exercise) -> str:
    dose = exercise.dose
    if dose.minutes is not None:
        return _("{minutes}{range}.").format(
            minutes=_capital(minutes_words(dose.minutes.default)), range=_range(dose.minutes)
        )
    times = times_words(dose.reps.default) + _range(dose.reps) if dose.reps else ""
    if exercise.per_side:
        times = _("{times} on each side").format(times=times or _("once"))
    if exercise.kind == "hold" and dose.hold_s is not None:
        hold = _("Hold {seconds}{range}").format(seconds=seconds_words(dose.hold_s.default), range=_range(dose.hold_s))
        return _("{hold}, {times}.").format(hold=hold, times=times) if times else _("{hold}.").format(hold=hold)
    if not times:
        return ""
    if dose.hold_s is not None and dose.hold_s.default > 0:
        hold = seconds_words(dose.hold_s.default) + _range(dose.hold_s)
        return _("Repeat {times}, holding each for {hold}.").format(times=times, hold=hold)
    return _("Repeat {times}.").format(times=times)


def _tempo_line(tempo: Tempo | None) -> str:
    if tempo is None:
        return ""
    moves = [_("{s} s there").format(s=number_text(tempo.out_s))]
    if tempo.hold_s:
        moves.append(_("{s} s held").format(s=number_text(tempo.hold_s)))
    moves.append(_("{s} s back").format(s=number_text(tempo.back_s)))
    if tempo.pause_s:
        moves.append(_("{s} s pause").format(s=number_text(tempo.pause_s)))
    return _("Each one slowly: {moves}.").format(moves=", ".join(moves))


def _sets_and_rest(dose: Dose) -> list[str]:
    lines = []
    if dose.sets is not None and dose.sets.max > 1:
        count = round(dose.sets.default)
        sets = ngettext("{n} set", "{n} sets", count).format(n=count)
        lines.append(_("{sets}{range}.").format(sets=sets, range=_range(dose.sets)))
    if dose.rest_s is not None and dose.rest_s.default > 0:
        rest = seconds_words(dose.rest_s.default)
        lines.append(_("Rest {seconds}{range} in between.").format(seconds=rest, range=_range(dose.rest_s)))
    return lines


def _how_often(dose: Dose) -> str:
    days = round(dose.days_per_week.default)
    week = ngettext("{n} day a week", "{n} days a week", days).format(n=days)
    return _("{times} a day{day_range}, {week}{week_range}.").format(
        times=_capital(times_words(dose.per_day.default)),
        day_range=_range(dose.per_day),
        week=week,
        week_range=_range(dose.days_per_week),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
