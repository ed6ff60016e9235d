"""Đơn as the returns see them: handled or not, fit or not, ours or not, in which column.

What is counted is what came in the period or was carried into it unhandled (TT 06/2025, form
02/XLD). A letter is handled on the day of its handling; what was done after the period's last
day counts in the next one. A policy question is no đơn. A duplicate that joined its own sender's
matter counts as kept on file (lưu); another sender's counts as a letter, not again as a matter.
One that joined before it was classified is of the kind of what it joined.
"""

from __future__ import annotations

import json
from typing import Any

from portal.fields import Field, FieldColumn
from portal.returns import Scope

from ..models import Petition
from .counting import Cell, Reading, Source, matters

LETTERS = """
WITH found AS (
    SELECT petition.id, petition.code, petition.received_on, petition.kind AS written,
        petition.level, petition.eligible, petition.competent, petition.handling,
        petition.category, petition.field_id, petition.matter_id,
        coalesce(own.unit_id, petition.unit_id) AS unit,
        coalesce(petition.handled_on <= %(end)s, false) AS handled,
        own.accepted_on, own.outcome, own.closed_on, own.decided_on,
        CASE WHEN own.id IS NULL AND petition.matter_id IS NOT NULL THEN (
            SELECT kin FROM citizens_case AS kin
            WHERE kin.matter_id = petition.matter_id AND petition.kind IN ('', kin.kind)
            ORDER BY kin.id DESC LIMIT 1
        ) END AS kin,
        entry,
        CASE WHEN petition.handling = 'ghep' THEN EXISTS (
            SELECT FROM citizens_petition AS earlier
            WHERE earlier.matter_id = petition.matter_id AND earlier.id <> petition.id
                AND earlier.handling <> 'ghep' AND petition.sender <> ''
                AND vi_plain(earlier.sender) = vi_plain(petition.sender)
                AND NOT EXISTS (
                    SELECT FROM citizens_party AS one
                    JOIN citizens_party AS other ON other.petition_id = earlier.id
                    WHERE one.petition_id = petition.id
                        AND one.role = 'sender' AND other.role = 'sender'
                        AND one.id_number <> '' AND other.id_number <> ''
                        AND one.id_number <> other.id_number
                )
        ) END AS repeats
    FROM citizens_petition AS petition
    LEFT JOIN LATERAL (
        SELECT id, unit_id, accepted_on, outcome, closed_on, decided_on
        FROM citizens_case WHERE petition_id = petition.id LIMIT 1
    ) AS own ON true
    LEFT JOIN citizens_denunciationentry AS entry ON entry.petition_id = petition.id
    WHERE petition.received_on <= %(end)s
        AND (petition.handled_on IS NULL OR petition.handled_on >= %(start)s)
        AND petition.kind <> 'hoi_chinh_sach' AND petition.stage <> 'chuyen-so-rieng'
    OFFSET 0
), letter AS (
    SELECT id, code, received_on, eligible, competent, handled, unit,
        handling = 'ghep' AS joined,
        coalesce(nullif(written, ''), (kin).kind, '') AS kind,
        CASE WHEN written = '' THEN coalesce((kin).level, 1) ELSE level END AS level,
        CASE WHEN repeats THEN 'luu' ELSE handling END AS handling,
        coalesce(matter_id, -id) AS matter,
        coalesce(
            nullif(category, ''),
            %(columns)s::jsonb ->> concat(field_id, '/', coalesce(nullif(written, ''), (kin).kind)),
            'khac'
        ) AS category,
        coalesce(accepted_on, (kin).accepted_on, (entry).accepted_on) <= %(end)s AS accepted,
        coalesce(outcome, (kin).outcome, (entry).outcome) IN ('rut_don', 'dinh_chi')
            AND coalesce(
                closed_on, (kin).closed_on, (entry).closed_on,
                decided_on, (kin).decided_on, (entry).concluded_on
            ) <= %(end)s AS ended
    FROM found
    OFFSET 0
), judged AS (
    SELECT *,
        handled AND handling NOT IN ('dang_xu_ly', 'luu', 'tra_lai')
            AND kind IN ('khieu_nai', 'to_cao', 'kien_nghi', 'phan_anh')
            AND coalesce(eligible, true) AS fit,
        coalesce(competent, handling NOT IN ('huong_dan', 'chuyen_don')) AS ours
    FROM letter
    WHERE kind <> 'hoi_chinh_sach'
    OFFSET 0
), source AS (
    SELECT *,
        fit AND ours AS own,
        fit AND NOT ours AND handling = 'huong_dan' AS guided,
        fit AND NOT ours AND handling = 'chuyen_don' AS forwarded,
        kind = 'khieu_nai' AS complaint,
        kind = 'to_cao' AS denunciation,
        kind IN ('kien_nghi', 'phan_anh') AS feedback,
        first_value(
            CASE WHEN ended THEN 'ended' WHEN accepted THEN 'accepted'
                WHEN handling = 'khong_thu_ly' THEN 'declined' ELSE 'considered' END
        ) OVER (
            PARTITION BY matter, kind, fit AND ours
            ORDER BY joined, level DESC, received_on DESC, id DESC
        ) AS fate,
        count(*) OVER (PARTITION BY matter) > 1 AS several,
        id AS record
    FROM judged
)
"""


KINDS = {
    FieldColumn.Kind.COMPLAINT: ("khieu_nai",),
    FieldColumn.Kind.DENUNCIATION: ("to_cao",),
    FieldColumn.Kind.FEEDBACK: ("kien_nghi", "phan_anh"),
}


def columns_of_fields(scope: Scope) -> dict[str, Any]:
    """{"12/khieu_nai": column} as the office mapped its fields on the period's last day.

    A field without a column of its own takes the one of the field above it.
    """
    own = {
        (row.field_id, row.kind): row.column
        for row in FieldColumn.objects.valid(as_of=scope.period.end)
    }
    found = {}
    for field, parent in Field.objects.values_list("pk", "parent_id"):
        for column_kind, kinds in KINDS.items():
            column = own.get((field, column_kind)) or own.get((parent, column_kind))
            found.update({f"{field}/{kind}": column for kind in kinds if column})
    return {"columns": json.dumps(found)}


OF_LETTERS = Reading(Petition, LETTERS, columns_of_fields)


def fates(kind: str) -> Source:
    """Columns 1 to 6 of 03/GQKN and 04/GQTC: letters, matters, and where these stand."""
    own = f"own AND {kind}"
    stand = ("considered", "accepted", "declined", "ended")
    return OF_LETTERS.columns(
        Cell(1, own),
        matters(2, own),
        *(matters(at, f"{own} AND fate = '{fate}'") for at, fate in enumerate(stand, start=3)),
    )
