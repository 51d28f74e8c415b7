"""What the desktop icon 项目督导 starts."""

from addin.window.start import main

raise SystemExit(main())
