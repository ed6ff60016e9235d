"""Words of a time to the days they mean; what they do not say stays unsaid."""

from __future__ import annotations

from portal.official_text.time_frames import wording
from portal.official_text.time_frames.clauses import frame_of
from portal.official_text.time_frames.frame import NOTHING, Context, TimeFrame
from portal.official_text.time_frames.pieces import pieces_of
from portal.official_text.time_frames.shapes import spans_in
from portal.official_text.time_frames.spans import Span
from portal.official_text.time_frames.spelling import normalised
from portal.official_text.time_frames.undated import continuous, recurring, undated
from portal.official_text.time_frames.years import with_years

LONGEST = 600  # letters: what is longer is no time, whatever stands in it


def read_time_frame(phrase: str | None, *, context: Context) -> TimeFrame:
    """What the phrase means for a plan signed and named as the context says."""
    text = wording.LABEL.sub("", normalised((phrase or "")[:LONGEST]))
    if not text:
        return NOTHING.flagged("absent")
    if wording.BLANK_DAY.search(text):
        return NOTHING.flagged("document_date")
    text, flags = without_asides(text)
    spans = spans_in(text)
    if not all(span.possible for span in spans if span.unit != "day_alone"):
        return NOTHING.flagged("impossible_date")
    return meaning(text, spans, context=context).flagged(*flags)


def without_asides(text: str) -> tuple[str, list[str]]:
    """Hours, weekdays and the dates of cited documents are no days of their own."""
    flags = []
    text = wording.CITATION.sub(" ", text)
    if wording.DAY_FORGOTTEN.search(text):
        text, flags = wording.DAY_FORGOTTEN.sub("", text), ["typo_day_missing"]
    if clock := wording.CLOCK_ALONE.search(text):
        flags.append(f"time={clock['clock'].strip()}")
    text = wording.CLOCK_RANGE.sub(" ", text)
    text = wording.BEFORE_AN_HOUR.sub("đến ", text)
    text = wording.CLOCK_ALONE.sub(" ", text)
    text = wording.WEEKDAY.sub("", wording.PART_OF_DAY.sub("", text))
    return " ".join(text.split()), flags


def meaning(text: str, spans: list[Span], *, context: Context) -> TimeFrame:
    """What recurs comes before what lasts, what lasts before days, days before events."""
    again = recurring(text)
    if again and not one_time(text, spans):
        return again
    dated = days_named(text, spans, context=context)
    if wording.CONTINUOUS.search(text):
        return continuous(text, dated, context=context)
    if dated:
        return dated.flagged(*hints(text))
    return again or undated(text, context=context)


def one_time(text: str, spans: list[Span]) -> bool:
    """ "báo cáo năm trước ngày 10/12/2024" is due once, whatever the report is called."""
    return wording.RELATIVE_YEAR.search(text) is None and not wording.EVERY.search(text)


def days_named(text: str, spans: list[Span], *, context: Context) -> TimeFrame | None:
    spans = [span for span in with_years(spans, context=context) if span.unit != "day_alone"]
    if not spans:
        return None
    if any(span.year is None for span in spans):
        return without_year(text, spans)
    pieces = pieces_of(text, spans)
    if not pieces and not wording.NO_DAY.search(text):
        pieces = pieces_of(text, spans, lenient=True)
    if not pieces:
        return None
    tentative = bool(wording.TENTATIVE.search(text))
    return frame_of(pieces, issued=context.issued, tentative=tentative)


def without_year(text: str, spans: list[Span]) -> TimeFrame | None:
    """The kind alone: nobody has said of which year."""
    guess = Context(year=2024)
    known = days_named(text, with_years(spans, context=guess), context=guess)
    return TimeFrame(known.kind, flags=("year_unknown",)) if known else None


def hints(text: str) -> list[str]:
    flags = ["tentative"] if wording.TENTATIVE.search(text) else []
    return flags + (["after_event"] if wording.EVENTS.search(text) else [])
