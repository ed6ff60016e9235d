"""How long `deadline` takes for 100,000 random questions. Goal: 30 seconds.

.venv/bin/python benchmarks/deadlines.py [how many]
"""

import json
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
RULES = (
    "TCD_KQ TCD_NIEM_YET DON_LUU KN_THU_LY KN_GQ1 KN_GQ2 KN_HIEU_LUC KN_CK_HOP KN_THOI_HIEU"
    " TC_GQ TC_XLBD TC_CONG_KHAI T1 T7 TTHC_CAP_NHAT"
).split()
FIRST, DAYS = date(2024, 1, 1), 1200


def question(chance: random.Random) -> dict:
    rule, start = chance.choice(RULES), FIRST + timedelta(chance.randrange(DAYS))
    asked: dict = {"rule": rule, "start": start.isoformat()}
    if rule in ("KN_GQ1", "KN_GQ2"):
        asked |= {"complex": chance.random() < 0.3, "remote": chance.random() < 0.3}
    if rule == "TC_GQ":
        begin = start + timedelta(chance.randrange(1, 25))
        end = begin + timedelta(chance.randrange(40))
        asked |= {"extensions": chance.randrange(3), "pauses": [[str(begin), str(end)]]}
    return asked


def main(how_many: int) -> None:
    chance = random.Random(20261121)
    with tempfile.TemporaryFile() as asked:
        asked.writelines(json.dumps(question(chance)).encode() + b"\n" for _ in range(how_many))
        asked.seek(0)
        began = perf_counter()
        command = [sys.executable, "manage.py", "deadline"]
        done = subprocess.run(command, stdin=asked, stdout=subprocess.PIPE, cwd=ROOT, check=False)
        seconds = perf_counter() - began
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    errors = sum("error" in answer for answer in answers)
    print(f"asked {how_many}, answered {len(answers)}, errors {errors}, exit {done.returncode}")
    print(f"{seconds:.1f} s with start-up (goal for 100000: 30 s)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
