"""The list of time limits typed in a second time, from the specification and not from the tables
of law, with the slowest possible way to reach a date. It shares nothing with the code it checks."""

from datetime import date, timedelta

from tests.portal.slow_calendar import nearest, walk

# code: length, unit, (complex, remote, both), first day of the rule
REFORM = "2026-07-01"
FORWARD = {
    "TCD_KQ": (10, "working", (), "2014-07-01"),
    "TCD_PHUC_DAP": (7, "working", (), "2014-07-01"),
    "TCD_BAO_DAN": (5, "working", (), "2014-07-01"),
    "TCD_TU_CHOI": (3, "working", (), REFORM),
    "DON_45": (45, "calendar", (), REFORM),
    "DON_XL": (10, "calendar", (), "2014-12-15"),
    "KN_THOI_HIEU": (90, "calendar", (), "2012-07-01"),
    "KN_THOI_HIEU_KL1": (15, "calendar", (), "2012-07-01"),
    "KN_THOI_HIEU_KL2": (10, "calendar", (30, None, None), "2012-07-01"),
    "KN_GQ1": (30, "calendar", (45, 45, 60), "2012-07-01"),
    "KN_GQ2": (45, "calendar", (60, 60, 70), "2012-07-01"),
    "KN_GQ_KL": (30, "calendar", (45, None, None), "2012-07-01"),
    "KN_LAN2": (30, "calendar", (None, 45, None), "2012-07-01"),
    "KN_GUI1": (3, "working", (), "2012-07-01"),
    "KN_GUI2": (7, "calendar", (), "2012-07-01"),
    "KN_CONG_KHAI": (15, "calendar", (), "2020-12-10"),
    "KN_HIEU_LUC": (30, "calendar", (None, 45, None), "2012-07-01"),
    "KN_THI_HANH": (5, "working", (), "2020-12-10"),
    "KN_CC_TT": (7, "calendar", (), "2012-07-01"),
    "KN_TDC_GUI": (3, "working", (), REFORM),
    "TC_XLBD": (7, "working", (10, None, None), "2019-01-01"),
    "TC_CHUYEN": (5, "working", (), "2019-01-01"),
    "TC_TB_THU_LY": (5, "working", (), "2019-01-01"),
    "TC_GQ": (30, "calendar", (), "2019-01-01"),
    "TC_TDC_GUI": (5, "working", (), "2019-01-01"),
    "TC_GUI_KL": (5, "working", (), "2019-01-01"),
    "TC_XU_LY": (7, "working", (), "2019-01-01"),
    "TC_BC_XU_LY": (5, "working", (), "2019-01-01"),
    "TC_CONG_KHAI": (7, "working", (), "2019-01-01"),
    "TC_BAO_CHI": (20, "calendar", (), "2019-01-01"),
    "TC_TIEP": (20, "calendar", (), "2019-01-01"),
    "TC_QUA_HAN_1": (5, "working", (), "2019-01-01"),
    "TC_QUA_HAN_2": (5, "working", (), "2019-01-01"),
    "LD_THU_LY": (7, "working", (), "2018-04-15"),
    "LD_THOI_HIEU": (180, "calendar", (), "2018-04-15"),
    "PAKN_CHUYEN": (5, "working", (), "2008-03-08"),
    "VT_DEN": (1, "working", (), "2020-03-05"),
    "T1": (5, "working", (), "2023-07-01"),
    "T5": (5, "working", (), "2023-08-15"),
    "T7": (15, "calendar", (), "2023-07-01"),
    "TTHC_CONG_BO_RG": (3, "calendar", (), "2010-10-14"),
    "TTHC_CAP_NHAT": (5, "working", (2, None, None), "2010-10-14"),
    "DLCN_TRA_LOI": (2, "working", (), "2026-01-01"),
}
BACKWARD = {
    "TCD_NIEM_YET": (5, "working", (), "2014-07-01"),
    "TCD_TT_BAO": (5, "working", (), REFORM),
    "TCD_TT_THU": (1, "working", (), REFORM),
    "KN_DOI_THOAI": (5, "calendar", (), REFORM),
    "KN_CK_HOP": (3, "calendar", (), "2020-12-10"),
    "T6": (5, "working", (), "2023-08-15"),
    "TTHC_CONG_BO": (5, "calendar", (), "2010-10-14"),
}
BY_MONTHS = {"DON_LUU", "T3", "T4", "T8"}
TWO_REGIMES = {"KN_THU_LY"}
PAUSABLE = {"KN_GQ1", "KN_GQ2", "KN_GQ_KL", "TC_GQ"}


def length_of(code: str, start: date, *, complex: bool, remote: bool) -> tuple[int, str] | None:
    """None when the law has no such limit or no such variant."""
    if code == "KN_THU_LY":
        plain = (7, "working") if str(start) >= REFORM else (10, "calendar")
        return None if complex or remote else plain
    length, unit, variants, since = (FORWARD | BACKWARD)[code]
    if str(start) < since:
        return None
    if complex or remote:
        which = 2 if complex and remote else 0 if complex else 1
        length = variants[which] if variants else None
    return None if length is None else (length, unit)


def last_day(
    code: str, start: date, *, complex=False, remote=False, extensions=0, pauses=()
) -> date | None:
    found = length_of(code, start, complex=complex, remote=remote)
    if found is None:
        return None
    length, unit = found
    step = -1 if code in BACKWARD else 1
    if unit == "working":
        return walk(start, length, step)
    day = start
    for _ in range(length + 30 * extensions):
        day = day + timedelta(step)
    for begin, end in pauses:
        while begin < end:
            begin, day = begin + timedelta(1), day + timedelta(1)
    return nearest(day, step)
