"""A measure is the words of an execution, which has figures, unit and how far it is."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("citizens", "0044_destroyed_records_say_so")]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="execution",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="measure_words",
                to="citizens.execution",
            ),
        ),
        migrations.AlterField(
            model_name="measure",
            name="kind",
            field=models.CharField(
                choices=[
                    ("thu_tien", "Thu hồi tiền cho Nhà nước"),
                    ("thu_dat", "Thu hồi đất cho Nhà nước"),
                    ("tra_tien", "Trả lại tiền cho tổ chức, cá nhân"),
                    ("tra_dat", "Trả lại đất cho tổ chức, cá nhân"),
                    ("xu_ly", "Xử lý hành chính tổ chức, cá nhân"),
                    ("khoi_to", "Chuyển cơ quan điều tra, khởi tố"),
                    ("khac", "Việc khác phải thi hành"),
                    ("khong", "Không có nội dung phải xử lý"),
                ],
                max_length=16,
                verbose_name="việc xử lý",
            ),
        ),
    ]
