"""Periodic reports move to the kernel, where reform reports too; what was written goes along."""

from django.db import migrations

MOVE = """
INSERT INTO portal_report
    (id, code, version, programme, outline, title, from_on, to_on, stage, signed_on, kept_figures,
     reference, dated_on, directive_id, officer_id, signer_id, unit_id)
SELECT id, code, version, 'dan-chu', outline, title, from_on, to_on, stage, signed_on, kept_figures,
       reference, dated_on, directive_id, officer_id, signer_id, unit_id
FROM democracy_report;
INSERT INTO portal_reporttext (id, report_id, section, text, by_id, "on")
SELECT id, report_id, section, text, by_id, "on" FROM democracy_reporttext;
SELECT setval(pg_get_serial_sequence('portal_report', 'id'),
              (SELECT coalesce(max(id), 0) + 1 FROM portal_report), false);
SELECT setval(pg_get_serial_sequence('portal_reporttext', 'id'),
              (SELECT coalesce(max(id), 0) + 1 FROM portal_reporttext), false);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("democracy", "0016_meetings_of_committees"),
        ("portal", "0026_periodic_reports_of_every_programme"),
    ]

    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel("ReportText"),
        migrations.DeleteModel("Report"),
    ]
