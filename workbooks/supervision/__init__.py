"""The figures of a report: each project judged, all summed, ranked, and what must be said about them."""

from workbooks.supervision.assembly import supervise

__all__ = ["supervise"]
