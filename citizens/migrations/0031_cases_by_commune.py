from django.db import migrations

LATE = """
    SELECT case_id FROM citizens_clock
    WHERE rule IN ('KN_GQ1', 'KN_GQ2', 'KN_GQ_KL', 'PAKN_TRA_LOI') AND stopped_on > due
        AND case_id IS NOT NULL
"""
FILLED = f"""
    INSERT INTO citizens_communetally (what, month, commune, slot, amount)
    SELECT what, date_trunc('month', day)::date, coalesce(commune_id, 0), 0, count(*)
    FROM citizens_case AS one JOIN citizens_petition AS letter ON letter.id = petition_id,
        LATERAL (VALUES ('opened', one.received_on),
            (CASE WHEN one.id IN ({LATE}) THEN 'settled_late' ELSE 'settled_on_time' END,
             one.decided_on)) AS done (what, day)
    WHERE day IS NOT NULL
    GROUP BY 1, 2, 3
"""  # noqa: S608


class Migration(migrations.Migration):
    dependencies = [("citizens", "0030_months_end")]

    operations = [migrations.RunSQL(FILLED, migrations.RunSQL.noop)]
