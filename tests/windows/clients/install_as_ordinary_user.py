"""Run under Wine: what install.cmd runs, for a user without an administrator's rights, whom Wine doesn't know."""

import sys

from addin.windows import install, rights

rights.elevated = lambda: False
sys.exit(install.main())
