"""Sample pages made of the base templates and every fragment, for the tests of the look."""

from datetime import UTC, date, datetime
from pathlib import Path

from django.forms import BooleanField, FileField, PasswordInput, Select, TextInput
from django.template import engines
from django.test import RequestFactory
from django.urls import path

from portal import forms
from portal.deadlines import Row, standing
from portal.templatetags.navigation import PUBLIC, STAFF
from portal.working_days import Calendar

TODAY = date(2026, 9, 18)
NOW = datetime(2026, 9, 18, 2, 41, tzinfo=UTC)
LONG = (
    "Khiếu nại quyết định thôi hưởng trợ cấp chất độc hóa học đối với người hoạt động kháng chiến"
)


ENTRIES = (*PUBLIC, *(entry for _, *entries in STAFF for entry in entries))
NAMED = {"search", "notices", "sign-in", "sign-out", "open-data", "accessibility", "demo"}


class Addresses:
    """Every entry of the menus answers here, so that the menus are seen in full."""

    urlpatterns = [
        path(f"{name}/", lambda request: None, name=name)
        for name in sorted(NAMED | {entry.url_name for entry in ENTRIES})
    ]


class Petition(forms.Form):
    card = forms.IdNumberField(label="Số căn cước", required=False)
    sender = forms.TextField(
        label="Họ tên",
        help_text="Ghi như trên căn cước.",
        widget=TextInput(attrs={"data-card-part": "name"}),
    )
    happened_on = forms.DateField(label="Ngày xảy ra", required=False)
    content = forms.LongTextField(label="Nội dung", help_text="Việc gì, ở đâu, ai có liên quan.")
    denounces = forms.YesNoField(label="Đơn có nội dung tố cáo không?")
    kind = forms.ChoiceField(
        label="Loại đơn",
        choices=[("kn", "Khiếu nại"), ("kp", "Kiến nghị, phản ánh"), ("hoi", "Hỏi"), ("k", "Khác")],
    )
    field = forms.ChoiceField(
        label="Lĩnh vực",
        choices=[("", "– Chọn –"), ("ncc", "Người có công")],
        widget=Select,
        required=False,
    )
    agreed = BooleanField(label="Đã kiểm tra lại", required=False)
    scan = FileField(label="Bản chụp đơn", help_text="PDF, JPG, tối đa 10 MB.")


NAME, CURRENT = {"autocomplete": "username"}, {"autocomplete": "current-password"}


class SignIn(forms.Form):
    username = forms.TextField(label="Tên đăng nhập", widget=TextInput(NAME))
    password = forms.TextField(label="Mật khẩu", widget=PasswordInput(CURRENT))


def due_in(day: date, **more):
    return standing(day, as_of=TODAY, calendar=Calendar(), **more)


