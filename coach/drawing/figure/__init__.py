"""Painting the moving figure: one painter for screen, thumbnail, file and paper.

`look.look` gives the colours, `painter.paint_plate` paints what `coach.figure.picture` has traced.
"""
