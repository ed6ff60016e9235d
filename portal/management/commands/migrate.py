from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.exceptions import InconsistentMigrationHistory

from portal.management.first_migration import neighbours_drawn_late
from portal.management.schema import as_owner, let_the_run_time_role_work, one_at_a_time

OF_AN_EARLIER_BUILD = (
    "Cơ sở dữ liệu này do một bản Cổng khác lập, bản này không nâng cấp được."
    " Chạy thử: xóa thư mục dữ liệu (PORTAL_VAR, mặc định là var) hoặc chọn thư mục trống rồi chạy"
    " lại. Đang dùng thật: dừng lại, mở bằng đúng bản Cổng đã lập nó."
)


class Command(migrate.Command):
    """Django's own, in the name of the role that owns the tables."""

    def handle(self, *args, **options):
        connection = connections[options["database"]]
        with as_owner(connection), one_at_a_time(connection):
            let_the_run_time_role_work(connection)
            try:
                with neighbours_drawn_late(connection):
                    super().handle(*args, **options)
            except InconsistentMigrationHistory as fault:
                raise CommandError(OF_AN_EARLIER_BUILD) from fault
