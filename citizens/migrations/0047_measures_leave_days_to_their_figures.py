"""When it is due and when it was done is known of the execution; the columns stay for the version
that still serves."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("citizens", "0046_carry_measures_over")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveConstraint(model_name="measure", name="measure_done_after_order"),
                migrations.RemoveField(model_name="measure", name="done_on"),
                migrations.RemoveField(model_name="measure", name="due_on"),
            ]
        )
    ]
