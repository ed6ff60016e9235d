from django.db import migrations, models

FILLED = """
    INSERT INTO citizens_monthtally (what, month, slot, amount, days)
    SELECT what, month, 0, sum(amount), sum(days) FROM citizens_tally GROUP BY what, month
"""


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0017_questions_and_parts"),
    ]

    operations = [
        migrations.CreateModel(
            name="MonthTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("received", "Đơn tiếp nhận"),
                            ("handled", "Đơn đã xử lý"),
                            ("opened", "Vụ việc mở"),
                            ("settled_on_time", "Giải quyết đúng hạn"),
                            ("settled_late", "Giải quyết quá hạn"),
                        ],
                        max_length=16,
                    ),
                ),
                ("month", models.DateField()),
                ("slot", models.PositiveSmallIntegerField(default=0)),
                ("amount", models.BigIntegerField(default=0)),
                ("days", models.BigIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("month", "what", "slot"), name="one_month_tally_row"
                    )
                ],
            },
        ),
        migrations.RunSQL(FILLED, migrations.RunSQL.noop),
    ]
