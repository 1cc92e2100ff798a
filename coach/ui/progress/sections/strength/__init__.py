"""Adherence strength: how much of what was meant is done?"""
