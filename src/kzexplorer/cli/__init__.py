"""The command line: a thin way to the same states, store and exporters that the window uses."""

import os
import sys
from pathlib import Path

import click

from kzexplorer import __version__, paths
from kzexplorer.cli.asking import FACETS
from kzexplorer.cli.commands import every_command
from kzexplorer.cli.session import Session, complain
from kzexplorer.domain.errors import KnownError
from kzexplorer.domain.language import language
from kzexplorer.domain.names import LANGUAGES
from kzexplorer.domain.state import StateError
from kzexplorer.domain.state_reading import parse_state
from kzexplorer.exporters import OptionError

__all__ = ["FACETS", "main"]


def main(arguments: list[str] | None = None) -> int:
    """Run a command line and give its exit code: 0 done, 1 found wanting, 2 wrong use."""
    _settle_streams()
    try:
        # Not `cli.main`, which would end the process with 1 when a reader like `head` has seen enough.
        with cli.make_context("kzexplorer", sys.argv[1:] if arguments is None else arguments) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return complain(error.format_message(), 2)
    except (StateError, OptionError) as error:
        return complain(str(error), 2)
    except KnownError as error:
        return complain(str(error), 1)
    except (click.Abort, KeyboardInterrupt):
        return complain("Stopped; nothing is half written.", 1)
    except BrokenPipeError:
        # The reader has seen enough; nothing is lost, and the interpreter must not try to flush again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return complain(f"The output cannot be written ({error.strerror}); free some space or write elsewhere.", 1)
    return code if isinstance(code, int) else 0


def _settle_streams() -> None:
    """Speak UTF-8; a stream that was closed before the start leads nowhere, and takes its number back.

    Otherwise the next file that is opened would get that number, and whatever is printed.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(number, "r" if number == 0 else "w", encoding="utf-8"))
        elif number and hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")


class Commands(click.Group):
    """The commands that are found, in their order."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name them for the help."""
        return list(self.commands)


@click.group(
    cls=Commands,
    commands=list(every_command()),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--db",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Another database than the bundled one.",
)
@click.option(
    "--previous",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="An older edition; --since then asks what changed since.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of texts: en, kk or ru.")
@click.option("--view", metavar="STATE", help="The view to open the window with.")
@click.version_option(__version__, prog_name="kzexplorer")
@click.pass_context
def cli(context: click.Context, db: Path | None, previous: Path | None, lang: str | None, view: str | None) -> int:
    """Explore Kazakhstan's international space cooperation, offline and with every fact cited.

    Without a command the window opens.
    """
    session = Session(db, previous, language(lang or _users_language(), paths.resources() / "i18n"))
    context.obj = session
    if context.invoked_subcommand is not None:
        if view is not None:
            raise click.UsageError("--view stands behind the command it belongs to.")
        return 0
    from kzexplorer.app import run

    store = session.open()
    state = parse_state(view, FACETS) if view is not None else None
    if state is not None:
        store.check(state.query)
    return run(store, session.say, state, session.db)


def _users_language() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            code = os.environ[name][:2].lower()
            return code if code in LANGUAGES else "en"
    return "en"
