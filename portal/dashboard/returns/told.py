"""What the report of a period says in words, out of the figures of the six forms.

“{02.1}” in a sentence stands for column 1 of form 02/XLD.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from citizens.models.protection import Protects
from portal.returns import Amount, Figures
from portal.statistics import share

TO_FILL = "……"
MANY = 10
"""On fewer nothing is told in per cent."""
PLACE = re.compile(r"\{(\d\d)\.(\d+)\}")
Forms = Mapping[str, Figures]


@dataclass(frozen=True)
class Part:
    """A point of the report: sentences, then what is compared, (words, form, column)."""

    title: str
    sentences: tuple[str, ...]
    rows: tuple[tuple[str, str, int], ...] = ()
    asked: tuple[tuple[str, int, str], ...] = ()
    """What decisions ask for, told only where there is any: form, column, words."""
    nothing: str = ""
    """Instead of all sentences, where each column that is compared is 0."""

    def says(self, forms: Forms) -> list[str]:
        empty = not any(forms[form][column] for _, form, column in self.rows)
        if empty and self.nothing:
            return [self.nothing]
        said = [told(sentence, forms) for sentence in self.sentences]
        return [*said, asked_for(self, forms)] if self.asked else said


NOBODY_CAME = (
    (", trong đó có 0 đoàn đông người", ", không có đoàn đông người"),
    (", 0 đoàn đông người (0 người)", ""),
)


def told(sentence: str, forms: Forms) -> str:
    words = PLACE.sub(lambda place: written(forms[place[1]][int(place[2])]), sentence)
    for none, said in NOBODY_CAME:
        words = words.replace(none, said)
    return words


def asked_for(part: Part, forms: Forms) -> str:
    """“Kiến nghị thu hồi cho Nhà nước 12 triệu đồng; …”; that nothing was asked for is told too."""
    found = [told(words, forms) for form, column, words in part.asked if forms[form][column]]
    return f"Kiến nghị: {'; '.join(found)}." if found else NOTHING_ASKED


NOTHING_ASKED = (
    "Không có kiến nghị thu hồi, trả lại tiền, đất, xử lý hành chính hoặc chuyển cơ quan điều tra."
)


def change(now: Amount, then: Amount) -> str:
    """“tăng 12 (40 %)”"""
    if now == then:
        return "không đổi"
    by = f"{'tăng' if now > then else 'giảm'} {written(abs(now - then))}"
    part = share(float(abs(now - then)), float(then)) if then >= MANY else None
    return f"{by} ({written(round(part, 1))}%)" if part is not None else by


def written(value: Amount | float) -> str:
    """1.234,5"""
    whole = int(value) if value == int(value) else value
    return f"{whole:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


SITUATION = (
    "Trong kỳ, số đơn phải xử lý là {02.1} đơn (gồm đơn kỳ trước chuyển sang và đơn tiếp nhận trong"
    " kỳ). Đơn thuộc thẩm quyền giải quyết có {02.4} đơn: {02.6} đơn khiếu nại, {02.12} đơn tố cáo,"
    " {02.19} đơn kiến nghị, phản ánh."
)
MAIN_CONTENT = f"Nội dung chủ yếu, tính chất vụ việc: {TO_FILL}"

RESULTS = (
    Part(
        "1. Tiếp công dân (biểu 01/TCD)",
        (
            "Đã tiếp {01.1} lượt, {01.2} người, về {01.3} vụ việc, trong đó có {01.4} đoàn đông"
            " người.",
            "Tiếp thường xuyên: {01.5} lượt, {01.6} người, {01.7} vụ việc, {01.8} đoàn đông người"
            " ({01.9} người).",
            "Thủ trưởng tiếp định kỳ và đột xuất: {01.10} ngày đã công bố lịch; tiếp {01.11} lượt,"
            " {01.12} người, {01.13} vụ việc, {01.14} đoàn đông người ({01.15} người). Ủy quyền"
            " tiếp: {01.16} ngày đã công bố lịch; {01.17} lượt, {01.18} người, {01.19} vụ việc,"
            " {01.20} đoàn đông người ({01.21} người).",
        ),
        (
            ("Số lượt tiếp", "01", 1),
            ("Số người được tiếp", "01", 2),
            ("Số vụ việc", "01", 3),
            ("Số đoàn đông người", "01", 4),
            ("Số ngày Thủ trưởng tiếp đã công bố", "01", 10),
            ("Số ngày ủy quyền tiếp đã công bố", "01", 16),
        ),
    ),
    Part(
        "2. Tiếp nhận, phân loại, xử lý đơn (biểu 02/XLD)",
        (
            "Tổng số {02.1} đơn phải xử lý; đã xử lý {02.2} đơn; {02.3} đơn đủ điều kiện xử lý.",
            "Đơn thuộc thẩm quyền: {02.4} đơn, {02.5} vụ việc. Khiếu nại {02.6} đơn (lần đầu"
            " {02.7}, lần hai {02.8}); tố cáo {02.12} đơn (lần đầu {02.13}, tố cáo tiếp {02.14});"
            " kiến nghị, phản ánh {02.19} đơn.",
            "Đơn không thuộc thẩm quyền: {02.23} đơn, đã hướng dẫn {02.24} đơn, chuyển {02.25} đơn"
            " đến cơ quan có thẩm quyền.",
        ),
        (
            ("Tổng số đơn phải xử lý", "02", 1),
            ("Số đơn đã xử lý", "02", 2),
            ("Số đơn đủ điều kiện xử lý", "02", 3),
            ("Đơn khiếu nại thuộc thẩm quyền", "02", 6),
            ("Đơn tố cáo thuộc thẩm quyền", "02", 12),
            ("Đơn kiến nghị, phản ánh thuộc thẩm quyền", "02", 19),
            ("Đơn không thuộc thẩm quyền", "02", 23),
        ),
    ),
    Part(
        "3. Giải quyết khiếu nại (biểu 03/GQKN)",
        (
            "Thuộc thẩm quyền {03.1} đơn, {03.2} vụ việc: đang xem xét điều kiện thụ lý {03.3}, đã"
            " thụ lý giải quyết {03.4}, không thụ lý {03.5}, rút đơn, đình chỉ {03.6}.",
            "Đã ban hành {03.7} quyết định giải quyết. Lần đầu: khiếu nại đúng {03.8}, sai {03.9},"
            " đúng một phần {03.10}. Lần hai: công nhận kết quả giải quyết lần đầu {03.11}, hủy,"
            " sửa {03.12}.",
        ),
        (
            ("Vụ việc khiếu nại thuộc thẩm quyền", "03", 2),
            ("Vụ việc đã thụ lý giải quyết", "03", 4),
            ("Quyết định giải quyết đã ban hành", "03", 7),
        ),
        (
            ("03", 13, "thu hồi cho Nhà nước {03.13} triệu đồng"),
            ("03", 14, "thu hồi cho Nhà nước {03.14} m² đất"),
            ("03", 15, "trả lại tổ chức, cá nhân {03.15} triệu đồng"),
            ("03", 16, "trả lại tổ chức, cá nhân {03.16} m² đất"),
            ("03", 17, "khôi phục quyền lợi cho {03.17} tổ chức"),
            ("03", 18, "khôi phục quyền lợi cho {03.18} cá nhân"),
            ("03", 19, "xử lý hành chính {03.19} người, trong đó {03.20} cán bộ, công chức, viên"
                       " chức"),
            ("03", 21, "chuyển cơ quan điều tra {03.21} vụ, {03.22} người"),
        ),
        "Trong kỳ không có vụ việc khiếu nại thuộc thẩm quyền, không ban hành quyết định.",
    ),
    Part(
        "4. Giải quyết tố cáo (biểu 04/GQTC)",
        (
            "Thuộc thẩm quyền {04.1} đơn, {04.2} vụ việc: đang xem xét điều kiện thụ lý {04.3}, đã"
            " thụ lý giải quyết {04.4}, không thụ lý {04.5}, rút tố cáo, đình chỉ {04.6}.",
            "Đã ban hành {04.7} kết luận nội dung tố cáo. Tố cáo lần đầu: đúng {04.8}, sai {04.9},"
            " có đúng, có sai {04.10}. Tố cáo tiếp: đúng {04.11}, sai {04.12}, có đúng, có sai"
            " {04.13}.",
        ),
        (
            ("Vụ việc tố cáo thuộc thẩm quyền", "04", 2),
            ("Vụ việc đã thụ lý giải quyết", "04", 4),
            ("Kết luận nội dung tố cáo đã ban hành", "04", 7),
        ),
        (
            ("04", 14, "thu hồi cho Nhà nước {04.14} triệu đồng"),
            ("04", 15, "thu hồi cho Nhà nước {04.15} m² đất"),
            ("04", 16, "trả lại tổ chức, cá nhân {04.16} triệu đồng"),
            ("04", 17, "trả lại tổ chức, cá nhân {04.17} m² đất"),
            ("04", 18, "khôi phục quyền lợi cho {04.18} tổ chức"),
            ("04", 19, "khôi phục quyền lợi cho {04.19} cá nhân"),
            ("04", 20, "xử lý hành chính {04.20} tổ chức"),
            ("04", 21, "xử lý hành chính {04.21} cá nhân, trong đó {04.22} cán bộ, công chức"),
            ("04", 23, "chuyển cơ quan điều tra {04.23} vụ, {04.24} đối tượng"),
        ),
        "Trong kỳ không có vụ việc tố cáo thuộc thẩm quyền, không ban hành kết luận.",
    ),
    Part(
        "5. Thi hành quyết định giải quyết khiếu nại, thực hiện kết luận nội dung tố cáo"
        " (biểu 05/KQTH)",
        (
            "Phải thi hành {05.1} quyết định giải quyết khiếu nại, đã thi hành xong {05.2}. Thu hồi"
            " cho Nhà nước: phải thu {05.3} triệu đồng, {05.4} m² đất; đã thu {05.5} triệu đồng,"
            " {05.6} m². Trả lại cho tổ chức, cá nhân: phải trả {05.7} triệu đồng, {05.8} m²; đã"
            " trả {05.9} triệu đồng, {05.10} m². Đã xử lý hành chính {05.11} người, khởi tố {05.13}"
            " vụ, {05.14} người.",
            "Phải thực hiện {05.16} kết luận nội dung tố cáo, đã thực hiện xong {05.17}. Thu hồi"
            " cho Nhà nước: phải thu {05.18} triệu đồng, {05.19} m² đất; đã thu {05.20} triệu"
            " đồng, {05.21} m². Trả lại cho tổ chức, cá nhân: phải trả {05.22} triệu đồng, {05.23}"
            " m²; đã trả {05.24} triệu đồng, {05.25} m². Đã xử lý hành chính {05.26} tổ chức,"
            " {05.27} cá nhân, khởi tố {05.29} vụ, {05.30} đối tượng.",
        ),
        (
            ("Quyết định phải thi hành", "05", 1),
            ("Quyết định đã thi hành xong", "05", 2),
            ("Kết luận phải thực hiện", "05", 16),
            ("Kết luận đã thực hiện xong", "05", 17),
        ),
        nothing="Trong kỳ không có quyết định, kết luận phải thi hành.",
    ),
    Part(
        "6. Công tác quản lý nhà nước (biểu 06/QLKNTC)",
        (
            "Ban hành mới {06.1} văn bản, sửa đổi, bổ sung {06.2}, hủy bỏ {06.3}. Mở {06.4} lớp tập"
            " huấn cho {06.5} người. Thanh tra, kiểm tra trách nhiệm {06.6} cuộc tại {06.7} đơn vị,"
            " đã ban hành {06.8} kết luận.",
            "Phải thực hiện {06.13} kết luận thanh tra; đã xử lý hành chính {06.14} tổ chức,"
            " {06.15} cá nhân; khởi tố {06.16} vụ, {06.17} đối tượng.",
        ),
        (
            ("Văn bản ban hành mới", "06", 1),
            ("Lớp tập huấn", "06", 4),
            ("Cuộc thanh tra, kiểm tra trách nhiệm", "06", 6),
        ),
    ),
)  # fmt: skip
PROTECTION = "7. Bảo vệ người tố cáo"
NOBODY_PROTECTED = "Trong kỳ không có quyết định áp dụng biện pháp bảo vệ."


def protected(people: Mapping[str, int]) -> str:
    """“Đã áp dụng biện pháp bảo vệ 3 người: 2 người về vị trí công tác, việc làm; …”"""
    if not people:
        return NOBODY_PROTECTED
    told = [
        f"{people[each.value]} người về {each.label[:1].lower()}{each.label[1:]}"
        for each in Protects
        if people.get(each.value)
    ]
    total = sum(people.values())
    return f"Đã quyết định áp dụng biện pháp bảo vệ đối với {total} người: {'; '.join(told)}."


LAST_PARTS = (
    ("III. ĐÁNH GIÁ", ("1. Ưu điểm", "2. Tồn tại, hạn chế", "3. Nguyên nhân")),
    ("IV. DỰ BÁO", ()),
    ("V. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TIẾP THEO", ()),
    ("VI. KIẾN NGHỊ, ĐỀ XUẤT", ()),
)
