"""Which passwords are too easily guessed, in one sentence each."""

import re

from django.contrib.auth.password_validation import CommonPasswordValidator

from portal.text import fold

SHORTEST, LONGEST = 12, 128
FEWEST_DIFFERENT = 6
NOT_LETTERS = re.compile("[^a-z]+")
NOT_SIGNS = re.compile("[^a-z0-9]+")
RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "98765432109876543210", "qwertyuiop")
COMMON_WORDS = frozenset(
    """
    anhyeuem emyeuanh yeuem yeuanh matkhau matkhaumoi matkhaumanh khongco khongbiet khongnho
    password passw passwd pass admin quantri quantrihethong administrator xinchao vietnam
    vietnamvodich iloveyou iloveu welcome letmein qwerty qwertyuiop asdfgh asdfghjkl zxcvbnm
    abc abcd abcdef tinhyeu hanhphuc giadinh conyeu congtu congchua mattroi hoahong hanoi
    saigon sogaodong bacho hochiminh cachmang laodong solaodong thuongbinhxahoi laodongxahoi
    soldtbxh sldtbxh congdan tiepcongdan doimatkhau dangnhap motnamba nguyen tran
    """.split()
)


def weakness(password: str, *, username: str = "", full_name: str = "") -> str:
    """Why this password is no good, or ''."""
    if len(password) < SHORTEST:
        return f"Mật khẩu cần ít nhất {SHORTEST} ký tự."
    if len(password) > LONGEST:
        return f"Mật khẩu dài nhất {LONGEST} ký tự."
    if len(set(password)) < FEWEST_DIFFERENT:
        return "Mật khẩu lặp lại quá ít ký tự. Xin ghép vài từ không liên quan với nhau."
    if is_common(password):
        return "Mật khẩu này hay gặp nên dễ đoán. Xin ghép vài từ không liên quan với nhau."
    if tells_the_name(password, username, full_name):
        return "Mật khẩu giống họ tên hoặc tên đăng nhập nên dễ đoán. Xin chọn mật khẩu khác."
    return ""


def is_common(password: str) -> bool:
    """Common as it stands, or a common word dressed with digits and signs."""
    plain = NOT_SIGNS.sub("", fold(password))
    letters = NOT_LETTERS.sub("", plain)
    word = shortest_repeat(letters)
    known = CommonPasswordValidator().passwords
    return (
        plain in known
        or any(plain in run * 2 for run in RUNS)
        or not letters
        or word in COMMON_WORDS
        or word in known
    )


def shortest_repeat(text: str) -> str:
    """What a text repeats: abcabc -> abc."""
    at = (text + text).find(text, 1)
    return text[:at] if text else text


def tells_the_name(password: str, username: str, full_name: str) -> bool:
    letters = shortest_repeat(NOT_LETTERS.sub("", fold(password)))
    names = {NOT_LETTERS.sub("", fold(name)) for name in (username, full_name)}
    last, first = fold(full_name).split()[-1:], fold(full_name).split()[:-1]
    names |= {"".join([*last, *first]), "".join(last)}
    return letters in names - {""}
