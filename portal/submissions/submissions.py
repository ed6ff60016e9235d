"""One act on its way up the line, and what each reader did with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from portal import history
from portal.attachments import File
from portal.people import Position, User
from portal.submissions.lines import readers
from portal.text import day
from portal.workflow import Changed, Refused, find


def own_posts(user: User, *, on: date) -> list[int]:
    """Held in person, not stood in for."""
    return [row.pk for row in user.positions_on(on) if not row.standing_in]


class Submissions(models.QuerySet["Submission"]):
    def open(self) -> Submissions:
        return self.filter(state=Submission.State.OPEN)

    def waiting_for(self, user: User, *, on: date) -> Submissions:
        """What lies in the tray of the positions that the user holds or stands in for."""
        own, all_of_them = own_posts(user, on=on), [row.pk for row in user.positions_on(on)]
        mine = Q(in_person=False, reader__in=all_of_them) | Q(in_person=True, reader__in=own)
        return self.open().filter(mine)

    def handed_back_to(self, user: User) -> Submissions:
        return self.filter(state=Submission.State.HANDED_BACK, prepared_by=user)

    def about(self, subject: Any) -> Submissions:
        return self.filter(stream=subject.stream)


class Submission(models.Model):
    """Phiếu trình: one step of one subject, as its preparer typed it, on its way up the line."""

    class State(models.TextChoices):
        OPEN = "open", "Đang trình"
        HANDED_BACK = "handed_back", "Trả lại để hoàn thiện"
        APPROVED = "approved", "Đã phê duyệt"
        DROPPED = "dropped", "Đã rút"

    stream = models.CharField(max_length=60)
    step = models.CharField("bước", max_length=40)
    title = models.CharField("trích yếu", max_length=300)
    payload = models.JSONField("nội dung trình")
    draft = models.TextField("dự thảo văn bản", blank=True)
    prepared_by = models.ForeignKey(
        User, models.PROTECT, related_name="submissions", verbose_name="người trình"
    )
    prepared_on = models.DateField("ngày trình")
    line = ArrayField(models.BigIntegerField(), verbose_name="người đọc")
    reader = models.ForeignKey(Position, models.PROTECT, null=True, verbose_name="đang chờ")
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    due_on = models.DateField("hạn của vụ việc", null=True)
    in_person = models.BooleanField("chính người giữ chức vụ đọc", default=False, db_default=False)

    objects = Submissions.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stream", "step"],
                condition=Q(state__in=["open", "handed_back"]),
                name="one_open_submission_a_step",
            ),
            models.CheckConstraint(
                condition=Q(state="open", reader__isnull=False)
                | ~Q(state="open") & Q(reader__isnull=True),
                name="open_submission_has_reader",
            ),
        ]
        indexes = [models.Index(fields=["reader", "due_on", "id"], name="submission_tray")]

    def __str__(self) -> str:
        return self.title

    @property
    def subject(self) -> Any:
        return find(self.stream)

    @property
    def is_last(self) -> bool:
        """Whether the reader now is the one who takes the step."""
        return bool(self.line) and self.reader_id == self.line[-1]

    def is_seen_by(self, user: User, *, on: date) -> bool:
        """Prepared it, has it to read, or has read it."""
        if self.in_person:  # whoever is excluded later sees neither the subject nor its slips
            return False
        if user.pk == self.prepared_by_id:
            return True
        return self.is_read_by(user, on=on) or self.readings.filter(by=user).exists()

    def is_read_by(self, user: User, *, on: date) -> bool:
        """Whether it lies with a post that the user holds; for some not as a stand-in."""
        posts = own_posts(user, on=on) if self.in_person else None
        return self.reader_id in (
            [row.pk for row in user.positions_on(on)] if posts is None else posts
        )

    def endorse(
        self, *, by: User, on: date, payload: dict | None = None, draft: str | None = None
    ) -> None:
        """Đồng ý, trình tiếp; with a changed text when one is given."""
        with transaction.atomic():
            self._open_to(by, on=on)
            if self.is_last:
                raise Refused("Đồng chí là người phê duyệt phiếu trình này.")
            self._read(Reading.Verdict.ENDORSED, by=by, on=on, payload=payload, draft=draft)
            here = self.line.index(self.reader_id or 0)
            self.reader_id = self.line[here + 1]
            self.save()

    def approve(
        self,
        *,
        by: User,
        on: date,
        take: Callable[[], Any],
        payload: dict | None = None,
        draft: str | None = None,
        signed_on: date | None = None,
        scan: File | None = None,
    ) -> Any:
        """Phê duyệt: the last signature; ``take`` does the step itself, in the same transaction.

        ``signed_on``: the day of a signature on paper, with its scan where there is one.
        """
        with transaction.atomic():
            self._open_to(by, on=on)
            if not self.is_last:
                raise Refused("Phiếu trình còn chờ người có thẩm quyền phê duyệt.")
            reason = f"Đã ký trên giấy ngày {day(signed_on)}." if signed_on else ""
            reading = self._read(
                Reading.Verdict.APPROVED, by=by, on=on, payload=payload, draft=draft, reason=reason
            )
            reading.sign_on_paper(signed_on=signed_on, scan=scan, on=on)
            self.state, self.reader = Submission.State.APPROVED, None
            self.save()
            return take()

    def hand_back(self, *, by: User, on: date, reason: str) -> None:
        """Trả lại để hoàn thiện: to the preparer, with a reason."""
        if not reason.strip():
            raise Refused("Chưa nhập lý do trả lại.")
        with transaction.atomic():
            self._open_to(by, on=on)
            self._read(Reading.Verdict.HANDED_BACK, by=by, on=on, reason=reason)
            self.state, self.reader = Submission.State.HANDED_BACK, None
            self.save()

    def resubmit(self, *, by: User, on: date, payload: dict, draft: str) -> None:
        """Trình lại after it was handed back; the earlier text stays with its reading."""
        with transaction.atomic():
            self._lock()
            if self.state != Submission.State.HANDED_BACK or self.prepared_by_id != by.pk:
                raise Refused("Phiếu trình này không chờ đồng chí hoàn thiện.")
            self.payload, self.draft = payload, draft
            self.state, self.reader_id = Submission.State.OPEN, self.line[0]
            self.prepared_on = on
            self.save()
            self._record("submit", "Trình lại", by=by, on=on)

    def drop(self, *, by: User, on: date) -> None:
        """Rút phiếu trình: by its preparer, before the last signature."""
        with transaction.atomic():
            self._lock()
            if self.state == Submission.State.APPROVED or self.prepared_by_id != by.pk:
                raise Refused("Chỉ người trình rút được phiếu trình chưa phê duyệt.")
            self.state, self.reader = Submission.State.DROPPED, None
            self.save()
            self._record("submit", "Rút phiếu trình", by=by, on=on)

    def _lock(self) -> None:
        self.refresh_from_db(from_queryset=Submission.objects.select_for_update())

    def _open_to(self, by: User, *, on: date) -> None:
        self._lock()
        if self.state != Submission.State.OPEN:
            raise Changed(f"Phiếu trình này {self.get_state_display().lower()}.")
        if not self.is_read_by(by, on=on):
            raise Refused("Phiếu trình này đang chờ người khác đọc.")

    def _read(
        self,
        verdict: str,
        *,
        by: User,
        on: date,
        payload: dict | None = None,
        draft: str | None = None,
        reason: str = "",
    ) -> Reading:
        reading = Reading(
            submission=self, position=self.reader, by=by, on=on, verdict=verdict, reason=reason
        )
        reading.payload, reading.draft = self.payload, self.draft
        if payload is not None:
            reading.changed = payload != self.payload
            self.payload = payload
        if draft is not None:
            reading.changed = reading.changed or draft != self.draft
            self.draft = draft
        reading.save()
        self._record(verdict, reading.get_verdict_display(), by=by, on=on, reason=reason)
        return reading

    def _record(self, step: str, label: str, *, by: User, on: date, reason: str = "") -> None:
        values = {"reason": reason} if reason else {}
        history.record(
            self.stream,
            step,
            by=by.key,
            on=on,
            label=label,
            facts={"of": self.step, "submission": self.pk},
            values=values,
        )


class Reading(models.Model):
    """What one reader did with a submission, and the text as it lay before them."""

    class Verdict(models.TextChoices):
        ENDORSED = "endorse", "Đồng ý, trình tiếp"
        APPROVED = "approve", "Phê duyệt"
        HANDED_BACK = "hand_back", "Trả lại để hoàn thiện"

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="readings")
    position = models.ForeignKey(Position, models.PROTECT)
    by = models.ForeignKey(User, models.PROTECT)
    on = models.DateField()
    at = models.DateTimeField(default=timezone.now)
    verdict = models.CharField(max_length=12, choices=Verdict)
    reason = models.TextField(blank=True)
    changed = models.BooleanField(default=False)
    payload = models.JSONField()
    draft = models.TextField(blank=True)
    signed_on = models.DateField("ngày ký trên giấy", null=True)
    scan = models.ForeignKey(File, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.by}"

    def sign_on_paper(self, *, signed_on: date | None, scan: File | None, on: date) -> None:
        """Đã ký trên giấy: the day of the signature and its scan."""
        if signed_on is None:
            return
        if signed_on > on:
            raise Refused(f"Ngày ký không được sau hôm nay, {day(on)}.")
        self.signed_on, self.scan = signed_on, scan
        self.save(update_fields=["signed_on", "scan"])


def submit(
    subject: Any, step: Any, *, by: User, on: date, payload: dict, draft: str = "", title: str = ""
) -> Submission:
    """Trình lãnh đạo: put a prepared step on its way. Raises ``Refused``."""
    with transaction.atomic():
        subject.lock()
        if sentence := step.missing(subject):
            raise Refused(sentence)
        if not step.may_prepare(by, subject, on=on):
            raise Refused("Đồng chí không được phân công vụ việc này.")
        if Submission.objects.about(subject).filter(step=step.name, state="open").exists():
            raise Refused(f"Việc {step.label} đã được trình và đang chờ phê duyệt.")
        line = readers(subject, step, prepared_by=by, on=on)
        submission = Submission.objects.create(
            stream=subject.stream,
            step=step.name,
            title=title or f"{step.title}: {subject}"[:300],
            payload=payload,
            draft=draft,
            prepared_by=by,
            prepared_on=on,
            line=[position.pk for position in line],
            reader=line[0],
            due_on=subject.due_on,
            in_person=subject.read_in_person,
        )
        submission._record("submit", f"Trình: {step.title}", by=by, on=on)
        return submission


def forget(subject: Any) -> None:
    """Drop what was submitted about a subject, and empty every text that was typed for it."""
    about = Submission.objects.about(subject)
    Reading.objects.filter(submission__in=about).update(payload={}, draft="", reason="")
    about.update(payload={}, draft="", title="")
    about.filter(state__in=("open", "handed_back")).update(state="dropped", reader=None)
