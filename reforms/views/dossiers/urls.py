"""Addresses of one-stop dossiers."""

from django.urls import path

from portal.views.planning.urls import steps_of
from reforms import obligations  # noqa: F401  the duties make themselves known
from reforms.models import Breach, LateDossier
from reforms.views.dossiers import breach, counts, frozen, handlers, late, reckoning, rows

urlpatterns = [
    path("cai-cach/ho-so/", counts.dossiers, name="dossier-counts"),
    path("cai-cach/ho-so/nhap/", counts.dossiers_typed, name="dossier-counts-type"),
    path("cai-cach/ho-so/chot/", frozen.freeze, name="dossier-counts-freeze"),
    path("cai-cach/ho-so/dong/", rows.DossierRows.as_view(), name="dossier-rows"),
    path("cai-cach/ho-so/hen-tra/", reckoning.reckoning, name="dossier-reckoning"),
    path("cai-cach/ho-so/qua-han/", late.LateDossierList.as_view(), name="late-dossier-list"),
    path("cai-cach/ho-so/qua-han/moi/", late.NewLateDossier.as_view(), name="late-dossier-new"),
    path("cai-cach/ho-so/qua-han/can-bo/", handlers.handlers, name="late-dossier-handlers"),
    path("cai-cach/ho-so/qua-han/<slug:code>/", late.detail, name="late-dossier-detail"),
    path("cai-cach/ho-so/qua-han/<slug:code>/phieu/", late.letter, name="late-dossier-letter"),
    *steps_of(
        LateDossier, "late-dossier", at="cai-cach/ho-so/qua-han", view=late.LateDossierStepView
    ),
    path("cai-cach/ho-so/vi-pham/", breach.BreachList.as_view(), name="breach-list"),
    path("cai-cach/ho-so/vi-pham/moi/", breach.NewBreach.as_view(), name="breach-new"),
    path("cai-cach/ho-so/vi-pham/<slug:code>/", breach.detail, name="breach-detail"),
    *steps_of(Breach, "breach", at="cai-cach/ho-so/vi-pham", view=breach.BreachStepView),
]
