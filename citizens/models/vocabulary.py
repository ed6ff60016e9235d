"""The words of citizens' business as choices; a stage stands in addresses by its value."""

from django.db import models


class Kind(models.TextChoices):
    """What a petition is, by its content (loại đơn)."""

    COMPLAINT = "khieu_nai", "Khiếu nại"
    DENUNCIATION = "to_cao", "Tố cáo"
    PROPOSAL = "kien_nghi", "Kiến nghị"
    FEEDBACK = "phan_anh", "Phản ánh"
    POLICY_QUESTION = "hoi_chinh_sach", "Hỏi chính sách"


def kind_words(kind: str, level: int) -> str:
    """“Khiếu nại lần đầu”, “Phản ánh”; nothing before the petition was classified."""
    words = Kind(kind).label if kind else ""
    return f"{words} {Level(level).label.lower()}" if kind == Kind.COMPLAINT else words


FEEDBACK_KINDS = (Kind.PROPOSAL, Kind.FEEDBACK, Kind.POLICY_QUESTION)


class Regime(models.TextChoices):
    """Under which procedure a complaint is settled; what follows stands in ``statutes``."""

    ADMINISTRATIVE = "hanh_chinh", "Quyết định hành chính, hành vi hành chính"
    DISCIPLINE = "ky_luat", "Quyết định kỷ luật cán bộ, công chức"
    DISMISSAL = "buoc_thoi_viec", "Quyết định kỷ luật buộc thôi việc"
    LABOUR = "lao_dong", "Lao động, giáo dục nghề nghiệp, việc làm, an toàn lao động"


class Channel(models.TextChoices):
    """How a petition came (nguồn đơn)."""

    POST = "buu_chinh", "Bưu chính"
    COUNTER = "truc_tiep", "Trực tiếp tại quầy"
    RECEPTION = "tiep_dan", "Qua tiếp công dân"
    FORWARDED = "chuyen_den", "Cơ quan khác chuyển đến"
    ONLINE = "truc_tuyen", "Trực tuyến"
    PHONE = "dien_thoai", "Điện thoại"


class Category(models.TextChoices):
    """The column of the returns (nhóm nội dung theo biểu mẫu thống kê)."""

    LAND = "dat_dai", "Đất đai"
    POLICY = "che_do_chinh_sach", "Chế độ, chính sách"
    ADMINISTRATIVE = "hanh_chinh", "Hành chính"
    CORRUPTION = "tham_nhung", "Tham nhũng"
    JUDICIAL = "tu_phap", "Tư pháp"
    OTHER = "khac", "Khác"


class Gender(models.TextChoices):
    MALE = "nam", "Nam"
    FEMALE = "nu", "Nữ"
    OTHER = "khac", "Khác"


class PetitionStage(models.TextChoices):
    WAITING = "cho-phan-loai", "Chờ phân loại"
    CLASSIFIED = "cho-xu-ly", "Chờ xử lý"
    SUPPLEMENT = "cho-bo-sung", "Chờ bổ sung"
    PROPOSED = "cho-duyet-thu-ly", "Chờ duyệt thụ lý"
    ACCEPTED = "da-thu-ly", "Đã thụ lý"
    DECLINED = "khong-thu-ly", "Không thụ lý"
    GUIDED = "da-huong-dan", "Đã hướng dẫn"
    FORWARDED = "da-chuyen-don", "Đã chuyển đơn"
    SENT_BACK = "da-tra-lai", "Đã trả lại"
    SHELVED = "da-luu-don", "Đã lưu đơn"
    JOINED = "da-ghep", "Đã ghép vào vụ việc"
    OWN_BOOK = "chuyen-so-rieng", "Chuyển sổ riêng"
    ENVELOPE = "giu-bi-mat", "Giữ bì mật"


OPEN_PETITION_STAGES = (
    PetitionStage.WAITING,
    PetitionStage.CLASSIFIED,
    PetitionStage.SUPPLEMENT,
    PetitionStage.ENVELOPE,
)


class CaseStage(models.TextChoices):
    PROPOSED = "cho-duyet-thu-ly", "Chờ duyệt thụ lý"
    ACCEPTED = "da-thu-ly", "Đã thụ lý"
    VERIFYING = "dang-xac-minh", "Đang xác minh"
    DIALOGUE = "cho-doi-thoai", "Chờ đối thoại"
    VERIFIED = "cho-ban-hanh-quyet-dinh", "Chờ ban hành quyết định"
    SUSPENDED = "tam-dinh-chi", "Tạm đình chỉ"
    SETTLED = "da-co-quyet-dinh", "Đã có quyết định"
    HANDLING = "dang-giai-quyet", "Đang giải quyết"
    ANSWERED = "da-tra-loi", "Đã trả lời"
    DECLINED = "khong-thu-ly", "Không thụ lý"
    TERMINATED = "da-dinh-chi", "Đã đình chỉ"
    PASSED_UP = "chuyen-lan-hai", "Chuyển giải quyết lần hai"
    ENDED = "da-ket-thuc", "Đã kết thúc"


