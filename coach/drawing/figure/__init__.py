"""Painting the moving figure: one painter for screen, thumbnail, file and paper."""
