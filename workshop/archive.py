"""A folder as a zip archive: the same files give the same bytes."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def write_archive(folder: Path) -> Path:
    """Write `<folder>.zip` beside a folder, with the folder itself as its only entry.

    Times of files, permissions and the order on the disk do not count: `ZipInfo` has a date of
    its own, and every file can be read by all.
    """
    path = folder.with_name(f"{folder.name}.zip")
    with ZipFile(path, "w") as archive:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            entry = ZipInfo(file.relative_to(folder.parent).as_posix())
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, file.read_bytes(), compress_type=ZIP_DEFLATED)
    return path
