"""A database takes its target's place whole or not at all, and leaves nothing beside it."""

import errno
import os
import sys

import pytest

from kzexplorer.build.output import write
from kzexplorer.domain.errors import KnownError


def test_a_file_is_replaced_and_nothing_left(tmp_path):
    target = tmp_path / "a?b #c.db"
    write(target, b"old")
    write(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_or_pipe_is_not_a_target(tmp_path):
    with pytest.raises(KnownError, match="is not a file; name a file"):
        write(tmp_path, b"x")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(KnownError, match="is not a file"):
            write(tmp_path / "pipe", b"x")


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(KnownError, match=r"The folder “.*nowhere” does not exist; create it"):
        write(tmp_path / "nowhere" / "x.db", b"x")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "The disk is full, so “.*x.db” was not written; free some space"),
        (errno.EACCES, "x.db” is open in another program or protected; close it there"),
        (errno.EROFS, "The disk of “.*x.db” can only be read; choose another place"),
    ],
)
def test_a_full_or_closed_disk_leaves_the_old_file(tmp_path, monkeypatch, code, sentence):
    target = tmp_path / "x.db"
    write(target, b"old")

    def refuse(descriptor):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(KnownError, match=sentence):
        write(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
