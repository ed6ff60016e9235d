"""The lists of the programme: what was made known, what is asked, letters, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from democracy import items, rules
from democracy.letters_of_month import reads_month
from democracy.models import Consultation, Posting, StaffDecision, Suggestion
from democracy.models.consultation import Stage as AskedStage
from democracy.models.posting import Stage as PostingStage
from democracy.models.suggestion import WAITING, Route, Topic, routes_of
from democracy.models.suggestion import Stage as LetterStage
from portal.deadlines import standing
from portal.filters import Choice, Listing, Page, Reader, Tab, Within, Words, equal_to, unit_options
from portal.planning.rules import headed_by
from portal.views.own_list import BY_CODE, OwnList
from portal.views.planning.lists import (
    of_unit,
    whole,
    with_words,
    words_in,
)


def short(table: dict[str, items.Item]) -> Any:
    return lambda: [(code, f"{item.article}: {item.words}") for code, item in table.items()]


# publicity

POSTING_VIEWS = (
    ("dang-hien", "Đang đăng"),
    ("cho", "Chờ công khai"),
    ("qua-han", "Quá hạn"),
    ("het", "Hết thời gian đăng"),
    ("yeu-cau", "Có yêu cầu chờ trả lời"),
)


def postings_seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == "dang-hien":
        return rows.on_show(as_of=reader.on)
    if view == "cho":
        return rows.filter(stage=PostingStage.DUE)
    if view == "qua-han":
        return rows.overdue(as_of=reader.on)
    if view == "het":
        return rows.filter(stage=PostingStage.POSTED, posted_until__lt=reader.on)
    return rows.filter(requests__isnull=False, requests__answered_on=None).distinct()


def words_shown(rows: QuerySet, question: str, reader: Reader) -> QuerySet:
    """What was withheld cannot be guessed at by searching for it."""
    if not reader.user.holds("director", "deputy_director", "coordinator", as_of=reader.on):
        rows = rows.exclude(stage=PostingStage.WITHHELD)
    return with_words("title", "reference", "code")(rows, question, reader)


IN_TIME = (("dung-han", "Đăng đúng hạn"), ("sau-han", "Đăng sau hạn"))


def posted_in_time(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    if value == "dung-han":
        return rows.filter(posted_on__lte=F("due_on"))
    return rows.filter(posted_on__gt=F("due_on"))


class FallsDue(Within):
    """What was withheld falls due no more."""

    def narrow(self, rows: QuerySet, value: str, reader: Reader) -> QuerySet:
        return super().narrow(rows, value, reader).exclude(stage=PostingStage.WITHHELD)


class PostingList(OwnList):
    model = Posting
    listing = Listing(
        conditions=(
            Words("q", "Tìm", words_shown, whole(words_shown)),
            Choice(
                "noi-dung", "Nội dung", "Mọi nội dung", short(items.PUBLICISED), equal_to("item")
            ),
            Choice("don-vi", "Đơn vị chủ trì", "Mọi đơn vị", unit_options, of_unit),
            FallsDue("han-trong", "Hạn công khai trong", "due_on"),
            Within("dang-trong", "Đăng trong", "posted_on"),
            Choice(
                *("dung-han", "Đúng hạn", "Đúng hạn hay không", lambda: IN_TIME, posted_in_time),
                when_asked=True,
            ),
            Choice("xem", "Xem", "Tất cả", lambda: POSTING_VIEWS, postings_seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đang đăng", (("xem", "dang-hien"),)),
            Tab("Chờ công khai", (("xem", "cho"),)),
            Tab("Quá hạn", (("xem", "qua-han"),), tone="late"),
            Tab("Hết thời gian đăng", (("xem", "het"),)),
            Tab("Yêu cầu cung cấp", (("xem", "yeu-cau"),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "item", "title", "reference", "stage", "due_on", "posted_on"),
        *("posted_until", "circle", "unit__name", "unit_id", "officer_id", "withheld_because"),
    )
    template = "democracy/posting/list.html"
    noun = "nội dung"
    begins = staticmethod(rules.notes_postings)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có nội dung nào",
        "words": "Ghi quyết định, văn bản thuộc Điều 46; Cổng tính hạn công khai.",
        "url": "/dan-chu/cong-khai/moi/",
        "act": "Ghi nội dung phải công khai",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        return [self.row(each) for each in found]

    def row(self, each: Mapping[str, Any]) -> dict[str, Any]:
        on = self.reader.on
        posted = each["stage"] == PostingStage.POSTED
        return {
            **each,
            "unit": each["unit__name"],
            "kind": items.PUBLICISED[each["item"]],
            "hidden": each["stage"] == PostingStage.WITHHELD and not self.handles(each),
            "on_show": posted and each["posted_until"] >= on,
            "late": posted and each["due_on"] and each["posted_on"] > each["due_on"],
            "standing": standing(each["due_on"], as_of=on)
            if each["stage"] == PostingStage.DUE and each["due_on"]
            else None,
        }

    def handles(self, each: Mapping[str, Any]) -> bool:
        row = Posting(unit_id=each["unit_id"], officer_id=each["officer_id"])
        return row.handled_by(self.reader.user, on=self.reader.on)


# consultation

ASKED_VIEWS = (
    ("dang-hoi", "Đang nhận ý kiến"),
    ("cho-tong-hop", "Chờ tổng hợp"),
    ("du-thao", "Dự thảo"),
)


def asked_seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == "dang-hoi":
        return rows.asking(as_of=reader.on)
    if view == "cho-tong-hop":
        return rows.to_sum_up(as_of=reader.on)
    return rows.filter(stage=AskedStage.DRAFT)


class ConsultationList(OwnList):
    model = Consultation
    listing = Listing(
        conditions=(
            words_in("title", "code"),
            Choice(
                "noi-dung", "Nội dung", "Mọi nội dung", short(items.CONSULTED), equal_to("item")
            ),
            Choice("don-vi", "Đơn vị chủ trì", "Mọi đơn vị", unit_options, of_unit),
            Within("bat-dau-trong", "Bắt đầu trong", "opened_on"),
            Choice("xem", "Xem", "Tất cả", lambda: ASKED_VIEWS, asked_seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đang nhận ý kiến", (("xem", "dang-hoi"),)),
            Tab("Chờ tổng hợp", (("xem", "cho-tong-hop"),), tone="late"),
            Tab("Dự thảo", (("xem", "du-thao"),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = ("pk", "code", "item", "title", "stage", "closes_on", "summed_up_on", "unit__name")
    template = "democracy/consultation/list.html"
    noun = "đợt lấy ý kiến"
    begins = staticmethod(rules.draws_up_consultations)
    nothing = {
        "kind": "nothing",
        "title": "Chưa lấy ý kiến việc nào",
        "words": "Điều 53 kể 11 việc phải hỏi ý kiến trước khi người đứng đầu quyết định.",
        "url": "/dan-chu/lay-y-kien/moi/",
        "act": "Lập kế hoạch lấy ý kiến",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, on = dict(AskedStage.choices), self.reader.on
        return [
            {
                **row,
                "unit": row["unit__name"],
                "kind": items.CONSULTED[row["item"]],
                "stage_words": stages[row["stage"]],
                "standing": standing(row["closes_on"], as_of=on)
                if row["stage"] == AskedStage.OPEN
                else None,
            }
            for row in found
        ]


# letters

LETTER_VIEWS = (
    ("cho-tra-loi", "Chờ trả lời"),
    ("qua-han", "Quá hạn"),
    ("cho-dang", "Chưa đăng"),
    ("da-dang", "Đã đăng"),
)


def letters_seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == "cho-tra-loi":
        return rows.waiting()
    if view == "qua-han":
        return rows.overdue(as_of=reader.on)
    if view == "cho-dang":
        return rows.filter(stage=LetterStage.ANSWERED)
    return rows.filter(stage=LetterStage.PUBLISHED)


TO_LEADERS = (("lanh-dao", "Lãnh đạo Sở"),)


def to_leaders(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(addressed_to=Route.LEADERS)


class SuggestionList(OwnList):
    model = Suggestion
    listing = Listing(
        conditions=(
            words_in("summary", "code"),
            Choice("viec", "Về việc", "Mọi việc", lambda: Topic.choices, equal_to("topic")),
            Choice(
                *("gui-toi", "Gửi tới", "Mọi nơi", lambda: TO_LEADERS, to_leaders),
                when_asked=True,
            ),
            Choice(
                "don-vi", "Đơn vị trả lời", "Mọi đơn vị", unit_options, of_unit, when_asked=True
            ),
            Within("gui-trong", "Gửi trong", "sent_on"),
            Within("tra-loi-trong", "Trả lời trong", "answered_on"),
            Choice("xem", "Xem", "Tất cả", lambda: LETTER_VIEWS, letters_seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đã đăng", (("xem", "da-dang"),)),
            Tab("Chờ trả lời", (("xem", "cho-tra-loi"),)),
            Tab("Quá hạn", (("xem", "qua-han"),), tone="late"),
            Tab("Chưa đăng", (("xem", "cho-dang"),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "topic", "addressed_to", "text", "summary", "answer", "stage", "sent_on"),
        *("due_on", "published_on", "unit_id", "unit__name"),
    )
    template = "democracy/suggestion/list.html"
    noun = "thư góp ý"
    begins = None
    nothing = {
        "kind": "nothing",
        "title": "Chưa có thư nào được đăng trả lời",
        "words": "Thư bỏ vào hòm được mở vào sáng hôm sau; câu trả lời đăng ở đây.",
    }

    def context(self, found: Page) -> dict[str, Any]:
        reads = reads_month(self.reader.user, on=self.reader.on)
        return super().context(found) | {"reads_figures": reads}

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        """The words as written are read by whoever answers; others read what was published."""
        user, on = self.reader.user, self.reader.on
        routes, headed = routes_of(user, on=on), headed_by(user, on=on)
        topics, stages = dict(Topic.choices), dict(LetterStage.choices)
        return [
            {
                **{name: value for name, value in row.items() if name != "text"},
                "words": row["text"]
                if row["addressed_to"] in routes or row["unit_id"] in headed
                else row["summary"],
                "unit": row["unit__name"],
                "topic_words": topics[row["topic"]],
                "stage_words": stages[row["stage"]],
                "standing": standing(row["due_on"], as_of=on) if row["stage"] in WAITING else None,
            }
            for row in found
        ]


# decisions


class DecisionList(OwnList):
    model, beside = StaffDecision, ("unit",)
    listing = Listing(
        conditions=(
            words_in("title", "code"),
            Choice("noi-dung", "Nội dung", "Mọi nội dung", short(items.DECIDED), equal_to("item")),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Within("trong", "Quyết định trong", "held_on"),
        ),
        orders=BY_CODE,
        tabs=(Tab("Tất cả"),),
        usual="-so",
        found="-so",
    )
    columns = ("pk", "code")
    template = "democracy/decision/list.html"
    noun = "quyết định"
    begins = staticmethod(rules.keeps_decisions)
    nothing = {
        "kind": "nothing",
        "title": "Chưa ghi quyết định nào của tập thể",
        "words": "Ghi kết quả biểu quyết từ biên bản hội nghị hoặc biên bản kiểm phiếu.",
        "url": "/dan-chu/quyet-dinh/moi/",
        "act": "Ghi quyết định tập thể",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        return self.wholes(found)


def counted_letters(rows: QuerySet) -> Any:
    """Of each topic: received, answered, published, waiting."""
    return (
        rows.values("topic")
        .annotate(
            received=Count("pk"),
            answered=Count("pk", filter=Q(answered_on__isnull=False)),
            published=Count("pk", filter=Q(published_on__isnull=False)),
            aside=Count("pk", filter=Q(stage=LetterStage.ASIDE)),
            late=Count("pk", filter=Q(answered_on__gt=F("due_on"))),
        )
        .order_by("topic")
    )
