"""Exercises: how is it done, and is it for me?"""
