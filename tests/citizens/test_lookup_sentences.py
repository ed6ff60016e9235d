"""The one sentence of the look-up page, at every stage of a petition and of a case."""

from datetime import date

from citizens.telling import told_of
from tests.citizens.conftest import number

PHONE = "0299 3 800 100"
APPEAL = (
    "Nếu không đồng ý, ông/bà có quyền khiếu nại lần hai đến Chủ tịch UBND tỉnh trong 30 ngày kể"
    " từ ngày nhận được quyết định, hoặc khởi kiện vụ án hành chính tại Tòa án."
)


def told(item, on):
    petition = getattr(item, "petition", item)
    return told_of(petition, as_of=on, phone=PHONE)


def sentence(item, on):
    return told(item, on).sentence


def test_a_letter_that_nobody_has_read_yet(letter):
    assert sentence(letter(), date(2026, 7, 7)) == (
        "Sở đã nhận đơn của ông/bà ngày 06/7/2026. Chậm nhất ngày 16/7/2026, Sở báo cho ông/bà"
        " biết việc xử lý đơn."
    )


def test_a_complaint_that_waits_for_acceptance(complaint):
    assert sentence(complaint(), date(2026, 7, 7)) == (
        "Sở đã nhận đơn của ông/bà ngày 06/7/2026. Chậm nhất ngày 15/7/2026, Sở báo cho ông/bà"
        " biết có thụ lý hay không."
    )


def test_an_approval_is_not_told_before_its_paper_has_a_number(complaint, ha):
    case = complaint()
    case.accept(by=ha, on=date(2026, 7, 9))
    assert sentence(case, date(2026, 7, 9)).endswith("Sở báo cho ông/bà biết có thụ lý hay không.")


def test_an_accepted_complaint_under_verification(verifying):
    assert sentence(verifying(), date(2026, 7, 20)) == (
        "Đơn của ông/bà được thụ lý ngày 14/7/2026; Phòng Người có công đang xác minh. Chậm nhất"
        " ngày 13/8/2026, Giám đốc Sở ra quyết định giải quyết."
    )


def test_a_suspension_says_why_and_that_the_time_stands_still(accepted, ha, mai):
    case = accepted()
    case.suspend(by=ha, on=date(2026, 7, 20), ground="tro_ngai", reason="Ốm nặng.")
    number(case, mai, "qd_tam_dinh_chi", date(2026, 7, 21))
    assert sentence(case, date(2026, 7, 22)) == (
        "Việc giải quyết tạm dừng từ ngày 21/7/2026 vì ông/bà gặp sự kiện bất khả kháng, trở ngại"
        " khách quan; thời gian này không tính vào thời hạn."
    )
    assert told(case, date(2026, 7, 22)).due is None


def test_after_a_suspension_the_new_last_day_is_told(accepted, ha, mai):
    case = accepted()
    case.suspend(by=ha, on=date(2026, 7, 20), ground="tro_ngai", reason="Ốm nặng.")
    number(case, mai, "qd_tam_dinh_chi", date(2026, 7, 21))
    case.resume(by=ha, on=date(2026, 7, 31))
    number(case, mai, "qd_tiep_tuc", date(2026, 7, 31), "2/QĐ-SLĐTBXH")
    answer = told(case, date(2026, 8, 3))
    assert answer.due.on == date(2026, 8, 24)
    assert "Tạm dừng, tiếp tục từ ngày 31/7/2026" in [stage.label for stage in answer.way]


def test_an_invitation_says_when_and_where(verified, ha, mai):
    case = verified(differs=True)
    case.invite(by=ha, on=date(2026, 7, 30), held_on=date(2026, 8, 6), place="Phòng họp số 2")
    assert told(case, date(2026, 7, 30)).to_do.startswith("Ông/bà chưa phải làm gì.")
    number(case, mai, "giay_moi", date(2026, 7, 31))
    answer = told(case, date(2026, 7, 31))
    assert answer.to_do == "Ông/bà đến dự đối thoại ngày 06/8/2026 tại Phòng họp số 2."
    assert "đang chuẩn bị đối thoại" in answer.sentence


def test_a_decision_names_number_date_verdict_and_the_next_instance(settled):
    assert sentence(settled(), date(2026, 8, 5)) == (
        "Giám đốc Sở đã ban hành Quyết định số 118/QĐ-SLĐTBXH ngày 04/8/2026. Kết luận: khiếu nại"
        f" đúng. {APPEAL}"
    )


def test_a_decision_in_effect_says_since_when(settled):
    assert "Quyết định có hiệu lực từ ngày 04/9/2026." in sentence(settled(), date(2026, 9, 4))


def test_a_refusal_names_its_ground_in_the_law(complaint, ha, mai):
    case = complaint()
    case.decline(by=ha, on=date(2026, 7, 9), ground="k6", reason="")
    number(case, mai, "tb_khong_thu_ly", date(2026, 7, 9))
    assert sentence(case, date(2026, 7, 10)) == (
        "Sở không thụ lý đơn vì hết thời hiệu, thời hạn mà không có lý do chính đáng (khoản 6 Điều"
        " 11 Luật Khiếu nại)."
    )


def test_a_withdrawn_complaint_ends_by_a_termination(accepted, ha, minh, mai):
    case = accepted()
    case.withdraw(by=minh, on=date(2026, 7, 20), stated_on=date(2026, 7, 20), form="don")
    case.terminate(by=ha, on=date(2026, 7, 21), ground="rut_don", reason="")
    number(case, mai, "qd_dinh_chi", date(2026, 7, 22))
    assert sentence(case, date(2026, 7, 23)) == (
        "Sở đã đình chỉ giải quyết khiếu nại từ ngày 22/7/2026 vì ông/bà đã rút đơn."
    )


