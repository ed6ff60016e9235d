"""A round: one set, one year, a sheet for each that is rated, and the decision over all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q

from democracy import rating_rules as rules
from democracy.models.rating.criteria import CriteriaVersion
from democracy.models.rating.sheet import ScoreSheet
from democracy.models.rating.sheet import Stage as SheetStage
from portal import registers
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.planning.rules import works_here
from portal.text import day
from portal.workflow import Refused, Step, Subject, Workflow, enter, take

BOOK = "XL"


class Stage(models.TextChoices):
    OPEN = "open", "Đang chấm"
    DECIDED = "decided", "Đã có kết quả"


class RatingRounds(models.QuerySet["RatingRound"]):
    def visible_to(self, user: User, *, on: date) -> RatingRounds:
        """That a round runs is known to the whole staff; its sheets have a rule of their own."""
        return self if works_here(user, on=on) else self.none()


class RatingRound(Subject):
    """Kỳ xếp loại."""

    stream_kind = "xep-loai"
    criteria = models.ForeignKey(
        CriteriaVersion, models.PROTECT, related_name="rounds", verbose_name="bộ tiêu chí"
    )
    year = models.PositiveSmallIntegerField("năm")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị tổng hợp")
    officer = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người tổng hợp"
    )
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.OPEN)
    self_due = models.DateField("hạn tự chấm")
    review_due = models.DateField("hạn thẩm định")
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reference = models.CharField("số, ký hiệu quyết định", max_length=80, blank=True)
    dated_on = models.DateField("ngày văn bản", null=True, blank=True)

    objects = RatingRounds.as_manager()

    workflow = Workflow(
        Step("open_round", "mở kỳ xếp loại", (), Stage.OPEN, rules.opens_rounds),
        Step("put_off", "lùi hạn tự chấm", (Stage.OPEN,), None, rules.opens_rounds),
        Step(
            "rate",
            "xếp loại",
            (Stage.OPEN,),
            Stage.DECIDED,
            rules.decides,
            prepared_by=rules.opens_rounds,
            needs=(lambda one: one.lacks_appraisal(),),
            ends=True,
        ),
        Step("note_decision", "ghi số quyết định", (Stage.DECIDED,), None, rules.writes_number),
    )

    class Meta:
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["criteria", "year"], name="round_once_a_year"),
            models.CheckConstraint(
                name="round_reviews_after_self_scores", condition=Q(review_due__gte=F("self_due"))
            ),
            models.CheckConstraint(
                name="round_decided_by_somebody_on_a_day",
                condition=Q(stage="decided", decided_on__isnull=False, decided_by__isnull=False)
                | Q(stage="open", decided_on=None, decided_by=None, reference=""),
            ),
            models.CheckConstraint(
                name="round_decision_has_number_and_day",
                condition=Q(reference="", dated_on=None)
                | (~Q(reference="") & Q(dated_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criteria.title}, năm {self.year}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/xep-loai/{self.code}/"

    # what submissions ask

    field = None
    field_id = None
    title = property(lambda self: str(self))
    kind_words = property(lambda self: "Kỳ xếp loại")
    due_on = property(lambda self: self.review_due)

    def standing(self, *, as_of: date) -> Standing:
        return standing(None if self.decided_on else self.review_due, as_of=as_of)

    # questions

    def lacks_appraisal(self) -> str:
        waiting = self.sheets.exclude(stage=SheetStage.APPRAISED).count()
        return f"còn {waiting} phiếu chưa thẩm định xong." if waiting else ""

    # verbs

    @classmethod
    @transaction.atomic
    def open_round(
        cls,
        *,
        by: Any,
        on: date,
        criteria: CriteriaVersion,
        year: int,
        self_due: date,
        review_due: date,
        rated: Iterable[Any],
    ) -> RatingRound:
        """Mở kỳ xếp loại: a sheet for each unit, committee or person."""
        unit = next(row.unit for row in by.positions_on(on) if row.unit_id)
        one = cls(criteria=criteria, year=year, self_due=self_due, review_due=review_due,
                  unit=unit, officer=by)  # fmt: skip
        if cls.objects.filter(criteria=criteria, year=year).exists():
            raise Refused(f"Kỳ xếp loại năm {year} theo bộ tiêu chí này đã mở.", field="year")
        with enter(one, "open_round", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(year=year, criteria=criteria.code)
        for place, each in enumerate(rated, start=1):
            ScoreSheet.lay_out(one, each, place=place, by=by, on=on)
        return one

    def put_off(self, *, by: Any, on: date, self_due: date, review_due: date, reason: str) -> None:
        """Lùi hạn tự chấm."""
        with take(self, "put_off", by=by, on=on) as taking:
            if review_due < self_due:
                raise Refused("Hạn thẩm định đang trước hạn tự chấm.", field="review_due")
            taking.facts.update(before=self.self_due.isoformat(), after=self_due.isoformat())
            taking.values["reason"] = reason
            self.self_due, self.review_due = self_due, review_due

    def rate(
        self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "", note: str = ""
    ) -> None:
        """Xếp loại: the levels of all sheets, in one decision."""
        with take(self, "rate", by=by, on=on, prepared_by=prepared_by) as taking:
            self.decided_on, self.decided_by = on, by
            sheets = list(self.sheets.select_for_update())
            taking.facts["levels"] = {sheet.code: sheet.level_words for sheet in sheets}
            taking.values["note"] = note
            self.sheets.update(stage=SheetStage.DECIDED, version=F("version") + 1)

    def note_decision(self, *, by: Any, on: date, reference: str, dated_on: date) -> None:
        """Ghi số quyết định."""
        with take(self, "note_decision", by=by, on=on) as taking:
            if dated_on > on:
                raise Refused(f"Ngày văn bản không được sau hôm nay, {day(on)}.", field="dated_on")
            self.reference, self.dated_on = reference, dated_on
            taking.facts.update(number=reference, dated=dated_on.isoformat())
