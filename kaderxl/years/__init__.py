"""Rondes beside one another: what carries on, how it goes, and the overview of all of them."""
