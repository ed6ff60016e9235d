"""Run as a program of its own: the words and the ruled lines of each page, one JSON line a page.

The reader of PDFs is large and written in C++: whatever a hostile file does to it happens here,
in a process with little memory and time, and ends with it.
"""

import ctypes
import json
import resource
import sys
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as raw

SECONDS, BYTES = 60, 1_500 * 2**20
MOST_PAGES, MOST_RULES, MOST_LETTERS = 600, 6_000, 30_000
UNREADABLE, LOCKED = 4, 5
STRAIGHT, SHORTEST = 1.0, 4.0


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def words_of(page) -> list[list]:
    """[left, bottom, right, top, text] of each word, in the order of the page."""
    text, box = page.get_textpage(), raw.FS_RECTF()
    found: list[list] = []
    word: list[tuple] = []
    for place in range(min(text.count_chars(), MOST_LETTERS)):
        letter = chr(raw.FPDFText_GetUnicode(text, place))
        if letter.isspace() or not letter.isprintable():
            found += whole(word)
            word = []
        elif raw.FPDFText_GetLooseCharBox(text, place, box):
            if word and apart(word[-1], box):
                found += whole(word)
                word = []
            word.append((box.left, box.bottom, box.right, box.top, letter))
    return found + whole(word)


def apart(last: tuple, box) -> bool:
    """The next letter stands on another line, or far away on this one."""
    height = max(last[3] - last[1], 1.0)
    return abs(box.bottom - last[1]) > height / 2 or not -height < box.left - last[2] < height


def whole(letters: list[tuple]) -> list[list]:
    if not letters:
        return []
    left, bottom, right, top, words = zip(*letters, strict=True)
    edges = (min(left), min(bottom), max(right), max(top))
    return [[*(round(edge, 1) for edge in edges), "".join(words)]]


def rules_of(page) -> list[list]:
    """[x0, y0, x1, y1] of every straight line along or across the page."""
    found = []
    for each in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,)):
        points = points_of(each)
        for (x0, y0), (x1, y1) in pairwise(points):
            across, down = abs(x1 - x0), abs(y1 - y0)
            if (across < STRAIGHT and down > SHORTEST) or (down < STRAIGHT and across > SHORTEST):
                found.append([round(value, 1) for value in (x0, y0, x1, y1)])
        if len(found) > MOST_RULES:
            return []
    return found


def points_of(path) -> list[tuple[float, float]]:
    matrix, points = path.get_matrix(), []
    x, y = ctypes.c_float(), ctypes.c_float()
    first = None
    for place in range(min(raw.FPDFPath_CountSegments(path), MOST_RULES)):
        segment = raw.FPDFPath_GetPathSegment(path, place)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            first = point
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment) and first is not None:
            points.append(first)
    return points


def main() -> None:
    content = sys.stdin.buffer.read()
    limit()
    try:
        document = pypdfium2.PdfDocument(content)
        for place in range(min(len(document), MOST_PAGES)):
            page = document[place]
            line = {"size": page.get_size(), "words": words_of(page), "rules": rules_of(page)}
            sys.stdout.write(json.dumps(line) + "\n")
            page.close()
    except pypdfium2.PdfiumError as problem:
        sys.exit(LOCKED if "assword" in str(problem) else UNREADABLE)


if __name__ == "__main__":
    main()
