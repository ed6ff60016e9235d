from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("next_app", "0001_a_table_that_stays")]
    operations = [migrations.RunSQL("UPDATE portal_unit SET name = NULL; SELECT 1 / 0")]
