"""The lines of a page as one reads them."""

from __future__ import annotations

from kaderxl.reading.papers import Line
from kaderxl.template.printed.reading_order import in_leesvolgorde, zonder_herhaling


def regel(tekst: str, links: float, boven: float, breed: float = 200, blad: int = 1) -> Line:
    return Line(tekst, "", blad, links, links + breed, boven, boven + 10)


def teksten(regels: list[Line]) -> list[str]:
    return [r.text for r in in_leesvolgorde(regels) if r.text]


def test_the_left_column_comes_before_the_right_one() -> None:
    links = [regel(f"l{n}", 50, 60 + 12 * n) for n in range(4)]
    rechts = [regel(f"r{n}", 300, 60 + 12 * n) for n in range(4)]
    kop, voet = regel("kop", 50, 30, 450), regel("slot", 50, 200, 450)
    assert teksten([kop, *links, *rechts, voet]) == [
        *("kop", "l0", "l1", "l2", "l3", "r0", "r1", "r2", "r3", "slot")
    ]


def test_a_bullet_stays_with_its_words() -> None:
    bollen = [regel("•", 50, 60 + 12 * n, 4) for n in range(4)]
    woorden = [regel(f"punt {n}", 64, 60 + 12 * n) for n in range(4)]
    assert teksten([*bollen, *woorden]) == [f"• punt {n}" for n in range(4)]


def test_what_comes_back_on_each_page_is_read_once() -> None:
    regels = [
        deel
        for blad in range(1, 5)
        for deel in (
            regel("Prestatieafspraken", 50, 20, blad=blad),
            regel(f"tekst {blad}", 50, 100, blad=blad),
            regel(str(blad), 300, 800, 10, blad=blad),
        )
    ]
    assert [r.text for r in zonder_herhaling(regels)] == [
        "Prestatieafspraken",
        *(f"tekst {n}" for n in range(1, 5)),
    ]


def test_white_between_lines_is_an_empty_line() -> None:
    regels = [regel("a", 50, 60), regel("b", 50, 72), regel("c", 50, 100)]
    assert [r.text for r in in_leesvolgorde(regels)] == ["", "a", "b", "", "c"]


def test_a_thema_that_comes_back_at_the_same_height_stays() -> None:
    regels = [
        deel
        for blad in range(1, 6)
        for deel in (
            regel("Beschikbaarheid", 50, 60, blad=blad),
            regel(f"{blad}. Bouwen", 300, 60, blad=blad),
            regel("corporaties", 50, 90, blad=blad),
            regel(f"aantal {blad}", 300, 90, blad=blad),
        )
    ]
    assert zonder_herhaling(regels) == regels


def test_a_number_in_a_row_at_the_foot_is_no_page_number() -> None:
    rij = [regel("3", 50, 700, 10), regel("Zonnepanelen", 80, 700)]
    assert zonder_herhaling([regel("2", 50, 60, 10), regel("kop", 80, 60), *rij])[-2:] == rij
