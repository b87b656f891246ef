"""Two years in which amounts and numbers with decimals are asked, and a kind that is new here.

Every workbook on the way is reckoned by two engines, as conftest.py does for all tests.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from archieven import instellingen
from invullen import Antwoorden, codes, oordeel, vul, zoek_tabel
from openpyxl import load_workbook
from sjablonen import STANDAARD, schrijf_sjabloon

from kaderxl import Ronde, adopt, archive, collect, generate, history, merge, verify
from kaderxl.core import catalogue, labels as l
from kaderxl.core.kader import Meetwaarde
from kaderxl.core.meetwaarde import Datumgrenzen, Gelezen, Soort, Voorbeeld
from kaderxl.core.values import Veld, Waarde
from kaderxl.template.kinds import SOORTEN

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

INDICATOR = (
    "| Samen leven | 3. Prettig wonen | investering in de wijk | > 2026-2031 | corporaties | | "
    "| A03-I3 | | aantal | som | vast | vastgesteld | |"
)
VRAGEN = """
| A03-I3-M1 | A03-I3 | Besteed | bedrag | | som | + | optellen | ja | | vastgesteld |
| A03-I3-M2 | A03-I3 | Subsidie | bedrag | euro | som | − | optellen | ja | | vastgesteld |
| A03-I3-M3 | A03-I3 | Oordeel | getal | (cijfer) | gezamenlijk | | vervangen | ja | | vastgesteld |
| A03-I3-M4 | A03-I3 | Inzet | getal | fte | som | | vervangen | ja | | vastgesteld |
"""
DOEL = "| A03-I3 | 2031 | 1000000 | | | | 1 | gedrukt |"
Converteer = Callable[[Path, str, Path], Path]
EIGEN = ("A03-I3-M1", "A03-I3-M2", "A03-I3-M3", "A03-I3-M4")


class Gemeente:
    """A municipality that asks a few things more, and what its two corporaties answer."""

    def __init__(self, map_: Path, vragen: str = VRAGEN) -> None:
        self.map = map_
        self.output = map_ / "output"
        self.sjabloon = schrijf_sjabloon(
            map_ / "sjabloon.xlsx",
            Instellingen=instellingen(),
            **{
                blad: f"{STANDAARD[blad].rstrip()}\n{erbij.strip()}\n"
                for blad, erbij in {
                    l.MONITORINGSTABEL: INDICATOR,
                    l.MEETWAARDEN: vragen,
                    l.DOELEN: DOEL,
                }.items()
            },
        )

    def bestand(self, ronde: Ronde, map_: str, naam: str) -> Path:
        return self.output / str(ronde) / map_ / naam

    def blad(self, ronde: Ronde, partij: str) -> Path:
        return self.bestand(ronde, "invulbladen", f"Invulblad {partij} {ronde}.xlsx")

    def matrix(self, ronde: Ronde) -> Path:
        return self.bestand(ronde, "matrix", f"monitoringsmatrix-{ronde}.xlsx")

    def vul_in(self, ronde: Ronde, partij: str, *waarden: object, bron: Path | None = None) -> Path:
        gegeven: Antwoorden = {
            "A03-I3": oordeel("Groen"),
            **{c: {l.WAARDE: w} for c, w in zip(EIGEN, waarden, strict=False)},
        }
        uit = self.map / f"{partij} {ronde}{' nieuw' if bron else ''}.xlsx"
        moment = f"{ronde.jaar + 1}-02-0{2 if bron else 1}T09:00:00Z"
        uit.write_bytes(vul((bron or self.blad(ronde, partij)).read_bytes(), gegeven, op=moment))
        return uit

    def stel_vast(self, ronde: Ronde, ao: dict[str, str | float]) -> None:
        """The BO sets the matrix, in which the AO settled these values (by code)."""
        boek = load_workbook(self.matrix(ronde))
        blad = boek[l.VERSCHILLEN]
        koppen = [c.value for c in blad[2]]
        for rij in blad.iter_rows(min_row=3):
            if (code := str(rij[koppen.index(l.CODE)].value)) in ao:
                rij[koppen.index(l.BESLUIT_AO)].value = ao[code]
        samenvatting = boek[l.SAMENVATTING]
        label = next(c for r in samenvatting for c in r if c.value == l.VASTGESTELD_IN)
        dag = date(ronde.jaar + 1, 3, 25)
        samenvatting.cell(label.row, label.column + 1).value = datetime(*dag.timetuple()[:3])
        ingevuld = self.map / f"BO {ronde}.xlsx"
        boek.save(ingevuld)
        adopt(ronde, ingevuld, template=self.sjabloon, output=self.output, today=dag)

    def neem_in(self, ronde: Ronde, *bestanden: Path) -> list[list[str]]:
        """The codes of what was found in each return, but for what was left open."""
        uitkomst = collect(ronde, [*bestanden], template=self.sjabloon, output=self.output)
        assert {i.status for i in uitkomst.inzendingen} == {"aangenomen"}
        leeg = catalogue.BEOORDELING_ONTBREEKT.code
        return [
            [c for c in codes(i.bevindingen) if c != leeg and c.startswith("V4")]
            for i in uitkomst.inzendingen
        ]

    def cellen(self, data: Path, code: str) -> dict[str, object]:
        """The row of a code on an input sheet, by header."""
        tabel = zoek_tabel(load_workbook(data))
        return {kop: tabel.cel(code, kop).value for kop in tabel.kolommen}


def standen(g: Gemeente, ronde: Ronde) -> dict[str, tuple[str, object]]:
    """What the partijen come to on the indicator that is new, by what is asked."""
    matrix = merge(ronde, template=g.sjabloon, output=g.output).matrix
    (rij,) = (r for r in matrix.rijen if r.indicator.code == "A03-I3")
    return {s.omschrijving: (s.tekst, s.waarde) for s in rij.standen}


def test_amounts_and_decimals_through_two_years(tmp_path: Path) -> None:
    g, eerste, tweede = Gemeente(tmp_path), Ronde(2026), Ronde(2027)
    generate(eerste, template=g.sjabloon, output=g.output)
    leeg = g.blad(eerste, "Noordbouw")
    assert g.cellen(leeg, "A03-I3-M1")["Eenheid"] == "euro"
    gevraagd = str(g.cellen(leeg, "A03-I3")[l.VRAAG]).splitlines()
    assert "Doel: t/m 2031: minstens € 1.000.000" in gevraagd

    # What one cannot read for certain is asked, beside what was written
    goed = g.vul_in(eerste, "Noordbouw", "€ 1.234,50", 0.1, "7,4", 0.1)
    fout = g.vul_in(eerste, "Zuidwonen", "€ 12.50", 1.005, "een zeven", -1)
    gevonden = [r.code for r in (catalogue.TWEE_LEZINGEN, catalogue.GEEN_HELE_CENTEN)]
    gevonden += [r.code for r in (catalogue.GETAL_VERWACHT, catalogue.NEGATIEF)]
    assert g.neem_in(eerste, goed, fout) == [[], gevonden]
    assert standen(g, eerste)["Besteed"] == ("deelstand, 1 van 2", None)
    (herstel,) = g.bestand(eerste, "herstel", "").glob("*Zuidwonen*.xlsx")
    assert [g.cellen(herstel, c)[l.ANTWOORD] for c in EIGEN] == ["€ 12.50", 1.005, "een zeven", -1]
    assert "12,50 of 1250" in str(g.cellen(herstel, "A03-I3-M1")[l.OPMERKING])

    # Mended, it counts; nothing is left of reckoning in halves of halves
    beter = g.vul_in(eerste, "Zuidwonen", "250.000 euro", 0.2, 7.1, 0.2, bron=herstel)
    assert g.neem_in(eerste, beter) == [[]]
    assert standen(g, eerste) == {
        "Netto": ("€ 251.234,20", 251_234.2),
        "Besteed": ("€ 251.234,50", 251_234.5),
        "Subsidie": ("€ 0,30", 0.3),
        "Oordeel": ("Noordbouw 7,4 (cijfer); Zuidwonen 7,1 (cijfer)", None),
        "Inzet": ("0,3 fte", 0.3),
    }
    matrix = merge(eerste, template=g.sjabloon, output=g.output).matrix
    (verschil,) = (v.wat for r in matrix.rijen for v in r.verschillen if v.code == "A03-I3-M3")
    assert verschil == "Oordeel (7,1 tot 7,4, 0,3 uit elkaar)"

    # The AO settles what differs, the BO sets it, and it is published, filed and reckoned again
    g.stel_vast(eerste, {"A03-I3-M3": 7.2})
    assert standen(g, eerste)["Oordeel"] == ("7,2 (cijfer) (afgesproken in het AO)", 7.2)
    (bestand,) = g.bestand(eerste, "matrix", "publicatie").glob("*cijfers.csv")
    regels = csv.DictReader(io.StringIO(bestand.read_text("utf-8-sig")))
    gepubliceerd = {r["Code"]: (r["Waarde"], r["Eenheid"]) for r in regels}
    assert gepubliceerd["A03-I3"] == ("251234.2", "euro")
    assert gepubliceerd["A03-I3-M2"] == ("0.3", "euro")
    assert gepubliceerd["A03-I3-M3"] == ("7.2", "(cijfer)")
    archive(eerste, template=g.sjabloon, output=g.output, today=date(2027, 4, 1))
    assert not verify(output=g.output).needs_attention

    # A year later: what was said then, and what it has come to
    generate(tweede, template=g.sjabloon, output=g.output)
    blad = zoek_tabel(load_workbook(g.blad(tweede, "Noordbouw")))
    vorige = {c: blad.vorige_keer(c) for c in EIGEN}
    assert vorige == dict(
        zip(EIGEN, ("€ 1.234,50", "€ 0,10", "7,4 (cijfer)", "0,1 fte"), strict=True)
    )
    bladen = [
        g.vul_in(tweede, p, 0.1 * n, 0, 8, 1.5) for p, n in (("Noordbouw", 1), ("Zuidwonen", 2))
    ]
    assert g.neem_in(tweede, *bladen) == [[], []]
    assert standen(g, tweede)["Oordeel"] == ("8,0 (cijfer)", 8)
    uitkomst = history(template=g.sjabloon, output=g.output, csv=True, parquet=True)
    reeksen = {r.code: r for r in uitkomst.tijdlijn.reeksen if r.indicator.code == "A03-I3"}
    besteed = [(p.waarde, p.cumulatief) for p in reeksen["A03-I3-M1"].punten]
    assert besteed == [(251_234.5, 251_234.5), (0.3, 251_234.8)]
    assert [(p.waarde, p.cumulatief) for p in reeksen["A03-I3-M3"].punten] == [
        (7.2, None),
        (8, None),
    ]
    (meter,) = (m for m in uitkomst.tijdlijn.meters if m.indicator.code == "A03-I3")
    assert meter.stand is not None
    assert meter.zeg(meter.stand[1]) == "€ 251.234,50"
    assert any("samen € 251.234,50" in regel for regel in uitkomst.lines())
    tabel = uitkomst.tabellen["reeksen"].set_index(["code", "jaar"])
    assert tabel.loc[("A03-I3-M1", 2027), "cumulatief"] == 251_234.8
    pagina = next(b for b in uitkomst.bestanden if b.suffix == ".html").read_text("utf-8")
    assert "€ 251.234,80" in pagina


@pytest.mark.extern
@pytest.mark.parametrize("formaat", ["xlsx", "ods", "xls"])
def test_amounts_and_decimals_through_libreoffice(
    tmp_path: Path, converteer: Converteer, formaat: str
) -> None:
    g, ronde = Gemeente(tmp_path), Ronde(2026)
    generate(ronde, template=g.sjabloon, output=g.output)
    bladen = (
        g.vul_in(ronde, "Noordbouw", 1234.5, 0.1, 7.4, 0.25),
        g.vul_in(ronde, "Zuidwonen", "€ 1.250,-", 0.2, "7,4", 0.25),
    )
    terug = [converteer(blad, formaat, tmp_path / "terug") for blad in bladen]
    assert g.neem_in(ronde, *terug) == [[], []]
    assert standen(g, ronde) == {
        "Netto": ("€ 2.484,20", 2484.2),
        "Besteed": ("€ 2.484,50", 2484.5),
        "Subsidie": ("€ 0,30", 0.3),
        "Oordeel": ("7,4 (cijfer)", 7.4),
        "Inzet": ("0,5 fte", 0.5),
    }


# A kind that only this module knows: what it takes is one class and one line in SOORTEN

TREDEN = ("laag", "midden", "hoog")


class Schaal(Soort):
    """A choice from a list, in order."""

    naam = "schaal"
    woord = "trede"
    raad = "Kies laag, midden of hoog"
    raad_ao = "Kies laag, midden of hoog."
    niet_goed = "Kies laag, midden of hoog"
    keuzes = TREDEN

    def lees(self, veld: Veld, grenzen: Datumgrenzen) -> Gelezen:
        trede = veld.tekst.lower()
        if trede in TREDEN:
            return Gelezen(trede)
        return Gelezen(None, (catalogue.GETAL_VERWACHT.bij(veld.plek, waarde=veld.tekst),))

    def zeg(self, waarde: Waarde, eenheid: str) -> str:
        return f"trede {waarde}"

    def vorm(self, cel: str, grenzen: Datumgrenzen) -> str:
        return f"OR({','.join(f'LOWER(TRIM({cel}))={chr(34)}{t}{chr(34)}' for t in TREDEN)})"

    def past(self, inhoud: object, grenzen: Datumgrenzen) -> bool:
        return str(inhoud).strip(" ").lower() in TREDEN

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        return {"validate": "list", "source": [*TREDEN]}

    def is_waarde(self, waarde: Waarde) -> bool:
        return waarde in TREDEN

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> Waarde:
        return TREDEN[geval.rang % len(TREDEN)]


def test_a_kind_of_ones_own_is_asked_read_said_and_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else in kaderxl needs to know it: see CONTRIBUTING."""
    monkeypatch.setitem(SOORTEN, Schaal.naam, Schaal())
    vraag = (
        "| A03-I3-M1 | A03-I3 | Leefbaarheid | schaal | | gezamenlijk | | vervangen | ja | "
        "| vastgesteld |"
    )
    g, ronde = Gemeente(tmp_path, vraag), Ronde(2026)
    generate(ronde, template=g.sjabloon, output=g.output)
    goed = g.vul_in(ronde, "Noordbouw", "Hoog")
    fout = g.vul_in(ronde, "Zuidwonen", "gaat wel")
    assert g.neem_in(ronde, goed, fout) == [[], [catalogue.GETAL_VERWACHT.code]]
    (herstel,) = g.bestand(ronde, "herstel", "").glob("*Zuidwonen*.xlsx")
    assert g.cellen(herstel, "A03-I3-M1")[l.ANTWOORD] == "gaat wel"
    assert g.neem_in(ronde, g.vul_in(ronde, "Zuidwonen", "laag", bron=herstel)) == [[]]
    assert standen(g, ronde) == {
        "Leefbaarheid": ("Noordbouw trede hoog; Zuidwonen trede laag", None)
    }
    g.stel_vast(ronde, {"A03-I3-M1": "midden"})
    assert standen(g, ronde)["Leefbaarheid"] == ("trede midden (afgesproken in het AO)", None)
    later = Ronde(2027)
    generate(later, template=g.sjabloon, output=g.output)
    blad = zoek_tabel(load_workbook(g.blad(later, "Noordbouw")))
    assert blad.cel("A03-I3-M1", l.EENHEID).value == "schaal"
    assert blad.vorige_keer("A03-I3-M1") == "trede hoog"
