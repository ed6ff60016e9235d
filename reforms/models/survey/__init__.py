"""Satisfaction: campaigns, their slips, answers that know nobody."""

from reforms.models.survey.answer import SurveyAnswer
from reforms.models.survey.campaign import SurveyBatch, SurveyCampaign, SurveyToken

__all__ = ["SurveyAnswer", "SurveyBatch", "SurveyCampaign", "SurveyToken"]
