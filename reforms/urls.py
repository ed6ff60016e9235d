"""Addresses of administrative reform; each room has its own beside its views."""

from django.urls import path

from reforms import figures, finding  # noqa: F401  they make themselves known
from reforms.views import home

urlpatterns = [path("cai-cach/", home.reforms, name="reforms")]
