"""What was to be done in words alone becomes something to be carried out, without figures."""

from django.db import migrations

KINDS = {"ky_luat": "xu_ly", "chuyen_dieu_tra": "khoi_to"}
NOTHING = "khong"


def carry_over(apps, schema_editor):
    Measure = apps.get_model("citizens", "Measure")
    Execution = apps.get_model("citizens", "Execution")
    waiting = Measure.objects.filter(execution=None).exclude(kind=NOTHING)
    for each in waiting.select_related("denunciation__petition", "denunciation__conclusion__paper"):
        each.kind = KINDS.get(each.kind, "khac")
        each.execution = Execution.objects.create(
            denunciation=each.denunciation.petition.denunciation,
            what=each.kind,
            unit=each.denunciation.petition.unit,
            due_on=each.due_on,
            done_on=each.done_on,
            by=each.denunciation.conclusion.paper.approved_by,
            on=each.ordered_on,
        )
        each.save()


class Migration(migrations.Migration):
    dependencies = [("citizens", "0045_measures_have_their_figures")]

    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
