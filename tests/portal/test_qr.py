"""Square codes, read back by a small reader of the standard."""

import pytest

from portal.qr import MOST_BYTES, codewords, drawing, modules, svg

LINK = "https://cong.tangiang.example/tra-cuu/#1234567890123456"


def read(rows) -> bytes:
    """Takes the mask off, gathers the codewords, checks each block, returns the bytes."""
    version = (len(rows) - 17) // 4
    square = drawing.Square(version)
    mask = drawing.MASKS[mask_of(rows)]
    bits = [rows[y][x] ^ mask(y, x) for y, x in square.free_places()]
    words = bytes(
        int("".join("01"[bit] for bit in bits[at : at + 8]), 2)
        for at in range(0, 8 * codewords.room(version), 8)
    )
    data = b"".join(whole_blocks(words, version))
    number, head = int.from_bytes(data), codewords.header_bits(version)
    length = number >> 8 * len(data) - head & (1 << head - 4) - 1
    return (number >> 8 * len(data) - head - 8 * length & (1 << 8 * length) - 1).to_bytes(length)


def mask_of(rows) -> int:
    row = [rows[8][x] for x in (0, 1, 2, 3, 4, 5, 7, 8)]
    column = [rows[y][8] for y in (7, 5, 4, 3, 2, 1, 0)]
    found = int("".join("01"[bit] for bit in row + column), 2)
    return next(mask for mask in range(8) if drawing.format_bits(mask) == found)


def whole_blocks(words: bytes, version: int) -> list[bytes]:
    count, checks = codewords.BLOCKS[version - 1], codewords.CHECKS[version - 1]
    data = codewords.data_room(version)
    lengths = [len(block) for block in codewords.split(bytes(data), count)]
    blocks = [bytearray() for _ in lengths]
    places = [i for at in range(max(lengths)) for i in range(count) if at < lengths[i]]
    for place, word in zip(places, words, strict=False):
        blocks[place].append(word)
    for place, block in enumerate(blocks):
        assert words[data + place :: count][:checks] == codewords.remainder(bytes(block), checks)
    return [bytes(block) for block in blocks]


@pytest.mark.parametrize("text", ["a", LINK, "Đơn của Nguyễn Thị Ễn|" * 9, "x" * MOST_BYTES])
def test_what_was_written_is_read_back(text):
    assert read(modules(text)).decode() == text


def test_a_wrong_module_would_be_seen():
    rows = modules(LINK)
    rows[-1][-1] = not rows[-1][-1]
    with pytest.raises(AssertionError):
        read(rows)


def test_a_text_beyond_the_largest_square_is_refused():
    with pytest.raises(ValueError, match="at most"):
        modules("x" * (MOST_BYTES + 1))


def test_the_picture_has_no_style_and_says_what_it_is():
    picture = svg(LINK, label="Mã tra cứu <trên giấy>")
    assert "style" not in picture
    assert 'aria-label="Mã tra cứu &lt;trên giấy&gt;"' in picture
