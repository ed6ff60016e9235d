"""Every chapter of the guide, as staff and as citizens read it."""

from collections.abc import Iterator

from django.urls import reverse

from portal.views.guide.chapters import TO_CITIZENS, chapters
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.subjects import seen


def guiding(world: World) -> Iterator[Face]:
    yield seen(world, "guide-for-citizens", NOBODY, reverse("guide-for-citizens"))
    for name in sorted(chapters().keys() - {TO_CITIZENS}):
        yield seen(world, "guide-chapter", "officer", reverse("guide-chapter", args=[name]), name)
