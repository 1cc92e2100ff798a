"""Routines: what is my plan?"""
