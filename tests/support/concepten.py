"""A draft of a mail."""

from __future__ import annotations

from kaderxl.core.kader import Mailsoort, Partij
from kaderxl.core.settings import Instellingen
from kaderxl.mailing.body import Alinea, als_html, als_tekst
from kaderxl.mailing.drafts import Bijlage, Concept

BLOKKEN = (Alinea(("Beste collega's,", "Eén overzicht; coöperatie € 12,–.")),)

CONCEPT = Concept(
    partij=Partij("DV", "De Volmacht", "corporaties", "wonen@volmacht.example"),
    soort=Mailsoort.INVULBLAD,
    onderwerp="Kaderafspraken: invulblad evaluatie 2026 (AEH-2026E-DV-EB7A-K4)",
    tekst=als_tekst(BLOKKEN),
    html=als_html(BLOKKEN, "Invulblad"),
    bijlagen=(Bijlage("Invulblad De Volmacht 2026-evaluatie.xlsx", bytes(range(256)) * 90),),
    instellingen=Instellingen(
        afzender="wonen@gemeente.example",
        antwoordadres="antwoord@gemeente.example",
        cc=("cc1@x.example", "cc2@x.example"),
    ),
    identiteit="AEH|2026-evaluatie|DV|",
)
