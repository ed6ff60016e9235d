from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0018_month_tallies"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("stopped_on", None)),
                fields=["rule", "case"],
                name="clock_open_of_rule",
            ),
        ),
    ]
