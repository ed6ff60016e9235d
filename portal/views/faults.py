"""The pages for what went wrong: each says what happened and what to do next, without database."""

import errno
import logging
import sys

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import escape_leading_slashes

log = logging.getLogger(__name__)
NUMBER = "REQUEST_ID"
"""Where the request carries its number; no header of a browser has that name."""
NOT_KEPT = "Nội dung ông/bà vừa gửi có thể chưa được ghi. Những gì đã báo là đã ghi vẫn còn."
NOT_ANSWERED = "Trang này chưa mở được. Những gì đã báo là đã ghi vẫn còn."


def page(status: int, *, title: str, message: str, hint: str, **more: str) -> HttpResponse:
    """``more``: ``again`` and ``act`` are the way on from here, ``staff`` a word to staff."""
    words = {"title": title, "message": message, "hint": hint, **more}
    return HttpResponse(render_to_string("error.html", words), status=status)


def same_page(request: HttpRequest) -> dict[str, str]:
    """To try again is safe where nothing was sent."""
    if request.method not in ("GET", "HEAD"):
        return {}
    return {"again": request.get_full_path(), "act": "Thử lại"}


def without_conditions(request: HttpRequest) -> dict[str, str]:
    if not request.META.get("QUERY_STRING"):
        return {}
    return {"again": escape_leading_slashes(request.path), "act": "Mở lại trang, bỏ mọi điều kiện"}


def number_of(request: HttpRequest) -> dict[str, str]:
    """By which the technicians find the line in their log."""
    return {"request_id": request.META.get(NUMBER, "")}


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(
        400,
        title="Yêu cầu này chưa đọc được",
        message="Địa chỉ hoặc nội dung vừa gửi có chỗ máy không đọc được, nên chưa ghi gì cả.",
        hint="Ông/bà quay lại trang trước, xem lại phần vừa nhập rồi gửi lại.",
        **without_conditions(request),
    )


@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(
        403,
        title="Việc này không thuộc quyền của ông/bà",
        message=str(exception or "") or "Tài khoản đang dùng không được giao việc này.",
        hint="Nếu đây là việc được giao, ông/bà báo quản trị hệ thống xem lại chức vụ đã ghi.",
    )


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(
        404,
        title="Không có trang này",
        message="Địa chỉ này không dẫn tới trang nào mà ông/bà xem được.",
        hint="Ông/bà kiểm tra lại địa chỉ, hoặc bắt đầu lại từ trang chủ.",
        staff="Việc ngoài phạm vi được xem cũng hiện trang này. Cần xem để làm việc thì hỏi"
        " Trưởng phòng, hoặc nhờ quản trị xem lại chức vụ đã ghi.",
    )


@login_not_required
def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    log.warning("form refused: %s", reason)
    return page(
        403,
        title="Trang đã mở quá lâu, nội dung chưa gửi đi",
        message="Máy không chắc chắn nội dung này được gửi từ chính trang của cổng.",
        hint="Ông/bà quay lại trang trước, tải lại trang rồi gửi lần nữa.",
    )


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    if is_outage(sys.exc_info()[1]):
        return unavailable(request)
    return page(
        500,
        title="Trang này đang có lỗi",
        message="Lỗi ở phía cổng, không phải do ông/bà. Lỗi đã được ghi lại.",
        hint="Ông/bà thử lại sau ít phút. Vẫn lỗi thì gọi số dưới đây và đọc mã ở cuối trang.",
        **same_page(request),
        **number_of(request),
    )


@login_not_required
def unavailable(request: HttpRequest) -> HttpResponse:
    reading = request.method in ("GET", "HEAD")
    response = page(
        503,
        title="Cổng đang tạm ngừng ít phút",
        message=NOT_ANSWERED if reading else NOT_KEPT,
        hint=f"Ông/bà giữ nguyên trang này và {'mở' if reading else 'gửi'} lại sau ít phút.",
        **same_page(request),
        **number_of(request),
    )
    response["Retry-After"] = "30"
    return response


def is_outage(problem: BaseException | None) -> bool:
    """A database on its way down or up, too many connections, a full disk."""
    if isinstance(problem, OSError):
        return problem.errno in (errno.ENOSPC, errno.EDQUOT)
    return isinstance(problem, (OperationalError, InterfaceError)) or broke_off(problem)


def broke_off(problem: BaseException | None) -> bool:
    """A server killed in mid-sentence leaves the driver without the code of a kind of error."""
    unsaid = getattr(problem.__cause__, "pgcode", "-") if problem else "-"
    return type(problem) is DatabaseError and unsaid is None
