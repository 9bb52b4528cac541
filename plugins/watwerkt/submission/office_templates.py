"""Empty forms for who would rather type in Word or Excel; `watwerkt new --from` reads them back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from watwerkt.reading.shapes import Kind, fields_of
from watwerkt.submission.wizard import Question, questions
from watwerkt.submission.word import HELP_STYLE, INTRODUCTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watwerkt.reading.shapes import Shape


def word_template() -> bytes:
    """Return a .docx file with a heading, help and room for every field."""
    document = Document()
    help_style = document.styles.add_style(HELP_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    help_style.font.size, help_style.font.italic = Pt(9), True
    help_style.font.color.rgb = RGBColor(0x55, 0x55, 0x55)
    help_style.next_paragraph_style = document.styles["Normal"]
    for text in INTRODUCTION:
        document.add_paragraph(text, style=HELP_STYLE)
    for question in questions():
        document.add_heading(_heading(question), level=1 if len(question.pad) == 1 else 2)
        document.add_paragraph(_help(question), style=HELP_STYLE)
        if columns := _columns(question.shape):
            table = document.add_table(rows=4, cols=len(columns))
            table.style = "Table Grid"
            for cell, name in zip(table.rows[0].cells, columns, strict=True):
                cell.text = name
        else:
            document.add_paragraph("")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def sheet_template() -> bytes:
    """Return an .xlsx file with a column for every field; its help is a note on the heading."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Praktijken"
    for number, (name, words) in enumerate(sheet_columns(), 1):
        cell = sheet.cell(1, number, name)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(words, "Wat werkt in de wijk")
        sheet.column_dimensions[get_column_letter(number)].width = 24
    sheet.freeze_panes = "B2"
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def sheet_columns() -> Iterator[tuple[str, str]]:
    """Yield the name and the help of each column of the spreadsheet."""
    for question in questions():
        columns = _columns(question.shape, keys=True)
        if not columns:
            yield _heading(question), _help(question)
        for column in columns:
            yield f"{question.naam}.{column}", f"{_help(question)} Meer dan één? Zet een puntkomma ertussen."


def _heading(question: Question) -> str:
    return question.shape.title if len(question.pad) == 1 else question.naam


def _help(question: Question) -> str:
    choices = f" Kies uit: {', '.join(question.shape.choices)}." if question.shape.choices else ""
    return f"{question.shape.description}{choices} ({question.shape.grade})"


def _columns(shape: Shape, *, keys: bool = False) -> list[str]:
    if shape.kind is not Kind.LIST or not shape.item or not shape.item.model:
        return []
    names: list[str] = []
    for name, field in fields_of(shape.item.model).items():
        if field.model:
            inner = fields_of(field.model).items()
            names += [f"{name}.{key}" if keys else f"{field.title}.{part.title}" for key, part in inner]
        elif field.kind is not Kind.LIST:
            names.append(name if keys else field.title)
    return names
