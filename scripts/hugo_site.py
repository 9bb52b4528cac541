"""Another yardstick of the benchmark: Hugo, on the same pages from the same records.

Every page that the plugin makes becomes a file for Hugo: its text as Markdown (see ``plain_site.py``), and for the
pages of a practice the record itself as front matter, so that Hugo reads the same YAML. The page around it is a
finished page of our own site, of which only the title and the text change, so that both write the same theme. Hugo gets
less to do than we have: scores, links and lists are worked out already, drawings are left out, nothing is checked.

Usage: ``python scripts/hugo_site.py PROJECT FOLDER``, with the site of PROJECT built.
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

from plain_site import command, markdown_pages

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
title = 'Wat werkt in de wijk'
baseURL = 'https://watwerktindewijk.example/'
locale = 'nl'
disableKinds = ['home', 'section', 'taxonomy', 'term', 'rss', 'sitemap', '404']
"""
MAIN = re.compile(r"(<main\b[^>]*>).*(</main>)", re.DOTALL)
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
PRACTICE = "praktijken"


def shell(page: str) -> str:
    """Turn a finished page into a layout with holes for the title and the text.

    Raises:
        ValueError: the page has no title or no main part.
    """
    for part in (TITLE, MAIN):
        if not part.search(page):
            raise ValueError(f"The finished page lacks {part.pattern}.")
    quoted = page.replace("{{", "{{ `{{` }}")
    titled = TITLE.sub("<title>{{ .Title }}</title>", quoted, count=1)
    return MAIN.sub(r"\1{{ .Content }}\2", titled, count=1)


def front_matter(title: str, address: str, record: str) -> str:
    """Title, address and, when there is one, the record, as YAML."""
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", f"url: {json.dumps('/' + address)}"]
    if record:
        lines += ["record:", *(f"  {line}" for line in record.splitlines())]
    return "\n".join([*lines, "---", ""])


def write_hugo_site(project: Path, folder: Path) -> int:
    """Write a Hugo project of the pages of a built project; returns how many pages."""
    records = {path.stem: path.read_text(encoding="utf-8") for path in (project / "content" / PRACTICE).glob("*.yml")}
    example = next((project / "site" / PRACTICE).glob("*/quickscan/index.html")).parent.parent / "index.html"
    shutil.rmtree(folder, ignore_errors=True)
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(shell(example.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    pages = 0
    for pagina, markdown in markdown_pages(project):
        kind, _, rest = pagina.pad.partition("/")
        record = records.get(rest.partition("/")[0], "") if kind == PRACTICE else ""
        path = folder / "content" / f"{pagina.pad.rstrip('/') or 'start'}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front_matter(pagina.titel, pagina.pad, record) + markdown, encoding="utf-8")
        pages += 1
    return pages


if __name__ == "__main__":
    command(__doc__, write_hugo_site)
