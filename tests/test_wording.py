"""Click speaks Indonesian: every help page and every complaint about what was typed."""

from __future__ import annotations

import os
import re
import string
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner

from terbit import cli, wording

SOURCE = wording.FOLDER / "id" / "LC_MESSAGES" / "messages.po"
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|args|arguments?|show|exit|version|missing|no such|invalid|value"
    r"|got|unexpected|extra|is not|one of|did you mean|try|for help|default|required|requires"
    r"|takes?|error|aborted|integer|path|text|boolean|directory|filename|valid|does not)\b",
    re.IGNORECASE,
)
ALLOWED = re.compile(
    r"--[a-z-]+|'--?[a-z]+'|terbit: |terbit --help|\[SITUS\]|(?m:^ +|terbit )show\b"
)
"""Names of commands and options are English by design (README), in any language of the help."""
COMMANDS = sorted(cli.COMMANDS)
Typed = Callable[..., tuple[int | str | None, str]]


def catalogue() -> Catalog:
    with SOURCE.open("rb") as source:
        return read_po(source, locale=wording.LANGUAGE)


def placeholders(text: str) -> set[str]:
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return named | set(re.findall(r"%\((\w+)\)s", text))


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def pairs(source: Catalog) -> list[tuple[list[str], list[str]]]:
    """Every message with its translation."""
    return sorted((forms(row.id), forms(row.string)) for row in source if row.id)


# The catalogue


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    with SOURCE.with_suffix(".mo").open("rb") as compiled:
        found = pairs(read_mo(compiled))
    assert found == pairs(catalogue()), "jalankan pybabel compile -d scripts/terbit/locale -l id"


def test_every_message_of_click_has_indonesian_words() -> None:
    known = {form: message for message in catalogue() if message.id for form in forms(message.id)}
    keywords = {"_": None, "ngettext": (1, 2)}
    folder = Path(click.__file__).parent
    found = extract_from_dir(folder, [("**.py", "python")], {}, keywords)
    wanted = {form for _, _, message, _, _ in found for form in forms(message)}
    assert len(wanted) > 50
    assert wanted - set(known) == set()
    assert all(all(forms(known[form].string)) for form in wanted)


def test_no_translation_asks_for_what_click_does_not_give() -> None:
    for message in catalogue():
        given = set().union(*(placeholders(form) for form in forms(message.id)))
        assert all(placeholders(form) <= given for form in forms(message.string)), message.id


def test_indonesian_has_one_plural() -> None:
    assert catalogue().num_plurals == 1


# The program


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """What `terbit` answers, and with which exit code, in an English environment."""

    def run(*arguments: str) -> tuple[int | str | None, str]:
        monkeypatch.setenv("LANGUAGE", "en")
        code: int | str | None = 0
        try:
            cli.main(arguments)
        except SystemExit as error:
            code = error.code
        out, err = capsys.readouterr()
        return code, out + err

    return run


def english(text: str) -> list[str]:
    return [match[0] for match in ENGLISH.finditer(ALLOWED.sub("", text))]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_page(typed: Typed, command: str) -> None:
    code, text = typed(*([command] if command else []), "--help")
    assert code == 0
    assert text.startswith(f"Pemakaian: terbit{' ' if command else ''}{command} [OPSI]")
    assert "-h, --help" in text
    assert "Tampilkan bantuan ini, lalu selesai." in text
    assert not english(text), text


def test_the_front_page(typed: Typed) -> None:
    _, text = typed("--help")
    assert text.startswith("Pemakaian: terbit [OPSI] PERINTAH [ARGUMEN]...\n")
    assert "\nOpsi:\n  --version   Tampilkan versi, lalu selesai.\n" in text
    assert "\nPerintah:\n" in text


def test_a_default_value_in_the_help(typed: Typed) -> None:
    _, text = typed("preview", "--help")
    assert "--port BILANGAN" in text
    assert "[bawaan: 8000]" in text


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["chek"], "Tidak ada perintah 'chek'. Maksudnya 'check'?"),
        (["zzz"], "Tidak ada perintah 'zzz'."),
        (["submit"], "Belum ada argumen 'NASKAH'."),
        (["explain", "x"], "Nilai '[NOMOR]' tidak sah: 'x' bukan bilangan yang sah."),
        (["check", "--jsn", "a"], "Tidak ada opsi '--jsn'. Maksudnya '--json'?"),
        (["explain", "1", "2", "3"], "Ada argumen berlebih: 2 3"),
        (["preview", "--port"], "Opsi '--port' perlu 1 nilai."),
        (["check", "--json=ya", "a"], "Opsi '--json' tidak menerima nilai."),
        (["adopt"], "Belum ada opsi '--reason'."),
        (
            ["new", "A", "--kind", "x"],
            "Nilai '--kind' tidak sah: 'x' bukan salah satu dari 'berita', 'pengumuman', "
            "'konten-foto', 'video', 'infografik', 'hak-jawab'.",
        ),
        (["check", "--today", "kemarin", "a"], "Nilai '--today' tidak sah: “kemarin” bukan"),
    ],
)
def test_every_complaint(typed: Typed, arguments: list[str], answer: str) -> None:
    code, text = typed(*arguments)
    assert code == cli.USAGE
    assert text.startswith(f"terbit: {answer}")
    assert not english(text), text


def test_it_does_not_matter_how_often_it_is_said(typed: Typed) -> None:
    assert typed("--help") == typed("--help")


def test_what_people_see_at_the_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "terbit", "explain", "x"],
        env={**os.environ, "LANGUAGE": "en_US:en", "LC_ALL": "C", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == cli.USAGE
    assert done.stderr.startswith("terbit: Nilai '[NOMOR]' tidak sah: 'x' bukan bilangan")


# The words themselves, on a program of one's own


@pytest.mark.parametrize("before", ["en", "id"])
def test_options_declared_before_are_translated_and_own_words_stay(
    monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    monkeypatch.setenv("LANGUAGE", before)

    @click.group()
    @click.version_option("1")
    def program() -> None:
        """Contoh."""

    @program.command()
    @click.option("--berkas", type=click.Path(), help="Required")
    @click.option("--jenis", metavar="JENIS")
    @click.option("--ya", is_flag=True, help="")
    @click.argument("nama")
    def satu(**_: object) -> None:
        """Satu."""

    wording.speak_indonesian(program)
    runner = CliRunner()
    assert "--version  Tampilkan versi" in runner.invoke(program, ["--help"]).output
    words = runner.invoke(program, ["satu", "--help"]).output
    assert words.startswith("Pemakaian: program satu [OPSI] NAMA\n")
    assert "  --berkas JALUR  Required\n  --jenis JENIS\n  --ya\n" in words
