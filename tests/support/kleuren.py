"""The words of chapter 8 by name, for tests that are about those."""

from kaderxl.core.traffic_light import HOOFDSTUK_8

WOORDEN = tuple(map(str, HOOFDSTUK_8))


class Beoordeling:
    """Equal to what a light has under that word."""

    GROEN, ORANJE, ROOD, AFGEROND, NVT = WOORDEN
