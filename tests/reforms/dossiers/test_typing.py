"""The grid of II.06a, the page of a period, its rows."""

import pytest

from portal.history import Event
from reforms.models import DossierCount
from tests.cast import person, place
from tests.reforms.dossiers.conftest import PARTS

pytestmark = pytest.mark.django_db
TYPE = "/cai-cach/ho-so/nhap/?ky=2026-t10&don-vi=nguoi-co-cong"


@pytest.fixture
def keeper(units):
    user = person("hien", "Lê Thu Hiền")
    place(user, "procedure_officer", unit=units["van-phong"])
    return user


@pytest.fixture
def typed(client, keeper, fields):
    client.force_login(keeper)

    def sent(field="nguoi-co-cong", **numbers):
        told = {f"{field}-{name}": value for name, value in (PARTS | numbers).items()}
        return client.post(TYPE, told)

    return sent


def test_a_row_is_typed_and_stands(typed):
    assert typed(post_in=3).status_code == 302
    row = DossierCount.objects.get()
    assert (row.unit.code, row.online, row.post_in, row.post_out) == ("nguoi-co-cong", 30, 3, None)
    assert Event.objects.filter(stream="bieu/ii-06a", step="type").count() == 1


def test_typing_it_again_changes_it(typed):
    typed()
    typed(online=31, done_late=3)
    assert DossierCount.objects.get().online == 31


def test_a_row_that_is_emptied_goes(typed):
    typed()
    assert typed(**dict.fromkeys(PARTS, "")).status_code == 302
    assert not DossierCount.objects.exists()


def test_parts_that_do_not_add_up_come_back_with_the_difference(typed):
    page = typed(online=32)
    assert page.status_code == 422
    assert "lệch 2." in page.content.decode()
    assert 'value="32"' in page.content.decode()
    assert not DossierCount.objects.exists()


def test_the_office_is_not_counted_beside_its_units(typed, count_of):
    count_of(unit=None)
    assert "không cả hai" in typed().content.decode()


def test_what_the_month_before_left_is_offered(client, keeper, count_of):
    from tests.reforms.dossiers.conftest import SEPTEMBER

    count_of(**SEPTEMBER)
    client.force_login(keeper)
    page = client.get(TYPE).content.decode()
    assert "kỳ trước còn 10" in page


def test_a_month_that_was_not_yet_is_no_page(client, keeper, fields):
    client.force_login(keeper)
    assert client.get("/cai-cach/ho-so/nhap/?ky=2027-t1").status_code == 400
    assert client.get("/cai-cach/ho-so/nhap/?ky=2026-q3").status_code == 400


def test_the_page_tells_both_rates_by_name(client, lan, count_of):
    count_of(post_in=3)
    client.force_login(lan)
    page = client.get("/cai-cach/ho-so/?ky=2026-q4").content.decode()
    assert "94,0%" in page  # (20+18+9) / (40+10)
    assert "95,0%" in page  # (20+18) / 40
    assert "6,7%" in page  # post 3 of 45 received
    assert "chưa có số liệu" in page


def test_the_page_opens_its_rows_in_few_statements(
    client, lan, count_of, django_assert_max_num_queries
):
    for field in ("nguoi-co-cong", "tre-em"):
        count_of(field=field)
        count_of(field=field, unit="lao-dong")
    client.force_login(lan)
    client.get("/cai-cach/ho-so/?ky=2026-t10")
    with django_assert_max_num_queries(13):
        client.get("/cai-cach/ho-so/?ky=2026-t10")
    rows = "/cai-cach/ho-so/dong/?ky=2026-t10&linh-vuc=tre-em"
    client.get(rows)
    with django_assert_max_num_queries(13):
        page = client.get(rows).content.decode()
    assert page.count("01/10/2026 – 31/10/2026") == 2


def test_rows_of_several_years_are_asked_by_their_days(client, lan, count_of):
    count_of()
    client.force_login(lan)
    page = client.get("/cai-cach/ho-so/dong/?ky=2024-01-01_2026-12-31").content.decode()
    assert "01/10/2026 – 31/10/2026" in page
    assert client.get("/cai-cach/ho-so/dong/?ky=hom-nay").status_code == 400


def test_the_clerk_reads_but_does_not_type(client, mai, fields):
    client.force_login(mai)
    assert client.get("/cai-cach/ho-so/").status_code == 200
    assert client.get(TYPE).status_code == 404
    assert client.get("/cai-cach/ho-so/tep/?ky=2026-t10").status_code == 200
