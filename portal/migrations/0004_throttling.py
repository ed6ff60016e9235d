"""A count of tries is worth nothing after a crash: UNLOGGED, so that it costs next to nothing."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("portal", "0003_history_guard")]
    operations = [
        migrations.RunSQL(
            """
            CREATE UNLOGGED TABLE portal_throttle (
                key text PRIMARY KEY,
                began_at timestamptz NOT NULL,
                hits integer NOT NULL
            )
            """,
            "DROP TABLE portal_throttle",
        ),
    ]
