"""How the pages look: calm, readable, printable, and legible without any colour."""

from __future__ import annotations

from .colours import DONKERGROEN, FICTIEF_TEKST, FICTIEF_VULLING, Palet

_BASIS = """
:root {
  --inkt: #16231f; --zacht: #4b5a55; --lijn: #c9d1cc; --vlak: #f5f7f4; --wit: #ffffff;
  --diep: DIEP; --koppeling: #00574a; --streven: #cfe6db; --streven-lijn: #1b6b4a;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--vlak); color: var(--inkt);
  font: 1rem/1.55 "Segoe UI", -apple-system, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, caption { line-height: 1.2; text-wrap: balance; }
a { color: var(--koppeling); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid #1a1a1a; outline-offset: 2px; box-shadow: 0 0 0 7px #ffd84d;
}
.midden { max-width: 75rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.verborgen {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.overslaan { position: absolute; left: 1rem; top: -6rem; z-index: 2; padding: .75rem 1.25rem;
  background: #ffffff; color: #000000; }
.overslaan:focus { top: .75rem; }

.merk p { margin-block: 0; }
.merk { padding: .7rem 0; background: MERK; color: MERKTEKST; font-weight: 700; }
.paginakop { background: var(--diep); color: #ffffff; }
.paginakop .midden { padding-block: clamp(1.75rem, 5vw, 3.5rem); }
.bovenkop { margin: 0 0 .75rem; font-weight: 600; letter-spacing: .02em; color: #cfe6db; }
h1 { margin: 0; font-size: clamp(1.6rem, 4.2vw, 2.7rem); font-weight: 700; }
h1 span { display: block; font-weight: 400; }
.inleiding { max-width: 46rem; margin: 1.25rem 0 0; font-size: 1.125rem; }

main { padding-block: .5rem 3rem; }
h2 { margin: 3rem 0 .5rem; font-size: clamp(1.35rem, 3vw, 1.8rem); color: var(--diep); }
h3 { margin: 2.25rem 0 .9rem; padding-bottom: .4rem; font-size: 1.25rem;
  border-bottom: 2px solid var(--diep); }
.uitleg { max-width: 46rem; margin: .25rem 0 1.25rem; color: var(--zacht); }

.kleur, .vak { background: var(--vul); color: var(--op); border: 2px solid var(--rand); }
.kleur { display: inline-block; padding: .05rem .55rem; border-radius: .3rem; font-weight: 600;
  white-space: nowrap; }

.telling, .kaarten, .nummers, .verloop, .cijfers { list-style: none; margin: 0; padding: 0; }
.telling { display: grid; gap: .75rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr)); }
.telling li { display: grid; grid-template-rows: auto 1fr; border: 1px solid var(--lijn);
  border-radius: .5rem; overflow: hidden; background: var(--wit); }
.telling .vak { display: flex; align-items: baseline; gap: .6rem; padding: .55rem .9rem;
  border-width: 0 0 2px; font-weight: 700; }
.telling .getal { font-size: 2.4rem; line-height: 1; font-variant-numeric: tabular-nums; }
.telling .betekenis { margin: 0; padding: .6rem .9rem .8rem; font-size: .95rem; line-height: 1.4;
  color: var(--zacht); }

.overzicht { display: grid; gap: 1rem .75rem; margin: 1.5rem 0 0;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr)); }
.overzicht dt { margin-bottom: .4rem; font-weight: 600; }
.overzicht dd { margin: 0; }
.nummers { display: flex; flex-wrap: wrap; gap: .4rem; }
.nummers a { display: inline-flex; align-items: center; justify-content: center; gap: .35rem;
  min-width: 4.2rem; min-height: 2.75rem; padding: 0 .6rem; border-radius: .4rem;
  font-weight: 700; text-decoration: none; font-variant-numeric: tabular-nums; }
.nummers a:hover { text-decoration: underline; }

.kaarten { display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
.kaart { display: flex; flex-direction: column; background: var(--wit); border-radius: .5rem;
  border: 1px solid var(--lijn); overflow: hidden; scroll-margin-top: 1rem; }
.kaart > .vak { display: flex; justify-content: space-between; align-items: baseline; gap: .75rem;
  padding: .5rem 1rem; border-width: 0 0 2px; font-weight: 700; }
.kaart .nummer { font-variant-numeric: tabular-nums; }
.kaart h4 { margin: 0; padding: .9rem 1rem 0; font-size: 1.0625rem; font-weight: 600;
  hyphens: auto; }
.kaart p { margin: .5rem 1rem 0; }
.kaart .datum, .kaart .rustig { color: var(--zacht); font-size: .95rem; }
.kaart .reeks { font-weight: 700; }
.cijfers { margin: .75rem 1rem 0; padding-top: .6rem; border-top: 1px solid var(--lijn); }
.cijfers li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .75rem;
  font-size: .95rem; padding: .1rem 0; }
.cijfers strong { font-variant-numeric: tabular-nums; margin-left: auto; text-align: right; }
.verloop { display: flex; flex-wrap: wrap; gap: .35rem .5rem; margin: auto 1rem 0;
  padding: .9rem 0 1rem; }
.verloop li { display: grid; justify-items: center; gap: .1rem; font-size: .8125rem;
  line-height: 1.2; color: var(--zacht); font-variant-numeric: tabular-nums; }
.verloop .vak { width: 1.9rem; height: 1.6rem; display: grid; place-items: center;
  border-radius: .25rem; font-size: .9rem; }
.verloop .nu { color: var(--inkt); font-weight: 700; }

figure { margin: 0; padding: 1.25rem clamp(.75rem, 2.5vw, 1.75rem); background: var(--wit);
  border: 1px solid var(--lijn); border-radius: .5rem; }
figcaption { font-size: 1.125rem; font-weight: 600; }
figcaption span { display: block; font-size: 1rem; font-weight: 400; color: var(--zacht); }
svg { display: block; width: 100%; height: auto; margin-top: 1rem; overflow: visible;
  font: 13px "Segoe UI", -apple-system, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
svg text { fill: #16231f; }
svg .as { stroke: #4b5a55; stroke-width: 1; }
svg .raster { stroke: #e2e7e3; stroke-width: 1; }
svg .aslabel { fill: #4b5a55; }
svg .staaf { fill: var(--diep); }
svg .waarde { font-weight: 700; }
svg .streven { fill: var(--streven); }
svg .strevenlijn { stroke: var(--streven-lijn); stroke-width: 2; }
svg .strevenwoord { fill: #0b4a35; font-weight: 600; paint-order: stroke; stroke: #ffffff;
  stroke-width: 4px; }
svg .gat { fill: none; stroke: #4b5a55; stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .plan { fill: #ffffff; stroke: var(--diep); stroke-width: 2; stroke-dasharray: 6 4; }
.smal { display: none; }
@media (max-width: 56rem) {
  svg.breed { display: none; }
  svg.smal { display: block; max-width: 28rem; }
}
.legenda { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; list-style: none; margin: .75rem 0 0;
  padding: 0; font-size: .95rem; color: var(--zacht); }
.legenda i { display: inline-block; width: 1.1rem; height: .8rem; margin-right: .45rem;
  border: 2px solid var(--diep); vertical-align: -.05rem; }
.legenda .i-staaf { background: var(--diep); }
.legenda .i-streven { background: var(--streven); border-color: var(--streven-lijn); }
.legenda .i-gat { border-style: dashed; border-color: #4b5a55; }
.plannen { margin-top: 1.5rem; }
.plannen h3 { margin: 0; padding: 0; border: 0; font-size: 1.125rem; }

.rol { overflow-x: auto; margin-top: 1.25rem; background: var(--wit);
  border: 1px solid var(--lijn); border-radius: .5rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding: .9rem 1rem; text-align: left; font-weight: 600; font-size: 1.0625rem; }
th, td { padding: .5rem 1rem; text-align: left; vertical-align: top;
  border-top: 1px solid var(--lijn); }
thead th { background: var(--diep); color: #ffffff; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 9rem; }
td.getal, th.getal { text-align: right; }
td { overflow-wrap: anywhere; min-width: 4.5rem; }
td.regels { white-space: pre-line; min-width: 12rem; }

footer { background: var(--wit); border-top: 4px solid var(--diep); }
footer .midden { padding-block: 1.75rem 2.5rem; }
footer p { max-width: 46rem; margin: .5rem 0; }

@media (forced-colors: active) {
  .kleur, .vak, .legenda i, .telling li, .kaart, .nummers a { border-color: CanvasText; }
  svg text, svg .aslabel, svg .strevenwoord { fill: CanvasText; stroke: none; }
  svg .staaf { fill: CanvasText; }
  svg .streven, svg .plan { fill: Canvas; stroke: Highlight; }
  svg .strevenlijn { stroke: Highlight; }
  svg .as, svg .gat { stroke: CanvasText; }
  svg .raster { stroke: GrayText; }
}

@page { size: A4; margin: 14mm 12mm 16mm;
  @bottom-left { content: "MERKREGEL"; font: 8.5pt sans-serif; color: #4b5a55; }
  @bottom-right { content: "Bladzijde " counter(page) " van " counter(pages);
    font: 8.5pt sans-serif; color: #4b5a55; } }
@media print {
  html { font-size: 8.6pt; }
  body { background: #ffffff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .midden { max-width: none; padding-inline: 0; }
  .merk .midden, .paginakop .midden { padding-inline: 1.25rem; }
  .paginakop .midden { padding-block: 1.5rem; }
  .overslaan { display: none; }
  svg.breed { display: block; }
  svg.smal { display: none; }
  .kaarten { grid-template-columns: repeat(4, 1fr); gap: .6rem; }
  .kaart > .vak, .kaart h4 { padding-inline: .75rem; }
  .kaart p, .cijfers, .verloop { margin-inline: .75rem; }
  .thema, .kaart, .telling li, svg, .plannen, figure .rol, tr { break-inside: avoid; }
  .telling, .overzicht { grid-template-columns: repeat(5, 1fr); }
  .nummers a { min-width: 3.4rem; min-height: 2.2rem; }
  figure { padding: 1rem; }
  h2, h3, caption { break-after: avoid; }
  h2 { margin-top: 1.75rem; }
  h3 { margin-top: 1.4rem; }
  thead { display: table-header-group; }
  .rol { overflow: visible; border: 0; }
  th, td { padding: .25rem .6rem; line-height: 1.35; }
  a { color: inherit; }
}
"""


def css(palet: Palet, merk: str = "") -> str:
    """The whole stylesheet; `merk` is a text of our own that stands under every printed page."""
    basis = _BASIS.replace("DIEP", DONKERGROEN).replace("MERKREGEL", merk)
    basis = basis.replace("MERKTEKST", FICTIEF_TEKST).replace("MERK", FICTIEF_VULLING)
    return basis + "".join(
        f".{kleurklasse(woord, palet)} {{ --vul: {k.vulling}; --op: {k.tekst}; "
        f"--rand: {'#6b7671' if _licht(k.vulling) else k.vulling}; }}\n"
        for woord, k in palet.items()
    )


def _licht(kleur: str) -> bool:
    """A fill that would be lost on white, so that its edge has to show it."""
    return min(int(kleur[n : n + 2], 16) for n in (1, 3, 5)) > 180


def kleurklasse(woord: str, palet: Palet) -> str:
    """The class of a word that has a colour: `k0` for the first of the palet."""
    return f"k{list(palet).index(woord)}"
