"""The columns of ``import_register visits`` (design: the doors of the portal)."""

from __future__ import annotations

from portal.importing import Column, choice, lines_of_text, one_line, read_day, whole_number

from ..models.reception.sessions import Host
from ..models.visit.vocabulary import Result, VisitKind
from ..models.vocabulary import Kind
from .cells import codes, words
from .office import COMPETENT, FIELD, unit_names

COLUMNS = (
    Column(
        "number",
        one_line(24),
        label="Số thứ tự",
        hint="Số trong sổ, ví dụ 12. Để trống để lấy số tiếp theo.",
    ),
    Column(
        "date",
        read_day,
        needed=True,
        label="Ngày tiếp",
        hint="Dạng 03/08/2026.",
    ),
    Column(
        "kind",
        choice(codes(VisitKind)),
        needed=True,
        label="Loại tiếp",
        hint="Chọn trong danh sách.",
        options=words(VisitKind),
    ),
    Column(
        "host",
        choice(codes(Host)),
        label="Người chủ trì",
        hint="Tiếp thường xuyên thì để trống.",
        options=words(Host),
    ),
    Column(
        "unit",
        one_line(200),
        label="Đơn vị tiếp",
        hint="Tên, tên gọi tắt hoặc mã trong danh mục.",
        offered=unit_names,
    ),
    Column(
        "name",
        one_line(200),
        label="Họ tên người đến",
        hint="Lượt tiếp về tố cáo để trống.",
        secret=True,
    ),
    Column(
        "address",
        one_line(300),
        label="Địa chỉ",
        hint="Lượt tiếp về tố cáo để trống.",
        secret=True,
    ),
    Column(
        "id_number",
        one_line(12),
        label="Số căn cước",
        hint="12 chữ số, giữ số 0 ở đầu. Lượt tiếp về tố cáo để trống.",
        secret=True,
    ),
    Column(
        "people",
        whole_number(least=1, most=100_000),
        needed=True,
        label="Số người",
        hint="Số người đến cùng một việc; từ 5 người là đoàn đông người.",
    ),
    Column(
        "case_ref",
        one_line(60),
        label="Số vụ việc của cơ quan",
        hint="Các lượt cùng số là một vụ việc, kể cả với đơn.",
    ),
    Column(
        "content",
        lines_of_text(20_000),
        needed=True,
        label="Nội dung vụ việc",
        hint="Tóm tắt điều người đến trình bày.",
        secret=True,
    ),
    Column(
        "petition_kind",
        choice(codes(Kind)),
        label="Loại nội dung",
        hint="Chọn trong danh sách.",
        options=words(Kind),
    ),
    FIELD,
    Column(
        "result",
        choice(codes(Result)),
        label="Kết quả tiếp",
        hint="Chọn trong danh sách.",
        options=words(Result),
    ),
    Column(
        "receiver",
        one_line(120),
        label="Người tiếp",
        hint="Tên đăng nhập hoặc họ tên.",
    ),
    Column(
        "place",
        one_line(200),
        label="Nơi tiếp",
        hint="Tên địa điểm tiếp công dân.",
    ),
    Column(
        "handled_by",
        one_line(300),
        label="Cơ quan đã giải quyết",
        hint="Cơ quan, văn bản đã giải quyết trước đó, nếu có.",
        secret=True,
    ),
    COMPETENT,
    Column(
        "guided_to",
        one_line(300),
        label="Hướng dẫn đến",
        hint="Cơ quan đã hướng dẫn người đến.",
        secret=True,
    ),
    Column(
        "forwarded_to",
        one_line(300),
        label="Chuyển đến",
        hint="Cơ quan, đơn vị đã chuyển nội dung đến.",
        secret=True,
    ),
    Column(
        "note",
        one_line(500),
        label="Ghi chú",
        hint="Không ghi thông tin người tố cáo.",
        secret=True,
    ),
)
