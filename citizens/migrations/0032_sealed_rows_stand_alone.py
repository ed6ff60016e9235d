"""What was sealed before matters and parts were cut off still led to whoever sent it."""

from django.db import migrations

CUT = (
    """
    UPDATE citizens_petition SET split_from_id = NULL
    WHERE split_from_id IN (SELECT id FROM citizens_petition WHERE stage = 'chuyen-so-rieng')
    """,
    """
    UPDATE citizens_petition SET matter_id = NULL, split_from_id = NULL
    WHERE stage = 'chuyen-so-rieng'
    """,
    """
    UPDATE citizens_visit SET matter_id = NULL WHERE stage = 'chuyen-so-rieng'
    """,
    """
    WITH named AS (
        SELECT matter_id FROM citizens_petition WHERE NOT sealed
        UNION ALL SELECT matter_id FROM citizens_visit WHERE NOT sealed
        UNION ALL SELECT matter_id FROM citizens_case
        UNION ALL SELECT id FROM citizens_matter WHERE reference <> ''
    ), cut_petitions AS (
        UPDATE citizens_petition SET matter_id = NULL
        WHERE sealed AND matter_id IN (SELECT matter_id FROM named)
    )
    UPDATE citizens_visit SET matter_id = NULL
    WHERE sealed AND matter_id IN (SELECT matter_id FROM named)
    """,
    """
    DELETE FROM citizens_lookupcode AS code USING citizens_petition AS petition
    WHERE petition.id = code.petition_id
        AND (petition.sealed OR petition.stage = 'chuyen-so-rieng')
        AND EXISTS (
            SELECT FROM citizens_lookupcode AS other
            JOIN citizens_petition AS open ON open.id = other.petition_id
            WHERE other.digest = code.digest AND other.petition_id <> code.petition_id
                AND NOT open.sealed
        )
    """,
    """
    UPDATE citizens_lookupcode AS code SET paper_id = NULL FROM citizens_petition AS petition
    WHERE petition.id = code.petition_id AND petition.sealed
    """,
)


class Migration(migrations.Migration):
    dependencies = [("citizens", "0031_cases_by_commune")]

    operations = [migrations.RunSQL(statement, migrations.RunSQL.noop) for statement in CUT]
