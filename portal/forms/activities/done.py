"""What was done, heard or counted: outreach, training, notes of opinion, Party figures."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout

from portal.activities import OpinionNote, Outreach, PartyFigures, Training
from portal.activities.opinions import Channel, Group, Mood, names_a_person
from portal.activities.outreach import Audience, Way
from portal.activities.outreach import Topic as OutreachTopic
from portal.activities.training import Topic
from portal.forms.activities.base import AROUND, EntryForm, Strike, box, choice, count, pair
from portal.forms.dated_choices import AnyUnitField
from portal.forms.dates import DateField
from portal.forms.texts import LongTextField, TextField
from portal.text import day


class NoteOutreach(EntryForm):
    model = Outreach
    title = TextField(label="Nội dung tuyên truyền")
    topic = choice("Chuyên đề", OutreachTopic)
    way = choice("Hình thức", Way)
    audience = choice("Đối tượng", Audience)
    times = count("Số cuộc hoặc số tin, bài", initial=1)
    people = count("Số lượt người", required=False, help_text="Để trống khi không đếm được")
    place = TextField(label="Nơi thực hiện, nơi đăng", required=False, max_length=200)
    result = LongTextField(label="Kết quả", required=False, widget=box(3))

    layout = Layout(
        "programme", "title", "topic", pair("way", "audience"), pair("from_on", "unit"),
        pair("times", "people"), "place", "result", *AROUND,
    )  # fmt: skip


class NoteTraining(EntryForm):
    model = Training
    future = True
    title = TextField(label="Tên lớp")
    topic = choice("Chuyên đề", Topic)
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày", required=False, help_text="Một ngày thì để trống")
    planned = count("Số lượt người theo kế hoạch", required=False)
    people = count("Số lượt người đã học", required=False, help_text="Ghi sau khi lớp kết thúc")
    organiser = TextField(label="Nơi tổ chức", required=False, max_length=200)
    result = LongTextField(label="Kết quả", required=False, widget=box(3))

    layout = Layout(
        "programme", "title", pair("topic", "unit"), pair("from_on", "to_on"),
        pair("planned", "people"), "organiser", "result", *AROUND,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        first, last = data.get("from_on"), data.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", f"Ngày kết thúc không trước ngày bắt đầu, {day(first)}")
        if first and first > self.on and data.get("people"):
            self.add_error("people", "Lớp chưa khai giảng; ghi số này sau khi lớp kết thúc")
        return data


class NoteOpinion(EntryForm):
    model = OpinionNote
    title = TextField(label="Về việc")
    from_on = DateField(label="Ngày nắm tình hình")
    unit = AnyUnitField(label="Đơn vị nắm tình hình")
    group = choice("Nhóm đối tượng", Group)
    channel = choice("Nắm qua", Channel)
    mood = choice("Thái độ chung", Mood)
    text = LongTextField(
        label="Ý kiến, tâm tư, nguyện vọng", max_length=5_000, widget=box(5),
        help_text="Không ghi họ tên, địa chỉ, số điện thoại của ai",
    )  # fmt: skip
    proposal = LongTextField(
        label="Đề xuất của đơn vị", required=False, max_length=5_000, widget=box(3)
    )

    layout = Layout(
        "programme", "title", pair("group", "channel"), pair("from_on", "unit"), "mood", "text",
        "proposal", *AROUND,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name in ("title", "text", "proposal"):
            if names_a_person(data.get(name) or ""):
                self.add_error(name, "Có số điện thoại, số giấy tờ hoặc địa chỉ thư; bỏ đi rồi ghi")
        return data


class NotePartyFigures(EntryForm):
    model = PartyFigures
    title = TextField(label="Tổ chức Đảng", initial="Đảng bộ Sở")
    from_on = DateField(label="Số liệu tính đến ngày")
    cells = count("Chi bộ trực thuộc")
    members = count("Đảng viên")
    probationary = count("Trong đó đảng viên dự bị", required=False)
    committee = count("Ủy viên Ban Chấp hành")
    standing_committee = count("Ủy viên Ban Thường vụ", required=False)
    source = TextField(label="Theo văn bản, báo cáo", required=False, max_length=200)

    layout = Layout(
        "title", pair("from_on", "unit"), "programme", pair("cells", "members"),
        pair("probationary", "committee"), "standing_committee", "source", *AROUND,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.fits(data, "probationary", "members", "Không quá số đảng viên")
        self.fits(data, "committee", "members", "Không quá số đảng viên")
        self.fits(data, "standing_committee", "committee", "Không quá số ủy viên Ban Chấp hành")
        day_taken = PartyFigures.objects.kept().filter(from_on=data.get("from_on"))
        if day_taken.exclude(pk=self.subject.pk).exists():
            self.add_error("from_on", "Số liệu ngày này đã có trong sổ; mở dòng đó để sửa")
        return data

    def fits(self, data: dict[str, Any], part: str, whole: str, words: str) -> None:
        if None not in (data.get(part), data.get(whole)) and data[part] > data[whole]:
            self.add_error(part, f"{words}: {data[whole]}")


class AmendOutreach(NoteOutreach):
    step = "amend"


class AmendTraining(NoteTraining):
    step = "amend"


class AmendOpinion(NoteOpinion):
    step = "amend"


class AmendPartyFigures(NotePartyFigures):
    step = "amend"


class StrikeOutreach(Strike):
    model = Outreach


class StrikeTraining(Strike):
    model = Training


class StrikeOpinion(Strike):
    model = OpinionNote


class StrikePartyFigures(Strike):
    model = PartyFigures
