"""A sealed petition can have no plain party row: the database itself refuses one."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("citizens", "0001_tables")]
    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE citizens_party ADD CONSTRAINT party_of_plain_petition
            FOREIGN KEY (petition_id, sealed) REFERENCES citizens_petition (id, sealed)
            DEFERRABLE INITIALLY IMMEDIATE
            """,
            "ALTER TABLE citizens_party DROP CONSTRAINT party_of_plain_petition",
        )
    ]
