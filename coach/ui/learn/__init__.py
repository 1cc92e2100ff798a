"""Learn: when do I get help?"""
