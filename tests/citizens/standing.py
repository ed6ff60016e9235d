"""Where letters and cases stand, table by table; and the line of a register that tells as much."""

from citizens.models import Assignment, CaseSearch, Clock, Tally


def line_of(petition):
    """The line of a register that tells what the verbs made."""
    party, case = petition.parties.first(), getattr(petition, "case", None)
    row = {name: getattr(petition, name) for name in ("received_on", "channel", "title", "content")}
    row |= {name: getattr(party, name) for name in ("name", "gender", "birth_year", "id_number")}
    row |= {"phone": party.phone, "address": party.address, "handling": petition.handling}
    row |= {"kind": petition.kind or "phan_anh", "category": petition.category}
    row |= {"commune": petition.commune.code, "handled_on": petition.handled_on or ""}
    row |= {"field": petition.field.code if petition.field else ""}
    row |= {name: told_flag(getattr(petition, name)) for name in ("eligible", "competent")}
    row |= {"unit": (case or petition).unit.code, "forwarded_by": petition.forwarded_by}
    row |= {"case_ref": f"VV {petition.matter_id}", "replied_on": stopped(petition, REPLIED)}
    return row | line_of_case(case.own_kind()) if case else row


REPLIED, SERVED, PUBLICISED = ("TCD_PHUC_DAP",), ("KN_GUI1", "KN_GUI2"), ("KN_CONG_KHAI",)


def line_of_case(case):
    row = {name: getattr(case, name) or "" for name in ("accepted_on", "decided_on", "closed_on")}
    row |= {"outcome": case.outcome, "officer": case.officer.username if case.officer else ""}
    if case.kind == "khieu_nai":
        row |= {name: getattr(case, name) for name in ("level", "regime", "first_decision")}
        row |= {"complex": int(case.complex), "own_seal": int(case.level == 1 and under_seal(case))}
        row |= {"served_on": stopped(case, SERVED), "publicised_on": stopped(case, PUBLICISED)}
    return row


def under_seal(case):
    return case.settling_unit is not None


def stopped(item, rules):
    """The day on which a duty was done; '' for what was not, or ended with the case."""
    clock = item.clocks.filter(rule__in=rules, stopped_on__isnull=False).first()
    return clock.stopped_on if clock and clock.stopped_on != item.closed_on else ""


def told_flag(value):
    return "" if value is None else int(value)


def facts_of(petition):
    """All that both ways must agree on, table by table; texts of papers are not in a register."""
    own_way = {"id", "code", "ground", "addressee", "registered_by_id"}
    own_way |= {"matter_id", "version", "kind"}
    party, case = petition.parties.get(), getattr(petition, "case", None)
    owners = {"case": case} if case else {"petition": petition}
    return {
        "petition": columns(petition, own_way),
        "party": columns(party, {"id", "petition_id", "commune_id", "phone"}),
        "phone": party.phone.replace(" ", ""),
        "case": columns(case, {"id", "code", "petition_id", "matter_id", "first_case_id"})
        if case
        else {},
        "book": case.code.partition("-")[0] if case else "",
        "first": bool(case and case.first_case and case.first_case.matter_id == case.matter_id),
        "clocks": clocks_of(petition, case),
        "assignments": [
            columns(row, {"id", "case_id", "petition_id", "by_id"})
            for row in Assignment.objects.filter(case=case)
            if case
        ],
        "words": searched(case) if case else owners["petition"].search_row.tokens is not None,
    }


def columns(row, without):
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in without | {"version"}
    }


def clocks_of(petition, case):
    """Without the carrying out, which no register of letters tells of."""
    rows = Clock.objects.filter(petition=petition)
    if case:
        rows = rows | Clock.objects.filter(case=case).exclude(rule="KN_THI_HANH")
    names = ("rule", "started_on", "nominal", "due", "stopped_on", "remote", "complex")
    return sorted(rows.values_list(*names), key=lambda row: row[0])


def searched(case):
    words = CaseSearch.objects.get(case=case).tokens
    return sorted(word for word in words.split() if not any(map(str.isdigit, word)))


def totals():
    found = {}
    for row in Tally.objects.all():
        key = (row.what, row.month, row.unit, row.field)
        amount, days = found.get(key, (0, 0))
        found[key] = (amount + row.amount, days + row.days)
    return {key: value for key, value in found.items() if value != (0, 0)}


def twice(tallies):
    return {row: (2 * amount, 2 * days) for row, (amount, days) in tallies.items()}
