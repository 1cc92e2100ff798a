"""Limber: a calm desktop coach for home exercise."""

from __future__ import annotations

__version__ = "0.1.0"
