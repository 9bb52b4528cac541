"""A site that was brought up to date is that of a build from nothing, whatever was changed in whatever order."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from site_building import SITE_URL, change, copy_package, copy_repository, environment, records, tree, value_of
from small_project import keep_few

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PRACTICES = 6
PER_ROUND = 3
TYPE = "wijkteam-een-huishouden-een-plan"
ALL_ANEW = (
    "label_of_a_term",
    "label_of_a_dimension",
    "name_of_a_source",
    "title_of_a_type",
    "a_template",
    "a_setting",
    "a_page_written_by_hand",
)
"""Changes after which everything is made again, so that whatever else went wrong in their round is not seen."""


class Project:
    """A copy of the project that changes; whatever is changed is drawn by ``chance``."""

    def __init__(self, folder: Path, chance: random.Random, per_page: int) -> None:
        self.folder = copy_package(keep_few(copy_repository(folder, prints=False), PRACTICES))
        option = "cache: .cache/watwerkt"
        options = f"{option}\n      pdf: false\n      opendata: false\n      lijstdeel: {per_page}"
        change(folder / "mkdocs.yml", option, options)
        self._chance = chance
        self._counter = 0
        self._grant_an_exception()

    def built(self, site: str) -> dict[str, bytes]:
        """Run the command as somebody would and return the site."""
        done = subprocess.run(
            [sys.executable, "-m", "watwerkt", "build", "--site-dir", site],
            cwd=self.folder,
            env=environment({"WATWERKT_SITE_URL": SITE_URL, "PYTHONPATH": str(self.folder / "plugins")}),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=240,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return tree(self.folder / site)

    def _grant_an_exception(self) -> None:
        """Let a type lack a source until some day: another day of a practice ends that."""
        file = self._file("interventietypen", TYPE)
        text = file.read_text(encoding="utf-8")
        start, bestanddelen, rest = text.partition("\nwerkzame_bestanddelen:\n")
        rest = re.sub(r"    bronnen:\n(?:      .+\n)+", "", rest, count=1)
        file.write_text(f"{start}{bestanddelen}{rest}", encoding="utf-8")
        (self.folder / "content" / "uitzonderingen.yml").write_text(
            f"uitzonderingen:\n  - record: interventietypen/{TYPE}\n    code: WW601\n    reden: De bron volgt nog.\n"
            "    tot: 2030-01-01\n",
            encoding="utf-8",
        )

    def _practice(self) -> Path:
        return self._file("praktijken", self._chance.choice(records(self.folder, "praktijken")))

    def _file(self, collection: str, key: str) -> Path:
        return self.folder / "content" / collection / f"{key}.yml"

    def _fresh(self, text: str) -> str:
        self._counter += 1
        return f"{text} {self._counter}"

    def _retitle(self, file: Path, key: str = "titel") -> None:
        change(file, f"\n{key}: {value_of(file, key)}\n", f"\n{key}: {self._fresh('Nieuwe titel')}\n")

    def text_of_a_practice(self) -> None:
        file = self._practice()
        change(file, "\nsamenvatting: >-\n", f"\nsamenvatting: >-\n  {self._fresh('Nieuw')}.\n")

    def sentence_of_a_practice(self) -> None:
        file = self._practice()
        change(file, "\nkern: ", f"\nkern: {self._fresh('Nu')} ")

    def level_of_a_practice(self) -> None:
        file = self._practice()
        text = file.read_text(encoding="utf-8")
        level = self._chance.choice(re.findall(r"niveau: (?:[0-4]|onbekend)\b", text))
        file.write_text(text.replace(level, f"niveau: {self._chance.randint(0, 4)}", 1), encoding="utf-8")

    def state_of_a_practice(self) -> None:
        file = self._practice()
        now = value_of(file, "status")
        change(file, f"\nstatus: {now}", f"\nstatus: {'gestopt' if now != 'gestopt' else 'onbekend'}")

    def title_of_a_practice(self) -> None:
        self._retitle(self._practice())

    def theme_of_a_practice(self) -> None:
        file = self._practice()
        text = file.read_text(encoding="utf-8")
        theme = self._chance.choice(["werk-en-participatie", "armoede-en-schulden", "wonen-en-thuis"])
        file.write_text(re.sub(r"\nthemas:\n(  - .+\n)+", f"\nthemas:\n  - {theme}\n", text), encoding="utf-8")

    def another_practice(self) -> None:
        file = self._practice()
        new = self._file("praktijken", self._fresh("nieuw").replace(" ", "-"))
        new.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        change(new, f"id: {file.stem}\n", f"id: {new.stem}\n")
        self._retitle(new)

    def another_name_for_a_practice(self) -> None:
        file = self._practice()
        new = file.with_stem(self._fresh("hernoemd").replace(" ", "-"))
        change(file, f"id: {file.stem}\n", f"id: {new.stem}\n")
        if "\nvoorheen:" not in file.read_text(encoding="utf-8"):
            change(file, "\nbijgewerkt:", f"\nvoorheen: [{file.stem}]\nbijgewerkt:")
        file.rename(new)

    def one_practice_less(self) -> None:
        self._practice().unlink()

    def a_practice_withdrawn(self) -> None:
        with self._practice().open("a", encoding="utf-8") as file:
            file.write("\ningetrokken:\n  datum: 2026-11-24\n  reden: Bestaat niet meer.\n")

    def another_day(self) -> None:
        file = self._practice()
        change(file, f"bijgewerkt: {value_of(file, 'bijgewerkt')}", "bijgewerkt: 2033-01-01")

    def label_of_a_term(self) -> None:
        file = self._file("begrippen", self._chance.choice(["themas", "doelgroepen", "rollen", "gemeenten"]))
        labels = re.findall(r"^    label: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        change(file, f"label: {self._chance.choice(labels)}\n", f"label: {self._fresh('Nieuw woord')}\n")

    def label_of_a_dimension(self) -> None:
        change(self._file("model", "4plus1"), "label: Meten", f"label: {self._fresh('Meten')}")

    def name_of_a_source(self) -> None:
        self._retitle(self._file("bronnen", "rem-op-de-projectencarrousel"), "title")

    def title_of_a_type(self) -> None:
        self._retitle(self._file("interventietypen", self._chance.choice(records(self.folder, "interventietypen"))))

    def a_template(self) -> None:
        name = self._chance.choice(
            ["paginas/praktijk.html", "paginas/delen/kaart.html", "base.html", "components.html"]
        )
        with (self.folder / "plugins/watwerkt/site/templates" / name).open("a", encoding="utf-8") as file:
            file.write(f"{self._fresh('sjabloon')}\n" if not name.startswith("comp") else "{# niets #}\n")

    def a_setting(self) -> None:
        change(self.folder / "mkdocs.yml", "site_name: ", f"site_name: {self._fresh('Nieuw')} ")

    def a_page_written_by_hand(self) -> None:
        change(self.folder / "content" / "over.md", "# ", f"# {self._fresh('Over')} ")

    def changes(self) -> list[Callable[[], None]]:
        """Return everything that can happen, in some order."""
        every = [getattr(self, name) for name in vars(Project) if not name.startswith("_")]
        every = [made for made in every if made.__name__ not in ("built", "changes", "rounds")]
        self._chance.shuffle(every)
        return every

    def rounds(self) -> Iterator[list[str]]:
        """Change a few things at a time; yields what."""
        every = self.changes()
        for group in (False, True):
            same = [made for made in every if (made.__name__ in ALL_ANEW) is group]
            for start in range(0, len(same), PER_ROUND):
                done = same[start : start + PER_ROUND]
                for made in done:
                    made()
                yield [made.__name__ for made in done]


@pytest.mark.parametrize(("seed", "per_page"), [(20261126, 300), (1, 3)])
def test_after_any_changes_the_site_is_that_of_a_build_from_nothing(tmp_path: Path, seed: int, per_page: int) -> None:
    project = Project(tmp_path / "praktijken", random.Random(seed), per_page)  # noqa: S311 - not for secrets
    project.built("site")
    for number, done in enumerate(project.rounds()):
        updated, fresh = project.built("site"), project.built(f"vers-{number}")
        assert updated.keys() == fresh.keys(), done
        assert [path for path in fresh if updated[path] != fresh[path]] == [], done
