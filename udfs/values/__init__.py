"""What cells say: texts, units, amounts, dates, rates and counts, read without ever guessing a figure."""
