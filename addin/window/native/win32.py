"""The few constants and records of Windows that the window needs (winuser.h, commctrl.h, commdlg.h)."""

import ctypes
from ctypes import Structure, c_int, c_void_p, c_wchar_p
from ctypes.wintypes import DWORD, HANDLE, HINSTANCE, HWND, LONG, LPARAM, LPCWSTR, RECT, UINT, WORD

# Messages
WM_SETFONT, WM_CLOSE, WM_SETICON, WM_COMMAND, WM_DROPFILES, WM_DPICHANGED = 0x30, 0x10, 0x80, 0x111, 0x233, 0x2E0
WM_NEXTDLGCTL, WM_CALL = 0x28, 0x8000  # WM_CALL: our own (WM_APP)
DM_SETDEFID = 0x401
EM_SETSEL = 0xB1
EN_CHANGE, BN_CLICKED = 0x300, 0
PBM_SETMARQUEE = 0x40A
TTM_ADDTOOLW, TTM_SETMAXTIPWIDTH, TTM_SETDELAYTIME, TTDT_AUTOPOP = 0x432, 0x418, 0x403, 2
TTF_IDISHWND, TTF_SUBCLASS = 0x1, 0x10
IDCANCEL, IDYES = 2, 6

# Styles
WS_POPUP, WS_CHILD, WS_VISIBLE, WS_CAPTION, WS_SYSMENU = 0x80000000, 0x40000000, 0x10000000, 0xC00000, 0x80000
WS_MINIMIZEBOX, WS_TABSTOP, WS_VSCROLL, WS_CLIPCHILDREN = 0x20000, 0x10000, 0x200000, 0x2000000
WS_EX_CLIENTEDGE, WS_EX_APPWINDOW, WS_EX_TOPMOST = 0x200, 0x40000, 0x8
ES_MULTILINE, ES_AUTOVSCROLL, ES_AUTOHSCROLL, ES_READONLY = 0x4, 0x40, 0x80, 0x800
SS_ENDELLIPSIS, SS_ETCHEDHORZ, SS_CENTERIMAGE, SS_NOPREFIX = 0x4000, 0x10, 0x200, 0x80
PBS_MARQUEE, TTS_ALWAYSTIP, TTS_NOPREFIX = 0x8, 0x1, 0x2
ICC_STANDARD, ICC_BARS, ICC_PROGRESS = 0x4000, 0x4, 0x20

# Others
SPI_GETNONCLIENTMETRICS, SPI_GETWORKAREA, LOGPIXELSY = 0x29, 0x30, 90
SW_HIDE, SW_SHOW, SWP_NOZORDER, SWP_NOACTIVATE = 0, 5, 0x4, 0x10
MB_YESNO, MB_ICONWARNING, MB_ICONINFORMATION, MB_SETFOREGROUND = 0x4, 0x30, 0x40, 0x10000
OFN_HIDEREADONLY, OFN_NOCHANGEDIR, OFN_PATHMUSTEXIST, OFN_FILEMUSTEXIST, OFN_EXPLORER = 0x4, 0x8, 0x800, 0x1000, 0x80000
PER_MONITOR_AWARE_V2 = HANDLE(-4)
IDI_APPLICATION, IMAGE_ICON, LR_LOADFROMFILE, LR_DEFAULTSIZE = 32512, 1, 0x10, 0x40
ICON_SMALL, ICON_BIG = 0, 1
COUNT_OF_FILES = 0xFFFFFFFF


class LOGFONT(Structure):
    """A font's description."""

    _fields_ = (
        ("height", LONG),
        ("other_numbers", LONG * 4),
        ("bytes", ctypes.c_byte * 8),
        ("face", ctypes.c_wchar * 32),
    )


class NONCLIENTMETRICS(Structure):
    """The system's own fonts and sizes; of them only the font of messages is used."""

    _fields_ = (
        ("size", UINT),
        ("border", c_int),
        ("scroll", c_int * 2),
        ("caption", c_int * 2),
        ("caption_font", LOGFONT),
        ("small_caption", c_int * 2),
        ("small_caption_font", LOGFONT),
        ("menu", c_int * 2),
        ("menu_font", LOGFONT),
        ("status_font", LOGFONT),
        ("message_font", LOGFONT),
        ("padded_border", c_int),
    )


class INITCOMMONCONTROLSEX(Structure):
    """Which common controls are wanted."""

    _fields_ = (("size", DWORD), ("classes", DWORD))


class TOOLINFO(Structure):
    """A control's tooltip; up to the fields that every version of the tooltip knows."""

    _fields_ = (
        ("size", UINT),
        ("flags", UINT),
        ("window", HWND),
        ("id", c_void_p),
        ("rect", RECT),
        ("instance", HINSTANCE),
        ("text", c_wchar_p),
        ("parameter", LPARAM),
    )


class OPENFILENAME(Structure):
    """What the dialog for choosing a file is asked, and where it answers."""

    _fields_ = (
        ("size", DWORD),
        ("owner", HWND),
        ("instance", HINSTANCE),
        ("filter", c_void_p),
        ("custom_filter", c_void_p),
        ("custom_filter_length", DWORD),
        ("filter_index", DWORD),
        ("file", c_void_p),
        ("file_length", DWORD),
        ("file_title", c_void_p),
        ("file_title_length", DWORD),
        ("folder", LPCWSTR),
        ("title", LPCWSTR),
        ("flags", DWORD),
        ("file_offset", WORD),
        ("file_extension", WORD),
        ("default_extension", LPCWSTR),
        ("parameter", LPARAM),
        ("hook", c_void_p),
        ("template", LPCWSTR),
        ("reserved", c_void_p),
        ("reserved_number", DWORD),
        ("flags_ex", DWORD),
    )
