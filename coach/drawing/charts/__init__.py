"""One function per chart, state to plot; the one place that imports pyqtgraph."""
