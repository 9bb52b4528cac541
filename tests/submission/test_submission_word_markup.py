"""What Word keeps in wrappers, beside the text or in a style of the house is read or told, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from watwerkt.reading.document import parse
from watwerkt.submission.draft import Draft, drafts_from

if TYPE_CHECKING:
    from pathlib import Path

    from watwerkt.knowledge.kennisbank import Kennisbank

TODAY = "2026-11-26"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def box(tag: str, text: str) -> str:
    return (
        f"<mc:{tag}><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        f"</w:txbxContent></v:textbox></v:shape></w:pict></mc:{tag}>"
    )


def read(tmp_path: Path, document: object, kennisbank: Kennisbank) -> Draft:
    path = tmp_path / "plan.docx"
    document.save(str(path))  # type: ignore[attr-defined]
    (made,) = drafts_from(path, kennisbank, TODAY)
    return made


def test_wrapped_text_is_read_and_deleted_text_is_not(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    document.add_heading("Aanpak", level=1)
    line = document.add_paragraph("Er komen ")
    for xml in (
        f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t xml:space="preserve">honderd </w:t></w:r></w:ins>',
        f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>tien</w:delText></w:r></w:del>',
        f'<w:moveFrom {W} w:id="3" w:author="x"><w:r><w:t>oud</w:t></w:r></w:moveFrom>',
        f"<w:sdt {W}><w:sdtContent><w:r><w:t>mensen.</w:t></w:r></w:sdtContent></w:sdt>",
        f"<w:r {W} {MC} {V}><mc:AlternateContent>{box('Choice', 'In een vak.')}{box('Fallback', 'In een vak.')}"
        "</mc:AlternateContent></w:r>",
    ):
        line._p.append(parse_xml(xml))
    document.element.body.insert(
        len(document.element.body) - 1,
        parse_xml(f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In een keuzevak.</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
    )
    data = parse(read(tmp_path, document, kennisbank).tekst.encode(), "x.yml").data
    assert data["aanpak"] == "Er komen honderd mensen.\n\nIn een vak.\n\nIn een keuzevak."


def test_the_address_of_a_link_and_pictures_are_told(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    document.add_heading("Aanpak", level=1)
    line = document.add_paragraph("Zie ")
    target = document.part.relate_to("https://voorbeeld.example/verslag", REL, is_external=True)
    line._p.append(
        parse_xml(
            f'<w:hyperlink {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:id="{target}"><w:r><w:t>het verslag</w:t></w:r></w:hyperlink>'
        )
    )
    line._p.append(parse_xml(f"<w:r {W}><w:drawing/></w:r>"))
    made = read(tmp_path, document, kennisbank)
    assert "aanpak: Zie het verslag" in made.tekst
    assert {item.kop: item.tekst for item in made.niet_begrepen} == {
        "Adressen achter links": "het verslag: https://voorbeeld.example/verslag",
        "Afbeeldingen": "1 in het document; een record heeft alleen tekst.",
    }


REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def test_footnotes_are_told(tmp_path: Path, kennisbank: Kennisbank) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = Document()
    document.add_heading("Aanpak", level=1)
    document.add_paragraph("Samen koken.")
    xml = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Evaluatie 2020, bladzijde 4.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    made = read(tmp_path, document, kennisbank)
    assert [(item.kop, item.tekst) for item in made.niet_begrepen] == [("Voetnoten", "Evaluatie 2020, bladzijde 4.")]


def test_the_hint_of_an_empty_field_is_no_text(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    document.add_heading("Aanpak", level=1)
    line = document.add_paragraph("Samen koken.")
    for settings, text in (("<w:showingPlcHdr/>", "Klik om tekst in te voeren"), ("", "Elke week.")):
        control = f"<w:sdtPr>{settings}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent>"
        line._p.addnext(parse_xml(f"<w:sdt {W}>{control}</w:sdt>"))
    made = read(tmp_path, document, kennisbank)
    assert parse(made.tekst.encode(), "x.yml").data["aanpak"] == "Samen koken.\n\nElke week."
    assert made.niet_begrepen == ()


def test_lists_keep_their_numbers_and_their_depth(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    document.add_heading("Aanpak", level=1)
    numbering = document.part.numbering_part.element
    kinds = (("decimal", "bullet"), ("lowerLetter", "decimal"))
    for number, formats in enumerate(kinds, 90):
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/></w:lvl>'
            for level, fmt in enumerate(formats)
        )
        numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{levels}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    for number, level, text in (
        (90, 0, "Bel aan"), (90, 1, "altijd samen"), (90, 1, "overdag"), (90, 0, "Drink koffie"), (0, 0, "Daarna:"),
        (90, 0, "Vraag door"), (91, 0, "eerst"), (91, 0, "later"),
    ):  # fmt: skip
        block = document.add_paragraph(text)
        block._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        )
    data = parse(read(tmp_path, document, kennisbank).tekst.encode(), "x.yml").data
    assert data["aanpak"] == (
        "1. Bel aan\n    - altijd samen\n    - overdag\n2. Drink koffie\n\nDaarna:\n\n3. Vraag door\n1. eerst\n2. later"
    )


def test_headings_of_the_house_and_a_first_line_as_title(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    own = document.styles.add_style("Kop huisstijl", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 1"]
    document.add_paragraph("Buurtkamer De Brug")
    document.add_paragraph("Doelgroep", style="Kop huisstijl")
    document.add_paragraph("Ouderen uit de wijk.")
    document.add_paragraph("Aanpak", style="Kop huisstijl")
    document.add_paragraph("Elke week.")
    document.add_heading("De eerste week", level=2)
    document.add_paragraph("Kennismaken.")
    document.add_paragraph().add_run("Later").bold = True
    document.add_paragraph("Samen koken.")
    document.add_heading("Dankwoord", level=1)
    document.add_paragraph("Dank aan allen.")
    made = read(tmp_path, document, kennisbank)
    data = parse(made.tekst.encode(), "x.yml").data
    assert made.sleutel == "buurtkamer-de-brug"
    assert data["doelgroep"] == "Ouderen uit de wijk."
    assert data["aanpak"] == "Elke week.\n\n**De eerste week**\n\nKennismaken.\n\n**Later**\n\nSamen koken."
    assert [(item.kop, item.gekozen) for item in made.niet_begrepen] == [("titel", True), ("Dankwoord", False)]


def test_a_table_like_a_form_with_merged_and_unknown_labels(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    document.add_heading("Gegevens", level=1)
    table = document.add_table(rows=3, cols=4)
    texts = (("Titel", "De Brug", "", ""), ("Startdatum", "maart 2019", "Einddatum", "31-12-2022"),
             ("Wijkteam", "Zuid", "Soort", "project"))  # fmt: skip
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.rows[0].cells[2].merge(table.rows[0].cells[3])
    made = read(tmp_path, document, kennisbank)
    data = parse(made.tekst.encode(), "x.yml").data
    assert (data["titel"], data["start"], data["einde"], data["soort"]) == (
        "De Brug", "2019-03", "2022-12-31", "project")  # fmt: skip
    assert [(item.kop, item.tekst) for item in made.niet_begrepen] == [("Wijkteam", "Zuid"), ("Koppen", "Gegevens")]


def test_a_table_in_a_long_text_does_not_take_the_text_away(tmp_path: Path, kennisbank: Kennisbank) -> None:
    document = Document()
    document.add_heading("Aanpak", level=1)
    document.add_paragraph("Elke week.")
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("Week", "Wat"), ("1", "koken")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    made = read(tmp_path, document, kennisbank)
    assert "aanpak: Elke week." in made.tekst
    assert [item.tekst for item in made.niet_begrepen] == ["Week | Wat\n1 | koken"]
