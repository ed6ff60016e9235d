"""What an export leaves out, each with a reason that the protocol tells."""

from __future__ import annotations

SIGNING_IN = "cách đăng nhập vào Cổng này, không dùng được ở nơi khác"
WORKINGS = "việc vận hành của Cổng này, không phải hồ sơ"
TYPING = "nội dung đang nhập dở, chưa thành hồ sơ"
RECKONED = "tính lại được từ các bảng khác"
KEYED = "mã tra cứu lưu dạng băm bằng khóa của Cổng này"


def of(app: str, reason: str, *names: str) -> dict[str, str]:
    return {f"{app}.{name}": reason for name in names}


LEFT_OUT = {
    **of("portal", SIGNING_IN, "OneTimeLink", "Passkey", "PrintedCode", "App", "Device", "SignIn"),
    **of("portal", SIGNING_IN, "Restoration", "ProvinceIdentity", "TeamAccess"),
    **of("portal", TYPING, "Draft", "ImportRun"),
    **of("portal", WORKINGS, "Receipt", "JobRun", "Digest", "SavedFilter", "FilterOpening"),
    **of("portal", WORKINGS, "Mention", "HeadingMap", "BulkRun", "BackupRun", "Counter", "Head"),
    **of("portal", WORKINGS, "SuccessorExport"),
    **of("citizens", RECKONED, "PetitionSearch", "CaseSearch", "VisitSearch"),
    **of("citizens", RECKONED, "Tally", "MonthTally", "CommuneTally"),
    **of("citizens", KEYED, "LookupCode"),
}
SECRET = {"portal.User.password", "portal.EventValues.salt", "portal.File.path"}
"""Columns that go nowhere."""
