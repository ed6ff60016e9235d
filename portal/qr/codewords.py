"""From bytes to the codewords of a square code: length, filling, Reed-Solomon, interleaving."""

from itertools import zip_longest

# At correction level M, by version from 1: check codewords of a block, and number of blocks
CHECKS = (10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26)
BLOCKS = (1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16)
LATEST = len(CHECKS)
FILLING = (0xEC, 0x11)
BYTE_MODE = 0b0100


def room(version: int) -> int:
    """All codewords of a version: its modules without patterns and format, eight to a codeword."""
    modules = (16 * version + 128) * version + 64
    if version >= 2:
        alignments = version // 7 + 2
        modules -= (25 * alignments - 10) * alignments - 55
    if version >= 7:
        modules -= 36
    return modules // 8


def data_room(version: int) -> int:
    return room(version) - CHECKS[version - 1] * BLOCKS[version - 1]


def header_bits(version: int) -> int:
    return 4 + (8 if version < 10 else 16)


MOST_BYTES = (data_room(LATEST) * 8 - header_bits(LATEST)) // 8


def version_for(content: bytes) -> int:
    """The smallest that holds the content."""
    for version in range(1, LATEST + 1):
        if header_bits(version) + 8 * len(content) <= 8 * data_room(version):
            return version
    raise ValueError(f"a square code holds at most {MOST_BYTES} bytes, not {len(content)}")


def codewords(content: bytes, version: int) -> bytes:
    """Data and checks of all blocks, one of each in turn."""
    blocks = split(filled(content, version), BLOCKS[version - 1])
    checks = [remainder(block, CHECKS[version - 1]) for block in blocks]
    return in_turn(blocks) + in_turn(checks)


def filled(content: bytes, version: int) -> bytes:
    """Mode, length and content, then the filling that the standard names."""
    length_bits = header_bits(version) - 4
    number = (BYTE_MODE << length_bits) | len(content)
    number = (number << 8 * len(content)) | int.from_bytes(content)
    bits = header_bits(version) + 8 * len(content)
    end = min(4, 8 * data_room(version) - bits)
    bits += end + -(bits + end) % 8
    number <<= bits - header_bits(version) - 8 * len(content)
    words = bytearray(number.to_bytes(bits // 8))
    missing = data_room(version) - len(words)
    return bytes(words) + bytes(FILLING[place % 2] for place in range(missing))


def split(words: bytes, count: int) -> list[bytes]:
    """The last blocks are one codeword longer where it does not divide evenly."""
    short, longer = divmod(len(words), count)
    blocks, start = [], 0
    for place in range(count):
        end = start + short + (place >= count - longer)
        blocks.append(words[start:end])
        start = end
    return blocks


def in_turn(blocks: list[bytes]) -> bytes:
    return bytes(word for row in zip_longest(*blocks) for word in row if word is not None)


# Arithmetic in the field of 256 elements over x^8 + x^4 + x^3 + x^2 + 1


def times(one: int, other: int) -> int:
    product = 0
    for bit in range(7, -1, -1):
        product = (product << 1) ^ (0x11D if product & 0x80 else 0)
        if other >> bit & 1:
            product ^= one
    return product


def generator(degree: int) -> list[int]:
    """(x - 2^0)(x - 2^1)…, without its leading 1."""
    factors = [0] * (degree - 1) + [1]
    root = 1
    for _ in range(degree):
        factors = [
            times(factor, root) ^ following
            for factor, following in zip(factors, [*factors[1:], 0], strict=True)
        ]
        root = times(root, 2)
    return factors


def remainder(block: bytes, degree: int) -> bytes:
    factors, rest = generator(degree), [0] * degree
    for word in block:
        lead = word ^ rest[0]
        rest = [
            kept ^ times(factor, lead) for kept, factor in zip([*rest[1:], 0], factors, strict=True)
        ]
    return bytes(rest)
