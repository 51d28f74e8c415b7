"""Recognition: every ledger of a workbook, found and understood as it came."""

from workbooks.recognition.describe import inspect_json
from workbooks.recognition.recognise import OtherSheet, Recognition, recognise

__all__ = ["OtherSheet", "Recognition", "inspect_json", "recognise"]
