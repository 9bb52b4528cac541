"""Print: page models to PDF, by Typst. Text of records goes in as data, never as markup (``docs/adr/0009-pdf.md``)."""
