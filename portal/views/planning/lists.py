"""``/ke-hoach/`` and ``/nhiem-vu/``: plans, and what each unit owes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, F, Func, Q, QuerySet, TextField
from django.utils import timezone

from portal.deadlines import last_soon
from portal.filters import (
    Choice,
    Listing,
    Order,
    Page,
    Reader,
    Tab,
    Within,
    Words,
    by_year,
    equal_to,
    field_options,
    fields_below,
    unit_of,
    unit_options,
)
from portal.people import heads_of
from portal.planning import Plan, Task, TaskUnit, course, rules
from portal.planning.plans import Programme
from portal.planning.plans import Stage as PlanStage
from portal.planning.shares import OPEN, UNFINISHED
from portal.planning.shares import Stage as ShareStage
from portal.planning.standings import standing_of
from portal.registers import CodeKey
from portal.text import fold
from portal.views.list import ListView

DUE = (("qua-han", "Quá hạn"), ("sap-han", "Sắp đến hạn"))
SHARE_VIEWS = (
    ("chua-xong", "Chưa xong"),
    ("cua-toi", "Đơn vị tôi thực hiện"),
    ("giao-toi", "Giao cho tôi"),
    ("cho-xac-nhan", "Chờ xác nhận"),
    ("vuong-mac", "Đang vướng mắc"),
    ("chua-co-thoi-gian", "Chưa có thời gian"),
)
PLAN_VIEWS = (("dang-chay", "Đang thực hiện"), ("du-thao", "Dự thảo"), *course.WORDS.items())


class Plain(Func):
    """Words without their accents, as the database spells them."""

    function = "vi_plain"
    output_field = TextField()


def with_words(*columns: str) -> Any:
    """Every word stands in one of the columns, accents aside."""

    def narrow(rows: QuerySet, question: str, reader: Reader) -> QuerySet:
        rows = rows.annotate(**{f"plain_{n}": Plain(F(name)) for n, name in enumerate(columns)})
        for word in fold(question).split():
            found = Q()
            for n in range(len(columns)):
                found |= Q(**{f"plain_{n}__contains": word})
            rows = rows.filter(found)
        return rows

    return narrow


def whole(narrow: Any) -> Any:
    return lambda rows, question, since, falling, reader: [narrow(rows, question, reader)]


def words_in(*columns: str) -> Words:
    narrow = with_words(*columns)
    return Words("q", "Tìm", narrow, whole(narrow))


def of_programme(column: str) -> Any:
    return lambda rows, value, reader: rows.filter(**{column: value})


def of_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(unit=unit_of(code))


def plans_seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == "dang-chay":
        return rows.filter(stage=PlanStage.ISSUED)
    if view in course.WORDS:
        return rows.filter(course=view)
    return rows.filter(stage__in=(PlanStage.DRAFT, PlanStage.SIGNED))


def themes() -> list[tuple[str, str]]:
    return named_in(Plan.objects.annotate(word=Each("themes")))


def of_theme(rows: QuerySet, theme: str, reader: Reader) -> QuerySet:
    return rows.filter(themes__contains=[theme])


class Each(Func):
    """The members of an array, a row each."""

    function = "unnest"
    output_field = TextField()


def named_in(rows: QuerySet) -> list[tuple[str, str]]:
    words = rows.order_by("word").values_list("word", flat=True).distinct()
    return [(word, word) for word in words]


PLANS = Listing(
    conditions=(
        words_in("title", "number", "symbol", "code"),
        by_year(Plan),
        Choice(
            *("chuong-trinh", "Lĩnh vực công tác", "Mọi lĩnh vực", lambda: Programme.choices),
            of_programme("programme"),
        ),
        Choice("don-vi", "Đơn vị ban hành", "Mọi đơn vị", unit_options, of_unit),
        Choice("chu-de", "Chủ đề", "Mọi chủ đề", themes, of_theme, when_asked=True),
        Within("ban-hanh-trong", "Ban hành trong", "dated_on"),
        Choice(
            *("giai-doan", "Giai đoạn", "Mọi giai đoạn", lambda: PlanStage.choices),
            equal_to("stage"),
            when_asked=True,
        ),
        Choice("xem", "Xem", "Tất cả", lambda: PLAN_VIEWS, plans_seen_as, in_bar=False),
    ),
    orders=(Order("so", "Số", "code", read=str, key=CodeKey),),
    tabs=(
        Tab("Đang thực hiện", (("xem", "dang-chay"),)),
        Tab("Dự thảo", (("xem", "du-thao"),)),
        Tab("Lấy ý kiến", (("xem", course.ASKED),)),
        Tab("Đã trình", (("xem", course.SUBMITTED),)),
        Tab("Tất cả"),
    ),
    usual="-so",
    found="-so",
)


class PlanList(ListView):
    listing = PLANS
    columns = (
        *("pk", "code", "title", "stage", "year", "number", "symbol", "dated_on", "programme"),
        "course",
        *("period", "from_on", "to_on", "unit__name", "coordinating_unit__name"),
    )
    template = "portal/plan/list.html"
    noun = "kế hoạch"

    def rows(self) -> QuerySet:
        return course.with_course(Plan.objects.visible_to(self.reader.user, on=self.reader.on))

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = list(found)
        counts = counted(row["pk"] for row in rows)(self.reader.on)
        programmes, stages = dict(Programme.choices), dict(PlanStage.choices)
        return [
            {**row, **counts.get(row["pk"], NO_SHARES)}
            | {"programme": programmes[row["programme"]]}
            | {"stage_words": course.stage_words(stages[row["stage"]], row["course"])}
            for row in rows
        ]

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        return shown | {
            "draws_up": rules.draws_up_plans(self.reader.user, on=self.reader.on),
            "empty": None if found.rows else self.empty(shown["tabs"]),
            "works_here": rules.works_here(self.reader.user, on=self.reader.on),
        }

    def empty(self, tabs: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
        if not rules.works_here(self.reader.user, on=self.reader.on):
            return NO_RIGHT
        if any(tab["found"] for tab in tabs):
            return no_match("Không có kế hoạch nào khớp")
        draws_up = rules.draws_up_plans(self.reader.user, on=self.reader.on)
        return NO_PLAN if draws_up else NO_PLAN_YET


NO_SHARES = {"all": 0, "done": 0, "late": 0}
NO_RIGHT = {
    "kind": "no_right",
    "title": "Mục này dành cho người được giao nhiệm vụ",
    "words": "Tài khoản quản trị không xem nội dung công việc.",
    "url": "/cong-viec/",
}
NO_PLAN = {
    "kind": "nothing",
    "title": "Chưa có kế hoạch nào",
    "words": "Lập kế hoạch đầu tiên: ghi trích yếu, căn cứ, rồi từng nhiệm vụ.",
    "url": "/ke-hoach/moi/",
    "act": "Lập kế hoạch",
}
NO_PLAN_YET = {
    "kind": "nothing",
    "title": "Chưa có kế hoạch nào",
    "words": "Kế hoạch đến đây khi được ban hành và gửi đến đơn vị.",
    "url": "/cong-viec/",
    "act": "Xem công việc",
}
NO_SHARE = {
    "kind": "nothing",
    "title": "Chưa có nhiệm vụ nào",
    "words": "Nhiệm vụ đến từng đơn vị khi kế hoạch được ban hành.",
    "url": "/ke-hoach/",
    "act": "Xem kế hoạch",
}


def no_match(title: str) -> Mapping[str, str]:
    return {"kind": "no_match", "title": title, "url": "?", "act": "Bỏ bộ lọc"}


def counted(plans: Iterable[int]) -> Any:
    """Shares of each plan: all, done, late; one statement for the page."""
    shares = TaskUnit.objects.filter(plan__in=list(plans)).exclude(stage=ShareStage.SKIPPED)

    def on(day: date) -> dict[int, dict[str, int]]:
        rows = shares.values("plan").annotate(
            all=Count("pk"),
            done=Count("pk", filter=Q(stage=ShareStage.DONE)),
            late=Count("pk", filter=Q(stage__in=OPEN, due__lt=day)),
        )
        return {row.pop("plan"): row for row in rows.order_by()}

    return on


# tasks


def shares_seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "cua-toi":
        return rows.carried_out_by(reader.user, on=reader.on).unfinished()
    if view == "chua-xong":
        return rows.unfinished()
    if view == "giao-toi":
        return rows.filter(officer=reader.user).unfinished()
    if view == "cho-xac-nhan":
        return rows.to_confirm()
    if view == "vuong-mac":
        return rows.filter(obstacles__answered_on=None, obstacles__isnull=False).distinct()
    return rows.undated()


def by_due(rows: Any, wanted: str, reader: Reader) -> QuerySet:
    if wanted == "qua-han":
        return rows.overdue(as_of=reader.on)
    return rows.filter(stage__in=OPEN, due__range=(reader.on, last_soon(reader.on)))


def plan_codes() -> list[tuple[str, str]]:
    return [(plan.code, plan.code) for plan in Plan.objects.only("code")]


IN_TIME = (("dung-han", "Hoàn thành đúng hạn"), ("sau-han", "Hoàn thành sau hạn"))


def finished_in_time(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    late = Q(finished_on__gt=F("due"))
    return rows.filter(late) if value == "sau-han" else rows.filter(finished_on__lte=F("due"))


def tags() -> list[tuple[str, str]]:
    return named_in(Task.objects.annotate(word=Each("tags")))


def of_task_field(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(task__field__in=fields_below(code))


def of_tag(rows: QuerySet, tag: str, reader: Reader) -> QuerySet:
    return rows.filter(task__tags__contains=[tag])


def foremost(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(task__foremost=True)


FOREMOST = Choice(
    *("trong-tam", "Trọng tâm", "Mọi nhiệm vụ", lambda: (("co", "Nhiệm vụ trọng tâm"),), foremost),
    when_asked=True,
)


def tasks_said(rows: QuerySet, question: str, reader: Reader) -> QuerySet:
    """Every word stands in the task, kept without its accents; or it is the share's number.

    Tasks are looked through apart: of 120,000 shares the planner would expect one.
    """
    tasks = Task.objects.order_by()
    for word in fold(question).split():
        tasks = tasks.filter(plain__contains=word)
    return rows.filter(Q(task__in=tasks.values("pk")) | Q(code__icontains=question.strip()))


TASKS = Listing(
    conditions=(
        Words("q", "Tìm", tasks_said, whole(tasks_said)),
        Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
        Choice(
            *("chuong-trinh", "Lĩnh vực công tác", "Mọi lĩnh vực", lambda: Programme.choices),
            of_programme("plan__programme"),
        ),
        Choice(
            "giai-doan", "Giai đoạn", "Mọi giai đoạn", lambda: ShareStage.choices, equal_to("stage")
        ),
        Choice("han", "Hạn", "Mọi hạn", lambda: DUE, by_due),
        Choice(
            *("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", field_options, of_task_field),
            when_asked=True,
        ),
        Choice("nhan", "Nhãn", "Mọi nhãn", tags, of_tag, when_asked=True),
        FOREMOST,
        Within("xong-trong", "Hoàn thành trong", "finished_on"),
        Choice(
            *("dung-han", "Đúng hạn", "Đúng hạn hay không", lambda: IN_TIME, finished_in_time),
            when_asked=True,
        ),
        Choice(
            *("ke-hoach", "Kế hoạch", "Mọi kế hoạch", plan_codes, equal_to("plan__code")),
            when_asked=True,
        ),
        Choice("xem", "Xem", "Tất cả", lambda: SHARE_VIEWS, shares_seen_as, in_bar=False),
    ),
    orders=(Order("han", "Hạn", "due_key"),),
    tabs=(
        Tab("Đơn vị tôi", (("xem", "cua-toi"),)),
        Tab("Chưa xong", (("xem", "chua-xong"),)),
        Tab("Quá hạn", (("han", "qua-han"),), tone="late"),
        Tab("Sắp đến hạn", (("han", "sap-han"),)),
        Tab("Chờ xác nhận", (("xem", "cho-xac-nhan"),)),
        Tab("Vướng mắc", (("xem", "vuong-mac"),)),
        Tab("Không ghi hạn", (("xem", "chua-co-thoi-gian"),)),
        Tab("Tất cả"),
    ),
    found="han",
)


class TaskList(ListView):
    listing = TASKS
    columns = (
        *("pk", "code", "stage", "start", "due", "due_key", "baseline_due", "percent"),
        *("finished_on", "task__text", "task__raw_time", "task__time_kind", "task__ref"),
        *("unit__name", "body__name", "officer__full_name", "plan__code", "plan__title"),
        *("unit", "task__foremost", "plan__number", "plan__symbol"),
    )
    template = "portal/task/list.html"
    noun = "nhiệm vụ"

    def rows(self) -> QuerySet:
        return TaskUnit.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, found = dict(ShareStage.choices), list(found)
        heads = heads_of((row["unit"] for row in found), on=self.reader.on)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "standing": standing_of(row, as_of=self.reader.on),
                "place": row["unit__name"] or row["body__name"],
                "head": heads.get(row["unit"], ""),
                "stage_words": stages[row["stage"]],
                "open": row["stage"] in UNFINISHED,
            }
            for row in found
        ]

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        return shown | {"empty": None if found.rows else self.empty(shown["tabs"])}

    def empty(self, tabs: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
        if not rules.works_here(self.reader.user, on=self.reader.on):
            return NO_RIGHT
        if not any(tab["found"] for tab in tabs):
            return NO_SHARE
        tab = next((tab for tab in tabs if tab["here"]), None)
        where = f" ở mục “{tab['words']}”" if tab else " khớp"
        return no_match(f"Không có nhiệm vụ nào{where}")


def today() -> date:
    return timezone.localdate()
