"""Run as a program of its own: a picture drawn anew, twice, without anything but its points.

A hostile picture meets little memory and time, in a process that ends with it. What the camera
wrote beside the points (place, day, owner) is not copied: the points alone are.
"""

import io
import json
import resource
import sys

from PIL import Image, ImageOps

SECONDS, BYTES = 15, 1_500 * 2**20
MOST_POINTS = 60_000_000
SIZES = ((640, 26_000), (1600, 240_000))
"""Width, and how many bytes it may have: the first stands on a page, the second is opened."""
QUALITIES = (80, 70, 60, 50, 40, 30)
SMALLEST = 40


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def points(content: bytes) -> Image.Image:
    """Upright, on white where it was see-through, with nothing beside the points."""
    opened = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
    if opened.width * opened.height > MOST_POINTS or min(opened.size) < SMALLEST:
        raise ValueError("too many points, or too few")
    opened.draft("RGB", (SIZES[-1][0], SIZES[-1][0]))
    upright = ImageOps.exif_transpose(opened).convert("RGBA")
    bare = Image.new("RGB", upright.size, "white")
    bare.paste(upright, mask=upright.getchannel("A"))
    return bare


def drawn(picture: Image.Image, *, width: int, most: int) -> tuple[tuple[int, int], bytes]:
    smaller = picture.copy()
    smaller.thumbnail((width, width * 2))
    for quality in QUALITIES:
        held = io.BytesIO()
        smaller.save(held, "WEBP", quality=quality, method=4)
        if held.tell() <= most:
            break
    return smaller.size, held.getvalue()


def main() -> None:
    content = sys.stdin.buffer.read()
    limit()
    picture = points(content)
    found = [drawn(picture, width=width, most=most) for width, most in SIZES]
    head = json.dumps([[*size, len(data)] for size, data in found]).encode()
    sys.stdout.buffer.write(head + b"\n" + b"".join(data for _, data in found))


if __name__ == "__main__":
    main()
