"""What goes on has not ended: one of the two was not updated when the other was."""

from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts
from kzexplorer.domain.ends import Basis


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find ongoing records with an end, stated or by a step, that the data has seen pass."""
    for record in drafts.records:
        end = drafts.ends[record.slug]
        seen = end.date is not None and end.date.finish <= drafts.edition.data_day
        if record.ongoing and seen and end.basis in (Basis.STATED, Basis.STEP):
            yield Finding(record, f"ongoing: it is said to have ended ({end.date})", "ongoing")


CHECK = Check("ongoing-ended", __doc__, find)
