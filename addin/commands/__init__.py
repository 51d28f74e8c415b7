"""The commands of `dudao`, one module each: its words for the help, its arguments, what it does."""
