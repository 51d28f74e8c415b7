"""The Excel add-in: its VBA, its ribbon and its package, built without Excel."""
