"""The command line: parses arguments, prints, sets the exit code; decides nothing."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from terbit import __version__
from terbit.cli.lazy import LazyGroup
from terbit.console import BUG, MENDABLE, USAGE, WORK
from terbit.errors import TerbitError
from terbit.wording import speak_indonesian

COMMANDS = {
    "adopt": "terbit.cli.adopt:adopt",
    "agenda": "terbit.cli.agenda:agenda",
    "audit": "terbit.cli.audit:audit",
    "build": "terbit.cli.build:build",
    "check": "terbit.cli.check:check",
    "delegate": "terbit.cli.delegate:delegate",
    "demo": "terbit.cli.demo:demo",
    "doctor": "terbit.cli.doctor:doctor",
    "explain": "terbit.cli.explain:explain",
    "facts": "terbit.cli.facts:facts",
    "gate": "terbit.cli.gate:gate",
    "intake": "terbit.cli.intake:intake",
    "merge": "terbit.cli.merge:merge",
    "new": "terbit.cli.new:new",
    "post": "terbit.cli.post:post",
    "practice": "terbit.cli.practice:practice",
    "preview": "terbit.cli.preview:preview",
    "publish": "terbit.cli.publish:publish",
    "record": "terbit.cli.record:record",
    "report": "terbit.cli.report:report",
    "reuse": "terbit.cli.reuse:reuse",
    "review": "terbit.cli.review:review",
    "rules": "terbit.cli.rules:rules",
    "setup": "terbit.cli.setup:setup",
    "show": "terbit.cli.show:show",
    "submit": "terbit.cli.submit:submit",
}
"""Where each command stands; its module is imported when somebody asks for it."""


@click.group(
    cls=LazyGroup, places=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="terbit", message="%(prog)s %(version)s")
def terbit() -> None:
    """Ruang redaksi di repositori Git, dijalankan menurut SOP.

    Naskah ditulis di drafts/, diajukan dengan submit, diperiksa dan disetujui dengan review,
    digabung dengan merge, lalu diterbitkan dengan publish.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; exit codes: 0 fine, 1 mendable, 2 usage, 3 a bug."""
    speak_indonesian(terbit)
    try:
        terbit.main(args=arguments, prog_name="terbit", standalone_mode=False)
    except click.exceptions.Exit as error:
        raise SystemExit(error.exit_code) from None
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        raise SystemExit(USAGE) from None
    except click.ClickException as error:
        click.echo(f"terbit: {error.format_message()}", err=True)
        click.echo("Lihat: terbit --help", err=True)
        raise SystemExit(USAGE) from None
    except (click.Abort, KeyboardInterrupt):
        raise SystemExit(MENDABLE) from None
    except TerbitError as error:
        click.echo(str(error), err=True)
        raise SystemExit(MENDABLE) from None
    except Exception as error:
        _report_bug(error)
        raise SystemExit(BUG) from None


def _report_bug(error: Exception) -> None:
    log = Path(WORK)
    log.mkdir(exist_ok=True)
    file = log / "galat.txt"
    file.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    click.echo(
        f"terbit: ini kesalahan Terbit, bukan kesalahan Anda. Kirim {file} kepada pengelola.",
        err=True,
    )
