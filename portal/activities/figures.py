"""Figures of the shared registers, for one programme: outreach, training, dialogue, limitations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.activities import Dialogue, Limitation, Outreach, Training
from portal.activities.entries import DONE, Programme
from portal.periods import Period
from portal.statistics.counting import counts, sums


def noted(programme: Programme, register: Any) -> Callable[[Period], Any]:
    """Its lines of the programme with their day in the period, those crossed out left out."""

    def among(period: Period) -> Any:
        rows = register.objects.kept().of_programme(programme)
        return rows.held_in(*period.dates)

    return among


def listed(
    programme: Programme, register: Any, **asked: str
) -> Callable[[Any], tuple[str, dict[str, str]]]:
    ours = {"chuong-trinh": programme.value, "so-sach": "trong-so"}

    def opens(period: Any) -> tuple[str, dict[str, str]]:
        return f"/hoat-dong/{register.path}/", ours | {"trong": period.address} | asked

    return opens


def register_shared(programme: Programme, *, prefix: str = "", told: str = "") -> None:
    """Publish what every programme counts, under names of its own and ``told`` apart in words."""
    sums(
        f"{prefix}outreach_held",
        f"Cuộc, tin bài tuyên truyền{told}",
        "tổng số cuộc, số tin bài của các dòng trong sổ tuyên truyền có ngày trong kỳ",
        unit="cuộc, tin bài",
        among=noted(programme, Outreach),
        column="times",
        opens=listed(programme, Outreach),
    )
    sums(
        f"{prefix}outreach_people",
        f"Lượt người được tuyên truyền{told}",
        "tổng số lượt người ghi ở các dòng trong sổ tuyên truyền có ngày trong kỳ",
        unit="lượt người",
        among=noted(programme, Outreach),
        column="people",
        opens=listed(programme, Outreach),
    )
    counts(
        f"{prefix}training_held",
        f"Lớp đào tạo, bồi dưỡng{told}",
        "số dòng trong sổ đào tạo, bồi dưỡng có ngày bắt đầu trong kỳ",
        unit="lớp",
        among=noted(programme, Training),
        of_unit="unit__code",
        opens=listed(programme, Training),
    )
    sums(
        f"{prefix}training_people",
        f"Lượt người đã học{told}",
        "tổng số lượt người đã học ở các lớp có ngày bắt đầu trong kỳ",
        unit="lượt người",
        among=noted(programme, Training),
        column="people",
        opens=listed(programme, Training),
    )
    counts(
        f"{prefix}dialogues_held",
        f"Cuộc đối thoại với công dân{told}",
        "số cuộc đối thoại có ngày trong kỳ",
        unit="cuộc",
        among=noted(programme, Dialogue),
        of_unit="unit__code",
        opens=listed(programme, Dialogue),
    )
    counts(
        f"{prefix}limitations_named",
        f"Hạn chế được nêu{told}",
        "số dòng trong sổ hạn chế có ngày nêu trong kỳ",
        unit="hạn chế",
        among=noted(programme, Limitation),
        of_unit="unit__code",
        opens=listed(programme, Limitation),
    )
    counts(
        f"{prefix}limitations_remedied",
        f"trong đó đã khắc phục{told}",
        "số hạn chế nêu trong kỳ đã ghi khắc phục xong",
        unit="hạn chế",
        among=lambda period: noted(programme, Limitation)(period).filter(stage=DONE),
        of_unit="unit__code",
        opens=listed(programme, Limitation, xem="da-khac-phuc"),
    )
