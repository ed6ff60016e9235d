"""The items of a plan as tasks: which of them are work, whose, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from portal.official_text import inline_times
from portal.official_text.labels import Fact, inside
from portal.official_text.outline import BARE, Item
from portal.official_text.owners import NOBODY, Owners, heading_owner, spoken, stated
from portal.official_text.wording import APPEAL, CLOSING, TIME_HEADING, VERBS
from portal.official_text.zones import Zone

ORDER = re.compile(rf"(?<!\w)(?:{VERBS})(?!\w)", re.I)
ROUND = re.compile(r"^(?:đợt|giai đoạn|lần|vòng|bước|kỳ)\s?(?:thứ\s)?(?:\d|i|một|hai|nhất)", re.I)
STARTS_WITH_VERB = re.compile(rf"^(?:{VERBS})\b", re.I)


@dataclass(frozen=True)
class Draft:
    """A task as the document words it; `place` is where its words stand in the source."""

    ref: str
    text: str
    raw_time: str | None = None
    owners: Owners = NOBODY
    own_lead: bool = False
    duty: bool = False
    product: str = ""
    place: int = 0
    row: int | None = None
    labelled: bool = True
    joined: bool = False
    inherited: bool = False


@dataclass(frozen=True)
class Above:
    """What the headings above an item say: its number and whom they address."""

    ref: str = ""
    owner: str | None = None
    time: str | None = None

    def item(self, ref: str, *, owner: str | None = None, time: str | None = None) -> Above:
        """What a heading inside adds to what stands above it."""
        return Above(ref, owner or self.owner, time or self.time)


def drafts_of(root: Item) -> Iterator[Draft]:
    for section in root.children:
        if section.label.rank > 1.0:
            found = item_drafts(section, Above(), place=1)
        else:
            found = below(section, Above(section.label.words or "?", time=time_of(section)))
        yield from filter(addressed, found)


def below(item: Item, above: Above) -> Iterator[Draft]:
    """The items of a heading; what stands there without a label counts if it orders something."""
    if item.zone.gives_tasks:
        yield from paragraph_drafts(item, above)
    for place, child in enumerate(item.children, start=1):
        if child.label is not BARE or counts(child, item):
            yield from item_drafts(child, above, place=place)


def item_drafts(item: Item, above: Above, *, place: int) -> Iterator[Draft]:
    ref = ref_of(item, above, place)
    if not item.zone.gives_tasks:
        for number, child in enumerate(item.children, start=1):
            yield from item_drafts(child, above.item(ref), place=number)
        return
    owner = heading_owner(item.text)
    if owner and (item.children or item.paragraphs) and not own_time(item):
        yield from below(item, above.item(ref, owner=owner))
        return
    if owner and not item.facts and not own_time(item):
        return  # a body is named and nothing is asked of it
    if CLOSING.match(item.text) or not item.text:
        return
    if item.label is BARE and APPEAL.match(item.text):
        return
    yield from work_drafts(item, above, ref)


def work_drafts(item: Item, above: Above, ref: str) -> Iterator[Draft]:
    if contents := listed(item):
        for number, child in enumerate(contents, start=1):
            draft = whole(child, above, ref_of(child, Above(ref), number))
            yield replace(draft, owners=owners_of(item, above)[0], own_lead=True)
        return
    children = [child for child in item.children if not child.under]
    if children and all(ROUND.match(child.text) for child in children):
        yield whole(item, above, ref, raw="; ".join(child.text.rstrip(";. ") for child in children))
        return
    is_task = bool(own_time(item)) or stated_below(item)
    if children and not is_task:
        yield from below(item, above.item(ref, time=time_of(item)))
        return
    if not children and not is_task and only_names(item):
        yield from paragraph_drafts(item, above.item(ref))
        return
    yield whole(item, above, ref)
    for number, child in enumerate(children, start=1):
        plus = child.label.style == "plus" and not any(fact.bulleted for fact in item.facts)
        if own_time(child) or stated_below(child) or plus:
            yield from item_drafts(child, above.item(ref), place=number)


def time_of(item: Item) -> str | None:
    """ "I. QUÝ I" above tasks says when they are due."""
    text = item.text.strip()
    return text if TIME_HEADING.match(text) and re.search(r"[\dIVX]|năm", text) else None


def listed(item: Item) -> list[Item]:
    """ "Nội dung:" above plus signs: they share the facts of the item that holds them."""
    return [child for child in item.children if child.under == "content"]


def only_names(item: Item) -> bool:
    """ "1. Công tác tuyên truyền" above paragraphs that say what to do."""
    orders = any(STARTS_WITH_VERB.match(line.text) for line in item.paragraphs)
    return orders and not STARTS_WITH_VERB.match(item.text)


def stated_below(item: Item) -> bool:
    """Facts of its own make an item a task even where it has bullets below."""
    return any(fact.name in ("time", "lead", "product", "co") for fact in item.facts)


def addressed(draft: Draft) -> bool:
    """A duty is somebody's, or due on a day; the rest is advice to everybody."""
    return not draft.duty or bool(draft.owners.lead) or draft.raw_time is not None


