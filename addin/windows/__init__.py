"""Windows: the function server that VBA calls, the installer that needs no administrator, and the offline bundle."""
