from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("citizens", "0013_levels_and_regimes")]

    operations = [migrations.RenameField("decision", "check", "rechecked")]
