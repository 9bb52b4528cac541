"""What a site is made from, and a digest over all of it.

The answer that nothing changed has to be quick: nothing but the standard library is imported, and no `Path` is made for
each file.
"""
# ruff: noqa: PTH112, PTH118, PTH208

from __future__ import annotations

import hashlib
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from watwerkt.knowledge.seen import Seen, look

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENVIRONMENT = re.compile(r"!ENV\s*(?:\[([^\]]*)\]|(\S+))")
_CODE = os.fspath(Path(__file__).parent)
_PRACTICES = "praktijken"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What decides a site: ``base`` is over all but the practices, ``whole`` over everything.

    ``sources`` are the files and folders that it was taken of, beside the code and the settings; the content is first.
    """

    base: str
    whole: str
    sources: tuple[str, ...]
    seen: Seen


def fingerprint(config: Path, sources: Iterable[str], seen: Seen) -> Fingerprint:
    """Take the fingerprint of settings, content, code, templates, libraries and environment.

    The first of ``sources`` is the content; the records right in its folder of practices are no part of the base. Those
    that are YAML are settings that the settings inherit.

    Raises:
        OSError: something cannot be read.
    """
    sources = tuple(sources)
    of_practices = os.path.join(sources[0], _PRACTICES) if sources else None
    now = seen.again(look((_CODE, *sources)))
    base, practices = hashlib.sha256(sys.version.encode()), hashlib.sha256()
    inherited = (source for source in sources if source.endswith((".yml", ".yaml")) and source in now.files)
    for settings in (config, *map(Path, inherited)):
        text = settings.read_bytes()
        base.update(text)
        for name in _environment(text.decode("utf-8", "replace")):
            base.update(f"{name}={os.environ.get(name)}\n".encode())
    for folder in sys.path:
        if folder.endswith("site-packages") and os.path.isdir(folder):
            base.update("\n".join(sorted(n for n in os.listdir(folder) if n.endswith(".dist-info"))).encode())
    for path in sorted(now.files):
        total = practices if path.endswith(".yml") and path.rpartition("/")[0] == of_practices else base
        total.update(f"{path}\0{now.files[path][-1]}\0".encode(errors="surrogateescape"))
    return Fingerprint(base.hexdigest(), f"{base.hexdigest()}{practices.hexdigest()}", sources, now)


def _environment(text: str) -> list[str]:
    return [name for names in _ENVIRONMENT.findall(text) for name in re.findall(r"\w+", " ".join(names))]
