"""Tuyên truyền: in which form, to whom, how many were reached."""

from __future__ import annotations

from django.db import models

from portal.activities.entries import Entry


class Way(models.TextChoices):
    MEETING = "hoi-nghi", "Hội nghị, cuộc họp"
    LESSON = "lop", "Lớp phổ biến, nói chuyện chuyên đề"
    ARTICLE = "bai-viet", "Tin, bài trên cổng hoặc báo"
    BROADCAST = "phat-thanh", "Phát thanh, truyền hình"
    NETWORK = "mang-xa-hoi", "Mạng xã hội"
    PRINT = "to-roi", "Tờ rơi, pa nô, áp phích"
    CONTEST = "cuoc-thi", "Cuộc thi, hội thi"
    VISIT = "tai-co-so", "Tuyên truyền trực tiếp tại cơ sở"
    OTHER = "khac", "Hình thức khác"


class Audience(models.TextChoices):
    STAFF = "can-bo", "Cán bộ, công chức, viên chức, người lao động"
    PARTY = "dang-vien", "Đảng viên"
    CITIZENS = "nhan-dan", "Nhân dân"
    BENEFICIARIES = "doi-tuong", "Đối tượng phục vụ của ngành"
    WORKERS = "lao-dong", "Người lao động ở doanh nghiệp"
    EMPLOYERS = "doanh-nghiep", "Doanh nghiệp, người sử dụng lao động"


class Topic(models.TextChoices):
    DEMOCRACY = "dan-chu", "Thực hiện dân chủ ở cơ sở"
    MASS = "dan-van", "Công tác dân vận, “Dân vận khéo”"
    EXAMPLE = "hoc-tap", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
    REFORM = "cai-cach", "Cải cách hành chính"
    ONLINE = "truc-tuyen", "Dịch vụ công trực tuyến"
    POST = "buu-chinh", "Bưu chính công ích"
    INTEGRITY = "phong-chong", "Phòng, chống tham nhũng, lãng phí"
    POLICY = "chinh-sach", "Chính sách của ngành"
    OTHER = "khac", "Nội dung khác"


class Outreach(Entry):
    """Hoạt động tuyên truyền."""

    stream_kind = "tuyen-truyen"
    book, path = "TTR", "tuyen-truyen"
    told = ("topic", "way", "audience", "times", "people", "place", "result")

    topic = models.CharField("chuyên đề", max_length=12, choices=Topic, default=Topic.OTHER)
    way = models.CharField("hình thức", max_length=12, choices=Way)
    audience = models.CharField("đối tượng", max_length=12, choices=Audience)
    times = models.PositiveIntegerField("số cuộc, số tin bài", default=1)
    people = models.PositiveIntegerField("số lượt người", null=True, blank=True)
    place = models.CharField("nơi thực hiện, nơi đăng", max_length=200, blank=True)
    result = models.TextField("kết quả", blank=True)

    class Meta(Entry.Meta):
        verbose_name = "tuyên truyền"
