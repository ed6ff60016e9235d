"""The law's time limits for citizens' business: reception, petitions, complaints, denunciations.

One row: since when, how long, which days, which article, how sure we are (READ in the text,
SECONDARY source, from MEMORY). A row holds for starting events from its date on, until the next.
"""

from dataclasses import dataclass, replace
from datetime import date

from portal.deadlines import (
    CALENDAR,
    MEMORY,
    MONTH,
    READ,
    SECONDARY,
    WORKING,
    LegalVersion,
    Term,
    rules,
)

# In force from
DECREE_ON_REGULATIONS_FEEDBACK = date(2008, 3, 8)  # Nghị định 20/2008/NĐ-CP
COMPLAINT_LAW = date(2012, 7, 1)  # Luật Khiếu nại 02/2011/QH13
DENUNCIATION_LAW_2011 = date(2012, 7, 1)  # Luật Tố cáo 03/2011/QH13
RECEPTION_LAW = date(2014, 7, 1)  # Luật Tiếp công dân 42/2013/QH13
PETITION_CIRCULAR_2014 = date(2014, 12, 15)  # Thông tư 07/2014/TT-TTCP
LABOUR_COMPLAINT_DECREE = date(2018, 4, 15)  # Nghị định 24/2018/NĐ-CP
DENUNCIATION_LAW = date(2019, 1, 1)  # Luật Tố cáo 25/2018/QH14
RECORDS_DECREE = date(2020, 3, 5)  # Nghị định 30/2020/NĐ-CP
COMPLAINT_DECREE = date(2020, 12, 10)  # Nghị định 124/2020/NĐ-CP
PETITION_CIRCULAR = date(2021, 11, 15)  # Thông tư 05/2021/TT-TTCP
PERSONAL_DATA_LAW = date(2026, 1, 1)  # Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15
REFORM_OF_2026 = date(2026, 7, 1)  # Luật 136/2025/QH15; Nghị định 154, 155, 156/2026/NĐ-CP


@dataclass(frozen=True)
class OwnDays:
    """How many days of a month the head receives citizens in person."""

    since: date
    a_month: int
    article: str


OWN_DAYS = OwnDays(RECEPTION_LAW, 1, "khoản 2 Điều 18 Luật Tiếp công dân")

NOT_ONLINE = (
    "Người tố cáo đề nghị giữ bí mật thì không tiếp trực tuyến (tiếp công dân trực tuyến, Nghị định"
    " 154/2026/NĐ-CP); mời ông/bà đến tiếp trực tiếp"
)
COMPLAINT_PAUSE = "Điều 11a Luật Khiếu nại, Điều 28b Nghị định 124/2020/NĐ-CP"
DENUNCIATION_PAUSE = "Điều 34 Luật Tố cáo"

# A table, one limit a row, to be proof-read by a jurist: not to be folded by a tool
# fmt: off

RECEPTION = (
    Term("TCD_KQ", "thông báo kết quả xử lý sau tiếp công dân", "ngày tiếp nhận", (
        LegalVersion(RECEPTION_LAW, 10, WORKING, "khoản 1 Điều 28 Luật Tiếp công dân", READ),
    )),
    Term("TCD_PHUC_DAP", "phúc đáp cơ quan chuyển đơn", "ngày giải quyết xong", (
        LegalVersion(RECEPTION_LAW, 7, WORKING, "khoản 2 Điều 27 Luật Tiếp công dân", READ),
    )),
    Term("TCD_BAO_DAN", "báo kết quả cho người gửi đơn", "ngày cơ quan chuyển đơn nhận phúc đáp", (
        LegalVersion(RECEPTION_LAW, 5, WORKING, "khoản 2 Điều 28 Luật Tiếp công dân", READ),
    )),
    Term("TCD_TU_CHOI", "thông báo từ chối tiếp công dân", "ngày có căn cứ từ chối", (
        LegalVersion(REFORM_OF_2026, 3, WORKING, "khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP", READ),
    )),
    Term("TCD_NIEM_YET", "niêm yết lịch tiếp công dân", "ngày tiếp công dân", (
        LegalVersion(RECEPTION_LAW, 5, WORKING, "khoản 4 Điều 24 Luật Tiếp công dân", READ),
    ), backward=True),
    Term("TCD_TT_BAO", "thông báo buổi tiếp công dân trực tuyến", "ngày tiếp trực tuyến", (
        LegalVersion(REFORM_OF_2026, 5, WORKING, "Điều 23 Nghị định 154/2026/NĐ-CP", READ),
    ), backward=True),
    Term("TCD_TT_THU", "kiểm tra đường truyền tiếp trực tuyến", "ngày tiếp trực tuyến", (
        LegalVersion(REFORM_OF_2026, 1, WORKING, "Điều 23 Nghị định 154/2026/NĐ-CP", READ),
    ), backward=True),
)

