"""The paper: ledgers as they come, read without being asked, written back without loss."""
