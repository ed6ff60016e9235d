"""Pictures are drawn anew by a program of its own before anything of them is kept."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.attachments import keep

PROGRAM = Path(__file__).with_name("redrawing.py")
PATIENCE = 30  # seconds
WEBP = "image/webp"


@dataclass(frozen=True)
class Redrawn:
    """The same picture twice: for the page, and to be opened; nothing but its points."""

    name: str
    width: int
    height: int
    small: bytes
    large: bytes

    def kept(self, *, by: Any) -> dict[str, Any]:
        return {
            "file": keep(self.small, name=f"{self.name}.webp", mime=WEBP, by=by),
            "large": keep(self.large, name=f"{self.name}-lon.webp", mime=WEBP, by=by),
            "width": self.width,
            "height": self.height,
        }


def redraw(content: bytes, name: str) -> Redrawn:
    """Raises ValueError with the sentence that says what is wrong with the picture."""
    answer = drawn_by_program(content)
    if not answer:
        raise ValueError(
            f"Không đọc được ảnh “{name}”. Chọn ảnh JPG hoặc PNG khác, mỗi chiều từ 40 điểm."
        )
    head, _, data = answer.partition(b"\n")
    (width, height, size), _ = json.loads(head)
    stem = name.rpartition(".")[0] or name
    return Redrawn(stem[:200], width, height, data[:size], data[size:])


def drawn_by_program(content: bytes) -> bytes:
    command = [sys.executable, "-I", str(PROGRAM)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=PATIENCE, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 else b""
