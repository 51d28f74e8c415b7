"""Obfuscation of the protection state, password and visibility in the PROJECT stream (MS-OVBA 2.4.3.2)."""

# Any byte will do. With the bits of 6 unset no random bytes are mixed in: the same project, the same text.
_SEED = 0x08
_VERSION = 2


def obfuscate(data: bytes, project_id: str) -> str:
    """Return `data` as the hexadecimal digits that only a project of this id, "{…}", can read."""
    key = sum(project_id.encode("ascii")) & 0xFF
    written = bytearray((_SEED, _SEED ^ _VERSION, _SEED ^ key))
    before = key
    for byte in len(data).to_bytes(4, "little") + data:
        written.append(byte ^ (written[-2] + before & 0xFF))
        before = byte
    return written.hex().upper()
