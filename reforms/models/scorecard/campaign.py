"""A campaign: one set, one year, a card for each that is scored, and the result made known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q

from portal import registers
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.planning.rules import works_here
from portal.workflow import Refused, Step, Subject, Workflow, enter, take
from reforms import scoring_rules as rules
from reforms.models.scorecard.card import Scorecard
from reforms.models.scorecard.card import Stage as CardStage
from reforms.models.scorecard.criteria import ScorecardVersion

BOOK = "CD"
DATES = ("self_due", "review_due", "explain_due", "final_due")


class Stage(models.TextChoices):
    OPEN = "open", "Đang chấm"
    PUBLISHED = "published", "Đã công bố"


class ScoringCampaigns(models.QuerySet["ScoringCampaign"]):
    def visible_to(self, user: User, *, on: date) -> ScoringCampaigns:
        """That a campaign runs is known to the whole staff; its cards have a rule of their own."""
        return self if works_here(user, on=on) else self.none()


class ScoringCampaign(Subject):
    """Kỳ chấm điểm."""

    stream_kind = "cham-diem"
    criteria = models.ForeignKey(
        ScorecardVersion, models.PROTECT, related_name="campaigns", verbose_name="bộ tiêu chí"
    )
    year = models.PositiveSmallIntegerField("năm")
    of_the_office = models.BooleanField("chấm chính Sở", default=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị tổng hợp")
    officer = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người tổng hợp"
    )
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.OPEN)
    self_due = models.DateField("hạn tự chấm")
    review_due = models.DateField("hạn thẩm định lần 1")
    explain_due = models.DateField("hạn giải trình")
    final_due = models.DateField("hạn thẩm định lần 2")
    published_on = models.DateField("ngày công bố", null=True, blank=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ScoringCampaigns.as_manager()

    workflow = Workflow(
        Step("open_campaign", "mở kỳ chấm điểm", (), Stage.OPEN, rules.opens_campaigns),
        Step("put_off", "lùi các hạn", (Stage.OPEN,), None, rules.opens_campaigns),
        Step(
            "publish",
            "công bố kết quả",
            (Stage.OPEN,),
            Stage.PUBLISHED,
            rules.publishes,
            prepared_by=rules.opens_campaigns,
            needs=(lambda one: one.lacks_scoring(),),
            ends=True,
        ),
    )

    class Meta:
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["criteria", "year", "of_the_office"], name="campaign_once_a_year"
            ),
            models.CheckConstraint(
                name="campaign_windows_in_order",
                condition=Q(
                    review_due__gte=F("self_due"),
                    explain_due__gte=F("review_due"),
                    final_due__gte=F("explain_due"),
                ),
            ),
            models.CheckConstraint(
                name="campaign_published_by_somebody_on_a_day",
                condition=Q(stage="published", published_on__isnull=False)
                & Q(published_by__isnull=False)
                | Q(stage="open", published_on=None, published_by=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criteria.title}, năm {self.year}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/cham-diem/{self.code}/"

    # what submissions ask

    field = None
    field_id = None
    title = property(lambda self: str(self))
    kind_words = property(lambda self: "Kỳ chấm điểm")
    due_on = property(lambda self: self.final_due)

    def standing(self, *, as_of: date) -> Standing:
        return standing(None if self.published_on else self.final_due, as_of=as_of)

    # questions

    @property
    def windows(self) -> list[tuple[str, date]]:
        """What the windows are called and when they end, in their order."""
        names = ("Tự chấm", "Thẩm định lần 1", "Giải trình", "Thẩm định lần 2")
        return list(zip(names, (getattr(self, name) for name in DATES), strict=True))

    def lacks_scoring(self) -> str:
        waiting = self.cards.exclude(stage=CardStage.DONE).count()
        return f"còn {waiting} phiếu chưa chốt điểm." if waiting else ""

    # verbs

    @classmethod
    @transaction.atomic
    def open_campaign(
        cls, *, by: Any, on: date, criteria: ScorecardVersion, year: int, of_the_office: bool,
        scored: Iterable[Unit], **windows: date,
    ) -> ScoringCampaign:  # fmt: skip
        """Mở kỳ chấm điểm: a card for each that is scored; ``windows``: their four last days."""
        unit = next(row.unit for row in by.positions_on(on) if row.unit_id)
        facts = {"criteria": criteria, "year": year, "of_the_office": of_the_office}
        if cls.objects.filter(**facts).exists():
            raise Refused(f"Kỳ chấm điểm năm {year} theo bộ tiêu chí này đã mở.", field="year")
        one = cls(unit=unit, officer=by, **facts, **windows)
        one.must_be_in_order()
        with enter(one, "open_campaign", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(year=year, criteria=criteria.code)
        for place, each in enumerate(scored, start=1):
            Scorecard.lay_out(one, each, place=place, by=by, on=on)
        return one

    def must_be_in_order(self) -> None:
        last: date | None = None
        for name, (words, due) in zip(DATES, self.windows, strict=True):
            if last and due < last:
                raise Refused(f"{words}: hạn này đang trước hạn của bước liền trước", field=name)
            last = due

    def put_off(self, *, by: Any, on: date, reason: str, **windows: date) -> None:
        """Lùi các hạn: cards still in hand stay open until the new last day."""
        with take(self, "put_off", by=by, on=on) as taking:
            for name, due in windows.items():
                setattr(self, name, due)
            self.must_be_in_order()
            taking.facts.update({name: due.isoformat() for name, due in windows.items()})
            taking.values["reason"] = reason
            for stage, due in (("self", self.self_due), ("explain", self.explain_due)):
                self.cards.filter(stage=stage, open_until__lt=due).update(open_until=due)

    def publish(
        self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "", note: str = ""
    ) -> None:
        """Công bố kết quả: totals, grades and ranks of all cards at once."""
        with take(self, "publish", by=by, on=on, prepared_by=prepared_by) as taking:
            self.published_on, self.published_by = on, by
            cards = list(self.cards.select_for_update())
            taking.facts["totals"] = {card.code: str(card.total) for card in cards}
            taking.values["note"] = note
            self.cards.update(stage=CardStage.PUBLISHED, version=F("version") + 1)