PETITIONS = (
    Term("VT_DEN", "đăng ký văn bản đến", "ngày đến", (
        LegalVersion(RECORDS_DECREE, 1, WORKING, "Điều 4 Nghị định 30/2020/NĐ-CP", READ),
    )),
    Term("DON_XL", "xử lý đơn", "ngày nhận đơn", (
        LegalVersion(
            PETITION_CIRCULAR_2014, 10, CALENDAR, "thủ tục 315145 xử lý đơn tại cấp tỉnh", SECONDARY
        ),
    )),
    Term("DON_45", "xử lý đơn trước khi bị xem xét kỷ luật", "ngày nhận đơn", (
        LegalVersion(
            REFORM_OF_2026, 45, CALENDAR,
            "điểm b khoản 3 Điều 41 Nghị định 154/2026/NĐ-CP", READ,
        ),
    )),
    Term("DON_LUU", "lưu đơn không đủ điều kiện xử lý", "ngày xếp lưu", (
        LegalVersion(
            PETITION_CIRCULAR_2014, 12, MONTH, "Điều 28 Thông tư 07/2014/TT-TTCP", READ,
            until=PETITION_CIRCULAR,
        ),
        LegalVersion(PETITION_CIRCULAR, 12, MONTH, "Điều 28 Thông tư 05/2021/TT-TTCP", SECONDARY),
    )),
    Term("PAKN_CHUYEN", "chuyển phản ánh về quy định hành chính", "ngày nhận phản ánh", (
        LegalVersion(
            DECREE_ON_REGULATIONS_FEEDBACK, 5, WORKING, "Điều 9 Nghị định 20/2008/NĐ-CP", READ,
            note="ngày nghị định có hiệu lực ghi theo trí nhớ",
        ),
    )),
    Term("PAKN_TRA_LOI", "trả lời kiến nghị, phản ánh", "ngày nhận", (
        LegalVersion(
            RECEPTION_LAW, 15, WORKING, "quy định nội bộ của cơ quan", MEMORY,
            note="luật không định số ngày; cơ quan tự đặt",
        ),
    )),
)

LIMITATIONS = (
    Term("KN_THOI_HIEU", "khiếu nại lần đầu (thời hiệu)", "ngày nhận hoặc biết quyết định", (
        LegalVersion(COMPLAINT_LAW, 90, CALENDAR, "Điều 9 Luật Khiếu nại", READ),
    )),
    Term("KN_THOI_HIEU_KL1", "khiếu nại kỷ luật lần đầu (thời hiệu)", "ngày nhận quyết định", (
        LegalVersion(COMPLAINT_LAW, 15, CALENDAR, "Điều 48 Luật Khiếu nại", READ),
    )),
    Term("KN_THOI_HIEU_KL2", "khiếu nại kỷ luật lần hai (thời hiệu)", "ngày nhận quyết định", (
        LegalVersion(COMPLAINT_LAW, 10, CALENDAR, "Điều 48 Luật Khiếu nại", READ, complex=30),
    ), when_complex="kỷ luật buộc thôi việc"),
    Term("LD_THOI_HIEU", "khiếu nại về lao động lần đầu (thời hiệu)", "ngày nhận quyết định", (
        LegalVersion(
            LABOUR_COMPLAINT_DECREE, 180, CALENDAR, "Nghị định 24/2018/NĐ-CP", MEMORY,
            note="số ngày ghi theo trí nhớ, chưa đối chiếu với nghị định",
        ),
    )),
    Term("KN_LAN2", "khiếu nại lần hai", "ngày nhận quyết định hoặc hết hạn lần đầu", (
        LegalVersion(
            COMPLAINT_LAW, 30, CALENDAR, "khoản 1 Điều 33 Luật Khiếu nại", READ, remote=45
        ),
    )),
)

