"""What papers say beside their text is the office's, from a day on, within Decree 30."""

from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from docx import Document

from portal.documents import Sheet, write_sheet
from portal.office import office
from portal.paper_style import PaperStyle, paper_style
from tests.cast import client_of

pytestmark = pytest.mark.django_db
ADDRESS = "/quan-tri/the-thuc/moi/"
NEW = {
    "valid_from": "01/9/2026",
    "head_title": "Chi cục trưởng",
    "copies": "Như trên; Thanh tra tỉnh (để báo cáo)",
    "filed": "VT, HS",
    "body_size": "13",
}


def test_until_the_office_decides_papers_are_as_the_decree_has_them():
    style = paper_style(date(2026, 7, 1))
    assert (style.head_title, style.body_size) == ("Giám đốc", 14)
    assert style.recipients("TTS") == "- Như trên;\n- Lưu: VT, TTS."


def test_a_version_holds_from_its_day_on(quantri):
    assert client_of(quantri).post(ADDRESS, NEW).status_code == 302
    assert paper_style(date(2026, 8, 31)).head_title == "Giám đốc"
    style = paper_style(date(2026, 9, 1))
    assert style.recipients() == "- Như trên;\n- Thanh tra tỉnh (để báo cáo);\n- Lưu: VT, HS."


def test_a_size_that_the_decree_does_not_know_is_refused(quantri):
    page = client_of(quantri).post(ADDRESS, NEW | {"body_size": "12"})
    assert page.status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperStyle.objects.create(valid_from=date(2026, 9, 1), body_size=12)


def test_the_word_file_has_the_size():
    on, file = date(2026, 9, 1), BytesIO()
    told = {"number": "1", "dated": "", "title": "Thông báo", "subject": "", "text": "Lời văn."}
    more = {"recipients": "", "signs_as": ["Giám đốc"], "signer": "Phạm Thị Hà"}
    write_sheet(file, Sheet(office=office(on), body_size=13, **told, **more))
    assert Document(file).styles["Normal"].font.size.pt == 13
