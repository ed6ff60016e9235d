"""The trial's denunciations go their way by the verbs."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from citizens.models import Denunciation, Protection
from portal.management.demo import denunciations


def test_three_envelopes_are_taken_up(way, lan, ha, minh):
    today = timezone.localdate()
    for ago in (12, 9, 1):
        way.envelope(on=today - timedelta(days=ago))
    people = {"lan": lan, "ha": ha, "minh": minh}
    denunciations.fill(Staff(people), today=today)
    stages = [*Denunciation.objects.order_by("pk").values_list("stage", flat=True)]
    assert stages == ["da-ket-luan", "dang-xac-minh", "xu-ly-ban-dau"]
    assert Protection.objects.count() == 1


class Staff(SimpleNamespace):
    def __init__(self, people) -> None:
        super().__init__(people=people)

    def __getitem__(self, name: str):
        return self.people[name]
