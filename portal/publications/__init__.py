"""The public site: articles and pages of the office, their pictures, where they stand."""

from portal.publications.articles import Article, Stage
from portal.publications.counting import VisitDay
from portal.publications.disclosures import Disclosure
from portal.publications.pictures import ArticlePicture
from portal.publications.places import Category, SiteLink, SitePage
from portal.publications.redrawn import Redrawn, redraw

__all__ = [
    "Article",
    "ArticlePicture",
    "Category",
    "Disclosure",
    "Redrawn",
    "SiteLink",
    "SitePage",
    "Stage",
    "VisitDay",
    "redraw",
]
