"""dudao.oxt, the extension for LibreOffice: worksheet functions, menu and toolbar, and what packs them."""
