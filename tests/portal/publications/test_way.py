"""From the draft to the site: nobody approves their own, an hour is an hour, pictures are bare."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from PIL import Image

from portal.attachments import File
from portal.publications import Article, redraw
from portal.publications.redrawing import MOST_POINTS, SIZES
from portal.submissions import submit
from portal.workflow import Refused
from tests.portal.publications.conftest import AT, ON, facts_of
from tests.portal.specimens import bomb

pytestmark = pytest.mark.django_db


def photograph(*, size=(1800, 1200), kind="JPEG") -> bytes:
    """With the place, the owner and the machine that a telephone writes into it."""
    picture = Image.effect_mandelbrot(size, (-2, -1.5, 1, 1.5), 40).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x8298], exif[0x0112] = "Máy ảnh", "Chủ ảnh Thảo", 6
    exif.get_ifd(0x8825)[2] = (21.0, 2.0, 3.0)
    held = BytesIO()
    picture.save(held, kind, exif=exif)
    return held.getvalue()


def test_the_text_is_cleaned_by_the_verb(draft, minh):
    draft.edit(by=minh, on=ON, body="<p onclick=x>Chữ<script>1</script></p>")
    draft.refresh_from_db()
    assert draft.body == "<p>Chữ</p>"


def test_an_article_without_a_word_is_none(minh, units):
    with pytest.raises(Refused, match="Chưa có nội dung"):
        Article.compose(by=minh, on=ON, **facts_of(units["nguoi-co-cong"], body="<p> </p>"))


def test_nobody_approves_what_they_wrote_or_changed_last(draft, nga, ha):
    draft.edit(by=nga, on=ON, title="Tên khác")
    with pytest.raises(Refused, match="không tự duyệt"):
        draft.publish(by=nga, on=ON, at=AT)
    draft.publish(by=ha, on=ON, at=AT)
    assert draft.stage == "published"


def test_an_officer_does_not_publish(draft, lan):
    with pytest.raises(Refused, match="lãnh đạo cơ quan hoặc Biên tập viên"):
        draft.publish(by=lan, on=ON, at=AT)


def test_it_waits_for_the_editor_alone(draft, minh, nga):
    sent = submit(draft, Article.workflow["publish"], by=minh, on=ON, payload={})
    assert [sent.reader.user, len(sent.line)] == [nga, 1]


def test_without_an_editor_it_goes_up_the_line(draft, minh, ha):
    sent = submit(draft, Article.workflow["publish"], by=minh, on=ON, payload={})
    assert sent.reader.user == ha


def test_an_editors_own_goes_to_the_director(nga, ha, units):
    one = Article.compose(by=nga, on=ON, **facts_of(units["van-phong"]))
    assert submit(one, Article.workflow["publish"], by=nga, on=ON, payload={}).reader.user == ha


def test_what_is_being_read_stays_as_it_is(draft, minh, nga):
    submit(draft, Article.workflow["publish"], by=minh, on=ON, payload={})
    with pytest.raises(Refused, match="rút phiếu trình"):
        draft.edit(by=minh, on=ON, title="Khác")


def test_it_is_shown_from_its_hour_on(draft, ha):
    draft.publish(by=ha, on=ON, at=AT)
    assert not Article.objects.news(at=AT - timedelta(minutes=1)).exists()
    assert Article.objects.news(at=AT).get() == draft


def test_taken_back_it_is_gone_and_can_be_written_anew(shown, ha, minh):
    shown.withdraw(by=ha, on=ON, reason="Số liệu nhầm")
    assert not Article.objects.news(at=AT).exists()
    shown.rework(by=minh, on=ON)
    assert (shown.stage, shown.published_at, shown.withdrawn_because) == ("draft", None, "")


def test_the_newest_wording_of_a_page_holds_from_its_hour(written):
    first = written("chuc-nang-nhiem-vu", "<p>Cũ</p>")
    later = written("chuc-nang-nhiem-vu", "<p>Mới</p>", at=AT + timedelta(days=1))
    wordings = Article.objects.of_page
    assert wordings(first.page, at=AT).first() == first
    assert list(wordings(first.page, at=AT + timedelta(days=1))) == [later, first]


def test_an_article_stands_in_one_place(draft, written):
    page = written("chuc-nang-nhiem-vu", "<p>Chữ</p>").page
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=draft.pk).update(page=page)


def test_a_picture_keeps_nothing_but_its_points(draft, minh):
    sent = photograph()
    assert b"Exif" in sent
    draft.add_picture(by=minh, on=ON, picture=redraw(sent, "z.jpg"), alt="Đoàn thăm gia đình")
    one = draft.pictures.get()
    for file, (width, most) in zip((one.file, one.large), SIZES, strict=True):
        kept = open_file(file)
        assert file.size <= most
        assert max(kept.size) <= width * 2
        assert dict(kept.getexif()) == {}
        assert not {"exif", "xmp", "icc_profile"} & set(kept.info)
    assert (one.width, one.height) == (640, 960)  # upright, as it was held


def open_file(file: File) -> Image.Image:
    from django.core.files.storage import default_storage

    return Image.open(BytesIO(default_storage.open(file.path).read()))


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"x" * 90, photograph()[:900], bomb()],
    ids=["nothing", "another kind", "half", "cut off", "a package"],
)
def test_what_cannot_be_drawn_is_told_in_a_sentence(content):
    with pytest.raises(ValueError, match="Không đọc được ảnh “a"):
        redraw(content, "a.png")


def test_a_picture_of_too_many_points_is_not_drawn():
    held = BytesIO()
    Image.new("1", (8_000, MOST_POINTS // 8_000 + 1)).save(held, "PNG")
    with pytest.raises(ValueError, match="Không đọc được ảnh"):
        redraw(held.getvalue(), "a.png")


def test_a_picture_says_what_it_shows(draft, minh):
    picture = redraw(photograph(size=(60, 50)), "z.jpg")
    with pytest.raises(IntegrityError):
        draft.add_picture(by=minh, on=ON, picture=picture, alt="")


def test_a_picture_is_taken_off_with_its_files(draft, minh):
    picture = redraw(photograph(size=(60, 50)), "z.jpg")
    draft.add_picture(by=minh, on=ON, picture=picture, alt="Đoàn")
    draft.remove_picture(by=minh, on=ON, picture=draft.pictures.get())
    assert not File.objects.exists()
