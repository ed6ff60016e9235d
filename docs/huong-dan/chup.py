"""Takes the pictures of the guide again, from a portal that shows the demo.

    ./run 127.0.0.1:8000                       # in another terminal
    .venv/bin/python docs/huong-dan/chup.py http://127.0.0.1:8000

Which page and who looks at it stands beside each picture in the chapters. Needs what
requirements-dev.txt brings and a Chromium (`CHROMIUM` says where).
"""

import io
import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
SIZE, SHOWN = {"width": 1280, "height": 800}, (960, 600)
FOR_CITIZENS = (640, 400)  # a public page is light
PATIENCE = 120_000
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(site: str) -> None:
    from playwright.sync_api import sync_playwright

    from portal.views.guide.chapters import chapters

    pictures = [
        picture
        for chapter in chapters().values()
        for section in chapter.sections
        for picture in section.pictures
    ]
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        windows = {who: window(browser, site, who) for who in {each.who for each in pictures}}
        for picture in pictures:
            take(windows[picture.who], site, picture)
        browser.close()


def window(browser, site: str, who: str):
    page = browser.new_page(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport=SIZE)
    page.set_default_timeout(PATIENCE)
    if who != "-":
        page.goto(f"{site}/xem-thu/")
        page.click(f'button[value="{who}"]')
        page.wait_for_url("**/cong-viec/**")
    return page


def take(page, site: str, picture) -> None:
    from PIL import Image

    answer = page.goto(f"{site}{picture.address}")
    if answer.status != 200:
        sys.exit(f"{picture.who} {picture.address}: {answer.status}")
    if picture.first_row:
        path = picture.address.partition("?")[0]
        page.click(f'main tbody a[href^="{path}"] >> nth=0')
        page.wait_for_load_state()
    shown = FOR_CITIZENS if picture.who == "-" else SHOWN
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB").resize(shown)
    shot.save(HERE / picture.name, "WEBP", quality=70, method=6)
    sys.stdout.write(f"{picture.name} {(HERE / picture.name).stat().st_size}\n")


if __name__ == "__main__":
    import django

    django.setup()
    main(sys.argv[1].rstrip("/"))
