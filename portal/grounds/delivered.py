"""The grounds that come with the portal: a first filling, to be read against the law.

Purpose, code, words, article, source, in force from, whether a notice in writing is owed.
"""

from __future__ import annotations

from datetime import date

RECEPTION, ACCEPTANCE, ELIGIBILITY = "tiep", "thu-ly", "du-dieu-kien"
TCD, ND154 = "Luật Tiếp công dân", "Nghị định số 154/2026/NĐ-CP"
KN, TT05 = "Luật Khiếu nại", "Thông tư số 05/2021/TT-TTCP"
TCD_ON, KN_ON = date(2014, 7, 1), date(2012, 7, 1)
ND154_ON, TT05_ON = date(2026, 7, 1), date(2021, 11, 15)

Line = tuple[str, str, str, str, str, date, bool]

RECEIVING: tuple[tuple[str, str], ...] = (
    ("9.1", "Say do dùng chất kích thích; bệnh làm mất khả năng nhận thức, điều khiển hành vi"),
    ("9.2", "Đe dọa, xúc phạm người thi hành công vụ; vi phạm nội quy nơi tiếp"),
    ("9.3", "Đã giải quyết đúng pháp luật, đã rà soát, thông báo, giải thích mà vẫn kéo dài"),
    ("4.1.a", "Mang vũ khí, vật nguy hiểm mà không gửi lại nơi quy định"),
    ("4.1.b", "Không chấp hành kiểm tra an ninh"),
    ("4.1.c", "Tự ý ghi âm, ghi hình, phát trực tiếp dù đã được nhắc; gây mất trật tự"),
    ("4.1.d", "Kích động, lôi kéo, gây rối an ninh, trật tự"),
    ("4.1.đ", "Không đủ năng lực hành vi dân sự mà không có người đại diện hợp pháp"),
    ("4.1.e", "Người đại diện không có giấy tờ chứng minh việc đại diện hợp pháp"),
    ("4.1.g", "Nội dung không phải khiếu nại, tố cáo, kiến nghị, phản ánh"),
    ("4.1.h", "Kiến nghị, phản ánh đã được trả lời, không có nội dung mới"),
    ("4.1.i", "Đã có bản án, quyết định của Tòa án có hiệu lực, không thể xem xét lại"),
    ("4.1.k", "Cơ quan khác đã thụ lý vụ việc"),
)
IN_WRITING = ("9.3", "4.1.h")
"""Whose head signs a notice: TCD Đ9.3, NĐ154 Đ4.1.h (NĐ154 Đ4.3)."""
ACCEPTING: tuple[str, ...] = (
    "Quyết định, hành vi trong nội bộ hoặc chỉ đạo điều hành",
    "Không liên quan trực tiếp đến quyền, lợi ích của người khiếu nại",
    "Không có năng lực hành vi dân sự, không có người đại diện hợp pháp",
    "Người đại diện không hợp pháp",
    "Đơn không có chữ ký hoặc điểm chỉ",
    "Hết thời hiệu, thời hạn mà không có lý do chính đáng",
    "Đã có quyết định giải quyết lần hai",
    "Quá 30 ngày từ văn bản đình chỉ mà không khiếu nại tiếp",
    "Tòa án đã thụ lý hoặc đã giải quyết",
)
HANDLING: tuple[tuple[str, str], ...] = (
    ("khong-ky", "Không có chữ ký hoặc điểm chỉ của người gửi"),
    ("khong-ro-ten", "Không rõ họ tên, địa chỉ người gửi"),
    ("khong-ngay", "Không ghi ngày, tháng, năm viết đơn"),
    ("tieng-nuoc-ngoai", "Viết bằng tiếng nước ngoài, không có bản dịch công chứng"),
    ("khong-ro-noi-dung", "Không rõ cơ quan, người bị khiếu nại, nội dung, lý do, yêu cầu"),
    ("rach-nat", "Rách nát, mờ, không đọc được"),
    ("gui-nhieu-noi", "Gửi nhiều nơi, trong đó có cơ quan có thẩm quyền"),
    ("da-huong-dan", "Đã được hướng dẫn một lần về cùng nội dung"),
    ("da-giai-quyet", "Đã giải quyết đúng pháp luật, không có tình tiết mới"),
    ("het-thoi-hieu", "Hết thời hiệu mà không có lý do chính đáng"),
)


def of_reception(code: str, words: str) -> Line:
    """The article's number, its clause, its point; the law's own three are the older."""
    number, clause, *point = code.split(".")
    article = f"khoản {clause} Điều {number}"
    written = code in IN_WRITING
    if point:
        article = f"điểm {point[0]} {article}"
        return (RECEPTION, code, words, article, ND154, ND154_ON, written)
    return (RECEPTION, code, words, article, TCD, TCD_ON, written)


DELIVERED: tuple[Line, ...] = (
    *(of_reception(code, words) for code, words in RECEIVING),
    *(
        (ACCEPTANCE, f"k{clause}", words, f"khoản {clause} Điều 11", KN, KN_ON, False)
        for clause, words in enumerate(ACCEPTING, start=1)
    ),
    *((ELIGIBILITY, code, words, "Điều 6", TT05, TT05_ON, False) for code, words in HANDLING),
)
