"""Accessible web pages without a script: the page, its charts, the board and the meter."""
