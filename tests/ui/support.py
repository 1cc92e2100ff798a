"""What every test of a window needs: the shipped look, a walk over what a screen reader sees, and pictures."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.resources import assets
from coach.settings.model import Settings
from coach.ui import theme
from coach.ui.widgets.message_bar import MessageBar

Page = TypeVar("Page", bound=QWidget)

#: Roles a person operates; each needs a name.
CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Dial,
    QAccessible.Role.ListItem,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.Link,
    QAccessible.Role.Table,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
}


class Seen(NamedTuple):
    """One thing as a screen reader sees it."""

    role: QAccessible.Role
    name: str
    thing: str


def dress(app: QApplication, *, dark: bool = False, settings: Settings | None = None) -> theme.Theme:
    """Give the application the look of the program.

    Meanwhile no garbage is collected, as in the program: widgets that nobody holds any more would go while Qt walks them.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return theme.apply(app, settings or Settings(), dark, assets=assets())
    finally:
        if collects:
            gc.enable()


def opened(qtbot: QtBot, app: QApplication, make: Callable[[], Page], show: Callable[[Page], None]) -> Iterator[Page]:
    """Show a page at its usual size, with what `show` gives it; at the end its message is dismissed with it."""
    dress(app)
    made = make()
    qtbot.addWidget(made)
    made.resize(1080, 800)
    show(made)
    made.show()
    app.processEvents()
    yield made
    for bar in made.findChildren(MessageBar):
        bar.dismiss()
    made.close()


def accessible(widget: QWidget) -> list[Seen]:
    """Walk what a screen reader sees of a shown widget, parents first."""
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    return list(_walk(root))


def nameless(widget: QWidget) -> list[str]:
    """Name the controls without a name; a test expects an empty list."""
    return [f"{seen.role.name} {seen.thing}" for seen in accessible(widget) if seen.role in CONTROLS and not seen.name]


def picture(widget: QWidget, path: Path, size: QSize | None = None) -> Path:
    """Save what a widget looks like as PNG."""
    if size is not None:
        widget.resize(size)
    widget.show()
    QApplication.processEvents()
    QApplication.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    assert widget.grab().save(str(path)), path
    return path


def _walk(face: QAccessibleInterface) -> Iterator[Seen]:
    if not face.isValid() or face.state().invisible:
        return
    thing = face.object()
    yield Seen(face.role(), face.text(QAccessible.Text.Name).strip(), type(thing).__name__)
    for child in filter(None, (face.child(index) for index in range(face.childCount()))):
        yield from _walk(child)
