"""Texts as the typesetter gets them: nothing that no font has, nothing that cannot be broken, no markup."""

from __future__ import annotations

import pytest
from hostile_corpus import PAYLOADS

from watwerkt.markdown import TAGS
from watwerkt.pdf.engine import can_show, compile_pdf
from watwerkt.pdf.opmaak import DEEPEST, Node, opmaak
from watwerkt.pdf.tekst import JOINT, UNSHOWABLE, showable


def words(nodes: list[Node]) -> str:
    return "".join(node if isinstance(node, str) else words(node["k"]) for node in nodes)


def test_ordinary_dutch_stays_as_it_is() -> None:
    text = "Eén euro’s, “coöperatie” – € 5 à 10 % (zie ‘Rem’, regel 653-664)…"
    assert showable(text) == text


def test_the_box_itself_can_be_shown() -> None:
    assert can_show(UNSHOWABLE)
    assert not can_show("\U0001f468")


@pytest.mark.parametrize("char", ["\U0001f468", "\x01", "\ue000", "\ud800", "\uffff"])
def test_what_no_font_has_becomes_a_box(char: str) -> None:
    assert showable(f"a{char}b") == f"a{UNSHOWABLE}b"


def test_no_sign_ends_the_data_of_a_print() -> None:
    plain, signs = (
        compile_pdf("teken", {"teken": "a", "meer": meer}) for meer in ("", '`"\\ \n\x85\u2028\u2029``` #panic()')
    )
    assert plain == signs


def test_marks_of_direction_and_white_space_do_not_change_the_line() -> None:
    assert showable("a\u202eb\u202c\r\n\u2028 c\td") == "ab c d"
    assert showable("€\u00a04.500") == "€\u00a04.500"


def test_long_words_can_be_broken_with_a_hyphen_and_addresses_without() -> None:
    assert showable("w" * 40) == "\u00ad".join(["w" * 10] * 4)
    assert showable("https://www.voorbeeld.example/a").replace(JOINT, "") == "https://www.voorbeeld.example/a"
    assert f"/{JOINT}" in showable("https://www.voorbeeld.example/a")
    assert showable("zelfredzaamheidsmatrix") == "zelfredzaamheidsmatrix"


@pytest.mark.parametrize(
    "text", ["een borgstellingsregeling.", "(vrijwilligersorganisaties);", "‘stakeholderscarrousel’"]
)
def test_a_long_word_stays_whole_with_the_marks_around_it(text: str) -> None:
    assert showable(text) == text


def test_a_letter_keeps_its_loose_accents() -> None:
    broken = showable("a\u0308\u0301" * 20)
    assert "\u00ad\u0308" not in broken
    assert f"{JOINT}\u0308" not in broken


def test_commonmark_becomes_a_tree() -> None:
    assert opmaak("Een **vet** woord.\n\n- een\n- [twee](https://x.example/y)") == [
        {"t": "p", "k": ["Een ", {"t": "strong", "k": ["vet"]}, " woord."]},
        {
            "t": "ul",
            "k": [
                " ",
                {"t": "li", "k": ["een"]},
                " ",
                {
                    "t": "li",
                    "k": [{"t": "a", "k": ["twee"], "h": "https://x.example/y", "a": showable("https://x.example/y")}],
                },
                " ",
            ],
        },
    ]


def test_images_and_foreign_addresses_leave_no_trace() -> None:
    tree = opmaak("![x](file:///etc/passwd) [y](javascript:alert(1)) <img src=http://169.254.169.254>")
    assert "file:" not in str(tree)
    assert "'h'" not in str(tree)
    assert "<img src=http://169.254.169.254>" in words(tree).replace(JOINT, "")  # as text, as it was typed


def test_deep_nesting_is_flattened() -> None:
    def depth(nodes: list[Node]) -> int:
        return max((1 + depth(node["k"]) for node in nodes if not isinstance(node, str)), default=0)

    assert depth(opmaak(">" * 200 + " diep")) <= DEEPEST
    assert "diep" in words(opmaak(">" * 200 + " diep"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_payload_becomes_plain_nodes(payload: str) -> None:
    def check(nodes: list[Node]) -> None:
        for node in nodes:
            if isinstance(node, str):
                continue
            assert set(node) <= {"t", "k", "h", "a"}
            assert node["t"] in {*TAGS, "hr", "pre"}
            assert "h" not in node or node["h"].startswith(("http:", "https:", "mailto:"))
            check(node["k"])

    check(opmaak(payload))
