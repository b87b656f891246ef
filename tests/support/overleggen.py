"""The last day of each BO, by year, as the calendar has it."""

from __future__ import annotations

# The cycle of the shipped template, for every calendar year that the agreement touches.
BO_APRIL = {2026: 31, 2027: 31, 2028: 31, 2029: 29, 2030: 29, 2031: 31, 2032: 31}

BO_DECEMBER = {2026: 14, 2027: 14, 2028: 14, 2029: 14, 2030: 13, 2031: 12}
