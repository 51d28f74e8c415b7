"""The desk: the command line, the ribbon and its macros, the small window, and the installer."""
