"""The instruments that come with the portal: what plans of this field cite, with their validity.

A first filling with its source; the office goes on from it. ``None`` is "not known": the day on
which the decree of 2015 took effect was seen with two values and is left open.
"""

from __future__ import annotations

from datetime import date

# code, name, kind
ISSUERS: tuple[tuple[str, str, str], ...] = (
    ("quoc-hoi", "Quốc hội", "state"),
    ("chinh-phu", "Chính phủ", "state"),
    ("thu-tuong", "Thủ tướng Chính phủ", "state"),
    ("bo-noi-vu", "Bộ Nội vụ", "state"),
    ("ubtvqh", "Ủy ban Thường vụ Quốc hội", "state"),
    ("bo-chinh-tri", "Bộ Chính trị", "party"),
    ("trung-uong-dang", "Ban Chấp hành Trung ương Đảng", "party"),
    ("tinh-uy", "Tỉnh ủy", "party"),
    ("ban-chi-dao-tinh", "Ban Chỉ đạo thực hiện dân chủ ở cơ sở tỉnh", "committee"),
    ("ubnd-tinh", "Ủy ban nhân dân tỉnh", "state"),
    ("so", "Cơ quan Sở và đơn vị trực thuộc", "own"),
)

NOTE = "theo cơ sở dữ liệu quốc gia về văn bản pháp luật, cần đối chiếu"
LAW_2022 = "Luật 10/2022/QH15, Điều 90"
NO_LONGER = "không còn áp dụng từ khi Luật 10/2022/QH15 có hiệu lực"

# issuer, kind, style, number, symbol, (year, month, day), title, from, to, note
INSTRUMENTS: tuple[tuple, ...] = (
    ("bo-chinh-tri", "chi-thi", "-", "30", "CT/TW", (1998, 2, 18),
     "Xây dựng và thực hiện Quy chế dân chủ ở cơ sở", None, None, NOTE),
    ("chinh-phu", "nghi-dinh", "/", "04", "2015/NĐ-CP", (2015, 1, 9),
     "Thực hiện dân chủ trong hoạt động của cơ quan hành chính nhà nước và đơn vị sự nghiệp"
     " công lập", None, date(2023, 6, 30), NO_LONGER),
    ("bo-noi-vu", "thong-tu", "/", "01", "2016/TT-BNV", (2016, 1, 13),
     "Hướng dẫn một số nội dung của Nghị định số 04/2015/NĐ-CP", None, date(2023, 6, 30),
     NO_LONGER),
    ("bo-chinh-tri", "ket-luan", "-", "120", "KL/TW", (2016, 1, 7),
     "Tiếp tục đẩy mạnh, nâng cao chất lượng xây dựng và thực hiện Quy chế dân chủ ở cơ sở",
     None, None, NOTE),
    ("chinh-phu", "nghi-dinh", "/", "159", "2016/NĐ-CP", (2016, 11, 29),
     "Tổ chức và hoạt động của Ban Thanh tra nhân dân", None, date(2023, 8, 14),
     "Nghị định 59/2023/NĐ-CP, Điều 28"),
    ("quoc-hoi", "luat", "/", "10", "2022/QH15", (2022, 11, 10),
     "Thực hiện dân chủ ở cơ sở", date(2023, 7, 1), None, LAW_2022),
    ("thu-tuong", "quyet-dinh", "/", "346", "QĐ-TTg", (2023, 4, 6),
     "Kế hoạch triển khai thi hành Luật Thực hiện dân chủ ở cơ sở", None, None, NOTE),
    ("chinh-phu", "nghi-dinh", "/", "59", "2023/NĐ-CP", (2023, 8, 14),
     "Quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở", date(2023, 8, 15), None,
     "Nghị định 59/2023/NĐ-CP, Điều 28"),
    ("quoc-hoi", "luat", "/", "97", "2025/QH15", (2025, 6, 27),
     "Sửa đổi, bổ sung một số điều của Luật Mặt trận Tổ quốc Việt Nam, Luật Công đoàn, Luật Thanh"
     " niên và Luật Thực hiện dân chủ ở cơ sở", date(2025, 7, 1), None, NOTE),
    ("trung-uong-dang", "quyet-dinh", "-", "23", "QĐ/TW", (2021, 7, 30),
     "Quy chế công tác dân vận của hệ thống chính trị", None, None, NOTE),
    ("thu-tuong", "chi-thi", "/", "33", "CT-TTg", (2021, 11, 26),
     "Công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp", None, None, NOTE),
    ("quoc-hoi", "luat", "/", "06", "2022/QH15", (2022, 6, 15),
     "Thi đua, khen thưởng", date(2024, 1, 1), None, NOTE),
    ("chinh-phu", "nghi-dinh", "/", "30", "2020/NĐ-CP", (2020, 3, 5),
     "Công tác văn thư", date(2020, 3, 5), None, NOTE),
)  # fmt: skip

# this one, how it stands, to the other
RELATIONS: tuple[tuple[str, str, str], ...] = (
    ("01/2016/TT-BNV", "huong-dan", "04/2015/NĐ-CP"),
    ("59/2023/NĐ-CP", "huong-dan", "10/2022/QH15"),
    ("59/2023/NĐ-CP", "bai-bo", "159/2016/NĐ-CP"),
    ("97/2025/QH15", "sua-doi", "10/2022/QH15"),
    ("346/QĐ-TTg", "trien-khai", "10/2022/QH15"),
)
