"""Page models as plain data for the templates: every text made fit to set, every CommonMark field made a tree."""

from __future__ import annotations

import re
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import zxingcpp

from watwerkt.pdf.opmaak import opmaak
from watwerkt.pdf.tekst import JOINT, showable
from watwerkt.tokens import DRUK
from watwerkt.views.beoordeling import Criteriumregel, Dimensieblok, Punt
from watwerkt.views.boekje import Typedeel
from watwerkt.views.index import Kaart, Link
from watwerkt.views.praktijk import Praktijkpagina
from watwerkt.views.profiel import Balk, Profielbeeld, strip_tekst
from watwerkt.views.quickscan import Adviespunt, OpenVraagregel, Quickscanpagina
from watwerkt.views.tekst import NAAM
from watwerkt.views.verduurzaming import Verduurzamingsbeeld

if TYPE_CHECKING:
    from watwerkt.views.index import Bronlink

_MODULES = re.compile(rb"(\xff*)(\x00+)")

_RICH: dict[type, frozenset[str]] = {
    Verduurzamingsbeeld: frozenset({"toelichting"}),
    Typedeel: frozenset({"beschrijving", "veranderingstheorie", "randvoorwaarden", "bewijs"}),
}
"""Fields of page models that hold CommonMark."""

_NOT_PRINTED: dict[type, frozenset[str]] = {
    Adviespunt: frozenset({"dimensie", "bronnen", "doel"}),
    Balk: frozenset({"id", "label", "bekend", "totaal"}),
    Criteriumregel: frozenset({"id", "vraag", "doel"}),
    Dimensieblok: frozenset({"id", "vraag"}),
    Kaart: frozenset({"id", "status", "themas", "record_status", "bijgewerkt", "regel", "beeld"}),
    Link: frozenset({"doel"}),
    OpenVraagregel: frozenset({"dimensie"}),
    Praktijkpagina: frozenset(
        {"kruimels", "quickscan", "sterkste", "achilleshiel", "blokken", "interventietype", "aanleiding", "subdoelen"}
        | {"bereik", "aanpak", "bestanddelen", "uitvoering", "kosten", "arena", "verhalen", "coalitie", "erkenning"}
        | {"profiel", "verwant", "oudere_scans", "basis", "geldigheid"}
    ),
    Profielbeeld: frozenset({"sterkste", "achilleshiel", "bekend", "totaal"}),
    Punt: frozenset({"labels", "eerste_stap"}),
    Quickscanpagina: frozenset({"kaart", "profiel", "verduurzaming", "conclusie"}),
}
"""Fields of page models that no template reads. They are left out: they would be most of the work."""

_ADDRESSES = frozenset({"doel", "url", "id"})
"""Fields that are never read, only followed or compared; a changed letter would break them."""

_CITED = "bronnen"
"""Field with the sources of a fact; it is printed as one text."""


@cache
def _names(model: type) -> tuple[str, ...]:
    """Fields of a page model and the words it derives from them, as far as they are printed."""
    every = (
        *(f.name for f in fields(model)),
        *(name for name, value in vars(model).items() if isinstance(value, property)),
    )
    return tuple(name for name in every if name not in _NOT_PRINTED.get(model, ()))


def as_data(value: Any) -> Any:
    """Turn a page model, or a part of one, into what JSON can hold."""
    if isinstance(value, str):
        return showable(value)
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, tuple | list):
        return [as_data(item) for item in value]
    if isinstance(value, dict):
        return {name: as_data(item) for name, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _model(value)
    raise TypeError(f"no data: {type(value).__name__}")


def _model(model: Any) -> dict[str, Any]:
    kind = type(model)
    rich = _RICH.get(kind, ())
    data = {name: _field(name, getattr(model, name), name in rich) for name in _names(model.__class__)}
    if "url" in data:
        data["urltekst"] = showable(_readable(model.url) or model.url)
    if isinstance(model, Profielbeeld):
        data["tekst"] = showable(strip_tekst(model.balken))
    return data


def _field(name: str, value: Any, rich: bool) -> Any:
    if name in _ADDRESSES and isinstance(value, str):
        return str(value)
    if name == _CITED:
        return citation(value)
    return opmaak(value) if rich else as_data(value)


def citation(bronnen: tuple[Bronlink, ...]) -> str:
    """Sources beside a fact, each named once in a row: *Rem, regel 653; regel 700*."""
    parts, last = [], ""
    for bron in bronnen:
        parts.append(bron.plaats if bron.kort == last else f"{bron.kort}, {bron.plaats}")
        last = bron.kort
    return showable("; ".join(parts))


def publication(inhoud: Any, *, titel: str, adres: str, doel: str, datum: str, papier: str = "a4") -> dict[str, Any]:
    """Everything that a template gets: under ``site`` what all prints have in common, and this print.

    Args:
        inhoud: the page model.
        titel: title of the document.
        adres: web address of the site, with a slash at its end.
        doel: path of the twin on the site, from the site root; the QR code leads there.
        datum: ISO day of the data, or empty: a worksheet is not made from dated data.
        papier: ``a4`` or ``a3``.
    """
    return {
        "site": {
            "palet": asdict(DRUK),
            "naam": NAAM,
            "adres": adres,
            "adrestekst": showable(_readable(adres)),
        },
        "titel": showable(titel),
        "doel": doel,
        "doeltekst": showable(_readable(adres + doel)),
        "doelregel": showable(_readable(adres + doel)).replace(JOINT, ""),
        "qr": qr_svg(adres + doel),
        "datum": [int(part) for part in datum.split("-")] if datum else [],
        "papier": papier,
        "inhoud": as_data(inhoud),
    }


def _readable(address: str) -> str:
    return address.partition("://")[2].removesuffix("/")


def qr_svg(address: str) -> str:
    """QR code (ISO/IEC 18004, error correction M) as a vector drawing without the white border around it."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = memoryview(code.to_image(add_quiet_zones=False))  # type: ignore[arg-type]
    side, modules = len(image), image.tobytes()
    path = "".join(f"M0 {y}.5{_line(modules[y * side : (y + 1) * side])}" for y in range(side))
    size = f'width="{side}" height="{side}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path stroke="#000" d="{path}"/></svg>'


def _line(row: bytes) -> str:
    return "".join(f"m{len(light)} 0h{len(dark)}" for light, dark in _MODULES.findall(row))
