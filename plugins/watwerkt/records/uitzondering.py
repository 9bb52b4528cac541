"""A dated exception: a record that need not yet meet a rule that became stricter after it was written."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from watwerkt.records.base import Alinea, Datum, Graad, Model, Tekst, veld


class Uitzondering(Model):
    """One record, one rule, why, and until when."""

    record: Annotated[Tekst, Field(pattern=r"^[a-z]+/[a-z0-9-]+$")] = veld(
        "Record", "Map en sleutel van het record.", "praktijken/de-tulp", Graad.VERPLICHT
    )
    code: Annotated[Tekst, Field(pattern=r"^WW[0-9]{3}$")] = veld(
        "Code", "Code van de melding.", "WW601", Graad.VERPLICHT
    )
    reden: Alinea = veld(
        "Reden", "Waarom het nog niet kan.", "Een landelijke regeling heeft geen plaats.", Graad.VERPLICHT
    )
    tot: Datum = veld("Tot", "Laatste dag waarop de uitzondering geldt.", "2027-11-26", Graad.VERPLICHT)


class Uitzonderingen(Model):
    """The file `content/uitzonderingen.yml`."""

    uitzonderingen: Annotated[tuple[Uitzondering, ...], Field(max_length=500)] = veld(
        "Uitzonderingen", "Records die een strengere regel nog niet halen.", [], Graad.VERPLICHT
    )
