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


def register_shared(programme: Programme, *, prefix: str = "") -> None:
    """Publish what every programme counts in these registers, under names of its own."""
    sums(
        f"{prefix}outreach_held",
        "Cuộc, tin bài tuyên truyền",
        "tổng số cuộc, số tin bài của các dòng trong sổ tuyên truyền có ngày trong kỳ",
        unit="cuộc, tin bài",
        among=noted(programme, Outreach),
        column="times",
        opens=listed(programme, Outreach),
    )
    sums(
        f"{prefix}outreach_people",
        "Lượt người được tuyên truyền",
        "tổng số lượt người ghi ở các dòng trong sổ tuyên truyền có ngày trong kỳ",
        unit="lượt người",
        among=noted(programme, Outreach),
        column="people",
        opens=listed(programme, Outreach),
    )
    counts(
        f"{prefix}training_held",
        "Lớp đào tạo, bồi dưỡng",
        "số dòng trong sổ đào tạo, bồi dưỡng có ngày bắt đầu trong kỳ",
        unit="lớp",
        among=noted(programme, Training),
        of_unit="unit__code",
        opens=listed(programme, Training),
    )
    sums(
        f"{prefix}training_people",
        "Lượt người đã học",
        "tổng số lượt người đã học ở các lớp có ngày bắt đầu trong kỳ",
        unit="lượt người",
        among=noted(programme, Training),
        column="people",
        opens=listed(programme, Training),
    )
    counts(
        f"{prefix}dialogues_held",
        "Cuộc đối thoại với công dân",
        "số cuộc đối thoại có ngày trong kỳ",
        unit="cuộc",
        among=noted(programme, Dialogue),
        of_unit="unit__code",
        opens=listed(programme, Dialogue),
    )
    counts(
        f"{prefix}limitations_named",
        "Hạn chế được nêu",
        "số dòng trong sổ hạn chế có ngày nêu trong kỳ",
        unit="hạn chế",
        among=noted(programme, Limitation),
        of_unit="unit__code",
        opens=listed(programme, Limitation),
    )
    counts(
        f"{prefix}limitations_remedied",
        "trong đó đã khắc phục",
        "số hạn chế nêu trong kỳ đã ghi khắc phục xong",
        unit="hạn chế",
        among=lambda period: noted(programme, Limitation)(period).filter(stage=DONE),
        of_unit="unit__code",
        opens=listed(programme, Limitation, xem="da-khac-phuc"),
    )
