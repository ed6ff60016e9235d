"""A quarter of a small office, line by line, and what the six forms must make of it."""

PERIOD = ("2026-06-15", "2026-09-14")

SESSIONS = [
    {"date": "22/06/2026", "kind": "dinh_ky", "host": "thu_truong", "announced": "1", "held": "1"},
    {"date": "20/07/2026", "kind": "dinh_ky", "host": "thu_truong", "announced": "1", "held": "1"},
    {"date": "20/08/2026", "kind": "dinh_ky", "host": "uy_quyen", "announced": "1", "held": "1"},
]


def visit(day, kind, people, matter, host=""):
    return {
        "date": day,
        "kind": kind,
        "host": host,
        "people": str(people),
        "case_ref": matter,
        "name": "Đinh Thị Thảo",
        "content": f"Nội dung vụ việc {matter}",
        "result": "tra_loi",
    }


VISITS = [
    visit("18/06/2026", "thuong_xuyen", 1, "A"),
    visit("22/06/2026", "thuong_xuyen", 3, "B"),
    visit("20/07/2026", "dinh_ky", 6, "C", "thu_truong"),
    visit("20/07/2026", "dinh_ky", 1, "A", "thu_truong"),
    visit("20/08/2026", "dinh_ky", 2, "D", "uy_quyen"),
    visit("25/08/2026", "thuong_xuyen", 5, "E"),
    visit("25/08/2026", "thuong_xuyen", 1, "A"),
    visit("15/09/2026", "thuong_xuyen", 1, "F"),
]


def letter(day, kind, handling, **facts):
    named = {} if kind == "to_cao" else {"name": facts.pop("name", f"Người gửi {day}")}
    return {
        "received_on": day,
        "kind": kind,
        "channel": "buu_chinh",
        "title": "Đơn của công dân",
        "handling": handling,
        **named,
        **facts,
    }


OURS = {"eligible": "1", "competent": "1"}
THEIRS = {"eligible": "1", "competent": "0"}
POLICY = {"category": "che_do_chinh_sach"}

PETITIONS = [
    letter("01/06/2026", "khieu_nai", "khong_thu_ly", handled_on="18/06/2026", level="1",
           category="khac", case_ref="D0", **OURS),
    letter("16/06/2026", "khieu_nai", "thu_ly", handled_on="22/06/2026", level="1",
           case_ref="D1", accepted_on="22/06/2026", decided_on="20/07/2026", name="Lò Thị Mai",
           outcome="dung_mot_phan", **POLICY, **OURS),
    letter("01/07/2026", "khieu_nai", "thu_ly", handled_on="08/07/2026", level="2",
           case_ref="D2", accepted_on="08/07/2026", **POLICY, **OURS),
    letter("02/07/2026", "to_cao", "thu_ly", handled_on="10/07/2026", level="1",
           case_ref="D3", accepted_on="10/07/2026", category="hanh_chinh", **OURS),
    letter("03/07/2026", "to_cao", "chuyen_don", handled_on="08/07/2026", level="1", **THEIRS),
    letter("06/07/2026", "kien_nghi", "thu_ly", handled_on="08/07/2026", case_ref="D5",
           **POLICY, **OURS),
    letter("07/07/2026", "phan_anh", "chuyen_don", handled_on="09/07/2026", **THEIRS),
    letter("08/07/2026", "khieu_nai", "huong_dan", handled_on="10/07/2026", level="1", **THEIRS),
    letter("09/07/2026", "phan_anh", "luu", handled_on="10/07/2026", eligible="0", name=""),
    letter("27/07/2026", "khieu_nai", "luu", handled_on="28/07/2026", level="1", case_ref="D1",
           eligible="0", name="Lò Thị Mai"),
    letter("14/09/2026", "kien_nghi", "dang_xu_ly"),
]  # fmt: skip

EXPECTED = {
    "01/TCD": {1: 7, 2: 19, 3: 5, 4: 2, 5: 4, 6: 10, 7: 2, 8: 1, 9: 5, 10: 2, 11: 2, 12: 7, 13: 2,
               14: 1, 15: 6, 16: 1, 17: 1, 18: 2, 19: 1, 20: 0, 21: 0},
    "02/XLD": {1: 11, 2: 10, 3: 8, 4: 5, 5: 5, 6: 3, 7: 2, 8: 1, 9: 0, 10: 2, 11: 1, 12: 1, 13: 1,
               14: 0, 15: 1, 16: 0, 17: 0, 18: 0, 19: 1, 20: 1, 21: 0, 22: 0, 23: 3, 24: 1, 25: 2},
    "03/GQKN": {1: 3, 2: 3, 3: 0, 4: 2, 5: 1, 6: 0, 7: 1, 10: 1},
    "04/GQTC": {1: 1, 2: 1, 4: 1, 7: 0},
    "05/KQTH": {1: 1},
    "06/QLKNTC": {},
}  # fmt: skip
"""What is not named is 0. The one decision is to be carried out; of 06 no register has a line."""
