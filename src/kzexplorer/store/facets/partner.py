"""A partner country or body; records without one stand under Kazakhstan itself."""

from dataclasses import replace

from kzexplorer.domain.columns import HOME
from kzexplorer.domain.vocabulary import INDIRECT_ROLES, N_, NC_
from kzexplorer.store.facets import Facet

_HOME = f" UNION ALL SELECT id, '{HOME}' FROM v_row WHERE id NOT IN (SELECT record FROM v_part)"

FACET = Facet(
    id="partner",
    label=N_("Partners"),
    phrase=NC_("before values", "with"),
    order=1,
    records="SELECT record, partner FROM v_part" + _HOME,
    values="SELECT slug, name_en, name_kk, name_ru FROM ("
    "SELECT slug, name_en, name_kk, name_ru, sort_en FROM v_partner "
    f"UNION ALL SELECT '{HOME}', 'Kazakhstan', 'Қазақстан', 'Казахстан', '~') ORDER BY sort_en",
)


def direct() -> Facet:
    """Give the same facet without records that name a partner only as context.

    A function, since what a module declares as a value becomes a facet of the window.
    """
    indirect = ", ".join(f"'{role}'" for role in sorted(INDIRECT_ROLES))
    return replace(FACET, records=f"SELECT record, partner FROM v_part WHERE role NOT IN ({indirect})" + _HOME)
