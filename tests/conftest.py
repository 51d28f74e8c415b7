"""How the whole suite runs: the same examples at each run, and no clock on any of them.

`HYPOTHESIS_PROFILE=explore make test` looks for new examples instead.
"""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
