"""Addresses of the establishment."""

from django.urls import path

from reforms.views.headcount import pages

urlpatterns = [
    path("cai-cach/bien-che/", pages.headcount, name="headcount"),
    path("cai-cach/bien-che/moi/", pages.NewHeadcount.as_view(), name="headcount-new"),
]
