"""Addresses of citizens' business; a section per noun."""

from django.urls import URLPattern

public: list[URLPattern] = []

petitions: list[URLPattern] = []

cases: list[URLPattern] = []

urlpatterns = [*public, *petitions, *cases]
