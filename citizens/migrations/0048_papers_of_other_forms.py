"""Papers that belong to no step of the law: which form they follow."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("citizens", "0047_measures_leave_days_to_their_figures")]

    operations = [
        migrations.AddField(
            "paper",
            "form",
            models.CharField("biểu mẫu", max_length=40, blank=True, default="", db_default=""),
        ),
        migrations.AlterField(
            "paper",
            "kind",
            models.CharField(
                "loại văn bản",
                max_length=20,
                choices=[
                    ("phieu_huong_dan", "Phiếu hướng dẫn"),
                    ("phieu_chuyen", "Phiếu chuyển đơn"),
                    ("tra_lai", "Văn bản trả lại đơn"),
                    ("yeu_cau_bo_sung", "Văn bản yêu cầu bổ sung"),
                    ("tb_thu_ly", "Thông báo thụ lý giải quyết khiếu nại"),
                    ("tb_khong_thu_ly", "Thông báo không thụ lý giải quyết khiếu nại"),
                    ("qd_xac_minh", "Quyết định xác minh nội dung khiếu nại"),
                    ("giay_moi", "Giấy mời đối thoại"),
                    ("vb_phuc_tap", "Văn bản xác định vụ việc phức tạp"),
                    ("qd_tam_dinh_chi", "Quyết định tạm đình chỉ giải quyết khiếu nại"),
                    ("qd_tiep_tuc", "Quyết định tiếp tục giải quyết khiếu nại"),
                    ("qd_dinh_chi", "Quyết định đình chỉ giải quyết khiếu nại"),
                    ("qd_giai_quyet", "Quyết định giải quyết khiếu nại"),
                    ("vb_thi_hanh", "Văn bản chỉ đạo thi hành quyết định"),
                    ("vb_tra_loi", "Văn bản trả lời"),
                    ("vb_phuc_dap", "Văn bản phúc đáp cơ quan chuyển đơn"),
                    ("vb_don_doc", "Văn bản đôn đốc"),
                    ("van_ban_khac", "Văn bản khác"),
                ],
            ),
        ),
    ]
