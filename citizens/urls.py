"""Addresses of citizens' business; a section per noun."""

from typing import Any

from django.urls import URLPattern, path

from .models import (
    Complaint,
    Denunciation,
    Feedback,
    Petition,
    PolicyQuestion,
    Protection,
    Reception,
    Visit,
)
from .views import (
    attachment,
    batch,
    bulk,
    caller,
    case,
    case_file,
    cause_list,
    data_request,
    denunciation,
    desk_lists,
    disposal,
    find,
    flag_list,
    leave,
    national,
    owed_list,
    paper,
    petition,
    petition_receipt,
    petition_register,
    policy_issue,
    sealed_list,
    sheets_to_print,
    signers,
    supervision,
    visit,
    visit_list,
    visit_own_book,
    visit_print,
    visit_register,
    writing,
)
from .views.public import lookup, papers, sending, sent
from .views.public import schedule as public_schedule
from .views.reception import (
    allowance,
    conclusions,
    kept,
    places,
    schedule,
    schedule_rule,
    session,
)


def steps_of(model: Any, noun: str, *, at: str, view: Any) -> list[URLPattern]:
    """The address of every step: its label, folded, below the subject's (``complaint-accept``)."""
    return [
        path(
            f"{at}/<slug:code>/{step.path}/",
            view.as_view(),
            {"path": step.path},
            name=f"{noun}-{step.name.replace('_', '-')}",
        )
        for step in model.workflow
        if step.sources
    ]


def papers_of(noun: str, *, at: str, detail: Any, cover: Any) -> list[URLPattern]:
    """An outgoing paper, and the slip that goes with it."""
    here = f"{at}/<slug:code>/van-ban/<int:pk>/"
    return [
        path(here, detail, name=f"{noun}-paper"),
        path(f"{here}phieu-gui/", cover, name=f"{noun}-cover"),
    ]


def writings_of(noun: str, *, at: str) -> list[URLPattern]:
    """What is written in Word about it: the forms, one document, its versions."""
    here, more = f"{at}/<slug:code>/soan/", {"noun": at}
    one = f"{here}<slug:slug>/"
    number = f"{one}ban/<int:number>/"
    return [
        path(here, writing.writings, more, name=f"{noun}-writings"),
        path(one, writing.WritingView.as_view(), more, name=f"{noun}-writing"),
        path(number, writing.version_file, more, name=f"{noun}-word"),
        path(f"{number}so-sanh/", writing.comparison, more, name=f"{noun}-comparison"),
    ]


public: list[URLPattern] = [
    path("tra-cuu/", lookup.look_up, name="lookup"),
    path("gui-don/", sending.start, name="send"),
    path("gui-don/nguoi-gui/", sending.SenderPage.as_view(), name="send-sender"),
    path("gui-don/su-viec/", sending.MatterPage.as_view(), name="send-matter"),
    path("gui-don/giay-to/", sending.PapersPage.as_view(), name="send-papers"),
    path("gui-don/kiem-tra/", sent.CheckPage.as_view(), name="send-check"),
    path("gui-don/bien-nhan/", sent.receipt, name="send-receipt"),
    path("gui-don/khieu-nai/", papers.complaint_paper, name="complaint-paper"),
    path("gui-don/to-cao/", papers.reception_help, name="reception-help"),
    path("lich-tiep-cong-dan/", public_schedule.schedule, name="reception-schedule"),
    path("lich-tiep-cong-dan/lich.ics", public_schedule.calendar_file, name="reception-calendar"),
]