def own_time(item: Item) -> str | None:
    said = [fact.value for fact in item.said("time") if fact.value]
    if said:
        return "; ".join(said)
    content = " ".join(fact.value for fact in item.said("content"))
    _, facts = inside(item.text)
    labelled = [value for name, value in facts if name == "time"]
    return "; ".join(labelled) or inline_times.time_in(f"{item.text} {content}".strip())


def whole(item: Item, above: Above, ref: str, *, raw: str | None = None) -> Draft:
    text, facts = inside(item.text)
    for name, value in facts:
        item.facts.append(Fact(name, value, item.place))
    content = [fact.value for fact in item.said("content") if fact.value]
    owners, own = owners_of(item, above)
    return Draft(
        ref,
        without_end(content[0] if content and len(text.split()) <= 4 else text),
        raw_time=raw or own_time(item) or details_time(item) or above.time,
        owners=owners,
        own_lead=own,
        duty=item.zone == Zone.DUTY,
        product="; ".join(fact.value for fact in item.said("product")),
        place=item.place,
        labelled=item.label is not BARE or alone(item),
        joined=item.joined,
    )


def alone(item: Item) -> bool:
    """One paragraph below a name needs no bullet."""
    return item.parent is not None and len(item.parent.children) == 1


def details_time(item: Item) -> str | None:
    """A time among the paragraphs that explain the item."""
    if item.children:
        return None
    found = [inline_times.time_in(line.text) for line in item.paragraphs]
    return "; ".join(each for each in found if each) or None


def owners_of(item: Item, above: Above) -> tuple[Owners, bool]:
    """And whether the item says it itself."""
    lead = "\n".join(fact.value for fact in item.said("lead") if fact.value)
    co = "\n".join(fact.value for fact in item.said("co") if fact.value)
    lead_below = [child.text for child in item.children if child.under == "lead"]
    if lead or lead_below:
        return stated(lead or "\n".join(lead_below), co), True
    said = spoken(item.text)
    if said.lead:
        return Owners(said.lead, said.co or stated("", co).co), True
    partners = stated("", co).co or said.co
    return Owners((above.owner,) if above.owner else (), partners), False


def paragraph_drafts(item: Item, above: Above) -> Iterator[Draft]:
    """Paragraphs below an item that is only a heading."""
    if item.parent is None:
        return
    for number, line in enumerate(item.paragraphs, start=1):
        if not CLOSING.match(line.text):
            bare = Item(BARE, line.text, line.place, item.zone, parent=item, joined=line.joined)
            yield replace(
                whole(bare, above, f"{above.ref}-{number}"), labelled=len(item.paragraphs) == 1
            )


def counts(child: Item, heading: Item) -> bool:
    """An introduction orders nothing; a duty names somebody or a day."""
    if child.text.endswith(":") or re.search(r"như sau[.:]?$", child.text):
        return False
    if heading.label.rank > 1.0:
        return bool(ORDER.search(child.text))
    if heading.zone == Zone.DUTY:
        return bool(spoken(child.text).lead) or own_time(child) is not None
    return not heading.tables and all(other.label is BARE for other in heading.children)


def ref_of(item: Item, above: Above, place: int) -> str:
    if item.label is BARE:
        return f"{above.ref}-{place}" if above.ref != "?" else f"?{place}"
    if item.label.is_bullet:
        return f"{above.ref}-{place}" if above.ref else str(place)
    own = item.label.words
    if item.label.style == "decimal" and "." in above.ref:
        above_ref = above.ref.split(".")[0]
        return f"{above_ref}.{own}"
    return f"{above.ref}.{own}" if above.ref else own


def without_end(text: str) -> str:
    """The mark that ends the document is no word of its last item."""
    return re.sub(r"\s*\.\s?/\s?\.?$", ".", text)
