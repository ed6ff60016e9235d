"""Visits, and matters of every kind, end and muddle, as rows: for counting returns twice."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from citizens.models import (
    Case,
    DenunciationEntry,
    Matter,
    Party,
    Petition,
    Reception,
    Recommendation,
    Visit,
)
from portal.fields import Field
from portal.people import Unit

KINDS = ("khieu_nai",) * 4 + ("to_cao",) * 3 + ("kien_nghi", "phan_anh", "hoi_chinh_sach", "")
HANDLINGS = ("thu_ly",) * 4 + (
    *("dang_xu_ly", "khong_thu_ly", "huong_dan", "chuyen_don"),
    *("tra_lai", "luu", "ghep"),
)
CATEGORIES = ("", "", "dat_dai", "che_do_chinh_sach", "hanh_chinh", "tham_nhung", "tu_phap", "khac")
OUTCOMES = {1: ("dung", "sai", "dung_mot_phan"), 2: ("cong_nhan", "huy_sua")}
ENDED = ("rut_don", "dinh_chi", "")
CONCLUSIONS = ("dung", "sai", "dung_mot_phan", "rut_don", "dinh_chi", "")
NAMES = ("Đinh Thị Thảo", "ĐINH THỊ THẢO", "Đinh thị thảo", "Lò Văn Pha", "Vũ Đình Khôi", "")
AMOUNTS = [each.attname for each in Recommendation.figures()]


class Scenes:
    """Rows that the database takes, however unlikely; dates within some three years."""

    def __init__(self, chance: random.Random, today: date) -> None:
        self.chance, self.today, self.number = chance, today, count(1)
        self.units = [None, *Unit.objects.values_list("pk", flat=True)]
        self.fields = [None, *Field.objects.values_list("pk", flat=True)]

    def visits(self, how_many: int) -> None:
        matters = Matter.objects.order_by("-pk").values_list("pk", flat=True)[: how_many // 2]
        known = [None, *matters]
        Visit.objects.bulk_create([self.visit(known) for _ in range(how_many)], batch_size=2_000)
        leader = Visit.objects.order_by("-pk").first()
        for visit in Visit.objects.order_by("-pk")[1:400]:
            Visit.objects.filter(pk=visit.pk).update(part_of=leader, own_visit=False)
        days = [self.reception(back) for back in range(0, 3_650, 7)]
        Reception.objects.bulk_create(days)

    def visit(self, matters: list[Any]) -> Visit:
        kind = self.chance.choice(("thuong_xuyen", "thuong_xuyen", "dinh_ky", "dot_xuat"))
        received_on = self.day(3_650)
        return Visit(
            code=f"TCD-{received_on.year}-{900_000 + next(self.number)}",
            received_on=received_on,
            registered_on=received_on,
            kind=kind,
            host="" if kind == "thuong_xuyen" else self.chance.choice(("thu_truong", "uy_quyen")),
            unit_id=self.chance.choice(self.units),
            people=self.chance.choice((1, 1, 1, 2, 4, 5, 8)),
            matter_id=self.chance.choice(matters),
            result=self.chance.choice(("tra_loi", "tra_loi", "tu_choi")),
            stage=self.chance.choice(("da-xong",) * 9 + ("chuyen-so-rieng",)),
        )

    def reception(self, back: int) -> Reception:
        return Reception(
            code=f"LT-2099-{back}",
            date=self.today - timedelta(back),
            host=self.chance.choice(("thu_truong", "uy_quyen")),
            unit_id=self.chance.choice(self.units),
            announced=self.chance.random() < 0.8,
        )

    def matters(self, how_many: int) -> None:
        for matter in Matter.objects.bulk_create(
            [Matter(opened_on=self.today) for _ in range(how_many)]
        ):
            level = self.chance.choice((1, 1, 2))
            self.letter(matter, self.chance.choice(KINDS), level, self.chance.choice(HANDLINGS))
            for _ in range(self.chance.choice((0, 0, 1, 3))):
                kind = self.chance.choice(("", "", *KINDS))
                self.letter(matter, kind, level, self.chance.choice(("ghep", "ghep", *HANDLINGS)))

    def letter(self, matter: Matter, kind: str, level: int, handling: str) -> None:
        received_on, sealed = self.day(1_000), kind == "to_cao"
        alone = handling in ("luu", "tra_lai") and self.chance.random() < 0.5
        petition = Petition.objects.create(
            code=f"D-2099-{next(self.number)}",
            matter=None if alone else matter,
            sealed=sealed,
            sender="" if sealed else self.chance.choice(NAMES),
            received_on=received_on,
            registered_on=received_on,
            unit_id=self.chance.choice(self.units),
            field_id=self.chance.choice(self.fields),
            channel="buu_chinh",
            kind=kind,
            level=level,
            category=self.chance.choice(CATEGORIES),
            eligible=self.chance.choice((True, True, False, None)),
            competent=self.chance.choice((True, True, False, None)),
            handling=handling,
            handled_on=None if handling == "dang_xu_ly" else self.later(received_on),
            stage=self.chance.choice(("da-thu-ly",) * 19 + ("chuyen-so-rieng",)),
        )
        if sealed:
            self.entry(petition)
            return
        for role in ("sender", "representative")[: self.chance.choice((0, 1, 1, 2))]:
            number = self.chance.choice(("", "001090000001", "001090000002"))
            Party.objects.create(petition=petition, role=role, name="Ai đó", id_number=number)
        if handling == "thu_ly" and kind and not alone:
            self.case(petition, matter)

    def case(self, petition: Petition, matter: Matter) -> None:
        complaint = petition.kind == "khieu_nai"
        accepted_on = self.maybe(petition.received_on)
        decided_on = self.maybe(accepted_on or petition.received_on)
        outcomes = OUTCOMES[petition.level] if complaint and decided_on else ENDED
        closed_on = self.maybe(decided_on or petition.received_on)
        case = Case.objects.create(
            code=f"KN-2099-{next(self.number)}",
            matter=matter,
            petition=petition,
            title=petition.title,
            received_on=petition.received_on,
            unit_id=self.chance.choice(self.units),
            kind=petition.kind,
            level=petition.level,
            stage="da-ket-thuc" if closed_on else "dang-xac-minh",
            accepted_on=accepted_on,
            decided_on=decided_on,
            closed_on=closed_on,
            outcome=self.chance.choice((*outcomes, *ENDED)),
        )
        self.asked(case=case)

    def entry(self, petition: Petition) -> None:
        accepted_on = self.maybe(petition.received_on)
        concluded_on = self.maybe(accepted_on) if accepted_on else None
        closed_on = self.maybe(petition.received_on)
        outcome = self.chance.choice(CONCLUSIONS) if concluded_on or closed_on else ""
        entry = DenunciationEntry.objects.create(
            petition=petition,
            accepted_on=accepted_on,
            concluded_on=concluded_on,
            closed_on=closed_on,
            outcome=outcome,
        )
        self.asked(denunciation=entry)

    def asked(self, **of: Any) -> None:
        if self.chance.random() < 0.4:
            amounts: dict[str, Any] = {name: self.chance.randrange(4) for name in AMOUNTS}
            amounts |= {name: Decimal(amounts[name]) / 4 for name in AMOUNTS[:4]}
            for part, whole in (("disciplined", "people"), ("to_police", "people")):
                amounts[f"officials_{part}"] = min(
                    amounts[f"officials_{part}"], amounts[f"{whole}_{part}"]
                )
            Recommendation.objects.create(**of, **amounts)

    def day(self, within: int) -> date:
        return self.today - timedelta(self.chance.randrange(within))

    def later(self, day: date) -> date:
        return day + timedelta(self.chance.randrange(90))

    def maybe(self, day: date) -> date | None:
        return self.later(day) if self.chance.random() < 0.7 else None
