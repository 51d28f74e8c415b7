"""Compression, against the specification's own examples and two decompressors that others wrote."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyopenvba import vba

from addin.excel.vba.compression import compress
from tests import olevba

CHUNK = 4096
# As long as one copy token can say in the latter half of a chunk.
NEEDLE = b"<needle, 18 bytes>"


def noise(length: int) -> bytes:
    return random.Random(length).randbytes(length)


def there_and_back(data: bytes) -> None:
    compressed = compress(data)
    assert olevba.decompress(compressed) == data
    assert vba.decompress(compressed) == data


@pytest.mark.parametrize(
    ("text", "container"),
    [
        (
            "abcdefghijklmnopqrstuv.",
            "01 19 B0 00 61 62 63 64 65 66 67 68 00 69 6A 6B 6C 6D 6E 6F 70 00 71 72 73 74 75 76 2E",
        ),
        (
            "#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa",
            "01 2F B0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6A 01 38 08 61 6B 6C 00 20 6D 6E 6F 70 06 71"
            "02 70 04 00 72 73 74 75 76 10 77 78 79 7A 00 2C",
        ),
        ("a" * 73, "01 03 B0 02 61 45 00"),
    ],
    ids=["nothing to gain", "normal", "most"],
)
def test_the_specification_s_examples_come_out_byte_for_byte(text: str, container: str) -> None:
    """MS-OVBA 3.2.1 to 3.2.3."""
    assert compress(text.encode()) == bytes.fromhex(container)


def test_nothing_is_a_signature_alone() -> None:
    assert compress(b"") == b"\x01"


@given(st.lists(st.sampled_from([b"a", b"End Function\r\n", "完成率".encode("cp936"), b"\0\xff", b" "]), max_size=3000))
def test_text_comes_back(words: list[bytes]) -> None:
    there_and_back(b"".join(words))


@given(st.binary(max_size=300), st.integers(1, 60), st.binary(max_size=300))
def test_repeats_come_back_however_long_and_far(before: bytes, times: int, unit: bytes) -> None:
    there_and_back(before + unit * times + before)


@pytest.mark.parametrize("length", [1, 2, 3, 4095, 4096, 4097, 8191, 8192, 8193, 12288])
def test_chunks_end_where_they_should(length: int) -> None:
    there_and_back((b"Dim a As Long\r\n" * 1000)[:length])
    there_and_back(b"a" * length)


@given(st.integers(0, 4), st.integers(0, 3600), st.integers(0, 40), st.randoms(use_true_random=False))
def test_noise_between_text_comes_back(chunks: int, rest: int, text: int, chance: random.Random) -> None:
    there_and_back(chance.randbytes(chunks * CHUNK) + b"End Sub\r\n" * text + b"a" * CHUNK + chance.randbytes(rest))


@pytest.mark.parametrize("distance", [18, 31, 32, 33, 127, 128, 129, 255, 256, 257, 511, 512, 513, 1023, 1024])
@pytest.mark.parametrize("fill", [0, 1025, 2048, 3000])
def test_a_run_is_found_wherever_it_was_in_the_chunk(distance: int, fill: int) -> None:
    """The offset's bits in a copy token grow with the place: each growth is a place to go wrong."""
    once = b"." * fill + NEEDLE + b"-" * (distance - len(NEEDLE))
    there_and_back(once + NEEDLE)
    assert len(compress(once + NEEDLE)) <= len(compress(once)) + 3


def test_a_full_chunk_of_noise_stays_as_it_is() -> None:
    assert compress(noise(CHUNK)) == b"\x01" + (0x3FFF).to_bytes(2, "little") + noise(CHUNK)


@pytest.mark.parametrize("length", [3800, 4095, CHUNK + 4000])
def test_noise_that_the_format_has_no_form_for_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="can't be compressed"):
        compress(noise(length))


def test_source_text_shrinks() -> None:
    source = "".join(
        f"Function F{n}(done, plan)\r\n    F{n} = Ask(Array(done, plan))\r\nEnd Function\r\n" for n in range(400)
    )
    assert len(compress(source.encode())) < len(source) / 4
