"""Targets ledgers: which columns are targets and done figures, what each row says, and each target judged."""
