"""Two plain pictures for the demo's news, drawn by code: nobody's photograph."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from portal.publications import Redrawn

SIZE = (960, 640)
SKY, HILL, GROUND, WALL, ROOF = "#dbe6f2", "#8fae9a", "#cdbf9f", "#f4ead6", "#a8503a"
CLOTHES = ("#2c4090", "#8a5a14", "#1c6844", "#7a2a68", "#54565f")


def house() -> Image.Image:
    picture, draw = ground()
    draw.polygon([(0, 400), (220, 150), (430, 380), (640, 200), (960, 400)], fill=HILL)
    draw.rectangle([470, 330, 800, 520], fill=WALL)
    draw.polygon([(440, 335), (635, 215), (830, 335)], fill=ROOF)
    draw.rectangle([600, 410, 670, 520], fill="#6b4a2b")
    for left in (505, 705):
        draw.rectangle([left, 380, left + 60, 440], fill="#6f8fb0")
    for place, colour in enumerate(CLOTHES[:2]):
        person(draw, 250 + 110 * place, 540, colour)
    return picture


def stalls() -> Image.Image:
    picture, draw = ground()
    for place, colour in enumerate(("#b5482f", "#2f6fb5", "#c28410")):
        left = 70 + 290 * place
        draw.rectangle([left, 300, left + 230, 460], fill=WALL)
        draw.polygon([(left - 20, 300), (left + 20, 220), (left + 210, 220), (left + 250, 300)],
                     fill=colour)  # fmt: skip
        draw.line([(left + 115, 220), (left + 115, 120)], fill="#54565f", width=5)
        draw.polygon([(left + 115, 120), (left + 185, 145), (left + 115, 170)], fill=colour)
    for place in range(8):
        person(draw, 90 + 112 * place, 570 - 14 * (place % 2), CLOTHES[place % len(CLOTHES)])
    return picture


def ground() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(picture)
    for left, top in ((90, 70), (420, 50), (720, 90)):
        draw.ellipse([left, top, left + 160, top + 50], fill="#ffffff")
    draw.rectangle([0, 460, *SIZE], fill=GROUND)
    return picture, draw


def person(draw: ImageDraw.ImageDraw, left: int, foot: int, colour: str) -> None:
    draw.ellipse([left, foot - 150, left + 38, foot - 112], fill="#c98f6b")
    draw.rounded_rectangle([left - 10, foot - 110, left + 48, foot - 30], 18, fill=colour)
    for leg in (2, 24):
        draw.rectangle([left + leg, foot - 34, left + leg + 12, foot], fill="#333333")


DRAWN = {"nha": house, "hoi": stalls}


def drawing(name: str) -> Redrawn:
    """Drawn here, so that there is nothing to take out of it."""
    picture = DRAWN[name]()
    small = picture.resize((640, 427))
    return Redrawn(name, *small.size, webp(small), webp(picture))


def webp(picture: Image.Image) -> bytes:
    held = BytesIO()
    picture.save(held, "WEBP", quality=75, method=2)
    return held.getvalue()
