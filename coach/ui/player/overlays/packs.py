"""Overlays for heat and cold: before the pack, putting it on, looking at the skin, taking it off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coach.content.vocabulary import Mode
from coach.content.words import place_words
from coach.i18n import _
from coach.session.gap_words import pack_gap_words
from coach.ui import tokens
from coach.ui.player import pack_words
from coach.ui.player.overlays.base import Moment, Overlay, refill
from coach.ui.player.overlays.standing import said
from coach.ui.player.sizes import StageSizes
from coach.ui.tokens import Tone
from coach.ui.widgets.buttons import primary, quiet, text_button
from coach.ui.widgets.card import column, row
from coach.ui.widgets.checks import CheckRow


class ConfirmOverlay(Overlay):
    """Five points, all needed, before a pack goes on. A place that is numb gets no pack today."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.74)
        self._index = -1
        self._rows: list[CheckRow] = []
        self._title = said("title", weight=700)
        self._points = column(1)
        self._reasons = QWidget()
        self._reasons_list = column(2)
        self._reasons.setLayout(self._reasons_list)
        self._show_reasons = text_button(_("Show the list of reasons"), "chevron-down", "stage")
        self._show_reasons.clicked.connect(lambda: self._fold(open_list=self._reasons.isHidden()))
        self.inside.addWidget(self._title)
        self.inside.addLayout(self._points)
        numb = quiet(_("It is numb or tingles there"), "hand", "stage")
        numb.clicked.connect(lambda: self.intent.emit("numb", None))
        self.inside.addLayout(row(numb, self._show_reasons, None))
        self.inside.addWidget(self._reasons)
        self._yes = primary(_("All of this is true"), "check", "stage")
        no = quiet(_("Not today: leave the pack out"), "", "stage")
        self._yes.clicked.connect(self.accept)
        no.clicked.connect(lambda: self.intent.emit("confirm_pack", False))
        self.buttons.addWidget(self._yes, 1)
        self.buttons.addWidget(no, 1)

    def show_moment(self, moment: Moment) -> None:
        """Ask anew for every pack."""
        if moment.snapshot.segment == self._index:
            return
        self._index = moment.snapshot.segment
        question = pack_words.pack_question(moment.timeline, moment.library, self._index)
        self.setAccessibleName(question.title)
        self._title.setText(question.title)
        for old in self._rows:
            self._points.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [CheckRow(point) for point in question.points]
        for made in self._rows:
            made.toggled.connect(self._follow)
            self._points.addWidget(made)
        self._size_rows()
        refill(self._reasons_list, question.reasons, self._sizes)
        self._fold(open_list=False)
        self._follow()
        self._fit()

    def closing(self) -> None:
        """Forget the ticks: they are asked again for the next pack."""
        self._index = -1

    def accept(self) -> None:
        """Go on, but only with every point ticked."""
        if self._yes.isEnabled():
            self.intent.emit("confirm_pack", True)

    def first_focus(self) -> QWidget | None:
        """The first point."""
        return self._rows[0] if self._rows else None

    def rescale(self, sizes: StageSizes) -> None:
        """Let the points follow too."""
        super().rescale(sizes)
        self._size_rows()
        self._fit()

    def _size_rows(self) -> None:
        """Points that can be hit from afar, but all of them in sight."""
        least = tokens.TARGET if self.small else self._sizes.target - 2 * tokens.GRID
        for made in self._rows:
            made.set_px(self._sizes.body, least=least)

    def _follow(self) -> None:
        self._yes.setEnabled(all(made.isChecked() for made in self._rows))

    def _fold(self, *, open_list: bool) -> None:
        self._reasons.setVisible(open_list)
        words = _("Hide the list of reasons") if open_list else _("Show the list of reasons")
        self._show_reasons.set_words(words, "chevron-up" if open_list else "chevron-down")
        self._fit()


