"""The forge that keeps the repository: what kind it is, which decides how a prefilled page for a new file opens."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

SOORTEN = {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"}
"""Kinds of forges that the form knows; Codeberg and Gitea are of the kind ``forgejo``."""

_HOSTS = {"github": "github", "gitlab": "gitlab", "codeberg": "forgejo", "forgejo": "forgejo", "gitea": "forgejo"}


@dataclass(frozen=True, slots=True)
class Forge:
    """Address of the repository without closing slash, its kind and name, the branch, and the content folder.

    Without address the repository has no home yet; without kind the forge is one that the form does not know.
    """

    adres: str
    soort: str
    naam: str
    tak: str
    map: str


def forge_of(repo_url: str, tak: str = "main", content: str = "content", soort: str = "") -> Forge:
    """Recognise a forge by the name of its host; ``soort`` decides when it is given.

    Addresses that end in ``.example``, the default of this project, are no home.
    """
    host = urlsplit(repo_url).hostname or ""
    if not host or host.endswith(".example"):
        return Forge("", "", "", tak, content)
    kind = soort if soort in SOORTEN else next((_HOSTS[part] for part in host.split(".") if part in _HOSTS), "")
    naam = "Codeberg" if host == "codeberg.org" else SOORTEN.get(kind, host)
    return Forge(repo_url.rstrip("/"), kind, naam, tak, content)
