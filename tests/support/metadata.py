"""Two documents of MDTO, as kaderxl writes them: of a whole, and of a file in it."""

from __future__ import annotations

from datetime import date

from kaderxl.archives.mdto import (
    Begrip,
    Bestand,
    Informatieobject,
    Kenmerking,
    Verwijzing,
    schrijf_bestand,
    schrijf_informatieobject,
)

ZELF = Kenmerking("MOL-2026-evaluatie", "Gemeente Molendam")
GEHEEL = schrijf_informatieobject(
    Informatieobject(
        kenmerking=ZELF,
        naam="Monitoring & evaluatie <2026>",
        omschrijvingen=("Fictief.", "Concept."),
        waardering=Begrip("Tijdelijk te bewaren", "Waarderingen", "V"),
        bewaartermijn="P10Y",
        bestanden=(Verwijzing("matrix.xlsx", Kenmerking("m", "Gemeente Molendam")),),
        archiefvormer=Verwijzing("Gemeente Molendam", Kenmerking("gm0001", "TOOI")),
        beperking=Begrip("Openbaar", "Openbaarheid"),
        beperking_toelichting="Vanaf de vaststelling.",
    )
)
DEEL = schrijf_bestand(
    Bestand(
        kenmerking=Kenmerking("MOL-2026-evaluatie/matrix.xlsx", "Gemeente Molendam"),
        naam="matrix.xlsx",
        omvang=1234,
        formaat=Begrip("Excel", "PRONOM", "fmt/214"),
        sha256="0" * 64,
        datum=date(2027, 3, 25),
        van=Verwijzing("Monitoring", ZELF),
    )
)
DOCUMENTEN = {"informatieobject": GEHEEL, "bestand": DEEL}
