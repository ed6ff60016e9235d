"""Instruments of the field that are no longer in force, for readers without the register.

The register of instruments knows more; `checks` takes whatever table it is given.
"""

from collections.abc import Mapping
from datetime import date

# Law 10/2022/QH15, article 91; Decree 59/2023/NĐ-CP, article 32: in force from 01/7/2023
DEMOCRACY_LAW = date(2023, 7, 1)

REPEALED: Mapping[str, date] = {
    "04/2015/NĐ-CP": DEMOCRACY_LAW,
    "01/2016/TT-BNV": DEMOCRACY_LAW,
    "34/2007/PL-UBTVQH11": DEMOCRACY_LAW,
    "60/2013/NĐ-CP": date(2018, 12, 15),
    "149/2018/NĐ-CP": DEMOCRACY_LAW,
    "159/2016/NĐ-CP": DEMOCRACY_LAW,
}
