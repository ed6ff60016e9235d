"""What the shared registers hold of the programme: outreach, training, dialogue, limitations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.activities import Dialogue, Limitation, Outreach, Training
from portal.activities.entries import DONE, Programme
from portal.periods import Period
from portal.statistics.counting import counts, sums

OURS = {"chuong-trinh": Programme.DEMOCRACY.value}


def noted(register: Any) -> Callable[[Period], Any]:
    """Its lines of the programme with their day in the period, those crossed out left out."""

    def among(period: Period) -> Any:
        rows = register.objects.kept().of_programme(Programme.DEMOCRACY)
        return rows.held_in(*period.dates)

    return among


def listed(register: Any, **asked: str) -> Callable[[Any], tuple[str, dict[str, str]]]:
    def opens(period: Any) -> tuple[str, dict[str, str]]:
        about = {"trong": period.code, "so-sach": "trong-so"}
        return f"/hoat-dong/{register.path}/", OURS | about | asked

    return opens


OUTREACH_HELD = sums(
    "outreach_held",
    "Cuộc, tin bài tuyên truyền",
    "tổng số cuộc, số tin bài của các dòng trong sổ tuyên truyền có ngày trong kỳ",
    unit="cuộc, tin bài",
    among=noted(Outreach),
    column="times",
    opens=listed(Outreach),
)
OUTREACH_PEOPLE = sums(
    "outreach_people",
    "Lượt người được tuyên truyền",
    "tổng số lượt người ghi ở các dòng trong sổ tuyên truyền có ngày trong kỳ",
    unit="lượt người",
    among=noted(Outreach),
    column="people",
    opens=listed(Outreach),
)
TRAINING_HELD = counts(
    "training_held",
    "Lớp đào tạo, bồi dưỡng",
    "số dòng trong sổ đào tạo, bồi dưỡng có ngày bắt đầu trong kỳ",
    unit="lớp",
    among=noted(Training),
    of_unit="unit__code",
    opens=listed(Training),
)
TRAINING_PEOPLE = sums(
    "training_people",
    "Lượt người đã học",
    "tổng số lượt người đã học ở các lớp có ngày bắt đầu trong kỳ",
    unit="lượt người",
    among=noted(Training),
    column="people",
    opens=listed(Training),
)
DIALOGUES_HELD = counts(
    "dialogues_held",
    "Cuộc đối thoại với công dân",
    "số cuộc đối thoại có ngày trong kỳ",
    unit="cuộc",
    among=noted(Dialogue),
    of_unit="unit__code",
    opens=listed(Dialogue),
)
LIMITATIONS_NAMED = counts(
    "limitations_named",
    "Hạn chế được nêu",
    "số dòng trong sổ hạn chế có ngày nêu trong kỳ",
    unit="hạn chế",
    among=noted(Limitation),
    of_unit="unit__code",
    opens=listed(Limitation),
)
LIMITATIONS_REMEDIED = counts(
    "limitations_remedied",
    "trong đó đã khắc phục",
    "số hạn chế nêu trong kỳ đã ghi khắc phục xong",
    unit="hạn chế",
    among=lambda period: noted(Limitation)(period).filter(stage=DONE),
    of_unit="unit__code",
    opens=listed(Limitation, xem="da-khac-phuc"),
)
