"""Addresses that are about no thing of the walk: what stands in the place of their arguments."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from citizens.models import ReceptionPlace, ScheduleRule
from tests.citizens.roles.of_activities import GIVEN as OF_ACTIVITIES
from tests.citizens.roles.of_look import GIVEN as OF_LOOK
from tests.citizens.roles.of_publications import GIVEN as OF_PUBLICATIONS
from tests.citizens.roles.of_records import GIVEN as OF_RECORDS
from tests.citizens.roles.of_reforms import GIVEN as OF_REFORMS
from tests.citizens.roles.of_signing_in import GIVEN as OF_SIGNING_IN
from tests.citizens.roles.of_writing import GIVEN as OF_TEMPLATES
from tests.citizens.roles.world import World

OF_A_PLACE = ("reception-place", "place-edit", "place-hours", "place-charge", "place-hang")


def plain_address(name: str, world: World) -> str:
    user = world.people["officer"].pk
    place = ReceptionPlace.objects.order_by("pk").first()
    given: dict[str, list[Any]] = {
        **{key: [place.pk] for key in OF_A_PLACE},
        "place-take-down": [place.pk, place.hung_papers.get().pk],
        "schedule-rule": [ScheduleRule.objects.get().pk],
        "petition-bulk": ["phan-cong"],
        "case-bulk": ["phan-cong"],
        "policy-issue": ["KNCS-2026-0001"],
        "policy-issue-edit": ["KNCS-2026-0001"],
        "supervision-reply": [0],
        **{name: [0] for name in ("instrument", "instrument-file", "task-evidence")},
        **{name: [0] for name in ("instrument-edit", "instrument-relate", "plan-document")},
        **{name: ["KH-2026-0009"] for name in ("plan-detail", "plan-next-year", "task-detail")},
        **{f"{noun}-detail": ["X-2026-0009"] for noun in ("posting", "consultation", "suggestion")},
        **{f"{noun}-file": ["X-2026-0009"] for noun in ("posting", "consultation")},
        **{f"staff-decision{end}": ["QDC-2026-0009"] for end in ("", "-minutes")},
        **{f"{noun}-detail": ["XL-2026-0009"] for noun in ("round", "sheet")},
        **{f"conference-{page}": ["HN-2026-0009"] for page in ("detail", "minutes")},
        "conference-paper": ["HN-2026-0009", "a"],
        "conference-draft": ["HN-2026-0009", "bien-ban"],
        **{
            f"board-{what}-detail": ["X-2026-0009"]
            for what in ("term", "programme", "inspection", "recommendation", "request", "report")
        },
        **{f"board-{what}-file": ["X-2026-0009"] for what in ("inspection", "recommendation")},
        "board-report-paper": ["X-2026-0009"],
        **{f"committee-{page}": ["BCD-2026-0009"] for page in ("detail", "duties")},
        "committee-minutes": ["BCD-2026-0009", 0],
        **{f"report-{page}": ["X-2026-0009"] for page in ("detail", "file")},
        **{f"{noun}-detail": ["X-2026-0009"] for noun in ("practice", "briefing", "movement")},
        **{f"nomination-{page}": ["X-2026-0009"] for page in ("detail", "minutes")},
        **{f"nomination-{file}": [0] for file in ("paper", "picture")},
        "nomination-draft": ["khong-co"],
        **{f"award-regulation{end}": ["khong-co", "2026-01-01"] for end in ("", "-file")},
        "practice-picture": [0],
        "sheet-evidence": [0],
        **{f"criteria{end}": ["khong-co", "2026-01-01"] for end in ("", "-file")},
        "opinion-box": ["khong-co"],
        **OF_ACTIVITIES,
        **OF_REFORMS,
        **OF_RECORDS,
        **OF_PUBLICATIONS,
        **OF_SIGNING_IN,
        **OF_LOOK,
        **OF_TEMPLATES,
        **{f"site-visit-{end}": ["X-2026-0009"] for end in ("detail", "report", "minutes")},
        "site-visit-paper": ["X-2026-0009", "ket-luan"],
        "visit-bulk": ["cap-nhat-co-so-du-lieu-quoc-gia"],
        "bulk-run": [0],
        "briefing-frozen": [0],
        "batch": ["khong-co"],
        "batch-receive": ["khong-co"],
        "leave-finish": [0],
        "saved-filter": [0],
        "saved-filter-edit": [0],
        "saved-filter-delete": [0],
        "return": ["02-xld"],
        "return-rows": ["02-xld"],
        "return-file": ["02-xld"],
        "return-freeze": ["02-xld"],
        "import": ["don"],
        "import-form": ["don"],
        "import-heading-forget": ["don", 0],
        **{f"import-{act}": [0] for act in ("run", "headings", "write", "drop", "faults")},
        "first-password": ["khong-co"],
        "rule-confirm": ["KN_GQ1", "2012-07-01"],
        "administration-reorganise": ["sap-nhap"],
        "administration-protocol": [1],
        "administration-setting": ["don-vi-xu-ly-don"],
        "administration-table": ["tai-khoan"],
        "administration-new": ["don-vi"],
        "administration-row": ["tai-khoan", user],
        "administration-invite": [user],
        "administration-leave": [user],
    }
    return reverse(name, args=given.get(name, []))
