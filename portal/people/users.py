"""The people of the office who sign in. What they may do comes from their positions."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.people.positions import Position
from portal.people.units import Unit


class People(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **facts) -> "User":
        """Without a password nobody can sign in until a one-time link sets one."""
        user = self.model(username=username, **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Cán bộ có tài khoản."""

    class Gender(models.TextChoices):
        MAN = "man", "ông"
        WOMAN = "woman", "bà"

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    full_name = models.CharField("họ và tên", max_length=120)
    gender = models.CharField("xưng hô", max_length=10, choices=Gender, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=60, blank=True)
    is_active = models.BooleanField("đang hoạt động", default=True)
    wants_mail = models.BooleanField("nhận nhắc việc qua thư điện tử", default=True)
    quiet_from = models.TimeField("không gửi thư từ", null=True, blank=True)
    quiet_until = models.TimeField("không gửi thư đến", null=True, blank=True)
    list_columns = models.JSONField(default=dict, editable=False)
    """Which columns this person chose to see, by the address of the list."""
    name_key = models.GeneratedField(
        expression=models.Func("full_name", function="vi_name_key"),
        output_field=models.TextField(db_collation="C"),
        db_persist=True,
    )

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    objects = People()

    class Meta:
        ordering = ["name_key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False)
                & ~models.Q(quiet_from=models.F("quiet_until")),
                name="user_quiet_from_until",
            )
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    @property
    def key(self) -> str:
        """How history, which knows no tables, names this person."""
        return self.username

    @property
    def addressed(self) -> str:
        """As in “Ông Trần Văn Bình”; the bare name where nobody wrote down which."""
        title = self.get_gender_display().capitalize()
        return f"{title} {self.full_name}" if title else self.full_name

    @property
    def has_password(self) -> bool:
        """One that could open; whoever has none waits for a first link."""
        return bool(self.password) and self.has_usable_password()

    def positions_on(self, as_of: date) -> list[Position]:
        """Own positions, then those held for somebody who is away (``standing_in``).

        Read once for each day asked about: rights are asked for many times in a request.
        """
        known = self.__dict__.setdefault("_positions_on", {})
        if as_of not in known:
            known[as_of] = Position.objects.held_by(self, as_of=as_of)
        return known[as_of]

    def forget_positions(self) -> None:
        self.__dict__.pop("_positions_on", None)

    def refresh_from_db(self, *args, **kwargs) -> None:
        self.forget_positions()
        super().refresh_from_db(*args, **kwargs)

    def holds(self, *roles: str, as_of: date | None = None) -> bool:
        held = self.positions_on(as_of or timezone.localdate())
        return any(position.role in roles for position in held)

    def _get_session_auth_hash(self, secret=None) -> str:
        """A session ends with the password, and with any change of positions."""
        held = [
            (position.pk, position.role, position.standing_in)
            for position in self.positions_on(timezone.localdate())
        ]
        mixed = f"{self.password} {held}"
        return salted_hmac("portal.session", mixed, secret=secret, algorithm="sha256").hexdigest()

    @property
    def unit(self) -> Unit | None:
        """The unit of the first position held today."""
        held = self.positions_on(timezone.localdate())
        return next((position.unit for position in held if position.unit_id), None)

    @property
    def title(self) -> str:
        held = self.positions_on(timezone.localdate())
        return held[0].printed_title if held else ""
