"""Where feedback is, and a petition that opened no case: guided, forwarded, shelved, joined …"""

from __future__ import annotations

from collections.abc import Callable

from citizens.models import PaperKind
from citizens.models.vocabulary import Kind, PetitionStage
from portal.text import day, lower_first

from .answer import KEEP_THE_PAPERS, Stage, Where
from .complaints import marked, the
from .facts import Story

JOINED = (
    "Đơn của ông/bà có cùng nội dung với một vụ việc Sở đang giải quyết nên được giải quyết chung."
)
STAGE = PetitionStage


def feedback(story: Story) -> Where:
    case = story.case
    assert case is not None
    if case.decided_on:
        return answered(story)
    return Where(
        heading="Sở đang xem xét để trả lời",
        sentence=(
            f"Sở đã nhận nội dung của ông/bà ngày {day(case.received_on)};"
            f" {story.unit or 'Sở'} đang xem xét."
        ),
        promise="Sở trả lời ông/bà",
    )


def answered(story: Story) -> Where:
    paper = story.paper(PaperKind.ANSWER)
    assert story.case is not None
    number = f" bằng văn bản số {paper.number}" if paper else ""
    return Where(
        heading="Sở đã trả lời",
        sentence=f"Sở đã trả lời{number} ngày {day(the(story.case.decided_on))}.",
        to_do=KEEP_THE_PAPERS,
    )


def handling(story: Story) -> Where:
    """A petition on its own; what was approved counts once its paper has left the office."""
    ways: dict[str, tuple[str, Callable[[Story], Where]]] = {
        STAGE.GUIDED: (PaperKind.GUIDANCE, guided),
        STAGE.FORWARDED: (PaperKind.FORWARDING, forwarded),
        STAGE.SENT_BACK: (PaperKind.SENDING_BACK, sent_back),
    }
    stage = story.petition.stage
    if stage in ways and story.paper(ways[stage][0]):
        return ways[stage][1](story)
    if stage == STAGE.SHELVED:
        return shelved(story)
    if stage == STAGE.SUPPLEMENT:
        return supplement(story)
    return received(story)


def received(story: Story) -> Where:
    promise = "Sở báo cho ông/bà biết việc xử lý đơn"
    if story.petition.kind == Kind.COMPLAINT:
        promise = "Sở báo cho ông/bà biết có thụ lý hay không"
    return Where(
        heading="Sở đang xem xét đơn",
        sentence=f"Sở đã nhận đơn của ông/bà ngày {day(story.petition.received_on)}.",
        promise=promise,
    )


def guided(story: Story) -> Where:
    addressee = story.petition.addressee
    return Where(
        heading="Sở đã hướng dẫn nơi gửi đơn",
        sentence=(
            f"Nội dung này thuộc thẩm quyền của {addressee}. Sở đã gửi phiếu hướng dẫn ngày"
            f" {issued_on(story, PaperKind.GUIDANCE)}."
        ),
        to_do=f"Ông/bà gửi đơn đến {addressee} theo phiếu hướng dẫn.",
    )


def forwarded(story: Story) -> Where:
    addressee = story.petition.addressee
    return Where(
        heading="Sở đã chuyển đơn",
        sentence=(
            f"Nội dung này thuộc thẩm quyền của {addressee}; Sở đã chuyển đơn ngày"
            f" {issued_on(story, PaperKind.FORWARDING)}. Từ nay ông/bà liên hệ {addressee}."
            f"{replied(story)}"
        ),
        to_do=KEEP_THE_PAPERS,
    )


def replied(story: Story) -> str:
    if not story.replies:
        return ""
    last = story.replies[-1]
    return (
        f" {last.body} đã trả lời Sở bằng văn bản số {last.number} ngày {day(last.dated_on)};"
        " ông/bà hỏi kết quả ở cơ quan đó."
    )


def sent_back(story: Story) -> Where:
    return Where(
        heading="Sở đã trả lại đơn cho cơ quan chuyển đến",
        sentence=(
            f"Ngày {issued_on(story, PaperKind.SENDING_BACK)}, Sở đã trả lại đơn cho"
            f" {story.petition.addressee}, cơ quan đã chuyển đơn đến."
        ),
        to_do=f"Từ nay ông/bà liên hệ {story.petition.addressee}.",
    )


def shelved(story: Story) -> Where:
    reasons = [lower_first(line.rstrip(".")) for line in story.petition.ground.splitlines() if line]
    because = f" vì {'; '.join(reasons)}" if reasons else ""
    return Where(
        heading="Sở lưu đơn, không xử lý",
        sentence=f"Sở lưu đơn, không xử lý{because}.",
        to_do="Ông/bà cần giải thích thêm, xin gọi số điện thoại ghi ở trang này.",
    )


def supplement(story: Story) -> Where:
    return Where(
        heading="Sở đề nghị ông/bà bổ sung giấy tờ",
        sentence=(
            f"Sở đã nhận đơn của ông/bà ngày {day(story.petition.received_on)} và đề nghị ông/bà"
            " bổ sung để xử lý tiếp."
        ),
        to_do=f"Ông/bà bổ sung: {lower_first(story.petition.ground.rstrip('.'))}."
        " Gửi qua bưu điện hoặc mang đến nơi tiếp công dân.",
        promise="Sở báo cho ông/bà biết việc xử lý đơn",
    )


def issued_on(story: Story, kind: str) -> str:
    paper = story.paper(kind)
    return day(paper.dated_on) if paper else ""


def way_of_feedback(story: Story) -> list[Stage]:
    assert story.case is not None
    return marked(
        [
            Stage("Sở nhận nội dung", story.petition.received_on),
            Stage("Xem xét và trả lời", story.case.decided_on),
        ]
    )


def way_of_petition(story: Story) -> list[Stage]:
    kinds = (PaperKind.GUIDANCE, PaperKind.FORWARDING, PaperKind.SENDING_BACK)
    paper = story.paper(*kinds)
    label = paper.title if paper else "Xem xét, xử lý đơn"
    steps = [Stage("Sở nhận đơn", story.petition.received_on)]
    if story.petition.stage == STAGE.SHELVED:
        return [*marked(steps), Stage("Lưu đơn", state="past")]
    return marked([*steps, Stage(label, paper.dated_on if paper else None)])
