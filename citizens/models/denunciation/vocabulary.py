"""The words of a denunciation as choices (Luật Tố cáo; Nghị định 31/2019, 156/2026)."""

from __future__ import annotations

from django.db import models

from ..vocabulary import Conclusion


class DenunciationStage(models.TextChoices):
    EXAMINING = "xu-ly-ban-dau", "Xử lý ban đầu"
    ACCEPTED = "da-thu-ly", "Đã thụ lý"
    VERIFYING = "dang-xac-minh", "Đang xác minh"
    VERIFIED = "cho-ket-luan", "Chờ kết luận"
    SUSPENDED = "tam-dinh-chi", "Tạm đình chỉ"
    CONCLUDED = "da-ket-luan", "Đã kết luận"
    FORWARDED = "da-chuyen", "Đã chuyển"
    DECLINED = "khong-thu-ly", "Không thụ lý"
    INSPECTED = "chuyen-thanh-tra", "Chuyển thanh tra, kiểm tra"
    TERMINATED = "da-dinh-chi", "Đã đình chỉ"
    ENDED = "da-ket-thuc", "Đã kết thúc"


STAGE = DenunciationStage
RUNNING = (STAGE.ACCEPTED, STAGE.VERIFYING, STAGE.VERIFIED)
OPEN = (STAGE.EXAMINING, *RUNNING, STAGE.SUSPENDED)
CLOSED = (STAGE.FORWARDED, STAGE.DECLINED, STAGE.INSPECTED, STAGE.TERMINATED, STAGE.ENDED)


class DenunciationPaperKind(models.TextChoices):
    """Loại văn bản: the forms of Decree 31/2019 (156/2026) and Circular 05/2021."""

    FORWARDING = "phieu_chuyen", "Phiếu chuyển đơn tố cáo"
    FORWARD_NOTICE = "tb_chuyen", "Thông báo chuyển tố cáo"
    REFUSAL = "tb_khong_thu_ly", "Thông báo không thụ lý tố cáo"
    INSPECTION = "vb_thanh_tra", "Văn bản chuyển thanh tra, kiểm tra"
    ACCEPTANCE = "qd_thu_ly", "Quyết định thụ lý tố cáo"
    NOTICE_OF_ACCEPTANCE = "tb_thu_ly", "Thông báo thụ lý tố cáo"
    NOTICE_OF_CONTENTS = "tb_noi_dung", "Thông báo nội dung tố cáo"
    TEAM = "qd_to_xac_minh", "Quyết định thành lập Tổ xác minh"
    EXPERTISE = "vb_giam_dinh", "Văn bản trưng cầu giám định"
    EXTENSION = "qd_gia_han", "Quyết định gia hạn giải quyết tố cáo"
    SUSPENSION = "qd_tam_dinh_chi", "Quyết định tạm đình chỉ giải quyết tố cáo"
    RESUMPTION = "qd_tiep_tuc", "Quyết định tiếp tục giải quyết tố cáo"
    TERMINATION = "qd_dinh_chi", "Quyết định đình chỉ giải quyết tố cáo"
    CONCLUSION = "ket_luan", "Kết luận nội dung tố cáo"
    RESULT = "tb_ket_qua", "Thông báo kết quả xử lý tố cáo"
    DEMAND = "yc_bao_cao", "Yêu cầu báo cáo việc giải quyết tố cáo"


TO_DENOUNCER = (
    DenunciationPaperKind.FORWARD_NOTICE,
    DenunciationPaperKind.REFUSAL,
    DenunciationPaperKind.NOTICE_OF_ACCEPTANCE,
    DenunciationPaperKind.EXTENSION,
    DenunciationPaperKind.SUSPENSION,
    DenunciationPaperKind.RESUMPTION,
    DenunciationPaperKind.TERMINATION,
    DenunciationPaperKind.RESULT,
)
"""Papers of which one copy goes to the denouncer: its address lines leave the portal blank."""

