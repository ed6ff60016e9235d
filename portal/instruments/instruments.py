"""The register of instruments: number, date, issuer, from when and until when it is in force."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce, Upper

from portal.instruments.issuers import Issuer
from portal.instruments.keeping import Keeping
from portal.people import Unit, User
from portal.text import day, fold, month, whole_word


class Instruments(models.QuerySet["Instrument"]):
    def visible_to(self, user: Any, *, on: date) -> Instruments:
        """Whoever works here sees all; the public what is not internal, or was released.

        What a body of the Party issued is internal until its release.
        """
        if getattr(user, "is_authenticated", False):
            return self
        released = Q(released_on__lte=on)
        return self.filter(released | (Q(internal=False) & ~Q(issuer__kind=Issuer.Kind.PARTY)))

    def in_force(self, *, as_of: date) -> Instruments:
        return self.filter(
            Q(in_force_to=None) | Q(in_force_to__gte=as_of),
            Q(in_force_from=None) | Q(in_force_from__lte=as_of),
        )

    def no_longer_in_force(self, *, as_of: date) -> Instruments:
        return self.filter(in_force_to__lt=as_of)

    def referred_to(self, reference: str) -> Instruments:
        """Those with this number and symbol, however it was typed: a number may recur by year."""
        return self.filter(reference_key=reference_key(reference))

    def matching(self, words: str) -> Instruments:
        """Every word stands in the number, the title or the issuer's name; blind to accents."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__regex=whole_word(word))
        return found


class Joined(Func):
    """Columns written one after the other."""

    template = "%(expressions)s"
    arg_joiner = " || "


