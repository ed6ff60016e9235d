"""An article of the public site: news, or the newest wording of a page of the office."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from portal.deadlines import Standing, standing
from portal.people import Position, Unit, User
from portal.publications import rules
from portal.publications.editing import Editing
from portal.publications.places import Category, SitePage
from portal.publications.rich_text import in_short
from portal.submissions import being_read
from portal.text import fold, whole_word
from portal.workflow import Step, Subject, Workflow


class Stage(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    PUBLISHED = "published", "Đã duyệt đăng"
    WITHDRAWN = "withdrawn", "Đã gỡ"


class Articles(models.QuerySet["Article"]):
    def visible_to(self, user: User, *, on: date) -> Articles:
        """Approved: the whole staff. Before: its writer and unit, leaders, coordinator, editor."""
        if not rules.works_here(user, on=on):
            return self.none()
        if rules.sees_every_article(user, on=on):
            return self
        mine = Q(officer=user) | Q(unit__in=rules.units_of(user, on=on))
        return self.filter(mine | Q(stage=Stage.PUBLISHED))

    def published(self, *, at: datetime) -> Articles:
        """What strangers may read at that moment."""
        return self.filter(stage=Stage.PUBLISHED, published_at__lte=at)

    def news(self, *, at: datetime) -> Articles:
        return self.published(at=at).filter(page=None).order_by("-published_at", "-pk")

    def of_page(self, page: SitePage, *, at: datetime) -> Articles:
        """The wordings of a page, the one that holds first."""
        return self.published(at=at).filter(page=page).order_by("-published_at", "-pk")

    def matching(self, words: str) -> Articles:
        """Every word stands in the title, the summary or the text; blind to accents."""
        found = self
        for word in fold(words).split()[:8]:
            found = found.filter(search_text__regex=whole_word(word))
        return found


class Article(Editing, Subject):
    """Bài viết."""

    stream_kind = "bai-viet"
    title = models.CharField("tiêu đề", max_length=200)
    lead = models.CharField("tóm tắt", max_length=500, blank=True)
    body = models.TextField("nội dung")
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, verbose_name="chuyên mục"
    )
    page = models.ForeignKey(
        SitePage, models.PROTECT, null=True, blank=True, related_name="wordings",
        verbose_name="trang giới thiệu",
    )  # fmt: skip
    field = models.ForeignKey(
        "portal.Field", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="lĩnh vực",
    )  # fmt: skip
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="articles", verbose_name="đơn vị viết"
    )
    author = models.CharField("tác giả", max_length=120, blank=True)
    officer = models.ForeignKey(
        User, models.PROTECT, related_name="articles", verbose_name="người soạn"
    )
    edited_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người sửa sau cùng"
    )
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.DRAFT)
    published_at: Any = models.DateTimeField("đăng lúc", null=True, blank=True)
    published_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người duyệt"
    )
    withdrawn_because = models.CharField("lý do gỡ", max_length=500, blank=True)
    source = models.CharField("soạn từ", max_length=60, blank=True)
    search_text = models.TextField(editable=False, default="")

    objects: ClassVar[Any] = Articles.as_manager()

    workflow = Workflow(
        Step("compose", "soạn bài", (), Stage.DRAFT, rules.composes),
        Step(
            "edit", "sửa bài", (Stage.DRAFT,), None, rules.edits_article, needs=(being_read,)
        ),
        Step(
            "add_picture", "thêm ảnh", (Stage.DRAFT,), None, rules.edits_article,
            needs=(being_read,),
        ),
        Step(
            "remove_picture", "bỏ ảnh", (Stage.DRAFT,), None, rules.edits_article,
            needs=(being_read, lambda one: one.lacks_picture()),
        ),
        Step(
            "publish", "đăng bài", (Stage.DRAFT,), Stage.PUBLISHED, rules.publishes,
            prepared_by=rules.edits_article,
        ),
        Step("withdraw", "gỡ bài", (Stage.PUBLISHED,), Stage.WITHDRAWN, rules.decides, ends=True),
        Step("rework", "sửa lại bài đã gỡ", (Stage.WITHDRAWN,), Stage.DRAFT, rules.edits_article),
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="article_of_a_category_or_a_page",
                condition=Q(category=None, page__isnull=False)
                | Q(category__isnull=False, page=None),
            ),
            models.CheckConstraint(
                name="article_published_by_somebody_at_a_time",
                condition=Q(stage="draft", published_at=None, published_by=None)
                | (~Q(stage="draft") & Q(published_at__isnull=False, published_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="article_withdrawn_with_reason",
                condition=(Q(stage="withdrawn") & ~Q(withdrawn_because=""))
                | (~Q(stage="withdrawn") & Q(withdrawn_because="")),
            ),
        ]
        indexes = [
            models.Index(F("published_at").desc(), F("id").desc(), name="article_newest"),
            models.Index(fields=["stage", "unit"], name="article_by_stage"),
            models.Index(fields=["source"], name="article_by_source"),
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="article_search"),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/bai-viet/{self.code}/"

    @property
    def public_url(self) -> str:
        return self.page.get_absolute_url() if self.page else f"/tin-tuc/{self.code}/"

    # what submissions and the kernel's predicates ask

    kind_words = property(lambda self: "Trang giới thiệu" if self.page_id else "Bài viết")
    due_on = property(lambda self: None)

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    def sole_reader(self, *, on: date) -> Position | None:
        """The editor, where the office has one who wrote none of it."""
        editors = Position.objects.holding("editor", as_of=on)
        return editors.exclude(user__in=[self.officer_id, self.edited_by_id or 0]).first()

    # questions

    @property
    def shown_lead(self) -> str:
        return self.lead or in_short(self.body)

    @property
    def byline(self) -> str:
        """Cao Hương Giang – Phòng Lao động: who wrote it and for which unit."""
        return f"{self.author} – {self.unit}" if self.author else str(self.unit)

    def is_public(self, *, at: datetime) -> bool:
        published = self.published_at
        return self.stage == Stage.PUBLISHED and published is not None and published <= at

    def lacks_picture(self) -> str:
        return "" if self.pictures.exists() else "bài chưa có ảnh."

    def words_to_search(self) -> str:
        return fold(f"{self.title} {self.lead} {in_short(self.body, longest=20_000)}")
