"""Addresses of citizens' business; a section per noun."""

from typing import Any

from django.urls import URLPattern, path

from .models import Complaint, Feedback, Petition
from .views import (
    attachment,
    bulk,
    case,
    desk_lists,
    find,
    paper,
    petition,
    petition_receipt,
    petition_register,
    sealed_list,
)
from .views.public import lookup, papers, sending, sent


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
]

lists: list[URLPattern] = [
    path("don/", desk_lists.PetitionList.as_view(), name="petition-list"),
    path("don/so-rieng/", sealed_list.SealedList.as_view(), name="sealed-petition-list"),
    path("don/xuat-excel/", desk_lists.PetitionExport.as_view(), name="petition-export"),
    path("vu-viec/", desk_lists.CaseList.as_view(), name="case-list"),
    path("vu-viec/xuat-excel/", desk_lists.CaseExport.as_view(), name="case-export"),
    path("don/xuat-csv/", desk_lists.PetitionLines.as_view(), name="petition-lines"),
    path("vu-viec/xuat-csv/", desk_lists.CaseLines.as_view(), name="case-lines"),
    path("don/hang-loat/<slug:path>/", bulk.PetitionBulk.as_view(), name="petition-bulk"),
    path("vu-viec/hang-loat/<slug:path>/", bulk.CaseBulk.as_view(), name="case-bulk"),
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
    path("vu-viec/<slug:code>/", case.detail, name="case-detail"),
    path("vu-viec/<slug:code>/cach-tinh-thoi-han/", case.reckoning, name="case-reckoning"),
    *papers_of("case", at="vu-viec", detail=paper.of_case, cover=paper.cover_of_case),
    *papers_of("petition", at="don", detail=paper.of_petition, cover=paper.cover_of_petition),
    *steps_of(Complaint, "complaint", at="vu-viec", view=case.CaseStepView),
    *steps_of(Feedback, "feedback", at="vu-viec", view=case.CaseStepView),
]

urlpatterns = [*public, *lists, *petitions, *cases]
