"""The style sheet, built from tokens; kept small, because every widget is polished with it. No Qt here."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from coach.ui import tokens
from coach.ui.tokens import Palette, Role

_BASE = """
QToolTip { color: $ink; background: $raised; border: 1px solid $edge; padding: 6px 8px; }
QScrollArea, QScrollArea > QWidget > QWidget[paper="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLabel { background: transparent; }
QLabel[stage="ink"] { color: $ink; }
QLabel[stage="soft"] { color: $soft; }
QLabel[stage="brand"] { color: $brand_text; }
QLabel[stage="alarm"] { color: $heat_text; }
QFrame[card="plain"] { background: $surface; border: 1px solid $line; border-radius: ${radius_card}px; }
QFrame[card="quiet"] { background: transparent; border: 1px solid $line; border-radius: ${radius_card}px; }
QFrame[card="tint"] { background: $brand_soft; border: none; border-radius: ${radius_card}px; }
QFrame[card="note"] { background: $hold_soft; border: none; border-radius: ${radius}px; }
QFrame[card="overlay"] { background: $raised; border: 1px solid $line; border-radius: 24px; }
QFrame[line="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
"""

_BUTTONS = """
QPushButton { color: $ink; background: transparent; border: 2px solid $edge; border-radius: ${radius}px;
  padding: 7px 18px; min-height: ${button}px; font-weight: 500; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $edge; border-color: $line; }
QPushButton:focus { border: 2px solid $focus; background: $brand_soft; }
QPushButton[kind="primary"] { color: $on_brand; background: $brand; border-color: $brand; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $brand_text; border-color: $brand_text; color: $on_brand_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; background: $brand; }
QPushButton[kind="primary"]:disabled { background: $line; border-color: $line; color: $muted; }
QPushButton[kind="text"] { border-color: transparent; padding: 7px 2px; color: $brand_text; }
QPushButton[kind="text"]:hover { background: transparent; text-decoration: underline; }
QPushButton[kind="text"]:focus { border-color: $focus; }
QPushButton[span="link"] { padding: 7px 6px 7px 0; text-align: left; }
QPushButton[kind="raised"] { background: $raised; border-color: $edge; }
QPushButton[kind="raised"]:hover { background: $hover; }
QPushButton[kind="raised"]:focus { border-color: $focus; }
QPushButton[kind="chip"] { border: 1px solid $edge; border-radius: ${chip}px; padding: 6px 16px;
  min-height: ${chip_high}px; font-weight: 400; }
QPushButton[kind="chip"]:checked { background: $brand; border: 1px solid $brand; color: $on_brand; font-weight: 600; }
QPushButton[kind="chip"]:focus { border: 2px solid $focus; padding: 5px 15px; background: transparent; }
QPushButton[kind="chip"]:checked:focus { border: 2px solid $ink; background: $brand; }
QPushButton[unringed="true"]:focus { border: 2px solid $edge; background: transparent; }
QPushButton[kind="primary"][unringed="true"]:focus { border: 2px solid $brand; background: $brand; }
QPushButton[kind="text"][unringed="true"]:focus { border-color: transparent; }
QPushButton[kind="raised"][unringed="true"]:focus { background: $raised; }
QPushButton[kind="chip"][unringed="true"]:focus { border: 1px solid $edge; padding: 6px 16px; }
QPushButton[kind="chip"][unringed="true"]:checked:focus { border: 1px solid $brand; background: $brand; }
QPushButton[span="large"] { min-height: 44px; font-size: ${lead}px; padding: 8px 28px; border-radius: 16px; }
QPushButton[span="stage"] { min-height: 60px; font-size: ${heading}px; padding: 0 32px; border-radius: 20px; }
QPushButton[span="stage"][kind="raised"]:focus, QPushButton[span="stage"][kind="quiet"]:focus {
  border: 2px solid $focus; background: $raised; }
QPushButton[span="stage"][kind="chip"] { font-size: ${lead}px; padding: 0 24px; min-height: 62px; border-radius: 31px; }
QPushButton[span="stage"][kind="chip"]:focus { padding: 0 23px; min-height: 60px; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit {
  color: $ink; background: $surface; border: 1px solid $edge; border-radius: ${radius_small}px; padding: 7px 11px;
  placeholder-text-color: $muted; selection-background-color: $brand; selection-color: $on_brand; }
QLineEdit { min-height: 24px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QDateTimeEdit:focus {
  border: 2px solid $focus; padding: 6px 10px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { subcontrol-origin: padding; subcontrol-position: center right;
  width: 28px; border: none; background: transparent; }
QListView, QTreeView, QTableView { background: transparent; border: none; outline: none; }
QTableView { alternate-background-color: $sunken; gridline-color: transparent; }
QTableView::item { padding: 0 8px; }
QTableView::item:selected { background: $brand_soft; color: $ink; }
QTableView:focus { border: 2px solid $focus; border-radius: ${radius_small}px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 8px; font-weight: 600; }
QListView::item, QTreeView::item { border-radius: ${radius_small}px; padding: 8px; color: $ink; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $brand_soft; color: $ink; }
QListView:focus { border: 2px solid $focus; border-radius: ${radius_small}px; }
QListView[rows="true"]:focus { border: none; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; padding: 4px; }
QMenu { background: $raised; border: 1px solid $line; border-radius: ${radius_small}px; padding: 6px; }
QMenu::item { padding: 8px 24px 8px 16px; border-radius: 6px; }
QMenu::item:selected { background: $brand_soft; color: $ink; }
"""


def style_sheet(palette: Palette, scale: float = 1.0) -> str:
    """The whole style sheet for one palette; `scale` enlarges every text."""
    sizes = {role.value: round(style.px * scale) for role, style in tokens.TYPE.items()}
    words = (
        asdict(palette)
        | sizes
        | {
            "radius": tokens.RADIUS,
            "radius_small": tokens.RADIUS_SMALL,
            "radius_card": tokens.RADIUS_CARD,
            "button": tokens.TARGET - 18,
            "chip_high": tokens.TARGET - 14,
            "chip": tokens.TARGET // 2 - 1,
            "on_brand_hover": palette.paper,
        }
    )
    return Template(_BASE + _BUTTONS + _INPUTS).substitute(words) + _text_rules(palette, scale)


def _text_rules(palette: Palette, scale: float) -> str:
    return "".join(_text_rule(role, palette, scale) for role in tokens.TYPE)


def _text_rule(role: Role, palette: Palette, scale: float) -> str:
    style = tokens.TYPE[role]
    colour = getattr(palette, style.colour)
    return (
        f'QLabel[role="{role.value}"] {{ font-size: {round(style.px * scale)}px; '
        f"font-weight: {style.weight}; color: {colour}; }}\n"
    )
