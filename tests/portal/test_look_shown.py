"""/giao-dien/ shows every fragment in every state: no words of a fragment stand there unseen."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.template.base import TextNode
from django.test import Client

from portal.views.look.specimens import GROUPS, Specimen
from tests.portal.look_pages import NAMES, Addresses, draw

pytestmark = pytest.mark.django_db
FOLDER = Path(settings.BASE_DIR, "templates/portal")
FRAGMENTS = sorted(f"portal/{file.name}" for file in FOLDER.glob("_*.html"))
ELSEWHERE = {
    "portal/_lock.html",  # in the frame of whoever signed in with a password
    "portal/_me.html",  # the same
    "portal/_record_steps.html",  # its way to an article needs a record that can become one
}


def unseen(seen: set[int], fragments: list[str]) -> list[str]:
    """Words of a branch that no page took."""
    found = []
    for name in fragments:
        nodes = engines["django"].get_template(name).template.nodelist
        texts = [node for node in nodes.get_nodes_by_type(TextNode) if node.s.strip()]
        found += [f"{name}: {node.s.strip()[:60]}" for node in texts if id(node) not in seen]
    return found


@pytest.fixture
def seen(monkeypatch, settings, lan):
    settings.ROOT_URLCONF = Addresses
    drawn = set()
    monkeypatch.setattr(
        TextNode, "render_annotated", lambda node, context: drawn.add(id(node)) or node.s
    )
    for name in NAMES:
        draw(name, user=lan)
    return drawn


def test_every_branch_of_every_fragment_is_shown(seen):
    left = unseen(seen, [name for name in FRAGMENTS if name not in ELSEWHERE])
    assert not left, "\n".join(left)


def test_a_branch_that_no_sample_takes_would_be_seen(seen):
    assert unseen(seen, ["portal/bulk/run.html"])


def test_a_group_tells_its_ids_apart():
    states = [each.state for each in GROUPS["day-du"].specimens]
    assert len(states) == len(set(states))
    assert isinstance(GROUPS["day-du"].specimens[0], Specimen)


def test_a_shade_is_asked_for_in_the_address(lan):
    client = Client()
    client.force_login(lan)
    assert 'data-theme="dark"' in client.get("/giao-dien/day-du/?nen=toi").content.decode()
    assert "data-theme" not in client.get("/giao-dien/day-du/?nen=x").content.decode()


def test_the_index_names_every_page_and_a_form_is_sent_nowhere(lan):
    client = Client()
    client.force_login(lan)
    page = client.get("/giao-dien/").content.decode()
    assert [name for name in NAMES if f'"/giao-dien/{name}/"' not in page] == []
    assert client.post("/giao-dien/gui-don/", {}).url == "/giao-dien/gui-don/"
    assert client.get("/giao-dien/khong-co/").status_code == 404