COMPLAINTS = (
    Term("KN_THU_LY", "thụ lý khiếu nại", "ngày nhận đơn", (
        LegalVersion(
            COMPLAINT_LAW, 10, CALENDAR, "Điều 27, 36, 50 Luật Khiếu nại", READ,
            until=REFORM_OF_2026,
            other=LegalVersion(
                COMPLAINT_DECREE, 10, WORKING, "Điều 16 Nghị định 124/2020/NĐ-CP", READ
            ),
        ),
        LegalVersion(
            REFORM_OF_2026, 7, WORKING,
            "Điều 27, 36, 50 Luật Khiếu nại (sửa bởi Luật 136/2025/QH15)", READ,
        ),
    )),
    Term("KN_GQ1", "giải quyết khiếu nại lần đầu", "ngày thụ lý", (
        LegalVersion(
            COMPLAINT_LAW, 30, CALENDAR, "Điều 28 Luật Khiếu nại", READ,
            complex=45, remote=45, complex_remote=60,
            pauses_since=REFORM_OF_2026, pauses_article=COMPLAINT_PAUSE,
        ),
    )),
    Term("KN_GQ2", "giải quyết khiếu nại lần hai", "ngày thụ lý", (
        LegalVersion(
            COMPLAINT_LAW, 45, CALENDAR, "Điều 37 Luật Khiếu nại", READ,
            complex=60, remote=60, complex_remote=70,
            pauses_since=REFORM_OF_2026, pauses_article=COMPLAINT_PAUSE,
        ),
    )),
    Term("KN_GQ_KL", "giải quyết khiếu nại kỷ luật", "ngày thụ lý", (
        LegalVersion(
            COMPLAINT_LAW, 30, CALENDAR, "Điều 50 Luật Khiếu nại", READ, complex=45,
            pauses_since=REFORM_OF_2026, pauses_article=COMPLAINT_PAUSE,
        ),
    )),
    Term("KN_DOI_THOAI", "gửi giấy mời đối thoại", "ngày đối thoại", (
        LegalVersion(REFORM_OF_2026, 5, CALENDAR, "Điều 11 Nghị định 155/2026/NĐ-CP", READ),
    ), backward=True),
    Term("KN_TDC_GUI", "gửi quyết định tạm đình chỉ, tiếp tục, đình chỉ", "ngày ban hành", (
        LegalVersion(REFORM_OF_2026, 3, WORKING, "Điều 28b Nghị định 124/2020/NĐ-CP", READ),
    )),
    Term("KN_CC_TT", "cung cấp thông tin, tài liệu cho người khiếu nại", "ngày nhận yêu cầu", (
        LegalVersion(COMPLAINT_LAW, 7, CALENDAR, "điểm đ khoản 1 Điều 12 Luật Khiếu nại", READ),
    )),
    Term("KN_GUI1", "gửi quyết định giải quyết lần đầu", "ngày ban hành quyết định", (
        LegalVersion(COMPLAINT_LAW, 3, WORKING, "Điều 32 Luật Khiếu nại", READ),
    )),
    Term("KN_GUI2", "gửi quyết định giải quyết lần hai", "ngày ban hành quyết định", (
        LegalVersion(
            COMPLAINT_LAW, 7, CALENDAR, "khoản 1 Điều 41 Luật Khiếu nại", READ,
            note="Nghị định 124/2020/NĐ-CP ghi 7 ngày làm việc; áp dụng theo luật",
        ),
    )),
    Term("KN_CONG_KHAI", "công khai quyết định giải quyết khiếu nại", "ngày ban hành quyết định", (
        LegalVersion(
            COMPLAINT_DECREE, 15, CALENDAR, "khoản 3 Điều 29 Nghị định 124/2020/NĐ-CP", READ
        ),
    )),
    Term("KN_CK_HOP", "thông báo cuộc họp công khai quyết định", "ngày họp", (
        LegalVersion(
            COMPLAINT_DECREE, 3, CALENDAR, "khoản 3 Điều 29 Nghị định 124/2020/NĐ-CP", READ
        ),
    ), backward=True),
    Term("KN_HIEU_LUC", "để quyết định giải quyết có hiệu lực", "ngày ban hành quyết định", (
        LegalVersion(COMPLAINT_LAW, 30, CALENDAR, "Điều 44 Luật Khiếu nại", READ, remote=45),
    ), takes_effect=True),
    Term("KN_THI_HANH", "chỉ đạo thi hành quyết định", "ngày quyết định có hiệu lực", (
        LegalVersion(
            COMPLAINT_DECREE, 5, WORKING, "khoản 1 Điều 31 Nghị định 124/2020/NĐ-CP", READ
        ),
    )),
    Term("LD_THU_LY", "thụ lý khiếu nại về lao động", "ngày nhận đơn", (
        LegalVersion(
            LABOUR_COMPLAINT_DECREE, 7, WORKING, "Điều 15, 27 Nghị định 24/2018/NĐ-CP", SECONDARY
        ),
    )),
)

