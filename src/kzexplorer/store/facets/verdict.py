"""The verdict on a claim of the founding brief that rests on a record."""

from kzexplorer.domain.vocabulary import N_, NC_, VERDICTS
from kzexplorer.store.facets import Facet

FACET = Facet(
    id="verdict",
    label=N_("Verdict on a claim"),
    phrase=NC_("before values", "behind claims found"),
    order=16,
    records="SELECT r.record, c.verdict FROM v_claim_record AS r JOIN v_claim AS c ON c.slug = r.claim",
    values=VERDICTS,
)
