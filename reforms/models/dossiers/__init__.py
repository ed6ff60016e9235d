"""One-stop dossiers: what II.06a counts of them, those that run late, breaches of the rules."""

from reforms.models.dossiers.breach import Breach
from reforms.models.dossiers.count import DossierCount
from reforms.models.dossiers.late import LateDossier
from reforms.models.dossiers.supplement import Supplement

__all__ = ["Breach", "DossierCount", "LateDossier", "Supplement"]
