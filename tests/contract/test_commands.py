"""What every command promises, whichever there are."""

import click
import pytest

from kzexplorer.cli import cli, main
from kzexplorer.cli.commands import every_command

EACH = pytest.mark.parametrize("command", every_command(), ids=lambda c: c.id)


@EACH
def test_says_what_it_does(command, capsys):
    assert main([command.id, "--help"]) == 0
    text = capsys.readouterr().out
    assert command.get_short_help_str(200).rstrip(".") in " ".join(text.split())
    assert f"kzexplorer {command.id}" in text


@EACH
def test_every_option_is_explained_by_a_text_or_by_its_values(command):
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help or isinstance(option.type, click.Choice), option.name


def test_no_two_stand_in_one_place():
    assert len({command.order for command in every_command()}) == len(every_command())


def test_the_help_names_all_in_their_order():
    assert cli.list_commands(click.Context(cli)) == [command.id for command in every_command()]