STANDINGS = [
    due_in(date(2026, 10, 6)),
    due_in(date(2026, 9, 22)),
    due_in(date(2026, 9, 16)),
    due_in(None, paused_from=date(2026, 9, 7)),
    due_in(None, done_on=date(2026, 9, 11)),
]
WORDS = {
    "standings": STANDINGS,
    "standing": STANDINGS[1],
    "late": STANDINGS[2],
    "rows": [
        Row("Bắt đầu", "Ban hành thông báo thụ lý", "Ngày đầu không tính", date(2026, 8, 3)),
        Row("+ 30 ngày", "Giải quyết lần đầu, Điều 28 Luật Khiếu nại", "", date(2026, 9, 2)),
        Row("Hạn", "Thứ Ba, là ngày làm việc, không phải lùi", "", date(2026, 9, 22)),
        Row("Căn cứ", "Căn cứ chưa kiểm tra", "Ghi theo trí nhớ"),
    ],
    "chips": [("Lĩnh vực: Người có công", "/?a"), ("Có chữ “tro cap”", "/?b")],
    "filters": [
        {"name": "q", "label": "Tìm", "value": "tro cap"},
        {"name": "han", "label": "Hạn", "value": "", "options": [("", "Mọi hạn")]},
    ],
    "kept": [("sap-xep", "han")],
    "crumbs": [("Vụ việc", "/case-list/"), ("Của Phòng Tiếp công dân", "/case-list/?don-vi=ptcd")],
    "path": [
        {"label": "Tiếp nhận", "state": "past"},
        {"label": "Xác minh", "state": "now"},
        {"label": "Quyết định"},
    ],
    "stages": [
        {"label": "Sở nhận đơn", "state": "past", "day": date(2026, 7, 30)},
        {"label": "Xác minh", "state": "now", "note": "Phòng Người có công gặp các bên liên quan."},
        {"label": "Quyết định giải quyết"},
    ],
    "open": [
        {"title": "Báo cáo kết quả xác minh", "path": "bao-cao-ket-qua-xac-minh"},
        {"title": "Đối thoại", "path": "doi-thoai"},
        {"title": "Đình chỉ", "path": "dinh-chi", "ends": True},
    ],
    "closed": [
        ({"title": "Ban hành quyết định"}, "Chưa thể ban hành quyết định: chưa có báo cáo."),
    ],
    "entries": [
        {"tone": "to-citizen", "icon": "send", "title": "Gửi công dân", "meta": "14/9/2026",
         "text": "Việc giải quyết đơn của bà được tiếp tục từ ngày 14/9/2026."},
        {"tone": "inside", "icon": "note", "title": "Nguyễn Thị Lan", "by": "ghi chú",
         "meta": "15 giờ 20, 17/9/2026", "text": "Đã đối chiếu sổ gốc.\nĐề nghị họp sáng 21/9."},
        {"tone": "clock", "icon": "clock", "title": "Thời hạn chạy lại", "meta": "14/9/2026"},
        {"tone": "from", "icon": "clip", "title": "Công dân gửi thêm 1 tệp",
         "meta": "8 giờ 12, 18/9/2026", "files": [("giay-xac-nhan.pdf", "/f")]},
        {"title": "Giám đốc thụ lý", "meta": "03/8/2026"},
    ],
    "facts": [("Người khiếu nại", "Đỗ Thị Thảo, 67 tuổi\nxã Sơn Hạ"), ("Nhận đơn", "30/7/2026")],
    "tiles": [
        {"label": "Quá hạn", "icon": "late", "tone": "late", "figure": 1, "words": "chậm 2 ngày",
         "url": "/"},
        {"label": "Mới giao", "icon": "inbox", "figure": 1234, "words": "từ hôm qua", "url": "/"},
    ],
    "months": list(range(24)), "solved": list(range(23, -1, -1)), "long": LONG, "now": NOW,
    "sent_on": TODAY, "parts": [(3, "d1"), (1, "dl")],
}  # fmt: skip

SOURCES = {file.stem: file for file in sorted(Path(__file__).with_name("look").glob("*.html"))}
NAMES = [*SOURCES, "error", "sign_in"]


def draw(name: str, *, user) -> str:
    """The page as a browser gets it. Needs the addresses above as the root of all addresses."""
    request = RequestFactory().get("/case-list/")
    request.user = user
    words = WORDS | {"user": user, "counts": {"case-list": (87, True), "desk": (12, False)}}
    templates = engines["django"]
    if name == "error":
        said = {"title": "Không có trang này", "message": "Xem lại địa chỉ.", "hint": "Gọi Sở."}
        return templates.get_template("error.html").render(said)
    if name == "sign_in":
        form = SignIn({"username": "lan"})
        return templates.get_template("portal/sign_in.html").render({"form": form}, request)
    if name in ("send", "entry"):
        words["form"] = Petition({"happened_on": "31/2/2026"} if name == "send" else None)
    return templates.from_string(SOURCES[name].read_text()).render(words, request)
