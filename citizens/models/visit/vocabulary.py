"""The words of a visit as choices."""

from django.db import models


class VisitKind(models.TextChoices):
    """Loại tiếp (TCD Đ2.1)."""

    REGULAR = "thuong_xuyen", "Thường xuyên"
    PERIODIC = "dinh_ky", "Định kỳ"
    EXTRAORDINARY = "dot_xuat", "Đột xuất"


class Result(models.TextChoices):
    """Kết quả tiếp (TCD Đ26; TT 53/2015 Đ9)."""

    ANSWERED = "tra_loi", "Trả lời, giải thích ngay"
    GUIDED = "huong_dan", "Hướng dẫn đến cơ quan khác"
    TAKEN_IN = "nhan_don", "Nhận đơn"
    FORWARDED = "chuyen", "Chuyển nội dung đến cơ quan khác"
    REPORTED = "bao_cao", "Báo cáo lãnh đạo"
    REFUSED = "tu_choi", "Từ chối tiếp"


OWES_AN_ANSWER = (Result.TAKEN_IN, Result.FORWARDED, Result.REPORTED)
"""The citizen left without a result: the notice of TCD Đ28.1 is due."""


class VisitStage(models.TextChoices):
    DONE = "da-xong", "Đã xong"
    AWAITED = "cho-bao-ket-qua", "Chờ báo kết quả"
    TOLD = "da-bao-ket-qua", "Đã báo kết quả"
    UNANNOUNCED = "cho-thong-bao-tu-choi", "Chờ thông báo từ chối"
    REFUSED = "da-tu-choi", "Đã từ chối tiếp"
    OWN_BOOK = "chuyen-so-rieng", "Chuyển sổ riêng"


PLAIN_STAGES = tuple(stage for stage in VisitStage if stage != VisitStage.OWN_BOOK)


class Told(models.TextChoices):
    """What the notice of the result says (TCD Đ28.1)."""

    ACCEPTED = "thu_ly", "Đã thụ lý để giải quyết"
    VERIFYING = "can_them", "Cần thêm thời gian xác minh để thụ lý"
    DECLINED = "tu_choi", "Từ chối thụ lý vì không thuộc thẩm quyền hoặc không đủ điều kiện"
    FORWARDED = "da_chuyen", "Đã chuyển đến cơ quan có thẩm quyền"
