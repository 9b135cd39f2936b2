"""What must stay true of the whole repository, whoever changes it."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from terbit.core.procedure import Action

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "scripts"
PACKAGE = SCRIPTS / "terbit"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 400
GENERATED = {".json", ".po"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def files() -> tuple[Path, ...]:
    """What Git tracks, and what it would track after `git add --all`."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    listed = (ROOT / name for name in done.stdout.split("\0") if name)
    return tuple(sorted(path for path in listed if path.is_file()))


def texts() -> Iterator[tuple[str, str]]:
    """Every file that is text, with its name."""
    for path in files():
        try:
            yield _name(path), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def found(pattern: str, *suffixes: str) -> list[str]:
    """The places at which a pattern stands, as path:line."""
    compiled = re.compile(pattern)
    return [
        f"{name}:{number}"
        for name, text in texts()
        if not suffixes or name.endswith(suffixes)
        for number, line in enumerate(text.splitlines(), start=1)
        if compiled.search(line)
    ]


# No office in the code


def offices() -> Iterator[dict[str, object]]:
    """Every sop.yml and kantor.yml of the tests; whoever forks may use any word in their own."""
    tests = [path for path in files() if path.is_relative_to(ROOT / "tests")]
    paths = [path for path in tests if path.name in {"sop.yml", "kantor.yml"}]
    assert len(paths) > 10
    for raw in {path.read_bytes() for path in paths}:
        document = yaml.safe_load(raw)
        if isinstance(document, dict):
            yield document


def rows(document: dict[str, object], key: str) -> list[dict[str, str]]:
    value = document.get(key) or []
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


@cache
def ids() -> frozenset[str]:
    """Ids of roles, steps and step columns in any office's files."""
    found: set[str] = set()
    for document in offices():
        roles = document.get("jabatan")
        found |= set(roles) if isinstance(roles, dict) else set()
        for step in rows(document, "langkah"):
            found |= {step["id"], step["pelaku"]}
    return frozenset(found)


@cache
def names() -> frozenset[str]:
    """What offices, their SOPs, their people and accounts are called."""
    found: set[str] = set()
    for document in offices():
        keys = ("nama_resmi", "nama_pendek", "kota", "situs", "nomor", "nama", "instansi")
        found |= {str(document[key]) for key in keys if document.get(key)}
        for person in (*rows(document, "pejabat"), *rows(document, "daftar_pejabat")):
            found |= {person["nama"], person.get("akun", person["nama"])}
    return frozenset(found)


@cache
def posts() -> frozenset[str]:
    """What roles are called, such as two words of an office's own."""
    found: set[str] = set()
    for document in offices():
        roles = document.get("jabatan")
        found |= {row["nama"] for row in roles.values()} if isinstance(roles, dict) else set()
    return frozenset(found)


def whole_words(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(words)))})(?!\w)", re.IGNORECASE)


def literals(source: str) -> Iterator[tuple[int, str]]:
    """The string literals of a module that the program uses.

    Left out are docstrings, and the words by which a dictionary calls an `Action`: they say
    what any office's step of that kind is called ({Action.DECIDE: "keputusan"}).
    """
    tree = ast.parse(source)
    spoken = {
        id(value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Attribute) and ast.unparse(key.value) == "Action"
    }
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        used = isinstance(node, ast.Constant) and id(node) not in spoken | documentation
        if used and isinstance(node.value, str):
            yield node.lineno, node.value


def office_words(source: str) -> list[str]:
    """What a module says of some particular office.

    An id with an underscore and a name occur nowhere, comments included. An id that is also an
    ordinary Indonesian word (“draf”, “persetujuan”, “tulis”) may stand in a sentence for people
    and may name a key of an article; code that decides by it needs it as a literal of its own,
    and that is what is refused. The values of `Action` are words of the product (`tindakan` in
    sop.yml), whatever id an office gives its step: those alone may be literals.
    """
    peculiar = frozenset(word for word in ids() if "_" in word) | names()
    ordinary = ids() - peculiar - {action.value for action in Action}
    wrong = [match[0] for match in whole_words(peculiar).finditer(source)]
    for line, text in literals(source):
        wrong += [f"{line}: {text}"] if text in ordinary else []
        wrong += [f"{line}: {match[0]}" for match in whole_words(posts()).finditer(text)]
    return wrong


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_no_office_occurs_in_the_code(module: Path) -> None:
    assert office_words(module.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "if step.id == 'verifikasi': ...",
        "if role == 'pengelola': ...",
        "x = {'persetujuan': 1}",
        "LEADERS = ('ketua_ppid',)",
        "# only atasan_ppid may do this",
        "def admin_medsos(): ...",
        "title = 'Situs Inspektorat Kalteng'",
        "who = 'menunggu Atasan PPID'",
        "login = 'citra-maharani'",
    ],
)
def test_such_code_is_found(source: str) -> None:
    assert office_words(source)


