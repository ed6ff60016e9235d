"""Addresses of one-stop dossiers."""

from django.urls import path

from reforms.views.dossiers import counts, rows

urlpatterns = [
    path("cai-cach/ho-so/", counts.dossiers, name="dossier-counts"),
    path("cai-cach/ho-so/nhap/", counts.dossiers_typed, name="dossier-counts-type"),
    path("cai-cach/ho-so/dong/", rows.DossierRows.as_view(), name="dossier-rows"),
]
