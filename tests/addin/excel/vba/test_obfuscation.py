"""Obfuscated properties, read by the specification's decryption (MS-OVBA 2.4.3.3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.excel.vba.obfuscation import obfuscate

PROJECT = "{917DED54-440B-4FD1-A5C1-74ACF261E600}"


def revealed(digits: str, project_id: str) -> bytes:
    """Return the data; fail where version, key or length are not what they must be."""
    seed, version, key, *rest = bytes.fromhex(digits)
    assert seed ^ version == 2
    assert seed ^ key == sum(map(ord, project_id)) % 256
    plain, last, encrypted_1, encrypted_2 = [], seed ^ key, key, version
    for byte in rest:
        last = byte ^ (encrypted_2 + last) % 256
        encrypted_2, encrypted_1 = encrypted_1, byte
        plain.append(last)
    content = bytes(plain[(seed & 6) // 2 :])
    assert int.from_bytes(content[:4], "little") == len(content) - 4
    return content[4:]


@pytest.mark.parametrize(
    ("digits", "data"),
    [("0705D8E3D8EDDBF1DBF1DBF1DBF1", bytes(4)), ("0E0CD1ECDFF4E7F5E7F5E7", b"\0"), ("1517CAF1D6F9D7F9D706", b"\xff")],
)
def test_the_reading_here_reads_the_specification_s_example(digits: str, data: bytes) -> None:
    """MS-OVBA 3.1.6: CMG, DPB and GC of a project neither protected nor hidden."""
    assert revealed(digits, PROJECT) == data


@given(st.binary(max_size=40), st.uuids())
def test_data_comes_back_for_any_project(data: bytes, project: object) -> None:
    project_id = f"{{{project}}}".upper()
    assert revealed(obfuscate(data, project_id), project_id) == data


def test_the_lengths_are_those_the_grammar_allows() -> None:
    """CMG 22 to 28 digits, DPB without a password 16, GC 16 to 22 (2.3.1.15 to 17)."""
    assert [len(obfuscate(data, PROJECT)) for data in (bytes(4), b"\0", b"\xff")] == [22, 16, 16]
