"""Left minus right over time: is one side tighter than the other?"""
