"""The categories and pages with which a new portal begins; the office changes them as it likes."""

from __future__ import annotations

from portal.publications.places import Category, SitePage

CATEGORIES = (
    ("tin-hoat-dong", "Tin hoạt động"),
    ("thong-bao", "Thông báo"),
    ("chinh-sach-moi", "Chính sách mới"),
    ("dan-chu-co-so", "Dân chủ cơ sở"),
    ("cai-cach-hanh-chinh", "Cải cách hành chính"),
    ("chinh-tri-xa-hoi", "Chính trị – Xã hội"),
    ("nguoi-tot-viec-tot", "Người tốt, việc tốt"),
)
PAGES = (
    ("chuc-nang-nhiem-vu", "Chức năng, nhiệm vụ"),
    ("co-cau-to-chuc", "Cơ cấu tổ chức"),
    ("lich-su", "Lịch sử hình thành"),
    ("lien-he", "Liên hệ"),
    ("tro-nang", "Trợ năng"),
    ("bao-ve-thong-tin", "Bảo vệ thông tin cá nhân"),
)


def deliver_places() -> None:
    """Only where nothing stands yet: what was taken away does not come back."""
    if not Category.objects.exists():
        Category.objects.bulk_create(
            Category(code=code, name=name, order=place)
            for place, (code, name) in enumerate(CATEGORIES, 1)
        )
    if not SitePage.objects.exists():
        SitePage.objects.bulk_create(
            SitePage(code=code, title=title, order=place)
            for place, (code, title) in enumerate(PAGES, 1)
        )
