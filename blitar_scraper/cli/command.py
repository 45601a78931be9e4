"""The command itself: its sub-commands, its defaults from `blitar.toml`, and the one line that a mistake gets."""

from __future__ import annotations

import difflib
import keyword
import sys
from importlib import import_module
from typing import Any

import click

from blitar_scraper import __version__
from blitar_scraper.archive import ArchiveError, ArchiveLocked, DiskError
from blitar_scraper.crawling.configuration import ConfigurationError, read_configuration
from blitar_scraper.crawling.health import BUSY, CRASHED, GOOD, INTERRUPTED, USAGE
from blitar_scraper.crawling.unbroken import silence

# Loaded when they are asked for: `blitar --help` need not wait for Scrapy.
_COMMANDS = {
    "add": ("blitar_scraper.cli.add", "Make sites part of this archive: an address, or a CSV file of many."),
    "backup": ("blitar_scraper.cli.backup", "Copy the archive, also while crawls write to it; or restore it."),
    "crawl": ("blitar_scraper.cli.crawl", "Archive a site's news: what is new, and what is due for another look."),
    "demo": ("blitar_scraper.cli.demo", "The whole job on a sample site, without any network."),
    "export": ("blitar_scraper.cli.export", "Write articles or other rows into a file: xlsx, csv, jsonl, parquet."),
    "extract": ("blitar_scraper.cli.extract", "Read saved pages: one JSON object a line."),
    "import": ("blitar_scraper.cli.import_", "Take in captures made by others: WARC files."),
    "new-site": ("blitar_scraper.cli.new_site", "Write a site file and its test pages, to contribute."),
    "probe": ("blitar_scraper.cli.probe", "What would be read from a live site, with evidence; stores nothing."),
    "publish": ("blitar_scraper.cli.publish", "Make a release: read-only, with what may be shown, ready to serve."),
    "report": ("blitar_scraper.cli.report", "The data statement of this archive: period, counts, missingness, gaps."),
    "reparse": ("blitar_scraper.cli.reparse", "Read every capture again with today's extraction. No network."),
    "schedule": ("blitar_scraper.cli.schedule", "A timer for crawls: systemd units, or a line for cron."),
    "search": ("blitar_scraper.cli.search", "Search the archive's articles, best first."),
    "serve": ("blitar_scraper.cli.serve", "Open the archive in a browser: home page, search, tables."),
    "show": ("blitar_scraper.cli.show", "An article with its history, views, captures and citation."),
    "sites": ("blitar_scraper.cli.sites", "The archive's sites and those shipped, with their last run."),
    "status": ("blitar_scraper.cli.status", "What needs attention: failed runs, quiet sites, falling fill rates."),
    "verify": ("blitar_scraper.cli.verify", "Check the archive against its captures; mend what can be mended."),
    "withhold": ("blitar_scraper.cli.withhold", "Keep an article, or a part of it, out of everything public."),
}
# Nothing is lost and nothing judged where their reader has seen enough (`| head`).
_ONLY_SHOW = frozenset({None, "export", "extract", "report", "search", "show", "sites"})


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def invoke(self, ctx: click.Context) -> Any:
        # One that does or judges anything has not come to its end where it cannot say what came of it.
        status: Any = GOOD if ctx.invoked_subcommand in _ONLY_SHOW else CRASHED
        try:
            status = super().invoke(ctx)
            click.echo("", nl=False)  # what is still to be written is written here, not when the process ends
        except BrokenPipeError:
            silence()
        return status

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            near = difflib.get_close_matches(cmd_name, _COMMANDS, n=1)
            hint = f"; did you mean {near[0]}?" if near else "; blitar --help lists them"
            raise click.ClickException(f"no command '{cmd_name}'{hint}")
        module, _ = _COMMANDS[cmd_name]
        command = getattr(import_module(module), _parameter(cmd_name))
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    epilog="Defaults for all options come from blitar.toml and BLITAR_* (BLITAR_CONTACT=...).",
)
@click.version_option(__version__, prog_name="blitar")
@click.pass_context
def blitar(ctx: click.Context) -> None:
    """Keep the news of Indonesia's regional governments: crawl, read exactly, store in SQLite.

    \b
    Example:
      blitar demo                 the whole job on a sample site, no network
      blitar crawl blitarkota     archive www.blitarkota.go.id into data/blitar.db
      blitar probe x.go.id        look at any other site; blitar crawl --url x.go.id archives it
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its exit status (design.md, Commands); a user's mistake gets one line."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command with these arguments; its exit status."""
    try:
        status: Any = blitar.main(
            arguments, prog_name="blitar", standalone_mode=False, default_map=_defaults(read_configuration())
        )
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        return _complain(error.format_message(), USAGE)
    except ConfigurationError as error:
        return _complain(str(error), USAGE)
    except ArchiveLocked as error:
        return _complain(str(error), BUSY)
    except DiskError as error:
        return _complain(str(error), CRASHED)
    except ArchiveError as error:
        return _complain(str(error), USAGE)
    except OSError as error:
        return _complain(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "), USAGE)
    return status if isinstance(status, int) else 0


def _complain(message: str, status: int) -> int:
    click.echo(f"blitar: {' '.join(message.split())}", err=True)
    return status


def _defaults(configuration: dict[str, Any]) -> dict[str, Any]:
    """Every command has the same defaults, but for those in a table of its own name (`[crawl]`)."""
    common = {_parameter(name): value for name, value in configuration.items() if not isinstance(value, dict)}
    # The demonstration's archive is made anew each time: never the one that all others write to.
    safe = {name: value for name, value in common.items() if name != "archive"}
    own = {name: value for name, value in configuration.items() if isinstance(value, dict)}
    return {
        name: {
            **(safe if name == "demo" else common),
            **{_parameter(key): value for key, value in own.get(name, {}).items()},
        }
        for name in _COMMANDS
    }


def _parameter(name: str) -> str:
    """A name as Python spells it: `new_site`, `import_`."""
    name = name.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name
