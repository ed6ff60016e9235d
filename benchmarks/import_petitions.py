"""Time `import_register petitions`: python benchmarks/import_petitions.py [ROWS]

Writes an invented register of that many petitions (10,000 unless told otherwise) with letters of
about 187 words, imports it into the database of PORTAL_VAR and prints the seconds.
"""

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

WORDS = (
    "tôi đề nghị Sở xem xét lại quyết định thôi hưởng trợ cấp hằng tháng của thương binh vì hồ sơ"
    " giám định y khoa đã nộp đủ theo hướng dẫn của phòng người có công và xã đã xác nhận thời gian"
    " tham gia kháng chiến nợ lương bảo hiểm xã hội hợp đồng lao động công ty chi trả mai táng phí"
).split()
NAMES = ("Nguyễn Văn Đức", "Trần Thị Hòa", "Lê Quang Thủy", "Phạm Thị Ngọc Ánh", "Vũ Đình Khôi")
HEADINGS = (
    "received_on kind channel title content name birth_year id_number phone address eligible"
    " competent handling handled_on accepted_on decided_on closed_on outcome stage"
).split()
FIRST_DAY, LAST_DAY = date(2017, 1, 2), date(2026, 9, 30)


def line(number: int, chance: random.Random) -> dict[str, object]:
    received = FIRST_DAY + timedelta(chance.randrange((LAST_DAY - FIRST_DAY).days))
    row: dict[str, object] = {
        "received_on": received,
        "kind": chance.choice(["khieu_nai", "kien_nghi", "phan_anh"]),
        "channel": chance.choice(["buu_chinh", "truc_tiep", "truc_tuyen"]),
        "title": " ".join(chance.choices(WORDS, k=9)).capitalize(),
        "content": " ".join(chance.choices(WORDS, k=187)),
        "name": chance.choice(NAMES),
        "birth_year": chance.randrange(1935, 2002),
        "id_number": f"0{chance.randrange(10**10, 10**11)}",
        "phone": f"09{chance.randrange(10**7, 10**8)}",
        "address": f"Thôn {number % 12 + 1}",
        "eligible": 1,
        "competent": 1,
    }
    if chance.random() < 0.1:
        return row | {"competent": 0, "handling": "chuyen_don", "handled_on": received}
    accepted = received + timedelta(5)
    row |= {"handling": "thu_ly", "handled_on": accepted}
    if row["kind"] == "khieu_nai":
        row["accepted_on"] = accepted
    if chance.random() < 0.95 and accepted < LAST_DAY - timedelta(60):
        decided = accepted + timedelta(chance.randrange(5, 50))
        row |= {"decided_on": decided, "closed_on": decided + timedelta(3), "stage": "closed"}
        if row["kind"] == "khieu_nai":
            row["outcome"] = chance.choice(["dung", "dung_mot_phan", "sai"])
    return row


def main(rows: int) -> None:
    chance = random.Random(20260706)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, HEADINGS)
            table.writeheader()
            table.writerows(line(number, chance) for number in range(rows))
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "manage.py", "import_register", "petitions", str(path)],
            env=os.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.perf_counter() - begun
    print(f"{rows} petitions: {seconds:.1f} s, exit {done.returncode}")
    print(done.stdout[:300] or done.stderr[-600:])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