class Instrument(Keeping, models.Model):
    """Văn bản trong sổ."""

    class Kind(models.TextChoices):
        LAW = "luat", "Luật"
        ORDINANCE = "phap-lenh", "Pháp lệnh"
        DECREE = "nghi-dinh", "Nghị định"
        CIRCULAR = "thong-tu", "Thông tư"
        RESOLUTION = "nghi-quyet", "Nghị quyết"
        DIRECTIVE = "chi-thi", "Chỉ thị"
        CONCLUSION = "ket-luan", "Kết luận"
        DECISION = "quyet-dinh", "Quyết định"
        PLAN = "ke-hoach", "Kế hoạch"
        PROGRAMME = "chuong-trinh", "Chương trình"
        GUIDE = "huong-dan", "Hướng dẫn"
        NOTICE = "thong-bao", "Thông báo"
        REGULATION = "quy-che", "Quy chế, quy định"
        REPORT = "bao-cao", "Báo cáo"
        LETTER = "cong-van", "Công văn"
        OTHER = "khac", "Văn bản khác"

    class Style(models.TextChoices):
        STATE = "/", "Nhà nước: 141/KH-UBND"
        PARTY = "-", "Đảng: 28-CT/TU"

    class Capacity(models.TextChoices):
        OWN = "", "Trực tiếp ký"
        COLLECTIVE = "TM", "Thay mặt (TM.)"
        ACTING = "Q", "Quyền (Q.)"
        FOR_HEAD = "KT", "Ký thay (KT.)"
        BY_ORDER = "TL", "Thừa lệnh (TL.)"
        BY_MANDATE = "TUQ", "Thừa ủy quyền (TUQ.)"

    kind = models.CharField("loại văn bản", max_length=14, choices=Kind)
    style = models.CharField("kiểu ký hiệu", max_length=1, choices=Style, default=Style.STATE)
    number = models.CharField("số", max_length=20)
    symbol = models.CharField("ký hiệu", max_length=60)
    reference = models.GeneratedField(
        expression=Joined(F("number"), F("style"), F("symbol")),
        output_field=models.CharField(max_length=81),
        db_persist=True,
    )
    reference_key = models.GeneratedField(
        expression=Upper(Joined(F("number"), F("style"), F("symbol"))),
        output_field=models.CharField(max_length=81),
        db_persist=True,
    )
    year = models.PositiveSmallIntegerField("năm")
    month = models.PositiveSmallIntegerField("tháng", null=True, blank=True)
    day = models.PositiveSmallIntegerField("ngày", null=True, blank=True)
    dated = models.GeneratedField(
        expression=F("year") * 10_000 + Coalesce("month", 0) * 100 + Coalesce("day", 0),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    """Never empty, so that a page cut from the list loses no row: 20260500 for tháng 5/2026."""
    title = models.CharField("trích yếu", max_length=600)
    issuer = models.ForeignKey(Issuer, models.PROTECT, verbose_name="cơ quan ban hành")
    signer = models.CharField("người ký", max_length=120, blank=True)
    capacity = models.CharField(
        "tư cách ký", max_length=3, choices=Capacity, blank=True, default=Capacity.OWN
    )
    in_force_from = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    in_force_to = models.DateField("còn hiệu lực đến hết ngày", null=True, blank=True)
    force_note = models.CharField("nguồn ghi hiệu lực", max_length=300, blank=True)
    carry_out_by = models.DateField("hạn ban hành văn bản triển khai", null=True, blank=True)
    internal = models.BooleanField("chỉ dùng nội bộ", default=False)
    released_on = models.DateField("được phép công khai từ ngày", null=True, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, verbose_name="đơn vị ban hành của Sở"
    )
    edition_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="editions",
        verbose_name="là bản mới của",
    )
    file = models.ForeignKey("portal.File", models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    entered_on = models.DateField(null=True)
    search_text = models.TextField(editable=False, default="")

    objects = Instruments.as_manager()

    class Meta:
        ordering = ["-dated", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "reference_key", "year"],
                name="instrument_once",
                violation_error_message="Văn bản này đã có trong sổ.",
            ),
            models.CheckConstraint(
                name="instrument_day_needs_month",
                condition=Q(day=None) | Q(month__isnull=False),
                violation_error_message="Có ngày thì ghi cả tháng.",
            ),
            models.CheckConstraint(
                name="instrument_month_and_day_exist",
                condition=(Q(month=None) | Q(month__range=(1, 12)))
                & (Q(day=None) | Q(day__range=(1, 31))),
            ),
            models.CheckConstraint(
                name="instrument_in_force_before_it_ends",
                condition=Q(in_force_from=None)
                | Q(in_force_to=None)
                | Q(in_force_to__gte=F("in_force_from")),
                violation_error_message="Ngày hết hiệu lực đang trước ngày có hiệu lực.",
            ),
        ]
        indexes = [
            models.Index(fields=["reference_key"], name="instrument_by_reference"),
            models.Index(fields=["dated", "id"], name="instrument_by_day"),
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="instrument_search"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.reference}"

    def get_absolute_url(self) -> str:
        return f"/van-ban/{self.pk}/"

    @property
    def stream(self) -> str:
        return f"van-ban/{self.pk}"

    @property
    def dated_on(self) -> date | None:
        """The whole date, or None where the day is not known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def date_words(self) -> str:
        """Ngày 22/4/2022, tháng 5/2022, năm 2015: as much as is known."""
        if dated := self.dated_on:
            return f"ngày {day(dated)}"
        if self.month:
            return f"tháng {month(date(self.year, self.month, 1))}/{self.year}"
        return f"năm {self.year}"

    @property
    def cited(self) -> str:
        """Kế hoạch số 141/KH-UBND ngày 22/4/2022."""
        return f"{self.get_kind_display()} số {self.reference} {self.date_words}"

    def is_public(self, *, as_of: date) -> bool:
        if self.released_on is not None and self.released_on <= as_of:
            return True
        return not self.internal and not self.issuer.is_party

    def is_in_force(self, *, as_of: date) -> bool:
        return (self.in_force_from is None or self.in_force_from <= as_of) and (
            self.in_force_to is None or as_of <= self.in_force_to
        )

    def not_in_force(self, *, as_of: date) -> str:
        """Why a paper of that day should not rest on it, in one sentence, or ''."""
        if self.in_force_to and self.in_force_to < as_of:
            return f"{self.cited} hết hiệu lực từ sau ngày {day(self.in_force_to)}."
        if self.dated_on and self.dated_on > as_of:
            return f"{self.cited} ban hành sau ngày {day(as_of)}."
        if self.in_force_from and self.in_force_from > as_of:
            return f"{self.cited} đến ngày {day(self.in_force_from)} mới có hiệu lực."
        return ""

    def words_to_search(self) -> str:
        return fold(f"{self.number}{self.style}{self.symbol} {self.title} {self.issuer}")


def reference_key(reference: str) -> str:
    """141 / kh–ubnd is 141/KH-UBND: blanks left out, every dash the same, capitals."""
    joined = "".join(reference.split())
    return joined.replace("–", "-").replace("—", "-").replace("‑", "-").upper()
