"""Spaces of your own, sets, maps and forms: is this what it is said to be, and why?"""
