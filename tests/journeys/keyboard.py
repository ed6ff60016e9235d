"""Hands that hold no mouse: everything is reached by Tab and pressed by Enter."""

FOCUSED = """() => {
  const box = document.activeElement;
  const words = box.labels && box.labels.length ? box.labels[0].innerText : box.innerText;
  return (box.getAttribute('aria-label') || words || '').replace(/\\s+/g, ' ').trim();
}"""
RING = "getComputedStyle(document.activeElement).outlineStyle"
TAKES_WORDS = "document.activeElement.matches('input, textarea, trix-editor')"
CHOSEN = "document.activeElement.selectedOptions[0].textContent.trim()"
MOST = 160
OPTIONS = 60


def tab_to(person, words: str, *, whole: bool = False) -> None:
    """On to the next control of these words; each one on the way shows where the focus is."""
    for _ in range(MOST):
        person.page.keyboard.press("Tab")
        assert person.page.evaluate(RING) != "none", person.page.evaluate(FOCUSED)
        focused = person.page.evaluate(FOCUSED)
        if focused == words or (focused.startswith(words) and not whole):
            return
    raise AssertionError(f"no way to “{words}” by keyboard")


def press(person, words: str, *, whole: bool = False) -> None:
    tab_to(person, words, whole=whole)
    enter(person)


def enter(person) -> None:
    """Where the focus stands; done when the next page is there."""
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")


def choose(person, group: str, down: int) -> None:
    """The next group of marks: Tab leads in, Space takes the first, arrows the later ones."""
    tab_to(person, group)
    person.page.keyboard.press("Space")
    for _ in range(down):
        person.page.keyboard.press("ArrowDown")


def write(person, label: str, words: str) -> None:
    """What stands in the box is written over, as Tab has marked it."""
    tab_to(person, label)
    while not person.page.evaluate(TAKES_WORDS):
        tab_to(person, label)  # a link of the same words came first
    person.page.keyboard.insert_text(words)


def pick(person, label: str, option: str) -> None:
    """From a list that stays folded: down until these words are chosen."""
    tab_to(person, label)
    for _ in range(OPTIONS):
        if person.page.evaluate(CHOSEN).startswith(option):
            return
        person.page.keyboard.press("ArrowDown")
    raise AssertionError(f"“{label}” does not offer “{option}”")


def hand_over(person, label: str, file: dict) -> None:
    """A file, by the window that Enter opens."""
    tab_to(person, label)
    with person.page.expect_file_chooser() as window:
        person.page.keyboard.press("Enter")
    window.value.set_files(file)
