"""What staff were asked, decided and wrote; letters to others than the leaders are in no figure."""

from __future__ import annotations

from typing import Any

from democracy.models import Consultation, Opinion, StaffDecision, Suggestion
from democracy.models.consultation import Stage
from democracy.models.suggestion import Route
from portal.periods import Period
from portal.statistics.counting import counts

ASKED, LETTERS = "/dan-chu/lay-y-kien/", "/dan-chu/gop-y/"
TO_LEADERS = {"gui-toi": "lanh-dao"}


def opened(period: Period) -> Any:
    return Consultation.objects.filter(opened_on__range=period.dates).exclude(stage=Stage.DRAFT)


def opinions(period: Period) -> Any:
    return Opinion.objects.filter(consultation__in=opened(period))


def letters(**dates: Any) -> Any:
    return Suggestion.objects.filter(addressed_to=Route.LEADERS, **dates)


CONSULTATIONS_OPENED = counts(
    "consultations_opened",
    "Đợt lấy ý kiến",
    "số đợt lấy ý kiến bắt đầu trong kỳ",
    unit="đợt",
    among=opened,
    of_unit="unit__code",
    opens=lambda period: (ASKED, {"bat-dau-trong": period.address}),
)
OPINIONS_GIVEN = counts(
    "opinions_given",
    "Ý kiến nhận được",
    "số ý kiến ở các đợt bắt đầu trong kỳ",
    unit="ý kiến",
    among=opinions,
    of_unit="consultation__unit__code",
    opens=lambda period: (ASKED, {"bat-dau-trong": period.address}),
)
OPINIONS_TAKEN_UP = counts(
    "opinions_taken_up",
    "trong đó được tiếp thu",
    "số ý kiến ở các đợt bắt đầu trong kỳ được ghi là tiếp thu",
    unit="ý kiến",
    among=lambda period: opinions(period).filter(disposition=Opinion.Disposition.TAKEN_UP),
    of_unit="consultation__unit__code",
    opens=lambda period: (ASKED, {"bat-dau-trong": period.address}),
)
STAFF_DECISIONS = counts(
    "staff_decisions",
    "Việc tập thể bàn và quyết định",
    "số việc biểu quyết có ngày hội nghị hoặc kiểm phiếu trong kỳ",
    unit="việc",
    among=lambda period: StaffDecision.objects.filter(held_on__range=period.dates),
    of_unit="unit__code",
    opens=lambda period: ("/dan-chu/quyet-dinh/", {"trong": period.address}),
)
LETTERS_TO_LEADERS = counts(
    "letters_to_leaders",
    "Thư góp ý gửi lãnh đạo",
    "số thư gửi lãnh đạo trong kỳ; thư gửi nơi khác không có trong số này",
    unit="thư",
    among=lambda period: letters(sent_on__range=period.dates),
    of_unit="unit__code",
    opens=lambda period: (LETTERS, TO_LEADERS | {"gui-trong": period.address}),
)
LETTERS_ANSWERED = counts(
    "letters_answered",
    "Thư góp ý đã trả lời",
    "số thư gửi lãnh đạo có ngày trả lời trong kỳ",
    unit="thư",
    among=lambda period: letters(answered_on__range=period.dates),
    of_unit="unit__code",
    opens=lambda period: (LETTERS, TO_LEADERS | {"tra-loi-trong": period.address}),
)