@pytest.mark.parametrize(
    "source",
    [
        "fix = 'tulis waktu setempat'",
        "class Photo:\n    persetujuan: str",
        "DOCUMENT = 'dokumentasi'",
        "NAMES = {Action.DECIDE: 'keputusan'}",
        '"""Such as “menunggu Atasan PPID”."""',
    ],
)
def test_ordinary_words_may_be_used(source: str) -> None:
    assert office_words(source) == []


def test_the_words_are_really_read() -> None:
    assert {"ketua_ppid", "verifikasi", "kepala_desa", "telaah_medis"} <= ids()
    assert {"Inspektorat Provinsi Kalimantan Tengah", "Desa Teluk Damar"} <= names()
    assert "Kepala Desa" in posts()


# A module can be read


def public(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """The module and its public functions, classes and methods."""
    yield "module", tree
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}", inner


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_everything_public_says_what_it_is(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    silent = [name for name, node in public(tree) if not ast.get_docstring(node)]  # type: ignore[arg-type]
    inherited = {"convert"}
    assert [name for name in silent if name.rpartition(".")[2] not in inherited] == []


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in files()
        if path.is_relative_to(SCRIPTS)
        and path.suffix in {".py", ".j2", ".html", ".css", ".js", ".sh"}
    ],
    ids=_name,
)
def test_no_file_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES


# Nothing of the machine that it was written on


def test_no_package_index_is_named() -> None:
    assert found(r"pypi[.]org|pythonhosted[.]org|npmjs[.](org|com)|://[^ ]*/simple\b") == []
    assert found(r"(?<!-)--(extra-)?(index-url|trusted-host|find-links)\b") == []
    assert found(r"\b(extra[_-])?index[_-]url\s*=") == []


def test_no_address_carries_a_password() -> None:
    assert found(r"https?://[^\s/@'\"]+:[^\s/@'\"]+@") == []


def test_no_path_of_a_machine_is_named() -> None:
    assert found(r"(?<![\w.~$}])/(work|root|Users|home/[a-z])[/\w]") == []
    assert found(r"(?<![\w.])/tmp/", ".md", ".html", ".j2", ".toml", ".yml", "Makefile") == []


def test_nothing_is_left_to_do() -> None:
    assert found(r"\b(TOD[O]|FIXM[E])\b") == []


# The wheel


def covered(patterns: list[str]) -> set[Path]:
    return {path for pattern in patterns for path in PACKAGE.glob(pattern) if path.is_file()}


def package_data() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found = settings["tool"]["setuptools"]["package-data"]
    assert list(found) == ["terbit"]
    patterns: list[str] = found["terbit"]
    return patterns


def test_every_file_that_is_no_module_is_in_the_wheel() -> None:
    data = {p for p in files() if p.is_relative_to(PACKAGE) and p.suffix != ".py"}
    assert {_name(path) for path in data - covered(package_data())} == set()
    for folder in ("templates", "theme", "schemas", "locale"):
        assert any(path.is_relative_to(PACKAGE / folder) for path in data)


@pytest.mark.parametrize("pattern", package_data())
def test_no_pattern_is_idle(pattern: str) -> None:
    assert covered([pattern])


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert [_name(f) for f in sorted(folders) if not (f / "__init__.py").is_file()] == []


def test_judging_and_planning_are_never_given_a_way_to_write_on_the_forge() -> None:
    """Reading and writing are two types; only the buttons that people press get the second."""
    using = {_name(p) for p in files() if p.suffix == ".py" and ".desk." in p.read_text("utf-8")}
    scripts = {name for name in using if name.startswith("scripts/")}
    assert scripts == {
        "scripts/terbit/commands/delegate.py",
        "scripts/terbit/commands/gate.py",
        "scripts/terbit/commands/hand_in.py",
        "scripts/terbit/commands/intake.py",
        "scripts/terbit/commands/record.py",
        "scripts/terbit/commands/review.py",
        "scripts/terbit/commands/submit.py",
    }
