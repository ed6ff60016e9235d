"""Asking before deciding: opinions, an answer to each, a summary that is made known."""

from datetime import date

import pytest
from django.db import IntegrityError

from democracy.models import Consultation, Opinion, Posting
from democracy.models.slip import drop, open_box
from portal.workflow import Refused

pytestmark = pytest.mark.django_db
DAY, NEXT, AFTER = date(2026, 5, 6), date(2026, 5, 7), date(2026, 5, 18)


def answered(asked, by, opinion):
    asked.answer_opinion(
        by=by, on=AFTER, opinion=opinion, disposition="taken_up", answer="Đã bổ sung mục II"
    )


def test_a_draft_asks_nobody(tuan, minh, units):
    row = Consultation.draw_up(
        by=tuan, on=DAY, item="53.8", title="Quy chế dân chủ", text="Góp ý", forms=["cong"],
        closes_on=AFTER, unit=units["van-phong"],
    )  # fmt: skip
    assert row not in Consultation.objects.visible_to(minh, on=DAY)


def test_after_the_last_day_no_opinion_is_taken(asked, minh):
    with pytest.raises(Refused, match="hết hạn góp ý"):
        asked.comment(by=minh, on=date(2026, 5, 16), text="Muộn")


def test_a_signed_opinion_has_its_author(asked, minh):
    opinion = asked.comment(by=minh, on=DAY, text="Nên rút ngắn")
    assert (opinion.author, opinion.from_whom) == (minh, "Đỗ Hoàng Minh")


def test_an_opinion_without_a_name_comes_the_next_day(asked):
    drop(on=DAY, consultation=asked, text="Kế hoạch dàn trải")
    open_box(on=DAY)
    assert not asked.opinions.exists()
    open_box(on=NEXT)
    opinion = asked.opinions.get()
    assert (opinion.author, opinion.given_on, opinion.from_whom) == (None, DAY, "Không ghi tên")


def test_the_database_refuses_an_author_of_a_slip(asked, minh):
    with pytest.raises(IntegrityError):
        Opinion.objects.create(
            consultation=asked, via="box", author=minh, given_on=DAY, text="Của ai"
        )


def test_others_read_opinions_after_the_summary(asked, minh, lan, tuan, board):
    asked.comment(by=minh, on=DAY, text="Nên rút ngắn")
    seen = [asked.opinions_read_by(user, on=DAY).count() for user in (minh, lan, tuan, board)]
    assert seen == [1, 0, 1, 1]


def test_a_summary_waits_for_the_last_day_the_answers_and_the_box(asked, tuan, ha, minh):
    opinion = asked.comment(by=minh, on=DAY, text="Nên rút ngắn")
    with pytest.raises(Refused, match="còn 1 ý kiến chưa tiếp thu"):
        asked.sum_up(by=ha, on=AFTER, summary="Tiếp thu")
    answered(asked, tuan, opinion)
    drop(on=date(2026, 5, 15), consultation=asked, text="Thêm một ý")
    with pytest.raises(Refused, match="hòm thư còn phiếu"):
        asked.sum_up(by=ha, on=AFTER, summary="Tiếp thu")
    open_box(on=AFTER)
    answered(asked, tuan, asked.opinions.unanswered().get())
    with pytest.raises(Refused, match="Còn nhận ý kiến"):
        asked.sum_up(by=ha, on=date(2026, 5, 15), summary="Tiếp thu")


def test_the_summary_must_itself_be_made_known(asked, ha, tuan):
    asked.sum_up(by=ha, on=AFTER, summary="Không có ý kiến khác", prepared_by=tuan)
    row = Posting.objects.get()
    assert (row.item, row.due_on, asked.posting) == ("46.10", date(2026, 5, 25), row)


def test_an_officer_prepares_and_does_not_sum_up(asked, tuan):
    with pytest.raises(Refused):
        asked.sum_up(by=tuan, on=AFTER, summary="Tự tổng hợp")
