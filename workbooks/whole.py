"""Writing a file whole or not at all: a temporary file in the same folder, synced, then renamed."""

import contextlib
import errno
import os
import stat
import tempfile
import time
from pathlib import Path

from workbooks.errors import NotWritable

_TEMPORARY = ".dudao-"
_STALE_SECONDS = 3600
_LONGEST_NAME = 255  # bytes in UTF-8: the limit of most file systems, and stricter than Windows'


def write_whole(path: Path, data: bytes) -> None:
    """Write the file whole or not at all; a file already there keeps its permissions and stays whole until the end.

    Raises NotWritable, and leaves nothing behind, where folder, file or disk don't take it.
    """
    target = real(path)
    refuse_unwritable(target)
    temporary: Path | None = None
    try:
        _remove_stale(target.parent)
        temporary = written_beside(target, data)
        os.replace(temporary, target)
    except OSError as error:
        raise not_writable(target, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
    _sync_folder(target.parent)


def written_beside(target: Path, data: bytes) -> Path:
    """Return a finished temporary file in the target's folder, with the permissions that the target has or gets."""
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _give_permissions(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def placed(temporary: Path, destination: Path) -> bool:
    """Give the finished file its name, unless another file has it."""
    try:
        os.link(temporary, destination)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if destination.exists():
            return False
        os.rename(temporary, destination)
    return True


def refuse_unwritable(target: Path) -> None:
    """Raise NotWritable when the folder is missing, or the file is a folder or read-only."""
    if not os.path.isdir(target.parent):
        raise NotWritable(f"文件夹“{target.parent}”不存在，请先建好文件夹。", "no_folder")
    if os.path.isdir(target):  # unlike Path.is_dir, false for a name too long
        raise NotWritable(f"“{target}”是一个文件夹，请给出文件名。", "is_folder")
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise not_writable(target, error) from error
    if not mode & stat.S_IWUSR or not os.access(target, os.W_OK):
        raise NotWritable(f"“{target.name}”是只读文件，请取消只读或另选文件名。", "read_only")


def not_writable(target: Path, error: OSError) -> NotWritable:
    """Return the refusal that says why the system did not take the file."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG):
        return NotWritable("磁盘空间不够，文件没有写成，请清理磁盘后再试。", "disk_full")
    if error.errno == errno.ENAMETOOLONG:
        return NotWritable("文件名太长，请换一个短些的名字。", "name_too_long")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY, errno.ENOENT):
        return NotWritable(
            f"不能写入“{target.parent}”（没有权限，或文件正被使用），请关闭文件或换一个文件夹再试。", "no_permission"
        )
    return NotWritable(f"“{target.name}”没有写成（{error.strerror or error}），请检查磁盘后再试。")


def fitting(stem: str, ending: str) -> str:
    """Return stem and ending, the stem cut where the name would be too long for the disk."""
    room = _LONGEST_NAME - len(ending.encode())
    return stem.encode()[:room].decode(errors="ignore") + ending


def real(path: Path) -> Path:
    """Return the file itself, symbolic links followed: a link stays a link when its file is replaced."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise NotWritable(f"“{path.name}”这个路径用不了，请检查文件名。", "bad_path") from error


def _give_permissions(temporary: Path, target: Path) -> None:
    try:
        about = target.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # only the superuser gives files away
            os.chown(temporary, about.st_uid, about.st_gid)
    temporary.chmod(stat.S_IMODE(about.st_mode))


def _remove_stale(folder: Path) -> None:
    """Remove temporary files that a killed run left an hour ago or earlier."""
    for stale in folder.glob(f"{_TEMPORARY}*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - stale.stat().st_mtime > _STALE_SECONDS:
                stale.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows does so by itself."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
