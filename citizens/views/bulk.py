"""One act on many petitions or cases of a list."""

from __future__ import annotations

from portal.views.bulk import BulkView

from ..models import Complaint, Petition
from .desk_lists import BULK_ACTS, CASE_ACTS, CaseList, PetitionList


class PetitionBulk(BulkView):
    """Nhiều đơn một lần."""

    list_view, workflow = PetitionList, Petition.workflow
    acts = (*BULK_ACTS, "urge", "join", "go_with")


class CaseBulk(BulkView):
    """Nhiều vụ việc một lần; these acts are the same for every kind."""

    list_view, workflow, acts = CaseList, Complaint.workflow, CASE_ACTS
