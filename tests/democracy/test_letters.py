"""Letters from the box: who reads them, who answers, what the staff is told."""

from datetime import date

import pytest

from democracy import letters_of_month
from democracy.models import CommitteeVersion, Suggestion
from democracy.models.slip import drop, open_box
from portal.notifications import Digest
from portal.people import Body, Role
from portal.workflow import Refused
from tests.cast import client_of, person, place

pytestmark = pytest.mark.django_db
DAY, NEXT = date(2026, 5, 6), date(2026, 5, 7)
WORDS = "Giờ tiếp dân buổi chiều nên bắt đầu sớm hơn, vì người ở xa phải về trước khi hết xe"


def letter_to(route: str) -> Suggestion:
    drop(on=DAY, addressed_to=route, topic="cong-viec", text=WORDS)
    open_box(on=NEXT)
    return Suggestion.objects.get()


@pytest.fixture
def letter(units):
    return letter_to("leaders")


@pytest.fixture
def head(units):
    user = person("truong", "Trưởng phòng Người có công")
    place(user, Role.HEAD, unit=units["nguoi-co-cong"])
    return user


def readers(users) -> list[str]:
    return [user.username for user in users if Suggestion.objects.visible_to(user, on=NEXT)]


def test_a_letter_to_the_leaders_is_read_by_them(letter, ha, dung, tuan, minh, board, mai, quantri):
    assert readers([ha, dung, tuan, minh, board, mai, quantri]) == ["ha", "dung", "tuan"]


def test_a_letter_to_the_board_is_unknown_to_the_leaders(units, ha, tuan, board, representative):
    letter_to("board")
    assert readers([ha, tuan, board, representative]) == ["thanhtra"]


def test_neither_numbers_nor_sums_tell_the_leaders_of_a_letter_to_the_board(
    office, letter, tuan, ha, board
):
    address = "/dan-chu/gop-y/tong-hop/?thang=2026-t5"
    alone = sums(client_of(ha), address)
    drop(on=DAY, addressed_to="board", topic="tai-chinh", text="Việc thanh lý tài sản")
    open_box(on=NEXT)
    drop(on=DAY, addressed_to="leaders", topic="khac", text="Thư thứ hai")
    open_box(on=NEXT)
    codes = Suggestion.objects.visible_to(tuan, on=NEXT).values_list("code", flat=True)
    assert sorted(codes) == ["GY-2026-0001", "GY-2026-0002"]
    assert "Tài chính" not in sums(client_of(ha), address)
    assert "Tài chính" in sums(client_of(board), address)
    assert "Tài chính" not in alone


def sums(client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_head_of_the_routed_unit_answers(letter, tuan, head, units):
    assert readers([head]) == []
    letter.route(by=tuan, on=NEXT, unit=units["nguoi-co-cong"])
    assert readers([head]) == ["truong"]
    letter.answer_letter(by=head, on=NEXT, answer="Từ 13 giờ 30")
    with pytest.raises(Refused):
        letter.publish_answer(by=head, on=NEXT, summary="Giờ tiếp", answer="Từ 13 giờ 30")


def test_others_read_the_office_s_words_alone(office, letter, tuan, minh):
    letter.answer_letter(by=tuan, on=NEXT, answer="Từ 13 giờ 30")
    letter.publish_answer(by=tuan, on=NEXT, summary="Đề nghị tiếp sớm hơn", answer="Từ 13 giờ 30")
    for address in (letter.get_absolute_url(), "/dan-chu/gop-y/"):
        shown = client_of(minh).get(address).content.decode()
        assert "Đề nghị tiếp sớm hơn" in shown
        assert "người ở xa" not in shown
    assert "người ở xa" in client_of(tuan).get(letter.get_absolute_url()).content.decode()


def test_the_letter_is_not_published_word_for_word(letter, tuan):
    letter.answer_letter(by=tuan, on=NEXT, answer="Từ 13 giờ 30")
    with pytest.raises(Refused, match="Tóm tắt lại"):
        letter.publish_answer(by=tuan, on=NEXT, summary=WORDS, answer="Từ 13 giờ 30")


def test_words_can_be_taken_out_and_the_line_stays(letter, tuan):
    letter.blank_out(by=tuan, on=NEXT, reason="Thư nêu tên người")
    assert (Suggestion.objects.get().text, letter.stage) == ("", "new")


def test_an_answer_is_owed_in_fifteen_days(letter):
    assert letter.due_on == date(2026, 5, 22)


def test_the_sheet_of_the_month_counts_and_quotes_nothing(office, letter, ha, board, minh):
    address = "/dan-chu/gop-y/tong-hop/?thang=2026-t5"
    for user in (ha, board):
        shown = client_of(user).get(address).content.decode()
        assert "Tổ chức, lề lối làm việc" in shown
        assert "người ở xa" not in shown
    assert client_of(minh).get(address).status_code == 404


def sits(user, units, *, tuan, ha) -> None:
    body = Body.objects.create(code="bcd", name="Ban Chỉ đạo", kind="steering", opened_on=DAY)
    one = CommitteeVersion.compose(by=tuan, on=DAY, unit=units["so"], body=body)
    one.add_seat(by=tuan, on=DAY, role="truong-ban", post="Trưởng phòng", user=user)
    one.reconstitute(by=ha, on=DAY, valid_from=DAY, prepared_by=tuan)


def month_told(user, on) -> list[str]:
    return [str(item) for item in letters_of_month.told_to(user, on=on)]


def test_the_month_before_is_told_once_to_the_head_and_the_committee(
    office, letter, tuan, ha, binh, minh, units
):
    sits(binh, units, tuan=tuan, ha=ha)
    june = date(2026, 6, 1)
    for user in (ha, binh):
        [line] = month_told(user, june)
        assert line == "Góp ý nội bộ: tháng 5/2026 nhận 1 thư, đã trả lời 0, đang quá hạn 1"
        Digest.make(user, letters_of_month.told_to(user, on=june), on=june)
        assert month_told(user, june), "the page of that day still says it"
        assert month_told(user, date(2026, 6, 2)) == []
    assert month_told(minh, june) == []
    assert month_told(binh, date(2026, 8, 3))
    assert client_of(binh).get("/dan-chu/gop-y/tong-hop/?thang=2026-t5").status_code == 200


def test_a_month_without_letters_is_no_matter(office, ha):
    assert month_told(ha, date(2026, 6, 1)) == []
