"""The language of a source that a record cites."""

from kzexplorer.domain.vocabulary import N_, NC_, SOURCE_LANGUAGES
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="language",
    label=N_("Language of a source"),
    phrase=NC_("before values", "citing a source in"),
    order=21,
    records="SELECT record, language FROM v_citation",
    values=SOURCE_LANGUAGES,
)
