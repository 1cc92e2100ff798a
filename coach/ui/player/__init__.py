"""The stage: what am I doing this second?"""