class Outcome(models.TextChoices):
    """How a case ended (kết quả giải quyết)."""

    RIGHT = "dung", "Khiếu nại đúng"
    PARTLY_RIGHT = "dung_mot_phan", "Khiếu nại đúng một phần"
    WRONG = "sai", "Khiếu nại sai"
    UPHELD = "cong_nhan", "Công nhận quyết định lần đầu"
    OVERTURNED = "huy_sua", "Hủy, sửa quyết định lần đầu"
    ANSWERED = "da_tra_loi", "Đã trả lời"
    WITHDRAWN = "rut_don", "Rút đơn"
    TERMINATED = "dinh_chi", "Đình chỉ"


class Conclusion(models.TextChoices):
    """How a denunciation ended (kết luận nội dung tố cáo; TC Đ35)."""

    RIGHT = "dung", "Tố cáo đúng"
    PARTLY_RIGHT = "dung_mot_phan", "Tố cáo có đúng, có sai"
    WRONG = "sai", "Tố cáo sai"
    WITHDRAWN = "rut_don", "Rút tố cáo"
    TERMINATED = "dinh_chi", "Đình chỉ"


FIRST_LEVEL_OUTCOMES = (Outcome.RIGHT, Outcome.PARTLY_RIGHT, Outcome.WRONG)
SECOND_LEVEL_OUTCOMES = (Outcome.UPHELD, Outcome.OVERTURNED)


class Level(models.IntegerChoices):
    FIRST = 1, "Lần đầu"
    SECOND = 2, "Lần hai"


class Handling(models.TextChoices):
    """What was done with a petition (kết quả xử lý đơn)."""

    PENDING = "dang_xu_ly", "Đang xử lý"
    ACCEPTED = "thu_ly", "Thụ lý"
    DECLINED = "khong_thu_ly", "Không thụ lý"
    GUIDED = "huong_dan", "Hướng dẫn"
    FORWARDED = "chuyen_don", "Chuyển đơn"
    SENT_BACK = "tra_lai", "Trả lại đơn"
    SHELVED = "luu", "Lưu đơn"
    JOINED = "ghep", "Ghép vào vụ việc"


class PaperKind(models.TextChoices):
    """Loại văn bản; the letters are the symbol's (Decree 30/2020, Phụ lục III)."""

    GUIDANCE = "phieu_huong_dan", "Phiếu hướng dẫn"
    FORWARDING = "phieu_chuyen", "Phiếu chuyển đơn"
    SENDING_BACK = "tra_lai", "Văn bản trả lại đơn"
    SUPPLEMENT = "yeu_cau_bo_sung", "Văn bản yêu cầu bổ sung"
    ACCEPTANCE = "tb_thu_ly", "Thông báo thụ lý giải quyết khiếu nại"
    REFUSAL = "tb_khong_thu_ly", "Thông báo không thụ lý giải quyết khiếu nại"
    VERIFICATION = "qd_xac_minh", "Quyết định xác minh nội dung khiếu nại"
    INVITATION = "giay_moi", "Giấy mời đối thoại"
    EXTENSION = "vb_phuc_tap", "Văn bản xác định vụ việc phức tạp"
    SUSPENSION = "qd_tam_dinh_chi", "Quyết định tạm đình chỉ giải quyết khiếu nại"
    RESUMPTION = "qd_tiep_tuc", "Quyết định tiếp tục giải quyết khiếu nại"
    TERMINATION = "qd_dinh_chi", "Quyết định đình chỉ giải quyết khiếu nại"
    DECISION = "qd_giai_quyet", "Quyết định giải quyết khiếu nại"
    ENFORCEMENT = "vb_thi_hanh", "Văn bản chỉ đạo thi hành quyết định"
    ANSWER = "vb_tra_loi", "Văn bản trả lời"
    REPORT_BACK = "vb_phuc_dap", "Văn bản phúc đáp cơ quan chuyển đơn"
    URGING = "vb_don_doc", "Văn bản đôn đốc"
    OTHER = "van_ban_khac", "Văn bản khác"


INTERNAL_PAPERS = (
    PaperKind.VERIFICATION,
    PaperKind.EXTENSION,
    PaperKind.REPORT_BACK,
    PaperKind.URGING,
    PaperKind.ENFORCEMENT,
    PaperKind.OTHER,
)
"""Papers that are not sent to the sender and so carry no look-up code."""

PAPER_SYMBOLS = {
    PaperKind.GUIDANCE: "HD",
    PaperKind.FORWARDING: "PC",
    PaperKind.ACCEPTANCE: "TB",
    PaperKind.REFUSAL: "TB",
    PaperKind.INVITATION: "GM",
    PaperKind.VERIFICATION: "QĐ",
    PaperKind.SUSPENSION: "QĐ",
    PaperKind.RESUMPTION: "QĐ",
    PaperKind.TERMINATION: "QĐ",
    PaperKind.DECISION: "QĐ",
}
"""The kind's letters in ``15/QĐ-SLĐTBXH``; a kind without any is an official letter (công văn)."""