afterwards: list[URLPattern] = [
    path("vu-viec/nguyen-nhan/", cause_list.cause_list, name="cause-list"),
    path("co-so-du-lieu-quoc-gia/", national.national, name="national"),
    path("co-so-du-lieu-quoc-gia/vu-viec/", national.national_cases, name="national-cases"),
    path("co-so-du-lieu-quoc-gia/luot-tiep/", national.national_visits, name="national-visits"),
    path("tiep-dan/hang-loat/<slug:path>/", national.VisitBulk.as_view(), name="visit-bulk"),
    path("phan-anh-chinh-sach/", policy_issue.policy_issues, name="policy-issues"),
    path("phan-anh-chinh-sach/moi/", policy_issue.new_issue, name="policy-issue-new"),
    path("phan-anh-chinh-sach/<slug:code>/", policy_issue.policy_issue, name="policy-issue"),
    path(
        "phan-anh-chinh-sach/<slug:code>/cap-nhat/",
        policy_issue.edit_issue,
        name="policy-issue-edit",
    ),
    path("giam-sat/", supervision.supervision, name="supervision"),
    path("giam-sat/<int:pk>/tra-loi/", supervision.reply, name="supervision-reply"),
    path("tiep-dan/boi-duong/", allowance.allowance, name="reception-allowance"),
]

receptions: list[URLPattern] = [
    path("tiep-dan/lich/", schedule.schedule, name="reception-list"),
    path("tiep-dan/lich/da-tiep/", kept.kept_days, name="reception-kept"),
    path("tiep-dan/lich/thong-bao/", schedule.notice, name="schedule-notice"),
    path("tiep-dan/lich/lap/", schedule.DrawUp.as_view(), name="schedule-draw-up"),
    path("tiep-dan/lich/niem-yet/", schedule.DisplayYear.as_view(), name="schedule-display"),
    path("tiep-dan/lich/quy-tac/moi/", schedule_rule.RulePage.as_view(), name="schedule-rule-new"),
    path("tiep-dan/lich/quy-tac/<int:pk>/", schedule_rule.RulePage.as_view(), name="schedule-rule"),
    path("tiep-dan/dia-diem/", places.place_list, name="reception-places"),
    path("tiep-dan/dia-diem/moi/", places.PlacePage.as_view(), name="reception-place-new"),
    path("tiep-dan/dia-diem/<int:pk>/", places.place_detail, name="reception-place"),
    path("tiep-dan/dia-diem/<int:pk>/sua/", places.PlacePage.as_view(), name="place-edit"),
    path("tiep-dan/dia-diem/<int:pk>/gio/", places.HoursPage.as_view(), name="place-hours"),
    path("tiep-dan/dia-diem/<int:pk>/phu-trach/", places.ChargePage.as_view(), name="place-charge"),
    path("tiep-dan/dia-diem/<int:pk>/niem-yet/", places.HangPage.as_view(), name="place-hang"),
    path(
        "tiep-dan/dia-diem/<int:pk>/niem-yet/<int:paper>/go/",
        places.TakeDown.as_view(),
        name="place-take-down",
    ),
    path("tiep-dan/ket-luan/", conclusions.conclusions, name="reception-conclusions"),
    path("tiep-dan/buoi/moi/", schedule.Plan.as_view(), name="reception-plan"),
    path("tiep-dan/buoi/<slug:code>/", session.detail, name="reception-detail"),
    path("tiep-dan/buoi/<slug:code>/tom-tat/", session.brief_sheets, name="reception-briefs"),
    path(
        "tiep-dan/buoi/<slug:code>/van-ban/",
        conclusions.conclusion_sheet,
        name="reception-conclusion",
    ),
    path(
        "tiep-dan/buoi/<slug:code>/van-ban/word/",
        conclusions.conclusion_file,
        name="reception-conclusion-file",
    ),
    *steps_of(Reception, "reception", at="tiep-dan/buoi", view=session.SessionStepView),
]