def test_late_is_said_with_an_apology_and_a_telephone(accepted):
    answer = told(accepted(), date(2026, 8, 17))
    assert answer.sentence.endswith(
        "Việc giải quyết đã quá hạn 2 ngày làm việc. Sở xin lỗi ông/bà; Phòng Người có công đang"
        " chịu trách nhiệm, điện thoại 0299 3 800 100."
    )
    assert "khiếu nại lần hai" in answer.rights


def test_feedback_is_answered_once_the_letter_has_a_number(feedback, ha, mai):
    case = feedback()
    assert sentence(case, date(2026, 7, 7)) == (
        "Sở đã nhận nội dung của ông/bà ngày 06/7/2026; Phòng Lao động – Việc làm đang xem xét."
        " Chậm nhất ngày 27/7/2026, Sở trả lời ông/bà."
    )
    case.answer(by=ha, on=date(2026, 7, 20), conclusion="Sở lắp mái che trong tháng 8.")
    assert told(case, date(2026, 7, 20)).notes == []
    number(case, mai, "vb_tra_loi", date(2026, 7, 21), "301/SLĐTBXH-VP")
    answer = told(case, date(2026, 7, 21))
    assert answer.sentence == "Sở đã trả lời bằng văn bản số 301/SLĐTBXH-VP ngày 21/7/2026."
    assert [note.text for note in answer.notes] == ["Sở lắp mái che trong tháng 8."]


def test_a_note_to_the_citizen_is_read_before_the_answer(feedback, binh, lan):
    case = feedback()
    case.write(by=lan, on=date(2026, 7, 8), text="Sở đã đến xem nơi chờ.", to_citizen=True)
    assert [note.text for note in told(case, date(2026, 7, 8)).notes] == ["Sở đã đến xem nơi chờ."]


def test_guidance_and_forwarding_name_the_body_that_is_competent(classified, binh, mai):
    petition = classified(competent=False)
    body = "Bảo hiểm xã hội tỉnh Tân Giang"
    petition.forward(by=binh, on=date(2026, 7, 8), addressee=body, ground="Không thuộc thẩm quyền")
    assert "Chậm nhất ngày 15/7/2026" in sentence(petition, date(2026, 7, 8))
    number(petition, mai, "phieu_chuyen", date(2026, 7, 9))
    assert sentence(petition, date(2026, 7, 9)) == (
        f"Nội dung này thuộc thẩm quyền của {body}; Sở đã chuyển đơn ngày 09/7/2026. Từ nay ông/bà"
        f" liên hệ {body}."
    )


def test_guidance_says_where_to_go(classified, binh, mai):
    petition = classified(competent=False)
    petition.guide(by=binh, on=date(2026, 7, 8), addressee="Tòa án nhân dân khu vực 2", ground="")
    number(petition, mai, "phieu_huong_dan", date(2026, 7, 9))
    answer = told(petition, date(2026, 7, 9))
    assert answer.sentence == (
        "Nội dung này thuộc thẩm quyền của Tòa án nhân dân khu vực 2. Sở đã gửi phiếu hướng dẫn"
        " ngày 09/7/2026."
    )
    assert answer.to_do == "Ông/bà gửi đơn đến Tòa án nhân dân khu vực 2 theo phiếu hướng dẫn."


def test_a_petition_sent_back_names_the_body_that_forwarded_it(classified, binh, mai):
    petition = classified(forwarded_by="Ban Tiếp công dân tỉnh")
    petition.send_back(by=binh, on=date(2026, 7, 8), ground="Chuyển nhầm")
    number(petition, mai, "tra_lai", date(2026, 7, 9))
    assert sentence(petition, date(2026, 7, 9)) == (
        "Ngày 09/7/2026, Sở đã trả lại đơn cho Ban Tiếp công dân tỉnh, cơ quan đã chuyển đơn đến."
    )


def test_what_is_missing_is_what_the_citizen_must_do(letter, lan):
    petition = letter()
    petition.request_supplement(by=lan, on=date(2026, 7, 7), missing="Bản sao quyết định.")
    answer = told(petition, date(2026, 7, 7))
    assert answer.sentence.startswith(
        "Sở đã nhận đơn của ông/bà ngày 06/7/2026 và đề nghị ông/bà bổ sung để xử lý tiếp."
    )
    assert answer.to_do.startswith("Ông/bà bổ sung: bản sao quyết định.")


def test_a_shelved_petition_says_why(classified, binh):
    petition = classified(eligible=False)
    petition.shelve(by=binh, on=date(2026, 7, 8), ground="Không có chữ ký hoặc điểm chỉ")
    assert sentence(petition, date(2026, 7, 8)) == (
        "Sở lưu đơn, không xử lý vì không có chữ ký hoặc điểm chỉ."
    )


def test_a_joined_petition_shares_the_stage_but_not_the_papers(accepted, letter, lan):
    case, other = accepted(), letter(date(2026, 7, 20))
    other.join(by=lan, on=date(2026, 7, 21), case=case)
    answer = told(other, date(2026, 7, 21))
    assert answer.sentence.startswith("Đơn của ông/bà có cùng nội dung với một vụ việc")
    assert "được thụ lý ngày 14/7/2026" in answer.sentence
    assert list(answer.papers) == []


def test_a_denunciation_tells_the_stage_and_the_next_date_alone(letter, lan):
    petition = letter()
    sealed = petition.seal(by=lan, on=date(2026, 7, 7), reason="", envelope_no="12")
    answer = told(sealed, date(2026, 7, 8))
    assert answer.sentence == "Đơn của ông/bà đang được Sở xem xét."
    assert answer.due.on == date(2026, 7, 15)
    assert (answer.code, answer.unit, answer.papers, answer.notes, answer.way) == (
        "",
        "",
        (),
        (),
        (),
    )
