"""What a mail beside a sheet says: a table of courtesies, and one of texts that say something."""

from __future__ import annotations

import pytest

from kaderxl.returns.courtesies import body, says_something

KNOWN = ("jan.jansen@devolmacht.example", "De Volmacht", "Woonborg")

COURTESIES = [
    "",
    "Hierbij.",
    "Zie bijlage.",
    "Bijgaand het ingevulde invulblad, zoals afgesproken.",
    "Beste Jan,\n\nHierbij stuur ik je het ingevulde invulblad.\n\nGroet,\nPiet",
    "Geachte heer,\nZie bijlage.\nHoogachtend\nX",
    "Beste Jan, hierbij het blad.",
    "Goedemorgen\nHierbij ons blad over 2026.\nMvg Piet Pietersen, adviseur wonen",
    "Hierbij. Alvast bedankt!",
    "Hierbij het bestand. Fijne dag!",
    "Hierbij de evaluatie. Prettig weekend allemaal.",
    "In de bijlage vindt u ons invulblad. Mocht u nog vragen hebben, dan hoor ik het graag.",
    "Bijgevoegd het herstelblad. Bij vragen kunt u mij bellen.",
    "Hierbij onze tabel. Ik hoor graag of alles goed is aangekomen.",
    "Hierbij. Laat het me weten als er nog iets ontbreekt.",
    "Sorry voor de late reactie. Hierbij het blad.",
    "Excuses voor de vertraging, hierbij ons formulier.",
    "Bedankt voor de herinnering. Hierbij het ingevulde blad.",
    "Hierbij het blad, ik hoop u hiermee voldoende te hebben geïnformeerd.",
    "Hierbij. Succes ermee!",
    "Hierbij het invulblad. Tot volgende week!",
    "Namens De Volmacht stuur ik u hierbij het invulblad.",
    "Hierbij.\n\nJan",
    "Hierbij.\n\nPiet Pietersen\nadviseur wonen\n050-1234567",
    "Hierbij.\n\nVerzonden vanaf mijn iPhone",
    "Hierbij het blad. Graag een ontvangstbevestiging.\nMet vriendelijke groet,\nAls dit bericht"
    " niet voor u bestemd is, verwijder het dan.",
    "L.S.,\n\nBij deze.\n\nVr.gr.\nPiet",
]

WORDS = [
    "Hierbij. 1d is nog niet klaar.",
    "Bij vraag 2 twijfelen we.",
    "Beste Jan, 1d is bij ons 0 van 40.",
    "Alles groen",
    "Hierbij. De toelichting volgt.",
    "We hebben vragen.",
    "Hierbij. Kunt u mij bellen?",
    "Bel mij morgen over de huren.",
    "Bel mij.",
    "De cijfers zijn voorlopig.",
    "Hierbij het blad van Zuidwonen.",
    "Let op: we bedoelen woningen, geen kamers.",
    "Hierbij. Jan is ziek, de rest volgt maandag.",
    "Wij doen niet mee.",
    "Hierbij.\nGroet,\nPiet\nPS: bij 3a klopt het jaar niet.",
    "Hierbij.\n\n0 van 40 bij 1d",
    "Als u 1d leest: dat is een schatting.",
    "Goede cijfers dit jaar, zie de bijlage.",
    "Dag Jan, nog één ding.",
    "Groen is bedoeld, niet oranje.",
]


@pytest.mark.parametrize("tekst", COURTESIES)
def test_a_courtesy_says_nothing(tekst: str) -> None:
    assert not says_something(tekst, KNOWN)


@pytest.mark.parametrize("tekst", WORDS)
def test_a_text_says_something(tekst: str) -> None:
    assert says_something(tekst, KNOWN)


def test_of_a_text_the_greeting_and_the_closing_go_and_no_more() -> None:
    tekst = "Beste Jan, 1d is 0.\n\nDe rest klopt.\nGroet,\nPiet\nPS: 2a ook."
    assert body(tekst) == "1d is 0.\n\nDe rest klopt.\nPS: 2a ook."