visits: list[URLPattern] = [
    path("tiep-dan/", visit_list.VisitList.as_view(), name="visit-list"),
    path("tiep-dan/xuat-excel/", visit_list.VisitExport.as_view(), name="visit-export"),
    path("tiep-dan/so-rieng/", visit_own_book.OwnBook.as_view(), name="visit-own-book"),
    path("tiep-dan/in-so/", visit_print.PrintRegister.as_view(), name="visit-print"),
    path("tiep-dan/vao-so/", visit_register.RegisterVisit.as_view(), name="visit-register"),
    path(
        "tiep-dan/vao-so/bi-mat/",
        visit_register.RegisterSealedVisit.as_view(),
        name="visit-register-sealed",
    ),
    path("tiep-dan/<slug:code>/", visit.detail, name="visit-detail"),
    path("tiep-dan/<slug:code>/hien/", visit.show_numbers, name="visit-numbers"),
    path("tiep-dan/<slug:code>/bien-nhan/", visit.receipt, name="visit-receipt"),
    path("tiep-dan/<slug:code>/thong-bao/", visit.refusal, name="visit-refusal"),
    *steps_of(Visit, "visit", at="tiep-dan", view=visit.VisitStepView),
]

lists: list[URLPattern] = [
    path("don/", desk_lists.PetitionList.as_view(), name="petition-list"),
    path("don/so-rieng/", sealed_list.SealedList.as_view(), name="sealed-petition-list"),
    path("don/xuat-excel/", desk_lists.PetitionExport.as_view(), name="petition-export"),
    path("vu-viec/", desk_lists.CaseList.as_view(), name="case-list"),
    path("tieu-huy/", disposal.disposals, name="disposals"),
    path("tieu-huy/moi/", disposal.NewDisposal.as_view(), name="disposal-new"),
    path("tieu-huy/<slug:code>/", disposal.disposal, name="disposal"),
    path("tieu-huy/<slug:code>/bien-ban/", disposal.certificate, name="disposal-certificate"),
    path(
        "tieu-huy/<slug:code>/tham-dinh/",
        disposal.act,
        {"path": "tham-dinh"},
        name="disposal-review",
    ),
    path("tieu-huy/<slug:code>/duyet/", disposal.act, {"path": "duyet"}, name="disposal-destroy"),
    path("tieu-huy/<slug:code>/tra-lai/", disposal.send_back, name="disposal-send-back"),
    path("tieu-huy/<slug:code>/<int:pk>/giu-lai/", disposal.leave_out, name="disposal-leave-out"),
    path("luu-giu/moi/", disposal.NewHold.as_view(), name="hold-new"),
    path("luu-giu/<int:pk>/thoi-giu/", disposal.lift_hold, name="hold-lift"),
    path("yeu-cau-du-lieu/", data_request.data_requests, name="data-requests"),
    path("yeu-cau-du-lieu/moi/", data_request.NewDataRequest.as_view(), name="data-request-new"),
    path("yeu-cau-du-lieu/<slug:code>/", data_request.data_request, name="data-request"),
    path("vu-viec/diem-nong/", flag_list.flag_list, name="flag-list"),
    path("don/phuc-dap/", owed_list.Ours.as_view(), name="owed-list"),
    path("don/phuc-dap/don-doc/", owed_list.Urged.as_view(), name="owed-urged"),
    path("don/phuc-dap/da-chuyen/", owed_list.Theirs.as_view(), name="owed-unheard"),
    path("vu-viec/xuat-excel/", desk_lists.CaseExport.as_view(), name="case-export"),
    path("don/xuat-csv/", desk_lists.PetitionLines.as_view(), name="petition-lines"),
    path("vu-viec/xuat-csv/", desk_lists.CaseLines.as_view(), name="case-lines"),
    path("don/hang-loat/<slug:path>/", bulk.PetitionBulk.as_view(), name="petition-bulk"),
    path("vu-viec/hang-loat/<slug:path>/", bulk.CaseBulk.as_view(), name="case-bulk"),
    path("don/ban-giao/", batch.batch_list, name="batch-list"),
    path("don/ban-giao/moi/", batch.new_batch, name="batch-new"),
    path("don/ban-giao/<slug:code>/", batch.batch, name="batch"),
    path("don/ban-giao/<slug:code>/nhan/", batch.receive_batch, name="batch-receive"),
    path("don/in-nhan/", sheets_to_print.petition_labels, name="petition-labels"),
    path("vu-viec/in-nhan/", sheets_to_print.case_labels, name="case-labels"),
    path("vu-viec/<slug:code>/bia/", sheets_to_print.case_folder, name="case-folder"),
    path("tra-cuu-giup/", caller.help_caller, name="help-caller"),
    path("nghi/", leave.leaves, name="leaves"),
    path("nghi/<int:pk>/ket-thuc/", leave.finish_leave, name="leave-finish"),
    path("tim/", find.find, name="search"),
]

