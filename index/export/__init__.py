"""Facts as files: tables for a spreadsheet, JSON, Markdown, and a calendar."""

from index.export.files import CONVERSATION, EXPORTS, FORMATS, ExportFile, export

__all__ = ["CONVERSATION", "EXPORTS", "FORMATS", "ExportFile", "export"]
