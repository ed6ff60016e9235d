"""The register of acts refuses changes: plain triggers against everybody, revoked rights besides.

ENABLE ALWAYS: no session setting switches them off. Values of an event may be erased, never
changed; a stream's head may move on, never disappear.
"""

from django.conf import settings
from django.db import migrations

GUARD = """
CREATE FUNCTION history_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the register of acts is append-only: % on % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON portal_event
    FOR EACH ROW EXECUTE FUNCTION history_refuses();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON portal_event
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuses();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON portal_dailyline
    FOR EACH ROW EXECUTE FUNCTION history_refuses();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON portal_dailyline
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuses();
CREATE TRIGGER never_changed BEFORE UPDATE ON portal_eventvalues
    FOR EACH ROW EXECUTE FUNCTION history_refuses();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON portal_eventvalues
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuses();
CREATE TRIGGER never_removed BEFORE DELETE ON portal_head
    FOR EACH ROW EXECUTE FUNCTION history_refuses();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON portal_head
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuses();

ALTER TABLE portal_event ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE portal_event ENABLE ALWAYS TRIGGER never_emptied;
ALTER TABLE portal_dailyline ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE portal_dailyline ENABLE ALWAYS TRIGGER never_emptied;
ALTER TABLE portal_eventvalues ENABLE ALWAYS TRIGGER never_changed;
ALTER TABLE portal_eventvalues ENABLE ALWAYS TRIGGER never_emptied;
ALTER TABLE portal_head ENABLE ALWAYS TRIGGER never_removed;
ALTER TABLE portal_head ENABLE ALWAYS TRIGGER never_emptied;
"""

OPENED = """
DROP FUNCTION history_refuses() CASCADE;
"""


def revoke(apps, schema_editor) -> None:
    """Where one role does both, the triggers alone must do."""
    if settings.RUN_TIME_ROLE == settings.OWNER_ROLE:
        return
    role = schema_editor.quote_name(settings.RUN_TIME_ROLE)
    appended = "portal_event, portal_dailyline"
    schema_editor.execute(
        f"REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON {appended} FROM {role}"
    )
    schema_editor.execute(f"REVOKE UPDATE, TRUNCATE, TRIGGER ON portal_eventvalues FROM {role}")
    schema_editor.execute(f"REVOKE DELETE, TRUNCATE, TRIGGER ON portal_head FROM {role}")


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_tables")]
    operations = [
        migrations.RunSQL(GUARD, OPENED),
        migrations.RunPython(revoke, migrations.RunPython.noop),
    ]