petitions: list[URLPattern] = [
    path("don/vao-so/", petition_register.RegisterQuestion.as_view(), name="petition-register"),
    path(
        "don/vao-so/don-thuong/",
        petition_register.RegisterPlain.as_view(),
        name="petition-register-plain",
    ),
    path(
        "don/vao-so/bi-mat/",
        petition_register.RegisterSealed.as_view(),
        name="petition-register-sealed",
    ),
    path("don/vao-so/trung/", petition_register.LikelyLetters.as_view(), name="petition-likely"),
    path("don/cung-noi-dung/", signers.same_texts, name="same-texts"),
    path("don/<slug:code>/nguoi-ky/", signers.signers, name="petition-signers"),
    path("don/<slug:code>/", petition.detail, name="petition-detail"),
    path("don/<slug:code>/hien/", petition.show_numbers, name="petition-numbers"),
    path("don/<slug:code>/cach-tinh-thoi-han/", petition.reckoning, name="petition-reckoning"),
    path("don/<slug:code>/bien-nhan/", petition_receipt.receipt, name="petition-receipt"),
    path("don/<slug:code>/phieu-de-xuat/", petition.proposal, name="petition-proposal"),
    *steps_of(Petition, "petition", at="don", view=petition.PetitionStepView),
    path("tep/<uuid:pk>/", attachment.attachment, name="attachment"),
    path("tep/<uuid:pk>/trang/<int:number>/", attachment.attachment_page, name="attachment-page"),
]

cases: list[URLPattern] = [
    path("vu-viec/<slug:code>/muc-luc/", case_file.contents, name="case-contents"),
    path("vu-viec/<slug:code>/muc-luc/tap/", case_file.case_file, name="case-file"),
    *writings_of("case", at="vu-viec"),
    *writings_of("petition", at="don"),
    path("vu-viec/<slug:code>/", case.detail, name="case-detail"),
    path("vu-viec/<slug:code>/cach-tinh-thoi-han/", case.reckoning, name="case-reckoning"),
    *papers_of("case", at="vu-viec", detail=paper.of_case, cover=paper.cover_of_case),
    *papers_of("petition", at="don", detail=paper.of_petition, cover=paper.cover_of_petition),
    *steps_of(Complaint, "complaint", at="vu-viec", view=case.CaseStepView),
    *steps_of(Feedback, "feedback", at="vu-viec", view=case.CaseStepView),
    *steps_of(PolicyQuestion, "question", at="vu-viec", view=case.CaseStepView),
]

denunciations: list[URLPattern] = [
    path("to-cao/", denunciation.DenunciationList.as_view(), name="denunciation-list"),
    path("to-cao/bao-ve/<slug:code>/", denunciation.protection, name="protection-detail"),
    *steps_of(Protection, "protection", at="to-cao/bao-ve", view=denunciation.ProtectionStepView),
    path("to-cao/<slug:code>/", denunciation.detail, name="denunciation-detail"),
    path(
        "to-cao/<slug:code>/cach-tinh-thoi-han/",
        denunciation.reckoning,
        name="denunciation-reckoning",
    ),
    path("to-cao/<slug:code>/van-ban/<int:pk>/", denunciation.paper, name="denunciation-paper"),
    *steps_of(Denunciation, "denunciation", at="to-cao", view=denunciation.DenunciationStepView),
]

urlpatterns = [
    *(*public, *afterwards, *receptions, *visits, *lists, *petitions, *cases),
    *denunciations,
]
