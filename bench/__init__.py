"""How quick the product is beside what a clerk's own script would take, and beside the least that is possible."""
