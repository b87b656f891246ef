"""A template made anew, of an agreement of which some or all is known.

`NewTemplate` (in `agreement`) says what is known; `write_template` (in `workbook`) gives the bytes
of the workbook. What is not known stays open: no value is guessed.

    new = NewTemplate("Molendam", "Woonafspraken Molendam", 2025, 2028, partijen)
    data = write_template(new)                          # empty tables, an example row of each kind

Who knows rows gives them by sheet, each cell under its header as `core.labels.SJABLOON_KOLOMMEN`
has it; a sheet has what is given, and no sheet has an example row any more:

    rows = {MONITORINGSTABEL: [{"Afspraak": Found("1a. Bouwen", source="blz. 4, regel 12")}]}
    data = write_template(replace(new, rows=rows))

A cell that is `Found` bears where it was found as a note; with a `doubt` it is also marked, and the
note says why somebody must look. What the text leaves open goes to the sheet Vragen, as rows too.
"""

from __future__ import annotations
