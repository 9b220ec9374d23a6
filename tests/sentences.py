"""What a command that fails says: one sentence, and no traceback."""


def sentence(err):
    """Give the one line of standard error."""
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("kzexplorer: ")
    assert "Traceback" not in err
    return lines[0]
