"""The only room that knows SQL at run time: it answers a query with rows and counts."""

from kzexplorer.store.cross import Cross
from kzexplorer.store.evidence import Evidence
from kzexplorer.store.repository import Repository
from kzexplorer.store.results import Results

__all__ = ["Cross", "Evidence", "Repository", "Results"]
