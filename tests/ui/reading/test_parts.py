"""The parts that the reading pages share."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coach.settings.model import Settings
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.link_button import LinkButton
from coach.ui.reading.open_link import OpenLink, ask_to_open
from coach.ui.reading.pair import Pair
from coach.ui.reading.two_pane import TwoPane
from coach.ui.sources import cited
from tests.ui.clipping import clipped
from tests.ui.sample import sample_library
from tests.ui.support import dress


@pytest.fixture
def host(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """A page to stand on."""
    dress(qapp)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://nhs.uk@evil.example/", ""])
def test_what_may_not_be_opened_is_not_even_asked(host: QWidget, address: str) -> None:
    """An address that is not plain http or https brings up no question."""
    assert ask_to_open(address, host) is None
    assert host.findChildren(OpenLink) == []


def test_the_question_shows_host_and_whole_address(host: QWidget) -> None:
    """The host stands large, the whole address under it, and Cancel has the keyboard."""
    address = "https://www.nhs.uk/conditions/back-pain/?a=b"
    question = ask_to_open(address, host)
    assert question is not None
    words = [made.text().replace("\u200b", "") for made in question.findChildren(QLabel)]
    assert "www.nhs.uk" in words
    assert address in words
    assert question.focusWidget() is question.cancel_button


def test_a_long_host_is_never_cut(qtbot: QtBot, qapp: QApplication) -> None:
    """At 200 % in the smallest window the whole host is on the screen, on more lines if it must."""
    dress(qapp, settings=Settings(text_scale=2.0))
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(620, 640)
    page.show()
    question = ask_to_open("https://www.torbayandsouthdevon.nhs.uk/services/common-spinal-conditions/", page)
    assert question is not None
    QApplication.processEvents()
    words = {made.text().replace("\u200b", ""): made for made in question.findChildren(QLabel)}
    host = words["www.torbayandsouthdevon.nhs.uk"]
    box = host.fontMetrics().boundingRect(host.rect(), int(Qt.TextFlag.TextWordWrap), host.text())
    assert box.width() <= host.width()
    assert clipped(question) == []


def test_copying_the_address_opens_nothing(host: QWidget) -> None:
    """Copy puts the address on the clipboard and closes the question without a yes."""
    question = ask_to_open("https://www.nhs.uk/", host)
    assert question is not None
    agreed: list[str] = []
    question.agreed.connect(agreed.append)
    question.copy_button.click()
    assert QGuiApplication.clipboard().text() == "https://www.nhs.uk/"
    assert agreed == []
    assert question.isHidden()


def test_a_disclosure_builds_its_inside_once_and_only_when_asked(host: QWidget) -> None:
    """Nothing is built before the first press; later presses hide and show the same."""
    built: list[QWidget] = []

    def build() -> QWidget:
        built.append(QLabel("inside"))
        return built[-1]

    made = Disclosure("More", build, host)
    made.show()
    assert built == []
    QTest.keyClick(made.button, Qt.Key.Key_Space)
    assert made.is_open()
    assert made.button.accessibleName() == "More, shown"
    made.toggle()
    assert not made.is_open()
    made.toggle()
    assert len(built) == 1


def test_a_long_link_is_shortened_and_keeps_its_name(host: QWidget) -> None:
    """Where room is scarce the middle goes; the name for screen readers and the tip stay whole."""
    made = LinkButton("www.torbayandsouthdevon.nhs.uk", "external-link", host)
    made.show()
    made.resize(160, 40)
    QApplication.processEvents()
    assert "…" in made.text()
    assert made.accessibleName() == made.toolTip() == "www.torbayandsouthdevon.nhs.uk"
    made.resize(600, 40)
    QApplication.processEvents()
    assert made.text() == "www.torbayandsouthdevon.nhs.uk"


def test_panes_fold_where_there_is_no_room(qtbot: QtBot, qapp: QApplication) -> None:
    """Both panes stand side by side in a wide window, one at a time in a narrow one."""
    dress(qapp)
    left, right = QWidget(), QWidget()
    made = TwoPane(left, right)
    qtbot.addWidget(made)
    folded: list[bool] = []
    made.folded_changed.connect(folded.append)
    made.resize(1000, 600)
    made.show()
    assert (left.isVisible(), right.isVisible()) == (True, True)
    made.resize(500, 600)
    assert (left.isVisible(), right.isVisible()) == (True, False)
    made.open_sheet()
    assert (left.isVisible(), right.isVisible()) == (False, True)
    made.resize(1000, 600)
    assert (left.isVisible(), right.isVisible()) == (True, True)
    assert folded == [True, False]


def test_a_pair_stacks_in_a_narrow_place(qtbot: QtBot, qapp: QApplication) -> None:
    """Two cards are side by side where there is room, else one under the other."""
    dress(qapp)
    first, second = QWidget(), QWidget()
    made = Pair(first, second)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    QApplication.processEvents()
    assert first.y() == second.y()
    made.resize(300, 300)
    QApplication.processEvents()
    assert first.x() == second.x()


def test_cited_takes_ids_out_of_sentences() -> None:
    """Ids in brackets go and are listed, ids in a sentence become publishers, other capitals stay."""
    sources = sample_library().sources
    text, named = cited("Stop (ACSM, WEB-1). ACSM says 30 s (NHS, OK). (WEB-1)", sources)
    assert text == "Stop. American College of Sports Medicine says 30 s (NHS, OK)."
    assert named == ("ACSM", "WEB-1")


def test_the_finder_of_cut_words_finds_them(host: QWidget) -> None:
    """A label too low, a word too wide: the tests of the pages would see both."""
    low = QLabel("many words that need more than one line here", host)
    low.setWordWrap(True)
    low.setGeometry(0, 0, 60, 10)
    wide = QLabel("unbreakablelongword", host)
    wide.setWordWrap(True)
    wide.setGeometry(0, 100, 30, 40)
    low.show()
    wide.show()
    assert len(clipped(host)) >= 2