class PackOnOverlay(Overlay):
    """Put it on, then say so: the time begins with the press."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.6, bleed=Tone.HEAT)
        self._title = said("title", weight=700)
        self._how = said("caption")
        self._then = said("body", _("Its time begins when you press the button."), ink="soft")
        for line in (self._title, self._how, self._then):
            self.inside.addWidget(line)
        self._on = primary(_("The pack is on"), "check", "stage")
        out = quiet(_("Leave it out"), "", "stage")
        self._on.clicked.connect(self.accept)
        out.clicked.connect(lambda: self.intent.emit("skip", None))
        self.buttons.addWidget(self._on, 2)
        self.buttons.addWidget(out, 1)

    def show_moment(self, moment: Moment) -> None:
        """Say which pack, where, and what lies between."""
        view = moment.view
        self.set_bleed(view.tone)
        segment = moment.timeline.segments[moment.snapshot.segment]
        where = place_words(segment.area, segment.side) if segment.area else ""
        title = _("Put the {pack} on: {where}").format(pack=pack_words.pack_name(_mode(view.tone)), where=where)
        self._title.setText(title)
        self.setAccessibleName(title)
        self._how.setText(segment.text)

    def accept(self) -> None:
        """The pack is on."""
        self.intent.emit("pack_is_on", None)

    def first_focus(self) -> QWidget:
        """Space says that it is on."""
        return self._on


class SkinOverlay(Overlay):
    """Look at the skin; no answer ends the session."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.66, bleed=Tone.HEAT)
        self.setAccessibleName(_("Look at your skin"))
        self._how = said("caption")
        self._signs = column(2)
        self._pack = said("body", ink="soft")
        self.inside.addWidget(said("title", _("Look at your skin"), 700))
        self.inside.addWidget(self._how)
        self.inside.addWidget(said("body", _("Something is wrong when you see or feel:"), 600))
        self.inside.addLayout(self._signs)
        self.inside.addWidget(self._pack)
        self._mode: Mode | None = None
        self._fine = primary(_("It looks fine"), "check", "stage")
        wrong = quiet(_("Something is wrong"), "triangle-alert", "stage")
        self._fine.clicked.connect(self.accept)
        wrong.clicked.connect(lambda: self.intent.emit("skin_not_ok", None))
        self.buttons.addWidget(self._fine, 1)
        self.buttons.addWidget(wrong, 1)

    def show_moment(self, moment: Moment) -> None:
        """List the stop signs of the pack that is on."""
        mode = moment.snapshot.pack.mode if moment.snapshot.pack else _mode(moment.view.tone)
        self.set_bleed(Tone.HEAT if mode is Mode.HEAT else Tone.COLD)
        self._how.setText(_(moment.library.thermal.skin_check.prompt))
        self._pack.setText(moment.view.pack_words)
        if mode is not self._mode:
            self._mode = mode
            refill(self._signs, pack_words.stop_signs(moment.library, mode), self._sizes)
            self._fit()

    def accept(self) -> None:
        """It looks fine."""
        self.intent.emit("skin_ok", None)

    def first_focus(self) -> QWidget:
        """Space says that it looks fine."""
        return self._fine


class PackOffOverlay(Overlay):
    """Take it off now; stays until somebody says that it is off. After a gap it says since when, and what to look for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.66, bleed=Tone.HEAT)
        self._title = said("name", weight=700)
        self._gap = said("caption", weight=600, ink="alarm")
        self._look = said("caption", _("Take it off before anything else."))
        self._pack = said("body", ink="soft")
        self._list = column(2)
        self._head = said("body", weight=600)
        for line in (self._title, self._gap, self._look, self._pack, self._head):
            self.inside.addWidget(line)
        self.inside.addLayout(self._list)
        self._shown: Mode | None = None
        self._aid = False
        self._aid_lines: tuple[str, ...] = ()
        self._off = primary(_("The pack is off"), "check", "stage")
        self._wrong = quiet(_("Something is wrong"), "triangle-alert", "stage")
        self._off.clicked.connect(self.accept)
        self._wrong.clicked.connect(self._show_aid)
        self.buttons.addWidget(self._off, 2)
        self.buttons.addWidget(self._wrong, 1)
        self._head.hide()

    def show_moment(self, moment: Moment) -> None:
        """Say which pack, how long it was on, and after a gap why nobody knows."""
        pack = moment.snapshot.pack
        mode = pack.mode if pack else pack_words.mode_at(moment.timeline, moment.snapshot.segment)
        self.set_bleed(Tone.HEAT if mode is Mode.HEAT else Tone.COLD)
        title = _("Take the {pack} off now").format(pack=pack_words.pack_name(mode))
        self._title.setText(title)
        why = pack_gap_words(pack, moment.since) if pack is not None else ""
        self.setAccessibleName(f"{title}. {why}" if why else title)
        self._gap.setText(why)
        self._gap.setVisible(bool(why))
        self._look.setVisible(bool(why))
        self._pack.setText("" if why else moment.view.pack_words)
        self._pack.setVisible(not why)
        self._aid_lines = pack_words.first_aid(moment.library, mode)
        if not self._aid and mode is not self._shown:
            self._shown = mode
            heading = _("Then look at the skin. Something is wrong when you see or feel:")
            self._list_of(heading, pack_words.stop_signs(moment.library, mode))

    def show_first_aid(self) -> None:
        """Say what to do about the skin."""
        self._aid = True
        self._wrong.hide()
        self._list_of(_("First aid"), self._aid_lines)

    def closing(self) -> None:
        """Be ready for the next pack."""
        self._aid, self._shown = False, None
        self._list_of("", ())
        self._wrong.show()

    def accept(self) -> None:
        """It is off."""
        self.intent.emit("pack_is_off", None)

    def first_focus(self) -> QWidget:
        """Space says that it is off."""
        return self._off

    def _list_of(self, head: str, lines: Sequence[str]) -> None:
        self._head.setText(head)
        self._head.setVisible(bool(lines))
        refill(self._list, lines, self._sizes)
        self._fit()

    def _show_aid(self) -> None:
        self.show_first_aid()
        self.intent.emit("skin_not_ok", None)


def _mode(tone: Tone) -> Mode:
    return Mode.COLD if tone is Tone.COLD else Mode.HEAT
