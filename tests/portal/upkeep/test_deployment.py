"""The examples for systemd and nginx are read by the programs, or strictly; mistakes are seen."""

import importlib.util
import shutil
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[3]


def script(name: str):
    spec = importlib.util.spec_from_file_location(name, HOME / ".ci" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


deployment, environment = script("deployment"), script("environment")
NGINX = (HOME / "docs/deployment/nginx.conf").read_text()


def test_the_examples_hold():
    assert deployment.main() == 0


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("server_tokens off;", "server_tokens off"),
        ("client_max_body_size", "client_max_size"),
        ("listen 80;", "listen 80; }"),
        ("        return 404;\n    }\n", "        return 404;\n"),
        ("    location / {", "location / {\nserver {"),
    ],
)
def test_a_mistake_for_nginx_is_read(right, wrong):
    assert deployment.read_strictly(NGINX) == []
    assert deployment.read_strictly(NGINX.replace(right, wrong, 1))


def test_a_box_that_is_logged_or_passed_on_is_seen():
    assert deployment.seen(NGINX) == []
    logged = NGINX.replace("access_log off;", "access_log on;", 1)
    assert deployment.seen(logged) == ["/dan-chu/hom-thu/"]
    told = NGINX.replace("error_log /dev/null crit;", "X-Forwarded-For $remote_addr;")
    assert deployment.seen(told) == list(deployment.UNSEEN)


def test_a_mistake_for_systemd_is_told(tmp_path):
    for path in deployment.EXAMPLES.glob("*.*"):
        text = path.read_text()
        (tmp_path / path.name).write_text(text.replace("Restart=on-failure", "Restart=on-fire"))
    assert deployment.told_by_systemd(tmp_path) or not shutil.which("systemd-analyze")


def test_a_server_without_internet_installs_from_its_folder(tmp_path, monkeypatch):
    assert environment.from_wheels() == []
    monkeypatch.setattr(environment, "WHEELS", tmp_path)
    assert environment.from_wheels() == ["--no-index", "--find-links", str(tmp_path)]
