"""Pictures compared with tolerance: shapes and colours count, the last grey of an edge does not.

`LIMBER_UPDATE_GOLDEN=1 pytest …` writes them anew; look at each before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

#: After shrinking four times: the largest difference of one colour value, and the mean of all.
MOST, MEAN = 60, 1.5
_SHRINK = 4


def assert_like(picture: QImage, golden: Path) -> None:
    """Fail when a picture does not look like the one that was looked at."""
    if os.environ.get("LIMBER_UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        assert picture.save(str(golden)), golden
    held = QImage(str(golden))
    assert not held.isNull(), f"{golden} is missing: run with LIMBER_UPDATE_GOLDEN=1 and look at it"
    assert picture.size() == held.size()
    away = np.abs(_values(picture) - _values(held))
    assert away.mean() <= MEAN, f"{golden.name}: mean difference {away.mean():.2f}"
    assert away.max() <= MOST, f"{golden.name}: largest difference {away.max():.0f}"


def colours_in(picture: QImage) -> set[str]:
    """Return every colour that occurs, as "#rrggbb"."""
    pixels = _pixels(picture.convertToFormat(QImage.Format.Format_RGB32))
    return {
        f"#{red:02x}{green:02x}{blue:02x}" for blue, green, red in np.unique(pixels.reshape(-1, 3), axis=0).tolist()
    }


def _values(picture: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    size = QSize(max(picture.width() // _SHRINK, 1), max(picture.height() // _SHRINK, 1))
    small = picture.convertToFormat(QImage.Format.Format_RGB32).scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return _pixels(small).astype(np.int16)


def _pixels(picture: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    shape = (picture.height(), picture.bytesPerLine() // 4, 4)
    return np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(shape)[:, : picture.width(), :3].copy()
