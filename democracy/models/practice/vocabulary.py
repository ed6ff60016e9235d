"""What is chosen from when a practice is enrolled, assessed, recognised."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    ENROLLED = "enrolled", "Chờ duyệt danh mục"
    TURNED_DOWN = "turned_down", "Không đưa vào danh mục"
    RUNNING = "running", "Đang thực hiện"
    ASSESSED = "assessed", "Chờ công nhận"
    RECOGNISED = "recognised", "Đã công nhận"
    STOPPED = "stopped", "Đã dừng"


LISTED = (Stage.RUNNING, Stage.ASSESSED, Stage.RECOGNISED)


class Kind(models.TextChoices):
    MODEL = "mo-hinh", "Mô hình “Dân vận khéo”"
    INITIATIVE = "sang-kien", "Sáng kiến"
    EXEMPLAR = "dien-hinh", "Điển hình tiên tiến"


class Holder(models.TextChoices):
    COLLECTIVE = "tap-the", "Tập thể"
    PERSON = "ca-nhan", "Cá nhân"


class Mobilisation(models.TextChoices):
    GOVERNMENT = "chinh-quyen", "Dân vận chính quyền"
    PARTY = "dang", "Dân vận của tổ chức đảng"
    ORGANISATION = "doan-the", "Dân vận của đoàn thể"


class Area(models.TextChoices):
    ECONOMY = "kinh-te", "Kinh tế"
    SOCIETY = "van-hoa-xa-hoi", "Văn hóa – xã hội"
    DEFENCE = "quoc-phong-an-ninh", "Quốc phòng – an ninh"
    POLITICAL_SYSTEM = "he-thong-chinh-tri", "Xây dựng hệ thống chính trị"


class Level(models.TextChoices):
    UNIT = "don-vi", "Cấp đơn vị"
    OFFICE = "so", "Cấp Sở"
    PROVINCE = "tinh", "Cấp tỉnh"


CRITERIA = (
    ("ten", "Có tên gọi và nơi thực hiện rõ ràng"),
    ("dang-ky", "Đã đăng ký với cấp có thẩm quyền"),
    ("phu-trach", "Có người phụ trách"),
    ("phoi-hop", "Nhiều lực lượng cùng tham gia"),
    ("lan-toa", "Có sức lan tỏa, nơi khác làm theo được"),
    ("hieu-qua", "Có hiệu quả, nêu được bằng số liệu"),
    ("nhan-dan", "Được nhân dân hoặc tập thể thừa nhận"),
    ("cap-tren", "Được cấp có thẩm quyền đánh giá"),
    ("ben-vung", "Duy trì được lâu dài"),
)
"""The nine that guides of several provinces ask for; they are told, none of them decides alone."""