DENUNCIATIONS = (
    Term("TC_XLBD", "xử lý ban đầu thông tin tố cáo", "ngày nhận tố cáo", (
        LegalVersion(
            DENUNCIATION_LAW, 7, WORKING, "khoản 1 Điều 24 Luật Tố cáo", READ, complex=10
        ),
    ), when_complex="phải kiểm tra tại nhiều địa điểm"),
    Term("TC_CHUYEN", "chuyển tố cáo không thuộc thẩm quyền", "ngày nhận tố cáo", (
        LegalVersion(DENUNCIATION_LAW, 5, WORKING, "khoản 2 Điều 24 Luật Tố cáo", READ),
    )),
    Term("TC_TB_THU_LY", "thông báo thụ lý tố cáo", "ngày ra quyết định thụ lý", (
        LegalVersion(DENUNCIATION_LAW, 5, WORKING, "khoản 3 Điều 29 Luật Tố cáo", READ),
    )),
    Term("TC_GQ", "giải quyết tố cáo", "ngày thụ lý", (
        LegalVersion(
            DENUNCIATION_LAW_2011, 60, CALENDAR, "Điều 21 Luật Tố cáo 03/2011/QH13", MEMORY,
            until=DENUNCIATION_LAW, complex=90,
            pauses_since=DENUNCIATION_LAW_2011, pauses_article="Luật Tố cáo 03/2011/QH13",
        ),
        LegalVersion(
            DENUNCIATION_LAW, 30, CALENDAR, "Điều 30 Luật Tố cáo", READ,
            extension=30, most_extensions=2,
            pauses_since=DENUNCIATION_LAW, pauses_article=DENUNCIATION_PAUSE,
        ),
    )),
    Term("TC_TDC_GUI", "gửi quyết định tạm đình chỉ, đình chỉ giải quyết tố cáo", "ngày ban hành", (
        LegalVersion(DENUNCIATION_LAW, 5, WORKING, DENUNCIATION_PAUSE, READ),
    )),
    Term("TC_GUI_KL", "gửi kết luận nội dung tố cáo", "ngày ban hành kết luận", (
        LegalVersion(DENUNCIATION_LAW, 5, WORKING, "khoản 3 Điều 35 Luật Tố cáo", READ),
    )),
    Term("TC_XU_LY", "xử lý kết luận nội dung tố cáo", "ngày ban hành kết luận", (
        LegalVersion(DENUNCIATION_LAW, 7, WORKING, "khoản 1 Điều 36 Luật Tố cáo", READ),
    )),
    Term("TC_BC_XU_LY", "báo cáo kết quả xử lý", "ngày có kết quả xử lý", (
        LegalVersion(DENUNCIATION_LAW, 5, WORKING, "khoản 3 Điều 36 Luật Tố cáo", READ),
    )),
    Term("TC_CONG_KHAI", "công khai kết luận nội dung tố cáo", "ngày ban hành kết luận", (
        LegalVersion(DENUNCIATION_LAW, 7, WORKING, "Điều 40 Luật Tố cáo", READ),
    )),
    Term("TC_BAO_CHI", "trả lời cơ quan báo chí chuyển tố cáo", "ngày nhận", (
        LegalVersion(DENUNCIATION_LAW, 20, CALENDAR, "khoản 2 Điều 26 Luật Tố cáo", READ),
    )),
    Term("TC_TIEP", "xem xét tố cáo tiếp", "ngày nhận tố cáo tiếp", (
        LegalVersion(DENUNCIATION_LAW, 20, CALENDAR, "khoản 2 Điều 37 Luật Tố cáo", READ),
    )),
    Term("TC_QUA_HAN_1", "yêu cầu báo cáo vì quá hạn giải quyết tố cáo", "ngày nhận tố cáo tiếp", (
        LegalVersion(DENUNCIATION_LAW, 5, WORKING, "Điều 38 Luật Tố cáo", READ),
    )),
    Term("TC_QUA_HAN_2", "báo cáo lý do quá hạn giải quyết tố cáo", "ngày nhận yêu cầu", (
        LegalVersion(DENUNCIATION_LAW, 5, WORKING, "Điều 38 Luật Tố cáo", READ),
    )),
)

