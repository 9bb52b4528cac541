"""Turn the issue of a workflow event into a record, and hand key, text and answer to the next job.

Reads the event from ``GITHUB_EVENT_PATH``; writes ``sleutel``, ``record`` and ``antwoord`` (both base64) to
``GITHUB_OUTPUT``. The job that runs this has no rights at all; the next one treats what it gets as data.
"""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

from watwerkt.submission.proposal import EventError, proposal


def main() -> None:
    """Read, propose and write the outputs."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    try:
        made = proposal(event, Path("content").resolve())
    except EventError as error:
        raise SystemExit(str(error)) from None
    rows = {"sleutel": made.sleutel, "record": _encoded(made.tekst), "antwoord": _encoded(made.antwoord)}
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as stream:
        stream.writelines(f"{name}={value}\n" for name, value in rows.items())
    print(made.antwoord)


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


if __name__ == "__main__":
    main()
