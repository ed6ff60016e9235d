"""A .docx as paragraphs and tables: numbers computed, merged cells carried down.

Nothing in it runs and nothing it links to is fetched; the package is checked before it is opened.
"""

from portal.official_text.word.body import read_word

__all__ = ["read_word"]
