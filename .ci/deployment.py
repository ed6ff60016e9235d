"""Do the examples of docs/deployment/ hold? Asked of the programs themselves where they are here.

    python3 .ci/deployment.py [FOLDER]

Without nginx its file is read strictly: braces, semicolons, known words, one level of meaning.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from getpass import getuser
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
EXAMPLES = HOME / "docs" / "deployment"
BLOCKS = {"server": (), "location": ("server",)}
WORDS = {
    *("listen", "server_name", "ssl_certificate", "ssl_certificate_key", "ssl_protocols"),
    *("server_tokens", "client_max_body_size", "return", "proxy_pass", "proxy_set_header"),
    *("access_log", "error_log", "error_page", "internal", "root", "add_header"),
}
NEEDED = {
    "cong-so.service": ("User=", "EnvironmentFile=", "Restart=", "NoNewPrivileges=yes"),
    "nginx.conf": ("X-Forwarded-For $remote_addr", "location /suc-khoe/so-do/", "ssl_protocols"),
}
UNSEEN = ("/dan-chu/hom-thu/", "/hai-long/", "/gui-don/to-cao/")


def main(folder: Path = EXAMPLES) -> int:
    wrong = [*lacking(folder), *told_by_systemd(folder), *told_by_nginx(folder)]
    for fault in wrong:
        print(f"FAILED  {fault}")
    return bool(wrong)


def lacking(folder: Path) -> list[str]:
    texts = {name: (folder / name).read_text() for name in NEEDED}
    wrong = [
        f"{name}: thiếu {word}"
        for name, words in NEEDED.items()
        for word in words
        if word not in texts[name]
    ]
    return wrong + [f"nginx.conf: {path} còn ghi nhật ký" for path in seen(texts["nginx.conf"])]


def seen(text: str) -> list[str]:
    """The boxes whose location logs or passes on who came."""
    return [
        path
        for path in UNSEEN
        if not (found := re.search(rf"location {path} {{(.*?)\n    }}", text, re.DOTALL))
        or "access_log off" not in found[1]
        or "X-Forwarded-For" in found[1]
    ]


def told_by_systemd(folder: Path) -> list[str]:
    if not shutil.which("systemd-analyze"):
        print("skipped systemd: không có systemd-analyze ở đây")
        return []
    with tempfile.TemporaryDirectory() as place:
        here = Path(place) / "hien-hanh"  # its own path may hold spaces, which units split at
        here.symlink_to(HOME)
        units = [as_if_here(path, here) for path in sorted(folder.glob("*.[st][ei]*"))]
        done = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True
        )
    ours = [line for line in done.stderr.splitlines() if "cong-so" in line]
    print(f"systemd {len(units)} đơn vị, {len(ours)} lỗi")
    return [f"systemd: {line}" for line in ours]


def as_if_here(unit: Path, here: Path) -> Path:
    """The same unit with this checkout and an account of this machine."""
    text = unit.read_text().replace("/srv/cong-so/hien-hanh", str(here))
    copy = here.parent / unit.name
    copy.write_text(re.sub(r"^User=.*$", f"User={getuser()}", text, flags=re.MULTILINE))
    return copy


def told_by_nginx(folder: Path) -> list[str]:
    text = (folder / "nginx.conf").read_text()
    nginx, openssl = shutil.which("nginx"), shutil.which("openssl")
    if not nginx or not openssl:
        print("nginx đọc chặt; skipped nginx -t: không có nginx ở đây")
        return read_strictly(text)
    with tempfile.TemporaryDirectory() as place:
        done = subprocess.run(
            [nginx, "-t", "-q", "-c", whole(text, Path(place), openssl), "-p", place],
            capture_output=True,
            text=True,
        )
    print(f"nginx -t: {done.returncode}")
    return [f"nginx: {line}" for line in done.stderr.splitlines() if "[emerg]" in line]


def whole(text: str, place: Path, openssl: str) -> str:
    """A main file around the example, with a certificate made for this minute."""
    key, certificate = place / "cong.key", place / "cong.crt"
    request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=x"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([openssl, *request, *files], check=True, capture_output=True)
    text = text.replace("/etc/ssl/cong-so/cong.crt", str(certificate))
    text = text.replace("/etc/ssl/cong-so/cong.key", str(key))
    text = re.sub(r"listen (80|443)", r"listen 127.0.0.1:1\1", text)
    main = place / "nginx.conf"
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    logs = f"access_log {place}/access.log;"
    logs += "".join(f" {kind}_temp_path {place}/{kind};" for kind in kinds)
    paths = f"pid {place}/pid; error_log {place}/error.log;"
    main.write_text(f"{paths}\nevents {{}}\nhttp {{ {logs}\n{text}\n}}\n")
    return str(main)


def read_strictly(text: str) -> list[str]:
    within: list[str] = []
    wrong = []
    for number, line in enumerate(text.splitlines(), start=1):
        bare = re.sub(r"\s+#.*$|^#.*$", "", line).strip()
        if fault := misread(bare, within):
            wrong.append(f"nginx.conf:{number}: {fault}")
    return wrong + ([f"nginx.conf: thiếu {len(within)} dấu }}"] if within else [])


def misread(line: str, within: list[str]) -> str:
    """What is wrong with one line; what it opens and closes is noted in ``within``."""
    word = line.split()[0].rstrip(";") if line else ""
    if not line:
        return ""
    if line == "}":
        return "" if within and within.pop() else "dấu } thừa"
    if line.endswith("{"):
        known = word in BLOCKS and tuple(within) == BLOCKS[word]
        within.append(word)
        return "" if known else f"khối {word} không đứng ở đây"
    if not line.endswith(";"):
        return "thiếu dấu ;"
    return "" if within and word in WORDS else f"không biết chỉ thị {word}"


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
