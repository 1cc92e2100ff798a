"""Tightness over time: is it getting better?"""
