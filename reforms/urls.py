"""Addresses of administrative reform; each room has its own beside its views."""

from django.urls import path

from reforms import figures  # noqa: F401  the figures make themselves known
from reforms.views import home

urlpatterns = [path("cai-cach/", home.reforms, name="reforms")]
