"""Which registers can be brought along in the browser, by whom, and where they are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from citizens.imports import PETITIONS, SESSIONS, VISITS
from citizens.rules import registers_petitions
from portal.importing import Register, in_words
from portal.importing.accounts import ACCOUNTS
from portal.permissions import Rule, is_administrator, is_coordinator
from portal.planning.from_units import TASK_REPORTS
from portal.templatetags.navigation import OPEN_TO
from reforms.catalogue.national import NATIONAL_LIST
from reforms.catalogue.register import PROCEDURES
from reforms.dossiers.bringing import DOSSIERS
from reforms.rules import follows_reform, keeps_procedures
from reforms.score_register import SCORES


@dataclass(frozen=True)
class Book:
    """One register: what it is called, who may bring lines along, where they are found then."""

    register: Register
    path: str
    title: str
    noun: str
    words: str
    rule: Rule
    listed_at: tuple[str, ...]

    @property
    def in_words(self) -> Register:
        return in_words(self.register)

    @property
    def url(self) -> str:
        return reverse("import", args=[self.path])

    @property
    def list_url(self) -> str:
        name, *arguments = self.listed_at
        return reverse(name, args=arguments)


BOOKS = (
    Book(PETITIONS, "don", "Đơn", "đơn",
         "Sổ đơn đang dùng: mỗi dòng một đơn, cùng kết quả xử lý và giải quyết nếu đã có.",
         registers_petitions, ("petition-list",)),
    Book(VISITS, "luot-tiep", "Lượt tiếp công dân", "lượt tiếp",
         "Sổ tiếp công dân: mỗi dòng một lượt tiếp.",
         registers_petitions, ("visit-list",)),
    Book(SESSIONS, "buoi-tiep", "Buổi tiếp của lãnh đạo", "buổi tiếp",
         "Lịch tiếp định kỳ, đột xuất: mỗi dòng một buổi, đã tiếp hay chưa.",
         registers_petitions, ("reception-list",)),
    Book(TASK_REPORTS, "bao-cao-nhiem-vu", "Báo cáo nhiệm vụ của đơn vị", "báo cáo",
         "Đơn vị không đăng nhập gửi bảng: mỗi dòng một nhiệm vụ trong kế hoạch.",
         is_coordinator, ("task-list",)),
    Book(ACCOUNTS, "tai-khoan", "Tài khoản cán bộ", "tài khoản",
         "Danh sách cán bộ: mỗi dòng một người và vị trí của người đó.",
         is_administrator, ("administration-table", "tai-khoan")),
    Book(PROCEDURES, "thu-tuc", "Thủ tục hành chính", "thủ tục",
         "Danh mục thủ tục: mỗi dòng một thủ tục; thủ tục đã có thì ghi nội dung mới.",
         keeps_procedures, ("procedure-list",)),
    Book(NATIONAL_LIST, "danh-muc-quoc-gia", "Danh mục quốc gia", "thủ tục",
         "Danh mục quốc gia để đối chiếu: thay danh mục đã nạp của các lĩnh vực có trong tệp.",
         keeps_procedures, ("procedure-compare",)),
    Book(DOSSIERS, "ho-so-mot-cua", "Biểu II.06a", "dòng",
         "Số hồ sơ một cửa: mỗi dòng một lĩnh vực của một đơn vị trong một kỳ.",
         keeps_procedures, ("dossier-counts",)),
    Book(SCORES, "diem-cac-co-quan", "Điểm CCHC các cơ quan", "cơ quan",
         "Kết quả chấm điểm tỉnh đã công bố: mỗi dòng một cơ quan của một năm.",
         follows_reform, ("scores-published",)),
)  # fmt: skip
BY_PATH = {book.path: book for book in BOOKS}
BY_KIND = {book.register.kind: book for book in BOOKS}
OPEN_TO["imports"] = (
    registers_petitions | is_administrator | is_coordinator | keeps_procedures | follows_reform
)


def open_to(user: Any, *, on: date) -> list[Book]:
    return [book for book in BOOKS if book.rule(user, on=on)]
