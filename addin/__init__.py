"""The desk: the command line, and later the ribbon, its macros and the installers."""
