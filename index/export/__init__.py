"""Facts as files: tables for a spreadsheet, JSON, Markdown, and a calendar."""

from index.export.files import FORMATS, ExportFile, export
from index.export.tables import TABLES

__all__ = ["FORMATS", "TABLES", "ExportFile", "export"]
