"""QPainter code for screen, thumbnails and paper alike."""
