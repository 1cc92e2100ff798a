"""A year of days: what kind of days were they?"""
