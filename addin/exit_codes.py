"""Exit codes of the command line and the small window (contract.md). ERRORS_FOUND: `check` found entries in error."""

DONE, ERRORS_FOUND, REFUSED, FAILED = 0, 1, 2, 3
