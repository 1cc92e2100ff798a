"""Journal: what happened?"""
