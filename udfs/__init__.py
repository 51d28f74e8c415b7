"""The figures: each calculation once, standard library only."""
