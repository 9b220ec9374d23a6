"""The commands, one file each."""

from typing import Any

import click


class Command(click.Command):
    """A command of the command line; `order` is its place in the help."""

    def __init__(self, *args: Any, order: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order = order

    @property
    def id(self) -> str:
        """The word it is called by."""
        return self.name or ""


def every_command() -> tuple[Command, ...]:
    """Give all commands in order."""
    import kzexplorer.cli.commands as package
    from kzexplorer.registry import discover

    return discover(package, Command)
