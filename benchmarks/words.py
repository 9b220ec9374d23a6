"""What is typed and clicked, by us and by the peer."""

# Typed letter by letter, each for the first time: nothing an earlier keystroke has kept is asked for again.
FIRST = ("satellite",)
TYPED = ("kazsat", "italy", "agreement", "sputnik", "proton", "observation", "baikonur", "cosmonaut", "treaty")
FACETS = ("kind", "status", "certainty")
CLICKED = (
    ("kind", "satellite"), ("status", "in_force"), ("kind", "launch"), ("certainty", "weak"), ("kind", "agreement"),
    ("status", "completed"), ("certainty", "confirmed"), ("kind", "meeting"), ("status", "success"),
)  # fmt: skip


def prefixes(words):
    """Give the beginnings of words as they are typed."""
    return [word[:end] for word in words for end in range(1, len(word) + 1)]
