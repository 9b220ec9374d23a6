"""The one error that is meant for the user: a sentence, never a traceback."""


class KnownError(Exception):
    """Say in one sentence what is wrong, where, and what helps; every other exception is a bug."""
