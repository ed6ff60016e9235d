"""Indices that others publish about the province and its offices, with their parts: one a row.

Only what a source names; weights and further indicators are added as indicators of the office.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from portal.deadlines import MEMORY, READ
from reforms.models.indicator.vocabulary import Family, Scope


@dataclass(frozen=True)
class Node:
    """Một chỉ số. Its code begins with that of the index it is a part of: pci/dao-tao."""

    code: str
    name: str
    highest: int | None
    source: str = ""
    measure: str = "điểm"
    area: str = "dieu-hanh"
    scope: str = Scope.PROVINCE
    known_from: str = READ

    @property
    def family(self) -> str:
        return self.code.partition("/")[0]

    @property
    def above(self) -> str:
        return self.code.rpartition("/")[0]

    @property
    def told_source(self) -> str:
        """As its indicator keeps it."""
        return (
            f"{self.source} (theo trí nhớ, cần kiểm)" if self.known_from == MEMORY else self.source
        )

    @property
    def most(self) -> Decimal | None:
        return None if self.highest is None else Decimal(self.highest)


# fmt: off

PAR, DDCI = "Quyết định 892/QĐ-BNV năm 2024", "Bộ chỉ số DDCI của tỉnh"
PCI, SIPAS = "Báo cáo PCI hằng năm", "Quyết định 1001/QĐ-BNV năm 2023"
PAPI, DTI = "Báo cáo PAPI hằng năm", "Quyết định 922/QĐ-BTTTT năm 2022"

NODES = (
    Node("par", "Chỉ số cải cách hành chính (PAR INDEX)", 100, PAR, "%"),
    Node("sipas", "Chỉ số hài lòng của người dân (SIPAS)", 100, SIPAS, "%", "thu-tuc"),
    Node("sipas/tiep-can", "Tiếp cận dịch vụ", 100, SIPAS, "%", "thu-tuc"),
    Node("sipas/thu-tuc", "Thủ tục hành chính", 100, SIPAS, "%", "thu-tuc"),
    Node("sipas/cong-chuc", "Công chức trực tiếp giải quyết", 100, SIPAS, "%", "cong-vu"),
    Node("sipas/ket-qua", "Kết quả dịch vụ", 100, SIPAS, "%", "thu-tuc"),
    Node("sipas/gop-y", "Tiếp nhận, xử lý phản ánh, kiến nghị", 100, SIPAS, "%", "thu-tuc"),
    Node("pci", "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)", 100, PCI),
    Node("pci/gia-nhap", "Gia nhập thị trường", 10, PCI),
    Node("pci/dat-dai", "Tiếp cận đất đai", 10, PCI),
    Node("pci/minh-bach", "Tính minh bạch", 10, PCI),
    Node("pci/thoi-gian", "Chi phí thời gian", 10, PCI, area="thu-tuc"),
    Node("pci/khong-chinh-thuc", "Chi phí không chính thức", 10, PCI),
    Node("pci/canh-tranh", "Cạnh tranh bình đẳng", 10, PCI),
    Node("pci/nang-dong", "Tính năng động của chính quyền", 10, PCI),
    Node("pci/ho-tro", "Chính sách hỗ trợ doanh nghiệp", 10, PCI),
    Node("pci/dao-tao", "Đào tạo lao động", 10, PCI),
    Node("pci/dao-tao/gioi-thieu", "Doanh nghiệp dùng dịch vụ giới thiệu việc làm",
         100, PCI, "%"),
    Node("pci/dao-tao/tu-nhan",
         "Doanh nghiệp dùng dịch vụ giới thiệu việc làm của tư nhân", 100, PCI, "%"),
    Node("pci/dao-tao/dung-lai",
         "Doanh nghiệp có ý định dùng lại dịch vụ giới thiệu việc làm", 100, PCI, "%"),
    Node("pci/phap-ly", "Thiết chế pháp lý và an ninh trật tự", 10, PCI, area="the-che"),
    Node("papi", "Chỉ số hiệu quả quản trị và hành chính công (PAPI)", 80, PAPI),
    Node("papi/tham-gia", "Tham gia của người dân ở cấp cơ sở", 10, PAPI, known_from=MEMORY),
    Node("papi/minh-bach", "Công khai, minh bạch", 10, PAPI, known_from=MEMORY),
    Node("papi/giai-trinh", "Trách nhiệm giải trình với người dân", 10, PAPI, known_from=MEMORY),
    Node("papi/tham-nhung", "Kiểm soát tham nhũng trong khu vực công", 10, PAPI, known_from=MEMORY),
    Node("papi/thu-tuc", "Thủ tục hành chính công", 10, PAPI, area="thu-tuc", known_from=MEMORY),
    Node("papi/dich-vu", "Cung ứng dịch vụ công", 10, PAPI, known_from=MEMORY),
    Node("papi/moi-truong", "Quản trị môi trường", 10, PAPI, known_from=MEMORY),
    Node("papi/dien-tu", "Quản trị điện tử", 10, PAPI, area="so-hoa", known_from=MEMORY),
    Node("dti", "Chỉ số chuyển đổi số cấp tỉnh (DTI)", 1000, DTI, area="so-hoa"),
    Node("dti/nhan-thuc", "Nhận thức số", 100, DTI, area="so-hoa"),
    Node("dti/the-che", "Thể chế số", 100, DTI, area="so-hoa"),
    Node("dti/ha-tang", "Hạ tầng số", 100, DTI, area="so-hoa"),
    Node("dti/nhan-luc", "Nhân lực số", 100, DTI, area="so-hoa"),
    Node("dti/an-toan", "An toàn thông tin mạng", 100, DTI, area="so-hoa"),
    Node("dti/chinh-quyen", "Hoạt động chính quyền số", 200, DTI, area="so-hoa"),
    Node("dti/kinh-te", "Hoạt động kinh tế số", 150, DTI, area="so-hoa"),
    Node("dti/xa-hoi", "Hoạt động xã hội số", 150, DTI, area="so-hoa"),
    Node("ddci", "Chỉ số năng lực điều hành của sở, ngành (DDCI)", 100, DDCI,
         scope=Scope.OFFICE),
)

# fmt: on

FAMILIES = [(value, words) for value, words in Family.choices if value]


def of_family(family: str) -> Iterator[Node]:
    return (node for node in NODES if node.family == family)
