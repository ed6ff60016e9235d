"""How long `read_document` takes for a long Word file, and how much memory it needs at most.

.venv/bin/python benchmarks/read_document.py [pages]   (200 unless told; goal: 3 seconds)
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.portal.official_text.word_files import (
    COLUMNS,
    FOOT,
    HEAD,
    OUTLINE,
    p,
    tbl,
    td,
    tr,
    word_file,
)

ITEMS_A_PAGE = 9
WORDS = "tổ chức chăm sóc, bón phân và tỉa cành cho cây xanh trong khuôn viên, bảo đảm an toàn "


def long_plan(pages: int) -> bytes:
    blocks = list(HEAD)
    for page in range(pages * 2 // 3):
        if page % 10 == 0:
            blocks.append(p("NHIỆM VỤ", level=0))
        for item in range(ITEMS_A_PAGE):
            blocks.append(p(f"Việc {page}.{item}: {WORDS * 2}", level=1))
            blocks.append(
                p(f"Thời gian thực hiện: Quý {'I II III IV'.split()[item % 4]} năm 2025.")
            )
    rows = [tr(*COLUMNS)]
    for place in range(pages // 3 * 14):
        merge = "restart" if place % 3 == 0 else "continue"
        lead = td("Văn phòng Sở" if place % 3 == 0 else "", merge=merge)
        rows.append(
            tr(str(place + 1), WORDS, lead, "Các phòng", f"Tháng {place % 12 + 1}/2025", "Sổ")
        )
    return word_file(*blocks, *FOOT, p("PHỤ LỤC"), tbl(*rows), numbering=OUTLINE)


def main(pages: int) -> None:
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(long_plan(pages))
        file.flush()
        began = time.perf_counter()
        command = [sys.executable, "manage.py", "read_document", file.name]
        done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, check=True)
        seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    most, worked = used.ru_maxrss / 1024, used.ru_utime + used.ru_stime
    tasks = done.stdout.count(b'"ref"')
    print(f"{pages} pages, {tasks} tasks: {seconds:.1f} s with start-up (goal: 3 s)")
    print(f"of which {worked:.1f} s of the processor's time: the rest was waiting for others")
    print(f"memory at most {most:.0f} MB, of which Django's start is some 70")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
