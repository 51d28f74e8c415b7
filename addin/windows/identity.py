"""Under which names Windows and Excel know us; docs/dev/windows.md says where each stands."""

TITLE = "项目督导"
PROGID = "Dudao.Python"
CLSID = "{6D0DA0F1-5A3C-4E0B-9A53-2B7C1D7E0D0B}"
FOLDER = "dudao"  # in Programs, and beside it for logs
ADD_IN = "dudao.xlam"
SERVER = "addin.windows.server"
WINDOW = "addin.window"
