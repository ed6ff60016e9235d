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
from .counting import Cell, Source, matters

LETTERS = """
WITH letter AS (
    SELECT petition.id, petition.code, petition.sealed, petition.received_on,
        coalesce(nullif(petition.kind, ''), kin.kind, '') AS kind,
        CASE WHEN petition.kind = '' THEN coalesce(kin.level, 1) ELSE petition.level END AS level,
        petition.eligible, petition.competent,
        coalesce(petition.handled_on <= %(end)s, false) AS handled,
        petition.handling = 'ghep' AS joined,
        CASE WHEN petition.handling = 'ghep' AND EXISTS (
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
        ) THEN 'luu' ELSE petition.handling END AS handling,
        coalesce(petition.matter_id, -petition.id) AS matter,
        coalesce(own.unit_id, petition.unit_id) AS unit,
        coalesce(
            nullif(petition.category, ''),
            %(columns)s::jsonb ->> concat(
                petition.field_id, '/', coalesce(nullif(petition.kind, ''), kin.kind)
            ),
            'khac'
        ) AS category,
        coalesce(own.accepted_on, kin.accepted_on, entry.accepted_on) <= %(end)s AS accepted,
        coalesce(own.outcome, kin.outcome, entry.outcome) IN ('rut_don', 'dinh_chi')
            AND coalesce(
                own.closed_on, kin.closed_on, entry.closed_on,
                own.decided_on, kin.decided_on, entry.concluded_on
            ) <= %(end)s AS ended
    FROM citizens_petition AS petition
    LEFT JOIN citizens_case AS own ON own.petition_id = petition.id
    LEFT JOIN citizens_denunciationentry AS entry ON entry.petition_id = petition.id
    LEFT JOIN LATERAL (
        SELECT kind, level, accepted_on, outcome, decided_on, closed_on
        FROM citizens_case AS kin
        WHERE own.id IS NULL AND kin.matter_id = petition.matter_id
            AND petition.kind IN ('', kin.kind)
        ORDER BY kin.id DESC LIMIT 1
    ) AS kin ON true
    WHERE petition.received_on <= %(end)s
        AND (petition.handled_on IS NULL OR petition.handled_on >= %(start)s)
        AND petition.kind <> 'hoi_chinh_sach' AND petition.stage <> 'chuyen-so-rieng'
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
        id AS record
    FROM judged
)
"""


def fates(kind: str) -> Source:
    """Columns 1 to 6 of 03/GQKN and 04/GQTC: letters, matters, and where these stand."""
    own = f"own AND {kind}"
    stand = ("considered", "accepted", "declined", "ended")
    return Source(
        Petition,
        LETTERS,
        (
            Cell(1, own),
            matters(2, own),
            *(matters(at, f"{own} AND fate = '{fate}'") for at, fate in enumerate(stand, start=3)),
        ),
        columns_of_fields,
    )


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
