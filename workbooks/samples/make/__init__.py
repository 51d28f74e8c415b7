"""How the shipped sample ledgers are made: invented, lifelike, the same to the byte on every run.

Data stand in the TOML tables, one module makes one ledger, `python -m workbooks.samples.make` writes them all.
"""
