"""Every act that the workflows know has its line in the glossary, under the label of its page."""

from pathlib import Path

import pytest

from tests.conventions.kinds import KINDS

DOCS = Path(__file__).resolve().parents[2] / "docs"
GLOSSARY = "\n".join(
    (DOCS / name).read_text("utf-8") for name in ("glossary.md", "glossary-programmes.md")
)
WORKFLOWS = tuple(kind.workflow for kind in KINDS.values())
STEPS = sorted({(step.name, step.title) for workflow in WORKFLOWS for step in workflow})


def lines_with(identifier: str) -> list[str]:
    return [line for line in GLOSSARY.splitlines() if f"`{identifier}`" in line]


@pytest.mark.parametrize(("name", "title"), STEPS, ids=[name for name, _ in STEPS])
def test_a_step_is_translated_by_the_glossary(name, title):
    assert any(title in line for line in lines_with(name))


def test_an_act_that_nobody_translated_is_seen():
    assert lines_with("annul_everything") == []
