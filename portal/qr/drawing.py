"""Where the modules of a square code stand: patterns, codewords, the mask that reads best."""

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from portal.qr.codewords import codewords, version_for

Modules = list[list[bool]]
Place = tuple[int, int]

# Each mask by its number: (row, column) -> whether the module there is turned over
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda y, x: (x + y) % 2 == 0,
    lambda y, x: y % 2 == 0,
    lambda y, x: x % 3 == 0,
    lambda y, x: (x + y) % 3 == 0,
    lambda y, x: (x // 3 + y // 2) % 2 == 0,
    lambda y, x: x * y % 2 + x * y % 3 == 0,
    lambda y, x: (x * y % 2 + x * y % 3) % 2 == 0,
    lambda y, x: ((x + y) % 2 + x * y % 3) % 2 == 0,
)
LEVEL_M = 0b00
FINDER_LIKE = ((True, False, True, True, True, False, True), (False,) * 4)


def drawn(content: bytes) -> Modules:
    version = version_for(content)
    square = Square(version)
    square.lay(codewords(content, version))
    return min((square.masked(number) for number in range(8)), key=penalty)


class Square:
    """The modules of one version; ``fixed`` are those that no mask may turn."""

    def __init__(self, version: int) -> None:
        self.version, self.size = version, 4 * version + 17
        self.dark: Modules = [[False] * self.size for _ in range(self.size)]
        self.fixed: set[Place] = set()
        self.draw_timing()
        self.draw_finders()
        self.draw_alignments()
        self.draw_format(0)
        self.draw_version()

    def put(self, y: int, x: int, dark: bool) -> None:
        if 0 <= y < self.size and 0 <= x < self.size:
            self.dark[y][x] = dark
            self.fixed.add((y, x))

    def draw_timing(self) -> None:
        for at in range(self.size):
            self.put(6, at, at % 2 == 0)
            self.put(at, 6, at % 2 == 0)

    def draw_finders(self) -> None:
        """Three rings with their white border."""
        last = self.size - 4
        for y, x in ((3, 3), (3, last), (last, 3)):
            self.draw_rings(y, x, reach=4, dark=(0, 1, 3))

    def draw_alignments(self) -> None:
        places = alignment_places(self.version)
        corners = {(6, 6), (6, self.size - 7), (self.size - 7, 6)}
        for y in places:
            for x in places:
                if (y, x) not in corners:
                    self.draw_rings(y, x, reach=2, dark=(0, 2))

    def draw_rings(self, y: int, x: int, *, reach: int, dark: tuple[int, ...]) -> None:
        for down in range(-reach, reach + 1):
            for right in range(-reach, reach + 1):
                self.put(y + down, x + right, max(abs(down), abs(right)) in dark)

    def draw_format(self, mask: int) -> None:
        """Level and mask, twice, and the module that is always dark."""
        bits = format_bits(mask)
        last = self.size - 1
        beside = [*range(6), 7, 8, 8, 8, 8, 8, 8, 8, 8]
        below = [8, 8, 8, 8, 8, 8, 8, 8, 7, *range(5, -1, -1)]
        for bit in range(15):
            dark = bool(bits >> bit & 1)
            self.put(beside[bit], below[bit], dark)
            if bit < 8:
                self.put(8, last - bit, dark)
            else:
                self.put(self.size - 15 + bit, 8, dark)
        self.put(self.size - 8, 8, True)

    def draw_version(self) -> None:
        if self.version < 7:
            return
        bits = version_bits(self.version)
        for bit in range(18):
            far, near = self.size - 11 + bit % 3, bit // 3
            self.put(near, far, bool(bits >> bit & 1))
            self.put(far, near, bool(bits >> bit & 1))

    def lay(self, words: bytes) -> None:
        """The codewords, bit by bit, on the places that no pattern has taken."""
        bits = (bool(word >> bit & 1) for word in words for bit in range(7, -1, -1))
        for y, x in self.free_places():
            self.dark[y][x] = next(bits, False)

    def free_places(self) -> Iterator[Place]:
        """In pairs of columns from the right, up and down in turn; column 6 is passed over."""
        upward = True
        for right in [*range(self.size - 1, 6, -2), 5, 3, 1]:
            for step in range(self.size):
                y = self.size - 1 - step if upward else step
                yield from ((y, x) for x in (right, right - 1) if (y, x) not in self.fixed)
            upward = not upward

    def masked(self, number: int) -> Modules:
        self.draw_format(number)
        turned = MASKS[number]
        return [
            [dark ^ (turned(y, x) and (y, x) not in self.fixed) for x, dark in enumerate(row)]
            for y, row in enumerate(self.dark)
        ]


def alignment_places(version: int) -> list[int]:
    if version == 1:
        return []
    count = version // 7 + 2
    step = (version * 8 + count * 3 + 5) // (count * 4 - 4) * 2
    last = 4 * version + 10
    return [6, *(last - step * place for place in range(count - 2, -1, -1))]


def format_bits(mask: int) -> int:
    data = LEVEL_M << 3 | mask
    return (data << 10 | rest_of(data << 10, 0x537)) ^ 0x5412


def version_bits(version: int) -> int:
    return version << 12 | rest_of(version << 12, 0x1F25)


def rest_of(value: int, divisor: int) -> int:
    """Division of polynomials over two elements."""
    while value.bit_length() >= divisor.bit_length():
        value ^= divisor << value.bit_length() - divisor.bit_length()
    return value


def penalty(rows: Modules) -> int:
    """The standard's four complaints about a mask."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    lines = rows + columns
    return (
        sum(long_runs(line) for line in lines)
        + 3 * blocks_of_four(rows)
        + 40 * sum(finder_likes(line) for line in lines)
        + 10 * imbalance(rows)
    )


def long_runs(line: list[bool]) -> int:
    lengths = (len(list(run)) for _, run in groupby(line))
    return sum(length - 2 for length in lengths if length >= 5)


def blocks_of_four(rows: Modules) -> int:
    return sum(
        upper[x] == upper[x + 1] == lower[x] == lower[x + 1]
        for upper, lower in pairwise(rows)
        for x in range(len(upper) - 1)
    )


def finder_likes(line: list[bool]) -> int:
    """What a reader could take for a finder: its pattern with white before or after."""
    finder, white = FINDER_LIKE
    found = 0
    for at in range(len(line) - 10):
        piece = tuple(line[at : at + 11])
        found += piece in (finder + white, white + finder)
    return found


def imbalance(rows: Modules) -> int:
    """How many twentieths the share of dark is away from half."""
    total = len(rows) ** 2
    dark = sum(map(sum, rows))
    return (abs(dark * 20 - total * 10) + total - 1) // total - 1
