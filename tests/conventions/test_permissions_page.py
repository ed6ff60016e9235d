"""docs/permissions.md and its second half name every role and every step."""

import pytest

from portal.people import Role
from tests.citizens.roles.addresses import (
    TABLE,
    anybody,
    fetches,
    proposed,
    reads_submission,
    steers_instruction,
    visible,
    visible_visit,
)
from tests.citizens.roles.rights import PAGE
from tests.conventions.kinds import KINDS

STEPS = sorted({step.name for model in KINDS.values() for step in model.workflow})


@pytest.mark.parametrize("role", Role.values)
def test_every_role_stands_on_the_page(role):
    assert f"| `{role}` |" in PAGE


@pytest.mark.parametrize("step", STEPS)
def test_every_step_stands_on_the_page(step):
    assert f"`{step}`" in PAGE


def test_a_step_that_nobody_wrote_down_is_seen():
    assert "`annul_everything`" not in PAGE


# pages behind a position

EVERYBODYS = {
    anybody,
    visible,
    fetches,
    reads_submission,
    steers_instruction,
    proposed,
    visible_visit,
}
RESTRICTED = sorted(
    name
    for name, address in TABLE.items()
    if not address.public and address.rule not in EVERYBODYS and not name.startswith("attachment")
)


@pytest.mark.parametrize("name", [name for name in RESTRICTED if name != "submission-signed"])
def test_every_page_behind_a_position_stands_on_the_page(name):
    assert f"`{name}`" in PAGE
