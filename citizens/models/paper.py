"""Outgoing papers: approved by one, numbered and dated by the clerk after signing, then sent.

The law's clocks run on the date of the paper, so a paper takes effect when it is numbered.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q

from portal import history
from portal.documents import numbers
from portal.documents.forms import FORMS
from portal.documents.numbers import Book, book_of
from portal.documents.versions import WordVersion, take_signed
from portal.people import User
from portal.text import day
from portal.workflow import Refused, Taking

from .capacity import capacity_for
from .effects import EFFECTS
from .lookup import LookupCode
from .owned import Owned
from .vocabulary import INTERNAL_PAPERS, PAPER_SYMBOLS, PaperKind

if TYPE_CHECKING:
    from portal.attachments import File


CODE_GIVEN = "In phiếu gửi kèm mã tra cứu"


class Papers(models.QuerySet["Paper"]):
    def waiting(self) -> Papers:
        """Approved, and waiting for the clerk's number and date."""
        return self.filter(dated_on=None, voided_on=None)

    def issued(self) -> Papers:
        return self.filter(dated_on__isnull=False, voided_on=None)

    def for_citizen(self) -> Papers:
        return self.issued().exclude(kind__in=INTERNAL_PAPERS)


class Paper(Owned):
    """Văn bản đi."""

    kind = models.CharField("loại văn bản", max_length=20, choices=PaperKind)
    form = models.CharField("biểu mẫu", max_length=40, blank=True, default="", db_default="")
    step = models.CharField(max_length=40)
    text = models.TextField("dự thảo", blank=True)
    approved_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    approved_on = models.DateField("ngày phê duyệt")
    capacity = models.CharField("quyền hạn ký", max_length=8, blank=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    dated_on = models.DateField("ngày văn bản", null=True)
    recipients = models.TextField("nơi nhận", blank=True)
    scan = models.ForeignKey("portal.File", models.PROTECT, null=True, related_name="+")
    word = models.ForeignKey(
        WordVersion, models.PROTECT, null=True, related_name="papers", verbose_name="bản Word"
    )
    voided_on = models.DateField(null=True)

    objects = Papers.as_manager()

    class Meta(Owned.Meta):
        ordering = ["pk"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(number="", dated_on=None) | ~Q(number="") & Q(dated_on__isnull=False),
                name="paper_number_with_date",
            ),
            models.CheckConstraint(
                condition=Q(voided_on=None) | Q(voided_on__gte=F("approved_on")),
                name="paper_voided_after_approval",
            ),
        ]
        indexes = [
            models.Index(
                fields=["approved_on"],
                condition=Q(dated_on=None, voided_on=None),
                name="paper_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}".strip()

    @property
    def waits(self) -> bool:
        """Approved, without number and date."""
        return self.dated_on is None and self.voided_on is None

    @property
    def title(self) -> str:
        """What belongs to no step is called as its form is."""
        return FORMS[self.form][0].title if self.form else self.get_kind_display()

    @property
    def letters(self) -> str:
        """Of its number: TB, QĐ; an official letter has none."""
        return FORMS[self.form][0].symbol if self.form else PAPER_SYMBOLS.get(self.kind, "")

    def book(self, *, on: date) -> Book:
        """From which its number is taken: the office's, or that of whose seal it bears."""
        return book_of(self.letters, on=on, seal=getattr(self.owner, "settling_unit", None))

    def number_it(
        self,
        *,
        number: str,
        dated_on: date,
        on: date,
        recipients: str = "",
        scan: File | None = None,
    ) -> None:
        """Ghi số và ngày after signing; raises ``Refused`` for a date that cannot be."""
        if self.dated_on or self.voided_on:
            raise Refused(f"{self.title} đã có số {self.number}.")
        if dated_on > on:
            raise Refused(f"Ngày văn bản không được sau hôm nay, {day(on)}.", field="dated_on")
        if dated_on < self.owner.received_on:
            raise Refused(
                f"Ngày văn bản không được trước ngày nhận đơn, {day(self.owner.received_on)}.",
                field="dated_on",
            )
        self.number, self.dated_on = number, dated_on
        self.recipients, self.scan = recipients, scan
        self.save()

    @property
    def petition_of_code(self) -> Any:
        """The petition to which a look-up code on this paper leads."""
        return self.case.petition if self.case_id else self.petition

    @transaction.atomic
    def give_code(self, *, by: User, on: date) -> str:
        """A look-up code of this paper's own; an earlier one of it opens nothing any more."""
        if not self.dated_on or self.kind in INTERNAL_PAPERS:
            raise Refused(f"{self.title} không gửi công dân, hoặc chưa có số.")
        petition = self.petition_of_code.lock()
        petition.lookup_codes.valid().filter(paper=self).update(revoked_on=on)
        facts = {"number": self.number, "of": self.kind}
        history.record(
            self.owner.stream, "give_code", by=by.key, on=on, label=CODE_GIVEN, facts=facts
        )
        return LookupCode.issue(petition, on=on, by=by, paper=self)

    def take_number(self, *, on: date) -> str:
        """The next of its book; given for good when the caller's transaction ends."""
        return self.book(on=on).take(on=on, stream=self.owner.stream)

    def take_effect(self, item: Any) -> None:
        """What the law attaches to the date of this paper."""
        if effect := EFFECTS.get(self.kind):
            effect(item, self.dated_on)

    @classmethod
    def draw_up(
        cls, item: Any, kind: str, *, taking: Taking, text: str = "", form: str = ""
    ) -> Paper:
        """The approved paper of the step that is being taken; it waits for its number.

        ``form``: of a document that belongs to no step of the law.
        """
        return cls.objects.create(
            **item.as_owner(),
            kind=kind,
            form=form,
            step=taking.step.name,
            text=text,
            approved_by=taking.by,
            approved_on=taking.on,
            prepared_by=taking.prepared_by,
            word=take_signed(item, taking.step.name, on=taking.on, form=form),
            capacity=capacity_for(item, taking.by, on=taking.on),
        )


numbers.TABLES.append(Paper)
