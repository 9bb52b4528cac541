"""Word and Excel files as projectleiders really have them: bold for headings, tables for forms, pasted mail, lists."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import parse_xml
from openpyxl import Workbook
from openpyxl.comments import Comment

if TYPE_CHECKING:
    from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pasted_mail(folder: Path) -> Path:
    """A mail pasted in Word: one paragraph with line ends, labels, typed bullets and a signature."""
    document = Document()
    document.add_paragraph("Hoi,\n\nHierbij ons project zoals afgesproken.")
    document.add_paragraph(
        "Titel: Samen aan tafel\nIn één zin: Buren koken en eten elke week “samen” in ’t buurthuis.\n"
        "Samenvatting: Elke dinsdag koken buren samen. Wie alleen woont, schuift aan – zonder afspraak.\n"
        "Soort: project\nGemeente: Deventer\nThema’s: Ontmoeten, werk en participatie\nDoelgroepen: volwassenen\n"
        "Startdatum: 3 mrt. 2019\nPartners: Raster, gemeente Deventer (wijkteam, jeugd) en de kerk\n"
        "Kosten: € 12.500,- per jaar"
    )
    document.add_paragraph("Doel:\nMinder eenzaamheid in de wijk.\n• buren kennen elkaar\n• buren helpen elkaar")
    document.add_paragraph("Met vriendelijke groet,\nhet team van de keuken")
    return _saved(document, folder / "mail.docx")


def plain_lines(folder: Path) -> Path:
    """No styles at all: names of fields on lines of their own, in capitals, with a dash or a tab, typed numbers."""
    document = Document()
    for text in (
        "Titel:\tSamen fietsen", "Gemeente – Deventer, Zwolle", "AANPAK", "1. Werven via de huisarts",
        "2. Les op straat", "Partners", "Fietsersbond (lessen, fietsen), ROC", "Gemeente", "Succesfactoren",
        "Samenwerking", "Vaste coach", "Duur en intensiteit", "Zes weken.",
    ):  # fmt: skip
        document.add_paragraph(text)
    return _saved(document, folder / "kaal.docx")


def bold_headings(folder: Path) -> Path:
    """Headings in bold, numbered steps, a header, a comment and tracked changes."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Stichting De Brug – intern stuk"
    document.sections[0].footer.paragraphs[0].text = "versie 3, najaar"
    document.add_paragraph().add_run("Buurtkamer De Brug").bold = True
    for kop, texts in (
        ("Aanleiding", ["Veel ouderen zien bijna niemand."]),
        ("Voor wie?", ["Ouderen vanaf 65 jaar die alleen wonen."]),
        ("Hoofddoel", ["Meer contact in de buurt."]),
    ):
        document.add_paragraph().add_run(kop).bold = True
        for text in texts:
            document.add_paragraph(text)
    document.add_paragraph().add_run("Werkwijze:").bold = True
    for text in ("Kennismaken aan de deur", "Samen koffie drinken", "Zelf iets organiseren"):
        document.add_paragraph(text, style="List Number")
    line = document.add_paragraph("De coach blijft ")
    line._p.append(parse_xml(f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>een jaar</w:t></w:r></w:ins>'))
    line._p.append(
        parse_xml(f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>drie maanden</w:delText></w:r></w:del>')
    )
    document.add_comment(line.runs[0], text="Klopt dit nog?", author="collega", initials="c")
    document.add_paragraph().add_run("Begroting").bold = True
    document.add_paragraph("€ 12.500,- voor de coach")
    return _saved(document, folder / "vet.docx")


def form_table(folder: Path) -> Path:
    """A form of three columns with remarks, a list in a cell, a merged label and a table in a cell."""
    document = Document()
    document.add_paragraph("Projectbeschrijving")
    rows = (
        ("Onderdeel", "Invullen", "Toelichting"),
        ("Naam van het project", "Fietsles voor vrouwen", ""),
        ("Samenvatting", "Vrouwen leren fietsen van vrouwen uit de buurt.", "max. 10 regels"),
        ("Startdatum", "september 2018", ""),
        ("Einddatum", "31-12-2021", "stopgezet"),
        ("Werkwijze", "", ""),
        ("Betrokken organisaties", "Fietsersbond; ROC Aventus", ""),
        ("Contact met pers", "nee", ""),
    )
    table = document.add_table(rows=len(rows), cols=3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    cell = table.rows[5].cells[1]
    cell.paragraphs[0].text = "In tien lessen:"
    for text in ("theorie", "oefenen op het plein"):
        cell.add_paragraph(text, style="List Number")
    inner = cell.add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "les 1", "opstappen"
    return _saved(document, folder / "formulier.docx")


def list_of_projects(folder: Path) -> Path:
    """A list under a title, with a hidden row, a merged cell, a note, a budget on another sheet and amounts as text."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Projecten"
    for row in (
        ("Overzicht wijkprojecten", None, None, None, None, None),
        ("stand 1 januari", None, None, None, None, None),
        ("Projectnaam", "Gemeente", "Doel", "Startdatum", "Partners", "kosten.bedrag"),
        ("De Tuin", "Zwolle", "Samen tuinieren", datetime(2018, 4, 1), "Travers, GGD", "€ 4.500,-"),  # noqa: DTZ001
        ("De Werkplaats", None, "1. leren\n2. repareren", "mei 2020", "Repair Café\nDeltion", 12500.0),
        ("De Kelder", "Deventer", "Muziek maken", "vroeger", "", None),
    ):
        sheet.append(row)
    sheet.merge_cells("B4:B5")
    sheet.merge_cells("A1:F1")
    sheet.row_dimensions[6].hidden = True
    sheet["A4"].comment = Comment("Nog bellen over de foto", "collega")
    budget = workbook.create_sheet("Begroting")
    budget.append(("Post", "Bedrag"))
    budget.append(("Huur van de kelder", 900))
    workbook.create_sheet("Oud").append(("Bewaard uit 2016",))
    workbook["Oud"].sheet_state = "hidden"
    path = folder / "projecten.xlsx"
    workbook.save(path)
    return path


def sheet_per_year(folder: Path) -> Path:
    """Two sheets with the same columns, and a practice over two rows."""
    workbook = Workbook()
    for number, year in enumerate(("2023", "2024")):
        sheet = workbook.worksheets[0] if not number else workbook.create_sheet()
        sheet.title = year
        sheet.append(("Titel", "Samenvatting", "Partners", "Aantal"))
        sheet.append((f"Zomerschool {year}", "Kinderen leren in de vakantie.", "Bibliotheek", "=SUM(1,2)"))
        sheet.append((None, None, "Basisschool De Zon", 4))
        sheet.merge_cells("A2:A3")
    path = folder / "jaren.xlsx"
    workbook.save(path)
    return path


def _saved(document: object, path: Path) -> Path:
    document.save(str(path))  # type: ignore[attr-defined]
    return path
