"""Change per exercise: what does each one do, and does one of them seem to help most?"""
