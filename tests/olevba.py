"""olevba, the public reader of VBA projects: what it finds in a file, for comparison with what we meant."""

import warnings

with warnings.catch_warnings():
    # It calls pyparsing by names of old; warnings are errors here.
    warnings.simplefilter("ignore", DeprecationWarning)
    from oletools.olevba import VBA_Parser, decompress_stream


def decompress(container: bytes) -> bytes:
    """Return what the compressed container of MS-OVBA 2.4.1 holds."""
    return bytes(decompress_stream(bytearray(container)))


def sources(file: bytes) -> dict[str, str]:
    """Return the whole text, attributes and all, of each module by name: of a vbaProject.bin or a macro workbook."""
    parser = VBA_Parser("file", data=file)
    try:
        return {path.rpartition("/")[2]: text for _, path, _, text in parser.extract_macros()}
    finally:
        parser.close()
