"""A sealed visit can have no plain representative; search of visits goes through its own index."""

from django.db import migrations

PLAIN_ONLY = """
    ALTER TABLE citizens_representative ADD CONSTRAINT representative_of_plain_visit
    FOREIGN KEY (visit_id, sealed) REFERENCES citizens_visit (id, sealed)
    DEFERRABLE INITIALLY IMMEDIATE
"""
HITS = """
    CREATE FUNCTION visit_hits(question tsquery) RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off
    AS 'SELECT visit_id FROM citizens_visitsearch WHERE tokens @@ question'
"""


class Migration(migrations.Migration):
    dependencies = [("citizens", "0006_visit_tables")]
    operations = [
        migrations.RunSQL(
            PLAIN_ONLY,
            "ALTER TABLE citizens_representative DROP CONSTRAINT representative_of_plain_visit",
        ),
        migrations.RunSQL(HITS, "DROP FUNCTION visit_hits(tsquery)"),
    ]
