"""Addresses of emulation movements."""

from django.urls import path

from democracy.forms import movement as forms  # noqa: F401  the forms make themselves known
from democracy.models import Movement
from democracy.views.movement import lists, movement
from portal.views.planning.urls import steps_of

urlpatterns = [
    path("dan-chu/thi-dua/", lists.MovementList.as_view(), name="movement-list"),
    path("dan-chu/thi-dua/moi/", movement.NewMovementView.as_view(), name="movement-new"),
    path("dan-chu/thi-dua/<slug:code>/", movement.detail, name="movement-detail"),
    *steps_of(Movement, "movement", at="dan-chu/thi-dua", view=movement.MovementStepView),
]
