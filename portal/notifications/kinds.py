"""Who is told what, and why: each kind of reminder can be switched off by the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.office import Known, declare, setting

ON, OFF = "co", "khong"
STATES: Mapping[str, str] = {ON: "đang báo", OFF: "không báo"}


@dataclass(frozen=True)
class Kind:
    """One kind of line of a digest: what it says, to whom, for which reason."""

    name: str
    label: str
    told: str
    why: str

    @property
    def setting(self) -> str:
        return f"tell_{self.name}"

    def is_on(self, *, on: date) -> bool:
        return setting(self.setting, as_of=on) != OFF


KINDS = {
    kind.name: kind
    for kind in (
        Kind("office", "Số chung của cơ quan", "Giám đốc, Phó Giám đốc, đầu mối tổng hợp",
             "Người điều hành biết có bao nhiêu việc chờ ký, quá hạn."),
        Kind("slips", "Phiếu trình", "Người đến lượt cho ý kiến; người bị trả lại phiếu",
             "Phiếu đứng ở người nào thì chỉ người ấy đi tiếp được."),
        Kind("restorations", "Khôi phục đăng nhập chờ xác nhận",
             "Lãnh đạo cơ quan; thủ trưởng đơn vị của người cần khôi phục",
             "Không ai một mình mở lại được tài khoản của người khác: phải có người thứ hai."),
        Kind("orders", "Chỉ đạo chưa báo cáo", "Người, đơn vị được giao",
             "Ý kiến chỉ đạo gần đến hạn hoặc quá hạn mà chưa có báo cáo."),
        Kind("works", "Đơn, vụ việc, văn bản chờ lấy số",
             "Cán bộ được phân công; văn thư với văn bản chờ lấy số",
             "Thời hạn do luật đặt, quá một ngày là vi phạm."),
        Kind("duties", "Việc phải làm theo luật", "Đơn vị, tổ chức phải làm việc ấy",
             "Công khai, hội nghị, kiểm tra, báo cáo có hạn theo luật hoặc kế hoạch."),
        Kind("tasks", "Nhiệm vụ của kế hoạch", "Đơn vị thực hiện; đơn vị theo dõi kế hoạch",
             "Nhiệm vụ gần đến hạn, quá hạn, hoặc báo cáo đang chờ xác nhận."),
        Kind("circle", "Việc trong phạm vi phụ trách", "Thủ trưởng đơn vị, lãnh đạo cơ quan",
             "Người đứng đầu chịu trách nhiệm về việc của đơn vị: chỉ nói bao nhiêu."),
        Kind("letters", "Góp ý nội bộ của tháng trước",
             "Người đứng đầu, Ban Thanh tra nhân dân, thành viên Ban Chỉ đạo",
             "Tổng số thư và số đã trả lời, không có chữ nào của thư."),
        Kind("mentions", "Được nhắc tên trong ghi chú", "Người được nhắc, nếu được xem bản ghi ấy",
             "Đồng nghiệp cần ý kiến của đúng người này."),
    )
}  # fmt: skip

declare(
    *(
        Known(
            kind.setting,
            f"Nhắc việc: {kind.label[:1].lower()}{kind.label[1:]}",
            f"Báo cho: {kind.told}. {kind.why}",
            ON,
            lambda on: STATES,
        )
        for kind in KINDS.values()
    )
)


def is_told(name: str, *, on: date) -> bool:
    return KINDS[name].is_on(on=on)
