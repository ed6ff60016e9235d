"""What the catalogue costs in units of the floor page A: 250 procedures of 10 versions each.

PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/procedures.py

Fills the demo of that folder once, straight into the tables: never where anybody works.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from django.db import connection, transaction
from django.test import Client

from benchmarks.addresses import tell
from reforms.models import (
    Procedure,
    ProcedureArea,
    ProcedureLimit,
    ProcedurePaper,
    ProcedureStep,
    ProcedureVersion,
)

PROCEDURES, VERSIONS, PAPERS, STEPS = 250, 10, 8, 6
FIRST, SINCE = 900_000, date(2016, 1, 1)
NAME = "Giải quyết chế độ trợ cấp đối với người có công và thân nhân, trường hợp thứ"
WORDS = "Nơi tiếp nhận kiểm tra giấy tờ, ghi giấy hẹn và chuyển phòng chuyên môn thẩm định. " * 6


def fill() -> None:
    if Procedure.objects.filter(code=code(0)).exists():
        return
    with transaction.atomic():
        area = ProcedureArea.objects.named("Người có công")
        made = Procedure.objects.bulk_create(procedure(n, area) for n in range(PROCEDURES))
        versions = ProcedureVersion.objects.bulk_create(
            version(one, n) for one in made for n in range(VERSIONS)
        )
        ProcedureLimit.objects.bulk_create(
            ProcedureLimit(version=each, quantity=Decimal(10), measure="working", channel=by)
            for each in versions
            for by in ("truc-tiep", "truc-tuyen", "buu-chinh")
        )
        ProcedurePaper.objects.bulk_create(
            ProcedurePaper(version=each, name=f"{NAME} {n}", kind="Bản chính")
            for each in versions
            for n in range(PAPERS)
        )
        ProcedureStep.objects.bulk_create(
            ProcedureStep(version=each, content=NAME, performer="Chuyên viên", measure="working",
                          quantity=Decimal(1))
            for each in versions
            for n in range(STEPS)
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def code(n: int) -> str:
    return f"3.{FIRST + n}"


def procedure(n: int, area: ProcedureArea) -> Procedure:
    one = Procedure(
        code=code(n), given_code=code(n), name=f"{NAME} {n}", area=area, eligible_full_online=True,
        online_level="toan-trinh" if n % 3 else "mot-phan",
    )  # fmt: skip
    one.search_text = one.words_to_search()
    return one


def version(one: Procedure, n: int) -> ProcedureVersion:
    since = SINCE + timedelta(days=360 * n)
    return ProcedureVersion(
        procedure=one, name=one.name, opened_on=since, sequence=WORDS, manner=WORDS,
        closed_on=since + timedelta(days=360) if n + 1 < VERSIONS else None, audience=WORDS,
        authority="Sở", result=WORDS, decision=f"Quyết định số {n}/QĐ-UBND", decided_on=since,
    )  # fmt: skip


def addresses() -> dict[str, str]:
    at = "/cai-cach/thu-tuc/"
    return {
        "list": at,
        "eligible, not yet online": f"{at}?xem=chua-toan-trinh",
        "parts not written": f"{at}?xem=thieu-noi-dung",
        "words without accents": f"{at}?q=nguoi+co+cong+tro+cap",
        "one, ten versions": f"{at}{code(7)}/",
        "beside the national list": f"{at}doi-chieu/",
        "law that changed": f"{at}van-ban/",
        "changes": "/cai-cach/bien-dong/",
        "proposals": "/cai-cach/don-gian-hoa/",
        "public list": "/thu-tuc/",
        "public, words": "/thu-tuc/?q=nguoi+co+cong",
        "public, one": f"/thu-tuc/{code(7)}/",
    }


def main() -> None:
    fill()
    tell(addresses(), of=f"{ProcedureVersion.objects.count():,} versions")
    print(f"the public page of one with its styles: {weight_of(code(7)):,} bytes")


def weight_of(one: str) -> int:
    """What a browser fetches for it the first time: the page and its style sheets."""
    static = Path(__file__).resolve().parent.parent / "static"
    page = len(Client().get(f"/thu-tuc/{one}/").content)
    return page + sum(path.stat().st_size for path in (static / "css").glob("*.css"))


if __name__ == "__main__":
    main()
