from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_tables")]
    operations = [migrations.RunSQL("CREATE TABLE of_the_next_version (id bigint)")]
