"""Run under Wine: enter in the registry what the installer enters. Argument: the version."""

import sys

from addin.windows import registry
from addin.windows.places import places

registry.write(registry.entries(places(), sys.argv[1]))
