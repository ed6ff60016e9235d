"""Criteria sets: which there are, what one says, its file, bringing in another."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy import rating_rules as rules
from democracy.models import CriteriaVersion
from democracy.views.pages import HOME
from democracy.views.rating.sheet import RATING
from portal.scoring.words import how
from portal.views.versions import NewVersionView, Shelf, VersionFile, VersionList, VersionView


class Sets(Shelf):
    model, reads, keeps = CriteriaVersion, rules.reads_sets, rules.keeps_sets
    crumbs = (HOME, RATING, ("Bộ tiêu chí", "/dan-chu/bo-tieu-chi/"))


class CriteriaList(Sets, VersionList):
    template = "democracy/rating/criteria_list.html"


class Criteria(Sets, VersionView):
    template = "democracy/rating/criteria.html"

    def more(self, version: CriteriaVersion, *, on: date) -> dict[str, Any]:
        of = version.value
        return {
            "groups": [(group, [(line, how(line)) for line in group.lines]) for group in of.groups],
            "conditions": [
                (each, of.level(each.level).name if each.level else "") for each in of.conditions
            ],
        }


class CriteriaFile(Sets, VersionFile):
    pass


class NewCriteria(Sets, NewVersionView):
    may = rules.keeps_sets
    here = act = "Nạp bộ tiêu chí"
    said = "Đã nạp bộ tiêu chí {0.code}."
