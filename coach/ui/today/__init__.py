"""Today: what shall I do now?"""
