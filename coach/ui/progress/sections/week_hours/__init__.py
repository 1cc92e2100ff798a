"""Weekday by hour: when is it tight?"""
