"""Write all shipped ledgers and the template: `python -m workbooks.samples.make [FOLDER]`."""

import sys
from pathlib import Path

from workbooks.samples import FOLDER
from workbooks.samples.make.all import make_all

if __name__ == "__main__":
    for path in make_all(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(path.name)
