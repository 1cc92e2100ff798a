"""Before and after each session: what does a session change?"""
