"""What the law asks for before an award: the conditions one by one, no obstacle, papers."""

from __future__ import annotations

from typing import Any

from democracy.forms.base import Plain
from democracy.models import Nomination
from democracy.models.commendation.quotas import held_years
from portal.forms import TextField, YesNoField
from portal.forms.files import FilesField, received


class NominationForm(Plain):
    model = Nomination

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        told = [
            ("Đề nghị", f"{one.award_name}, năm {one.year}"),
            ("Cho", f"{one.person_name}, {one.unit}" if one.person_name else str(one.unit)),
            ("Lý do", one.reason),
            ("Không vướng mắc", f"{one.cleared_by} xác nhận" if one.cleared_by_id else ""),
        ]
        if one.met_on:
            votes = (
                f"{one.council_yes} đồng ý, {one.council_present} dự, {one.council_members} người"
            )
            told.append(("Hội đồng", votes))
        return [(label, words) for label, words in told if words]


class StateConditions(NominationForm):
    """Every condition of the award on one page; what the register knows stands beside it."""

    step = "state_conditions"

    def __init__(self, *args: Any, subject: Nomination, **options: Any) -> None:
        stated = {row.condition: row for row in subject.statements.all()}
        before: dict[str, Any] = {}
        for code, row in stated.items():
            before |= {f"met-{code}": row.met, f"ground-{code}": row.ground}
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)
        for each in subject.conditions:
            self.fields[f"met-{each.code}"] = YesNoField(
                label=each.words, yes="Đạt", no="Chưa đạt", help_text=in_register(subject, each)
            )
            self.fields[f"ground-{each.code}"] = TextField(
                label=f"Căn cứ: {each.words}", max_length=500, help_text="Số, ngày văn bản"
            )

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        found = {
            each.code: (data[f"met-{each.code}"], data[f"ground-{each.code}"])
            for each in self.subject.conditions
        }
        return {"statements": found}


def in_register(one: Nomination, condition: Any) -> str:
    """The years that the register has; a person still says whether it is met."""
    if not condition.held:
        return ""
    years = held_years(
        Nomination.objects, award=condition.held, person_name=one.person_name, unit=one.unit,
        before=one.year,
    )  # fmt: skip
    if not years:
        return "Sổ khen thưởng chưa có năm nào"
    return f"Sổ khen thưởng có: {', '.join(str(year) for year in years)}"


class StateNoObstacle(NominationForm):
    step = "state_no_obstacle"

    words = TextField(
        label="Xác nhận", max_length=500,
        help_text="Đồng chí tự xác nhận và chịu trách nhiệm; Cổng không tra cứu đơn thư của ai",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        words = "Không trong thời gian xem xét kỷ luật, không có vướng mắc phải dừng khen thưởng."
        options["initial"] = {"words": words} | (options.get("initial") or {})
        super().__init__(*args, **options)


class AddPapers(NominationForm):
    step = "add_papers"

    files_sent = FilesField(label="Tài liệu")

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.papers = received(self, "files_sent", by=self.by)
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        return {"files": self.papers}
