"""Views as text: read one that was saved, pasted or remembered, and say what is wrong with it."""

from kzexplorer.domain.state import State
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.store import Repository


def read_view(text: str, store: Repository) -> State:
    """Read a state and check it against the data.

    Raises:
        StateError: it cannot be read, or names a value that this data does not have.
    """
    state = parse_state(text.strip(), [facet.id for facet in store.facets()])
    store.check(state.query)
    return state
