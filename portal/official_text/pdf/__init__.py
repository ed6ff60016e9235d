"""A PDF with text as paragraphs and tables: lines joined again, tables by their ruled lines."""

from portal.official_text.pdf.pages import read_pdf

__all__ = ["read_pdf"]
