"""A list of a year in which nothing stands yet."""

import pytest

from tests.cast import client_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("at", ["/dan-chu/mo-hinh/", "/hoat-dong/dao-tao/", "/ke-hoach/"])
def test_a_link_to_a_year_without_rows_opens_an_empty_list(ha, at):
    assert client_of(ha).get(f"{at}?nam=2026&don-vi=lao-dong").status_code == 200


def test_what_is_no_year_is_told(ha):
    assert client_of(ha).get("/ke-hoach/?nam=20x6").status_code == 400
