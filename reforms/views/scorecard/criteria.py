"""Criteria sets of reform: which there are, what one says, its file, bringing in another."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.scoring.words import how
from portal.views.versions import NewVersionView, Shelf, VersionFile, VersionList, VersionView
from reforms import scoring_rules as rules
from reforms.models import ScorecardVersion
from reforms.views.pages import HOME

SCORING = ("Chấm điểm", "/cai-cach/cham-diem/")


class Sets(Shelf):
    model, reads, keeps = ScorecardVersion, rules.reads_sets, rules.keeps_sets
    crumbs = (HOME, SCORING, ("Bộ tiêu chí", "/cai-cach/bo-tieu-chi/"))


class SetList(Sets, VersionList):
    template = "reforms/scorecard/sets.html"


class OneSet(Sets, VersionView):
    template = "reforms/scorecard/set.html"

    def more(self, version: ScorecardVersion, *, on: date) -> dict[str, Any]:
        groups = version.value.groups
        return {"groups": [(each, [(line, how(line)) for line in each.lines]) for each in groups]}


class SetFile(Sets, VersionFile):
    pass


class NewSet(Sets, NewVersionView):
    may = rules.keeps_sets
    here = act = "Nạp bộ tiêu chí"
    said = "Đã nạp bộ tiêu chí {0.code}."
