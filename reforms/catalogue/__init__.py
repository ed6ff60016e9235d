"""The catalogue as it is brought along: delivered with the portal, from a table, compared."""
