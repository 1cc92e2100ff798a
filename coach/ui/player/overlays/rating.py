"""How tight is it: asked before and after, never needed to go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from coach.analysis.tracked import to_ask
from coach.content.vocabulary import SIDED_AREAS, Area, Side, When
from coach.content.words import place_words
from coach.i18n import _
from coach.plan.learning import exercise_before
from coach.plan.timeline import Segment, Timeline
from coach.ui import tokens
from coach.ui.player.overlays.base import Moment, Overlay
from coach.ui.player.overlays.standing import said
from coach.ui.player.sizes import StageSizes
from coach.ui.player.state import RatingInput
from coach.ui.tokens import Tone
from coach.ui.widgets.body_picker import BodyPicker
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.rating_scale import HIGHEST, RatingScale
from coach.ui.words import when_word

Place = tuple[Area, Side | None]
_MIDDLE = 5
#: In a learning week nobody has to come back to the keyboard after each exercise: left alone, the session goes on.
LEFT_ALONE_MS = 45_000


class RatingOverlay(Overlay):
    """A number for each place that is tracked, one after the other; else the place is asked for where the routine leaves it
    open. `given` carries a `RatingInput`. Skip leaves all that is still to be asked.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.78, bleed=Tone.BRAND)
        self._index = -1
        self._when = When.BEFORE
        self._before: dict[Place, int] = {}
        self._last: Place | None = None
        self._fixed: Place | None = None
        self._tracked: tuple[Place, ...] = ()
        self._asked: list[Place] = []
        self._count, self._named = 0, False
        self._when_words = said("body", weight=600, ink="brand")
        self._question = said("title", weight=700)
        self._where = said("body", weight=700)
        self._scale = RatingScale(least=tokens.STAGE_TARGET)
        self._place = BodyPicker(size="stage")
        self._earlier = said("body", ink="soft")
        for widget in (self._when_words, self._question, self._where, self._scale, self._place, self._earlier):
            self.inside.addWidget(widget)
        self._left_alone = QTimer(self, interval=LEFT_ALONE_MS, singleShot=True)
        self._left_alone.timeout.connect(self._go_on_alone)
        self._save = primary(_("Save the rating"), "check", "stage")
        self._elsewhere = quiet(_("Another place"), "", "stage")
        skip = quiet(_("Skip"), "", "stage")
        self._scale.changed.connect(self._follow)
        self._place.changed.connect(self._follow)
        self._save.clicked.connect(self.accept)
        skip.clicked.connect(lambda: self.intent.emit("go_on", None))
        self._elsewhere.clicked.connect(self._ask_elsewhere)
        self.buttons.addWidget(self._save, 2)
        self.buttons.addWidget(self._elsewhere, 1)
        self.buttons.addWidget(skip, 1)

    def track(self, places: Sequence[Place]) -> None:
        """Ask about these places before and after, where the routine leaves it open."""
        self._tracked = tuple(places)

    def begin(self) -> None:
        """Forget the ratings of the session before."""
        self._before, self._last, self._index = {}, None, -1

    def remember(self, rating: RatingInput) -> None:
        """Keep a rating given before, to be shown beside the one after."""
        self._last = (rating.area, rating.side)
        if rating.when is When.BEFORE:
            self._before[self._last] = rating.tightness

    def show_moment(self, moment: Moment) -> None:
        """Ask anew for every rating."""
        if moment.snapshot.segment == self._index:
            return
        self._index = moment.snapshot.segment
        segment = moment.timeline.segments[self._index]
        self._when = segment.when or When.DURING
        done = exercise_before(moment.timeline, self._index)
        self._when_words.setText(_when_words(moment.timeline, segment.part, self._when, learning=done is not None))
        self._left_alone.start() if done is not None else self._left_alone.stop()
        self._question.setText(segment.text or _("How tight does it feel now?"))
        self.setAccessibleName(self._question.text())
        self._scale.set_value(None)
        self._named = segment.area is not None
        self._ask_place(moment.timeline, segment)
        self._follow()
        self._fit()

    def closing(self) -> None:
        """Ask anew the next time."""
        self._index = -1
        self._left_alone.stop()

    def rescale(self, sizes: StageSizes) -> None:
        """Let the numbers and the small words follow too."""
        self._scale.rescale(sizes.target, sizes.body)
        self._place.set_px(sizes.body)
        super().rescale(sizes)

    def type_digit(self, digit: int) -> None:
        """Take a number key."""
        self._scale.type_digit(digit)

    def accept(self) -> None:
        """Save the rating, once there is one."""
        place, score = self._chosen_place(), self._scale.value()
        if place is None or score is None:
            return
        rating = RatingInput(self._when, place[0], place[1], score)
        self.remember(rating)
        self.given.emit(rating)
        if self._asked:
            self._ask_next()
        else:
            self.intent.emit("go_on", None)

    def step(self, by: int) -> None:
        """Take an arrow key: one number up or down, from the middle where there is none yet."""
        score = self._scale.value()
        self._scale.set_value(_MIDDLE if score is None else min(max(score + by, 0), HIGHEST))

    def _ask_place(self, timeline: Timeline, segment: Segment) -> None:
        """Ask about what the routine names, then about what is tracked; for the place only where neither tells one."""
        area, side = segment.area, segment.side
        known = area is not None and (side is not None or area not in SIDED_AREAS)
        self._fixed = (area, side) if area is not None and known else None
        asked = to_ask(timeline, self._index, self._open_places())
        self._asked = [place for place in asked if place is not None]
        self._count = len(asked)
        self._place.setVisible(asked[0] is None)
        if asked[0] is not None:
            self._ask_next()
            return
        self._say_where("")
        last = self._last if self._last and (area is None or self._last[0] is area) else None
        self._place.set_place(*(last or (area, None)))

    def _open_places(self) -> list[Place]:
        """Return what to ask about: afterwards what was rated before, else what is tracked."""
        after = self._when is When.AFTER and self._before
        return list(self._before if after else self._tracked)

    def _ask_next(self) -> None:
        """Ask for the number of the next place; the question that names the first one is not asked of another."""
        first = self._fixed in {None, self._asked[0]} and len(self._asked) == self._count
        self._fixed = self._asked.pop(0)
        if not first:
            self._question.setText(_("How tight does it feel now?"))
        self._place.hide()
        where = place_words(*self._fixed)
        where = where[:1].upper() + where[1:]
        if self._count > 1:
            number = self._count - len(self._asked)
            where = _("{place}, {n} of {count}").format(place=where, n=number, count=self._count)
        self._say_where(where if self._count > 1 or not self._named else "")
        self._scale.set_value(None)
        self._follow()
        self._fit()

    def _say_where(self, where: str) -> None:
        self._where.setText(where)
        self._where.setVisible(bool(where))
        self._elsewhere.setVisible(bool(where) and not self._named)
        self.setAccessibleName(f"{self._question.text()} {where}".strip())

    def _ask_elsewhere(self) -> None:
        """The person means another place than those that are tracked."""
        self._fixed = None
        self._say_where("")
        self._place.show()
        self._place.set_place(None, None)
        self._follow()
        self._fit()

    def _chosen_place(self) -> Place | None:
        return self._fixed or self._place.place()

    def _go_on_alone(self) -> None:
        """Nobody has answered: keep what was chosen, if anything, and go on."""
        if self._save.isEnabled():
            self.accept()
        else:
            self.intent.emit("go_on", None)

    def _follow(self) -> None:
        if self._left_alone.isActive():
            self._left_alone.start()  # somebody is choosing
        place = self._chosen_place()
        self._save.setEnabled(place is not None and self._scale.value() is not None)
        before = self._before.get(place) if place and self._when is not When.BEFORE else None
        words = _("Before, {where}: {score}")
        self._earlier.setText(
            words.format(where=place_words(*place), score=before) if place and before is not None else ""
        )
        self._earlier.setVisible(before is not None)


def _when_words(timeline: Timeline, part: int, when: When, *, learning: bool) -> str:
    """Say when in the session it is asked; in a learning week, after what, and that nobody has to answer."""
    if not learning:
        return _("{when} the session").format(when=when_word(when))
    titles = [_(one.title) for one in timeline.parts[:part] if one.exercise is not None]
    return _("Learning week, after: {exercise}. If you leave it, the session goes on.").format(exercise=titles[-1])
