"""Tables as Parquet, through pandas and pyarrow."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ..core import catalogue
from .table import Kolomsoort, Tabel, Uitgave

if TYPE_CHECKING:
    from pandas import DataFrame

_SOORTEN = {Kolomsoort.GETAL: "Float64", Kolomsoort.JA_NEE: "boolean"}


def files(uitgave: Uitgave) -> dict[str, bytes]:
    """A file a table. Raises NietUitgevoerd when pyarrow is not installed."""
    return {f"{naam}.parquet": _parquet(tabel) for naam, tabel in uitgave.los.items()}


def as_frame(tabel: Tabel) -> DataFrame:
    """The table for pandas; a number or a yes that is not known is NA."""
    import pandas as pd

    frame = pd.DataFrame(list(tabel.rijen), columns=[k.titel for k in tabel.kolommen])
    return frame.astype({k.titel: _SOORTEN[k.soort] for k in tabel.kolommen if k.soort in _SOORTEN})


def _parquet(tabel: Tabel) -> bytes:
    uitvoer = io.BytesIO()
    try:
        as_frame(tabel).to_parquet(uitvoer, index=False, engine="pyarrow")
    except ImportError as fout:
        raise catalogue.PARQUET_ONTBREEKT.weiger() from fout
    return uitvoer.getvalue()
