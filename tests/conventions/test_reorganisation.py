"""Whatever belongs to a unit says what becomes of it when the unit ends."""

from django.apps import apps

from portal.people import Position, Unit
from portal.reorganisation.cargo import CARGO

GOES_ALONG = {
    "citizens.Batch.unit",
    "citizens.Case.settler",
    "citizens.Case.settling_unit",
    "citizens.Case.unit",
    "citizens.Petition.unit",
    "citizens.PlaceCharge.unit",
    "citizens.Reception.host_position",
    "citizens.Reception.unit",
    "citizens.Registration.unit",
    "citizens.ScheduleRule.unit",
    "citizens.Visit.unit",
    "citizens.DataRequest.unit",
    "citizens.Execution.unit",
    "democracy.Consultation.unit",
    "democracy.Movement.unit",
    "democracy.Nomination.unit",
    "democracy.Posting.unit",
    "democracy.Practice.unit",
    "democracy.ScoreSheet.unit",
    "democracy.SiteVisit.unit",
    "democracy.SiteVisit.visited",
    "democracy.Suggestion.unit",
    "portal.FieldCharge.unit",
    "portal.Instruction.unit",
    "portal.LegalDraft.unit",
    "portal.Limitation.unit",
    "portal.Line.unit",
    "portal.Plan.coordinating_unit",
    "portal.PlannedVisit.unit",
    "portal.PlannedVisit.visited",
    "portal.Position.unit",
    "portal.Promise.unit",
    "portal.SavedFilter.unit",
    "portal.Software.unit",
    "portal.StandIn.absent",
    "portal.StandIn.stand_in",
    "portal.Submission.reader",
    "portal.Task.lead_unit",
    "portal.TaskUnit.unit",
    "portal.Unit.parent",
    "reforms.Indicator.unit",
    "reforms.Procedure.unit",
    "reforms.ProcedureChange.unit",
    "reforms.ReviewItem.unit",
    "reforms.ReviewPlan.unit",
    "reforms.Simplification.unit",
}
STAYS = {
    "citizens.Assignment.unit",  # who had it, and until when
    "citizens.RotaTurn.position",  # an empty chair is the head's
    "democracy.BoardInspection.inspected",  # who was inspected
    "democracy.BoardTerm.unit",  # whose staff elected it
    "democracy.CommitteeVersion.unit",  # whose committee a decision made
    "democracy.Conference.unit",  # whose staff met
    "democracy.BriefingSession.unit",  # where it was told
    "democracy.Enrolment.unit",  # who took part
    "democracy.Replication.unit",  # who did the same
    "democracy.RatingRound.unit",  # a year that was rated stays rated
    "democracy.StaffDecision.unit",
    "portal.Achievement.unit",  # whose it was
    "portal.Dialogue.unit",  # who held it
    "portal.DigitalPapers.unit",  # of a month that is over
    "portal.FrozenReturn.unit",  # what was reported stays reported
    "portal.Instrument.unit",  # who issued it
    "portal.HandlingError.unit",  # where it happened
    "portal.OpinionNote.unit",  # who heard it
    "portal.Outreach.unit",  # who did it
    "portal.OrganisationReview.unit",
    "portal.PartyFigures.unit",
    "portal.PersonnelActs.unit",
    "portal.Plan.unit",
    "portal.Reading.position",  # who read it
    "portal.Recipient.unit",  # whom the plan was sent to
    "portal.Article.unit",  # who wrote it
    "portal.Disclosure.unit",  # who showed it to strangers
    "portal.TeamAccess.unit",  # what a decision named
    "portal.Report.unit",  # what was reported was that unit's
    "portal.Remark.unit",  # of a month that is over
    "portal.SuccessorExport.unit",  # whose records were given out
    "portal.Succession.new",
    "portal.Succession.old",
    "portal.Training.unit",
    "portal.TypedFigure.unit",  # what was reported was that unit's
    "reforms.HeadcountSnapshot.unit",  # of a year that is over
    "reforms.Scorecard.unit",  # a year that was scored stays scored
    "reforms.ScoringCampaign.unit",  # who gathered it
    "reforms.Breach.unit",  # where it happened
    "reforms.LateDossier.unit",  # who was late
    "reforms.SurveyAnswer.unit",  # at whose counter, through whom
    "reforms.SurveyBatch.unit",
    "reforms.DossierCount.unit",  # who received and settled them
}


def links_to_units() -> set[str]:
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.local_fields
        if field.is_relation and field.related_model in (Unit, Position)
    }


def test_every_link_to_a_unit_or_a_position_goes_along_or_stays():
    assert links_to_units() == GOES_ALONG | STAYS


def test_nothing_both_goes_and_stays():
    assert set() == GOES_ALONG & STAYS


def test_each_sort_of_cargo_has_a_name_of_its_own():
    labels = [cargo.label for cargo in CARGO]
    assert len(labels) == len(set(labels)) > 10
