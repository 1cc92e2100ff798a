"""A person who moves: one figure, turned by hand, in step with a session or going gently there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from coach.figure.pose.model import Figure
from coach.figure.reel import Span, grain_of, spot_of
from coach.figure.tempo import Moment, shown_of
from coach.i18n import _
from coach.ui import figures, theme, tokens
from coach.ui.tokens import Tone
from coach.ui.widgets.figure_course import Course, Going, Looping, Staying, Stepped
from coach.ui.widgets.figure_film import Film
from coach.ui.widgets.figure_ground import paint_ground, paint_icon
from coach.ui.widgets.figure_playhead import Playhead
from coach.ui.widgets.figure_touch import FigureTouch
from coach.ui.widgets.painted import Painted

if TYPE_CHECKING:
    from coach.drawing.figure.frames import Frame

#: From other sides a person is shown a little smaller than at home, where the picture is made to fit.
_TURNED_SCALE: Final = 0.94


class FigureView(Painted):
    """Shows one figure, or an icon where there is none. `key_reached` carries the number of the key that is shown.

    Every figure is first seen as it was made to be seen. Only a presenter, that `keeps_angles`, shows one that comes again
    from where somebody turned it to. `highlight`: it shows where it is felt.
    """

    key_reached = Signal(int)

    def __init__(
        self, *, high: int = 200, radius: int = tokens.RADIUS_CARD, steady: bool = False, keeps_angles: bool = False
    ) -> None:
        """`steady`: it belongs to a session, so a click does not take the keyboard and nothing scrolls under it."""
        super().__init__()
        self._figures = figures.current()
        self._film = Film(self._figures, self) if self._figures is not None else None
        self._angles = self._figures.angles if self._figures is not None and keeps_angles else None
        self._head = Playhead()
        self._reached = -1
        self._mirrored = False
        self._icon, self._tone = "person-standing", Tone.BRAND
        self._high, self._radius, self._clear, self.highlight = high, radius, 0, True
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self.touch = FigureTouch(self, steady=steady)
        self.touch.know_home(self._home)
        self.touch.turned.connect(self._turned)
        self.touch.play_asked.connect(self._play_or_pause)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if self._film is not None and self._figures is not None:
            self._film.ready.connect(self._arrived)
            self._figures.redrawn.connect(self._redrawn)

    @property
    def key(self) -> str:
        """The id of the figure that is shown; '' for an icon."""
        return self._film.key if self._film is not None else ""

    @property
    def drawable(self) -> bool:
        """Whether there is a figure that can be drawn."""
        return self._film is not None and bool(self._film.key) and not self._film.trouble

    @property
    def moment(self) -> Moment:
        """Where the figure is."""
        return self._head.moment

    @property
    def key_number(self) -> int:
        """The key that is shown, or nearest."""
        return max(self._reached, 0)

    @property
    def moving(self) -> bool:
        """Whether its timer runs."""
        return self._timer.isActive()

    def show_icon(self, icon: str, tone: Tone = Tone.BRAND) -> None:
        """Show no figure but an icon."""
        self._icon, self._tone = icon, tone
        self._be_about("")
        self.update()

    def show_figure(self, key: str, *, tone: Tone = Tone.BRAND, mirrored: bool = False) -> None:
        """Show a figure, as its picture does; `play`, `go_to` or `follow` make it move."""
        self._tone, self._mirrored = tone, mirrored
        self.touch.mirrored = mirrored
        if self._be_about(key):
            figure = self._figures.figure(key) if self._figures is not None else None
            self._set_course(Staying(float(shown_of(figure)) if figure is not None else 0.0))
        self.update()

    def play(self) -> None:
        """Go gently there and back from where it is; with reduced motion it stays there."""
        figure = self._figure()
        if figure is not None and not theme.current().reduced_motion:
            self._set_course(Looping(figure, begin=self.moment.u), speed=1.0)

    def pause(self) -> None:
        """Stay where it is; with reduced motion that is a key."""
        figure = self._figure()
        grain = grain_of(figure) if figure is not None and not theme.current().reduced_motion else 1
        self._set_course(Staying(self.moment.u, grain))

    @property
    def playing(self) -> bool:
        """Whether it goes there and back."""
        return self._head.looping

    def go_to(self, number: int) -> None:
        """Go to a key and stay there; with reduced motion at once."""
        figure = self._figure()
        if figure is None:
            return
        still = theme.current().reduced_motion
        going = Staying(float(number)) if still else Going(figure, self.moment.u, number)
        self._set_course(going, speed=1.0)

    def follow(self, course: Course, gone_ms: float, speed: float, *, most_ms: float) -> None:
        """Follow a session: so far into the course it is, and so fast it goes; without news for `most_ms` it stands still."""
        stepped = theme.current().reduced_motion
        self._set_course(Stepped(course) if stepped else course, gone_ms=gone_ms, speed=speed, most_ms=most_ms)

    def prepare(self, later: tuple[tuple[str, Span], ...]) -> None:
        """Make ready, when there is time, what will be shown later: figures by key and the parts of their movement."""
        if self._film is not None:
            self._film.prepare(later)

    def keep_clear(self, top: int) -> None:
        """Leave so many pixels free above, for what lies over the place."""
        self._clear = top
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it was made."""
        return QSize(320, self._high)

    def minimumSizeHint(self) -> QSize:
        """May shrink a little."""
        return QSize(160, min(self._high, 120))

    def showEvent(self, event: QShowEvent) -> None:
        """Wish for frames, and move again."""
        super().showEvent(event)
        if self._film is not None:
            self._film.run(on=True)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves, and nothing is made, that nobody sees."""
        self._timer.stop()
        if self._film is not None:
            self._film.run(on=False)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons in their corner."""
        super().resizeEvent(event)
        self.touch.place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme, and whether anything may move."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and theme.current().reduced_motion and self.playing:
            self.pause()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and who stands on it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setClipPath(paint_ground(painter, area, self._radius, self._tone))
        room = area.adjusted(0, self._clear, 0, 0)
        if self.drawable:
            self._paint_figure(painter, room)
        else:
            trouble = self._film.trouble if self._film is not None and self._film.key else ""
            paint_icon(painter, room, self._icon, self._tone, trouble)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().colour("focus"), 3))
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), self._radius, self._radius)

    def _paint_figure(self, painter: QPainter, area: QRectF) -> None:
        frame = self._film.frame() if self._film is not None else None
        if frame is None or self._figures is None:
            return
        from coach.drawing.figure.frames import paint_frame

        look = self._figures.look() if self.highlight else self._figures.look().without_highlight()
        paint_frame(painter, frame, self.touch.placed(self._room(area, frame)), look, mirrored=self._mirrored)

    def _room(self, room: QRectF, frame: Frame) -> QRectF:
        """Return where a frame is painted: seen from another side a person stays as large as at home."""
        home, shown = self._film.home if self._film is not None else None, frame.plate.view
        if home is None or shown == home:
            return room
        scale = _TURNED_SCALE * min(room.width() / home.width, room.height() / home.height)
        place = QRectF(0, 0, shown.width * scale, shown.height * scale)
        place.moveCenter(room.center())
        return place

    def _figure(self) -> Figure | None:
        return self._figures.figure(self.key) if self._figures is not None and self.key else None

    def _be_about(self, key: str) -> bool:
        """Be about another figure; False when it is the same as before."""
        if self._film is None or key == self._film.key:
            return False
        self._film.show_figure(key)
        self._reached = -1
        self.touch.take(self._angles.get(key) if self._angles is not None else None)
        self._film.turn(self.touch.direction, quick=False)
        self.touch.offer(on=self.drawable)
        if not key:
            self._set_course(Staying(0.0))
        return True

    def _set_course(
        self, course: Course, *, gone_ms: float = 0.0, speed: float = 0.0, most_ms: float = float("inf")
    ) -> None:
        self._head.start(course, self._now_ns(), gone_ms=gone_ms, speed=speed, most_ms=most_ms)
        self.touch.bar.show_playing(on=self.playing)
        self._look()

    def _now_ns(self) -> int:
        return self._figures.clock.now().awake_ns if self._figures is not None else 0

    def _look(self) -> None:
        """See where the figure is now, and when to look again."""
        moment = self._head.look(self._now_ns())
        if self._film is not None and not self.touch.turning:
            before = self._film.spot
            self._film.aim(self._head.course.span, spot_of(moment), stays=not self._head.pace_ms)
            if self._film.spot != before:
                self.update()
        self._reach(moment)
        pace = self._head.pace_ms if self.isVisible() and self.drawable else 0
        if not pace:
            self._timer.stop()
        elif pace != self._timer.interval() or not self._timer.isActive():
            self._timer.start(pace)

    def _reach(self, moment: Moment) -> None:
        figure = self._figure()
        if figure is None:
            return
        number = round(moment.u) % len(figure.keys)
        if number != self._reached:
            self._reached = number
            self.setAccessibleDescription(_(figure.keys[number].name))
            self.key_reached.emit(number)

    def _home(self) -> figures.Turned | None:
        picture = self._film.picture if self._film is not None else None
        home = picture.home() if picture is not None else None
        return figures.Turned(round(home.azimuth), round(home.elevation)) if home is not None else None

    def _play_or_pause(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def _turned(self) -> None:
        if self._film is not None:
            self._film.turn(self.touch.direction, quick=self.touch.turning)
        if self._angles is not None:
            self._angles.pop(self.key, None)
            if self.touch.direction is not None:
                self._angles[self.key] = self.touch.direction
        self.update()

    def _arrived(self) -> None:
        """There is something better to paint; or it turned out that nothing can be."""
        if self.touch.offered and not self.drawable:
            self.touch.offer(on=False)
            self._look()
        self.update()

    def _redrawn(self) -> None:
        if self._film is not None and self.isVisible():
            self._film.run(on=True)
        self.touch.offer(on=self.drawable)
        self.update()
