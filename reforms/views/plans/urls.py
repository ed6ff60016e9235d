"""Addresses of the reform plans."""

from django.urls import path

from reforms.views.plans import lists, money, pages

urlpatterns = [
    path("cai-cach/ke-hoach/", pages.reform_plans, name="reform-plans"),
    path("cai-cach/ke-hoach/<slug:code>/", pages.one_plan, name="reform-plan"),
    path("cai-cach/ke-hoach/<slug:code>/word/", pages.plan_paper, name="reform-plan-paper"),
    path("cai-cach/kinh-phi/", money.money, name="reform-money"),
    path("cai-cach/nhiem-vu/", lists.ReformTaskList.as_view(), name="reform-tasks"),
]