PERSONAL_DATA = (
    Term("DLCN_TRA_LOI", "trả lời yêu cầu về dữ liệu cá nhân", "ngày nhận yêu cầu", (
        LegalVersion(
            PERSONAL_DATA_LAW, 2, WORKING,
            "Luật Bảo vệ dữ liệu cá nhân, Nghị định 356/2025/NĐ-CP", MEMORY,
            note="số ngày và số nghị định ghi theo trí nhớ, chưa đối chiếu",
        ),
    )),
)

# fmt: on

RULES = rules(*RECEPTION, *PETITIONS, *LIMITATIONS, *COMPLAINTS, *DENUNCIATIONS, *PERSONAL_DATA)


@dataclass(frozen=True)
class Procedure:
    """Which periods and duties a kind of complaint has, at the first level and at the second."""

    accepting: str
    settling: tuple[str, str]
    limitation: tuple[str, str]
    article: tuple[str, str]
    dialogue_always: bool = False
    dismissal: bool = False


DISCIPLINE = Procedure(
    "KN_THU_LY",
    ("KN_GQ_KL", "KN_GQ_KL"),
    ("KN_THOI_HIEU_KL1", "KN_THOI_HIEU_KL2"),
    ("Điều 50 Luật Khiếu nại", "Điều 50 Luật Khiếu nại"),
    dialogue_always=True,  # Điều 53 Luật Khiếu nại
)
PROCEDURES = {
    "hanh_chinh": Procedure(
        "KN_THU_LY",
        ("KN_GQ1", "KN_GQ2"),
        ("KN_THOI_HIEU", "KN_LAN2"),
        ("Điều 27 Luật Khiếu nại", "Điều 36 Luật Khiếu nại"),
    ),
    "ky_luat": DISCIPLINE,
    "buoc_thoi_viec": replace(DISCIPLINE, dismissal=True),
    "lao_dong": Procedure(
        "LD_THU_LY",
        ("KN_GQ1", "KN_GQ2"),
        ("LD_THOI_HIEU", "KN_LAN2"),
        ("Nghị định 24/2018/NĐ-CP", "Nghị định 24/2018/NĐ-CP"),
    ),
}
"""By the value of ``Regime``."""

ACCEPTING = ("KN_THU_LY", "LD_THU_LY")
"""Until when the office says whether it accepts a complaint."""

EXAMINING_DENUNCIATION = (
    *("TC_XLBD", "TC_CHUYEN", "TC_TIEP", "TC_BAO_CHI", "TC_QUA_HAN_1", "TC_QUA_HAN_2"),
)
"""What runs until a denunciation is accepted, forwarded, declined or passed to inspection."""

SETTLING = ("KN_GQ1", "KN_GQ2", "KN_GQ_KL", "PAKN_TRA_LOI")
"""Until when a case is settled: what "on time" and "late" mean in every figure."""

APPEALING = ("KN_LAN2", "KN_THOI_HIEU_KL2")
"""Until when the citizen may complain again."""

WATCHED = ("KN_HIEU_LUC", *APPEALING)
"""Periods that the office only watches: they never make an item overdue."""
