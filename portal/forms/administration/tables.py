"""What the administrator edits: accounts, positions, units, fields, lines, the office."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q

from portal.fields import Agency, Commune, Field, FieldCharge, FieldColumn
from portal.forms.administration.rows import Row, box_for
from portal.instruments import Issuer
from portal.office import Office
from portal.people import Body, Position, StandIn, Unit, User
from portal.publications import Category, SiteLink, SitePage
from portal.search import Synonym
from portal.text import day


class UserForm(Row):
    class Meta:
        model = User
        fields = ("username", "full_name", "gender", "email", "phone")
        formfield_callback = box_for

    def __init__(self, *args, **options) -> None:
        """Opened and closed by acts of their own; the history names people by the username."""
        super().__init__(*args, **options)
        if self.instance.pk:
            self.fields["username"].disabled = True
            self.fields["username"].help_text = "Không đổi được: nhật ký ghi người bằng tên này"

    def keep(self, *, by: User, at: datetime) -> models.Model:
        """Nobody can sign in before a one-time link has set a password."""
        if not self.instance.pk:
            self.instance.set_unusable_password()
        return self.save()


class PositionForm(Row):
    class Meta:
        model = Position
        fields = ("user", "role", "title", "unit", "body", "fields", "opened_on", "closed_on")
        widgets = {"fields": forms.CheckboxSelectMultiple}
        formfield_callback = box_for

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        charges: Any = self.fields["fields"]
        charges.queryset = Field.objects.top()
        charges.help_text = "Dành cho Phó Giám đốc: ký thay trong các lĩnh vực này."


class StandInForm(Row):
    class Meta:
        model = StandIn
        fields = ("absent", "stand_in", "from_on", "to_on", "decision_number", "decided_on")
        formfield_callback = box_for


class UnitForm(Row):
    class Meta:
        model = Unit
        fields = (
            *("code", "name", "short_name", "kind", "parent", "phone", "meets_people"),
            "opened_on",
        )
        formfield_callback = box_for


class BodyForm(Row):
    class Meta:
        model = Body
        fields = ("code", "name", "kind", "opened_on", "closed_on")
        formfield_callback = box_for


class FieldForm(Row):
    class Meta:
        model = Field
        fields = (
            *("code", "name", "parent", "order", "competent"),
            *("opened_on", "closed_on", "successor_agency"),
        )
        formfield_callback = box_for


class FieldChargeForm(Row):
    class Meta:
        model = FieldCharge
        fields = ("field", "unit", "opened_on", "closed_on")
        formfield_callback = box_for


class FieldColumnForm(Row):
    class Meta:
        model = FieldColumn
        fields = ("field", "kind", "column", "valid_from", "valid_to")
        formfield_callback = box_for

    def clean(self) -> dict[str, Any]:
        """At any time one column counts a field."""
        data = super().clean() or {}
        first, last = data.get("valid_from"), data.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", "Ngày cuối đang trước ngày đầu")
        elif not self.errors and (other := self.beside(data).first()):
            since = f" từ {day(other.valid_from)}" if other.valid_from else ""
            self.add_error(
                "valid_from",
                f"Lĩnh vực này đang được đếm vào cột {other.get_column_display()}{since};"
                " ghi ngày cuối cho cột đó trước",
            )
        return data

    def beside(self, data: dict[str, Any]) -> models.QuerySet[FieldColumn]:
        """Versions of the same field and kind that hold at the same time."""
        rows = FieldColumn.objects.filter(field=data["field"], kind=data["kind"])
        if data["valid_to"]:
            rows = rows.filter(Q(valid_from=None) | Q(valid_from__lte=data["valid_to"]))
        if data["valid_from"]:
            rows = rows.filter(Q(valid_to=None) | Q(valid_to__gte=data["valid_from"]))
        return rows.exclude(pk=self.instance.pk)


class AgencyForm(Row):
    class Meta:
        model = Agency
        fields = ("name", "address", "phone", "opened_on", "closed_on")
        formfield_callback = box_for


class CommuneForm(Row):
    class Meta:
        model = Commune
        fields = (
            *("code", "name", "mountainous", "ethnic", "remote_area"),
            *("opened_on", "closed_on"),
        )
        formfield_callback = box_for


class IssuerForm(Row):
    class Meta:
        model = Issuer
        fields = ("code", "name", "kind", "opened_on", "closed_on", "successor")
        formfield_callback = box_for


class OfficeForm(Row):
    class Meta:
        model = Office
        fields = (
            *("valid_from", "name", "short_name", "province", "parent_body", "symbol", "place"),
            *("address", "phone", "email", "hours", "licence", "responsible_person"),
        )
        formfield_callback = box_for

    def keep(self, *, by: User, at: datetime) -> models.Model:
        """A new version goes on with the emblem and the colour of the one before."""
        if not self.instance.pk and (before := self.before()):
            self.instance.emblem, self.instance.accent = before.emblem, before.accent
        return self.save()

    def before(self) -> Office | None:
        return Office.objects.valid(as_of=self.cleaned_data["valid_from"]).first()


class SynonymForm(Row):
    class Meta:
        model = Synonym
        fields = ("word", "means")
        formfield_callback = box_for


class CategoryForm(Row):
    class Meta:
        model = Category
        fields = ("code", "name", "order", "opened_on", "closed_on")
        formfield_callback = box_for


class SitePageForm(Row):
    class Meta:
        model = SitePage
        fields = ("code", "title", "order", "opened_on", "closed_on")
        formfield_callback = box_for


class SiteLinkForm(Row):
    class Meta:
        model = SiteLink
        fields = ("title", "url", "kind", "order", "opened_on", "closed_on")
        formfield_callback = box_for
