"""One-stop dossiers: what form II.06a counts of them."""

from reforms.models.dossiers.count import DossierCount

__all__ = ["DossierCount"]
