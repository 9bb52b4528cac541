"""The public address of the site, for commands that make what leads there."""

from __future__ import annotations

import click

from watwerkt.exports.edition import SITE_URL


def _whole_address(_: click.Context, __: click.Parameter, address: str) -> str:
    if not address.startswith(("http://", "https://")):
        raise click.UsageError(
            f"Het adres ‘{address}’ begint niet met https://. Geef het volledige webadres van de site."
        )
    return address if address.endswith("/") else f"{address}/"


site_url_option = click.option(
    "--site-url",
    envvar="WATWERKT_SITE_URL",
    default=SITE_URL,
    callback=_whole_address,
    help="Webadres van de site, voor links, data en QR-codes. Anders uit WATWERKT_SITE_URL.",
)