SYMBOLS = {
    DenunciationPaperKind.FORWARDING: "PC",
    DenunciationPaperKind.FORWARD_NOTICE: "TB",
    DenunciationPaperKind.REFUSAL: "TB",
    DenunciationPaperKind.ACCEPTANCE: "QĐ",
    DenunciationPaperKind.NOTICE_OF_ACCEPTANCE: "TB",
    DenunciationPaperKind.NOTICE_OF_CONTENTS: "TB",
    DenunciationPaperKind.TEAM: "QĐ",
    DenunciationPaperKind.EXTENSION: "QĐ",
    DenunciationPaperKind.SUSPENSION: "QĐ",
    DenunciationPaperKind.RESUMPTION: "QĐ",
    DenunciationPaperKind.TERMINATION: "QĐ",
    DenunciationPaperKind.CONCLUSION: "KL",
    DenunciationPaperKind.RESULT: "TB",
}


class RefusalGround(models.TextChoices):
    """Căn cứ không thụ lý (TC Đ29.1)."""

    FORM = "hinh_thuc", "Không theo hình thức, không xác định được người tố cáo (điểm a)"
    CAPACITY = "nang_luc", "Người tố cáo không đủ năng lực hành vi, không có đại diện (điểm b)"
    AUTHORITY = "tham_quyen", "Không thuộc thẩm quyền giải quyết của Giám đốc Sở (điểm c)"
    EVIDENCE = "co_so", "Không có cơ sở xác định người vi phạm, hành vi vi phạm (điểm d)"
    AFTER_COMPLAINT = (
        "tu_khieu_nai",
        "Từ vụ việc khiếu nại đã giải quyết, không có chứng cứ về người giải quyết",
    )


class ExtensionCriterion(models.TextChoices):
    """Tiêu chí vụ việc phức tạp (NĐ31 Đ3): one allows one extension, two or more allow two."""

    PLACES = "dia_diem", "Phải xác minh tại từ 02 địa điểm trở lên"
    CONTENTS = "noi_dung", "Có từ 02 nội dung tố cáo trở lên"
    MANY = "nhieu_nguoi", "Nhiều người tố cáo, hoặc liên quan đến quyền, lợi ích của nhiều người"
    FOREIGN = "nuoc_ngoai", "Có yếu tố nước ngoài"
    AGENCIES = "nhieu_co_quan", "Thuộc trách nhiệm quản lý của từ 02 cơ quan trở lên"
    DISAGREEMENT = "y_kien", "Các cơ quan chức năng còn ý kiến khác nhau"
    EVIDENCE = "chung_cu", "Tài liệu, chứng cứ mâu thuẫn, cần thời gian kiểm tra, giám định"


class PauseGround(models.TextChoices):
    """Căn cứ tạm đình chỉ (TC Đ34.1)."""

    AWAITS = "cho_ket_qua", "Cần chờ kết quả giải quyết của cơ quan khác hoặc vụ việc liên quan"
    EXPERTISE = "giam_dinh", "Cần chờ kết quả giám định bổ sung, giám định lại"


class TerminationGround(models.TextChoices):
    """Căn cứ đình chỉ (TC Đ34.3)."""

    WITHDRAWN = Conclusion.WITHDRAWN.value, "Người tố cáo rút toàn bộ nội dung tố cáo"
    DECEASED = "chet", "Người bị tố cáo chết và nội dung chỉ liên quan đến người đó"
    COURT = "toa_an", "Đã có bản án, quyết định có hiệu lực hoặc quyết định giải quyết"


class GoesOn(models.TextChoices):
    """Rút tố cáo mà vẫn giải quyết (TC Đ33.3)."""

    VIOLATION = "vi_pham", "Có dấu hiệu vi phạm pháp luật"
    COERCED = "ep_buoc", "Việc rút do bị đe dọa, mua chuộc"
    SLANDER = "vu_khong", "Lợi dụng tố cáo để vu khống, xúc phạm"


JUDGEMENTS = (Conclusion.RIGHT, Conclusion.PARTLY_RIGHT, Conclusion.WRONG)


class OpeningReason(models.TextChoices):
    """Mở bì mật để làm gì: chosen, so that nobody types what stands in it."""

    CHECK = "kiem_tra", "Kiểm tra điều kiện thụ lý, xác minh danh tính"
    ADDRESS = "gui_van_ban", "Ghi địa chỉ để gửi văn bản"
    MEETING = "lam_viec", "Làm việc với người tố cáo"
    PROTECTION = "bao_ve", "Bảo vệ người tố cáo"
    REQUESTED = "co_quan_yeu_cau", "Cơ quan có thẩm quyền yêu cầu bằng văn bản"
