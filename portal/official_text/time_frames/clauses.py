"""Stretches with their words to one meaning a clause, and the clauses to one for the phrase."""

from __future__ import annotations

from datetime import date

from portal.official_text.time_frames.frame import Kind, TimeFrame
from portal.official_text.time_frames.pieces import Piece, Word, same_clause
from portal.working_days import days_after


def frame_of(pieces: list[Piece], *, issued: date | None, tentative: bool) -> TimeFrame:
    """Several clauses are several parts, unless one of them holds the others (R15)."""
    frames = [
        frame
        for clause in same_clause(pieces)
        for frame in clause_frames(clause, issued=issued, tentative=tentative)
    ]
    return one_of(frames)


def one_of(frames: list[TimeFrame]) -> TimeFrame:
    if len(frames) == 1:
        return frames[0]
    widest = max(frames, key=lambda frame: frame.days)
    others = [frame for frame in frames if frame is not widest]
    if widest.kind == Kind.WINDOW and all(minor(frame, widest) for frame in others):
        return widest.flagged("milestones")
    flags = tuple(dict.fromkeys(flag for frame in frames for flag in frame.flags))
    return TimeFrame(Kind.MULTI, parts=tuple(frames), flags=flags)


def minor(frame: TimeFrame, widest: TimeFrame) -> bool:
    """Inside the widest, or one step after a long stretch: "… Tổng kết vào tháng 4"."""
    last, due, start = frame.due or frame.start, widest.due, widest.start
    if last is None or due is None or start is None:
        return True
    inside = start <= (frame.start or last) and last <= due
    return inside or ("ranged" in widest.flags and frame.days * 2 < widest.days)


def clause_frames(pieces: list[Piece], *, issued: date | None, tentative: bool) -> list[TimeFrame]:
    if len(pieces) == 2 and (both := together(*pieces, tentative=tentative)):
        return [both]
    return [single(piece, issued=issued) for piece in pieces]


def together(first: Piece, last: Piece, *, tentative: bool) -> TimeFrame | None:
    """A beginning and an end said apart: "từ quý II, hoàn thành trong quý IV"."""
    flags = tuple(dict.fromkeys((*first.flags, *last.flags)))
    if not last.bounds or first.bounds:
        return None
    if tentative:
        return TimeFrame(Kind.DEADLINE, first.start, last.last_day, flags=(*flags, "tentative"))
    if first.word == Word.FROM or first.start <= last.last_day <= first.due:
        return TimeFrame(Kind.WINDOW, first.start, last.last_day, flags=flags)
    return None


def single(piece: Piece, *, issued: date | None) -> TimeFrame:
    if piece.onward:
        return TimeFrame(Kind.OPEN, piece.start, flags=(*piece.flags, "no_end"))
    if piece.bounds and piece.since_issue and issued:
        return TimeFrame(Kind.WINDOW, issued, piece.last_day, flags=(*piece.flags, "from_issue"))
    if piece.word == Word.BEFORE:
        return TimeFrame(Kind.DEADLINE, None, piece.last_day, rule="<", flags=piece.flags)
    if piece.bounds:
        return TimeFrame(Kind.DEADLINE, None, piece.due, flags=piece.flags)
    if piece.word == Word.AFTER:
        return TimeFrame(Kind.OPEN, days_after(piece.due, 1), flags=(*piece.flags, "no_end"))
    if piece.word == Word.FROM and not piece.ranged:
        return TimeFrame(Kind.OPEN, piece.start, flags=(*piece.flags, "no_end"))
    if piece.unit == "day" and not piece.ranged:
        flags = (*piece.flags, f"dates={piece.dates}") if piece.dates > 1 else piece.flags
        return TimeFrame(Kind.POINT, piece.start, piece.due, flags=flags)
    flags = (*piece.flags, "ranged") if piece.ranged else piece.flags
    return TimeFrame(Kind.WINDOW, piece.start, piece.due, flags=flags)
