"""`python -m tests.bench.site`: build the site beside its competitors and tell how fast it is."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.bench.figure import report as print_aims
from tests.bench.site import competitors, machine, measure, report
from tests.bench.site.competitors import Blog, Tool
from tests.bench.site.measure import Run
from tests.bench.site.newsroom import REPOSITORY
from tests.bench.site.results import Results
from tests.bench.site.session import COMMAND, EACH, INDEX, ZENSICAL_LIMIT, Case, Session, Terbit

SIZES = (300, 3_000, 10_000)
RESULT = REPOSITORY / ".terbit/kinerja.json"
Makers = list[Callable[[Path], Tool]]


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.site", description=__doc__)
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=SIZES, help="jumlah berita")
    add("--rounds", type=int, default=3, help="berapa putaran untuk setiap jumlah")
    add("--ours", default=shlex.join(COMMAND), help="perintah kami; {python} dan {out} diisi")
    add(
        "--only", nargs="+", default=("terbit", "hugo", "blog", "zensical"), help="alat yang diukur"
    )
    add("--limit", type=float, default=ZENSICAL_LIMIT, help="detik sampai alat lambat dihentikan")
    add("--work", type=Path, help="folder kerja; dibuat, lalu dihapus")
    add("--out", type=Path, default=RESULT, help="berkas JSON hasil")
    add("--write", action="store_true", help="tulis tabel dan grafik ke README")
    add("--again", action="store_true", help="jangan mengukur; pakai berkas JSON yang ada")
    return parser.parse_args()


def main(asked: argparse.Namespace) -> int:
    """Measure or read, print, write; the exit code."""
    cores = measure.pin()
    if asked.again:
        document = json.loads(asked.out.read_text("utf-8"))
        results, where = Results.from_json(document), document["machine"]
    else:
        with tempfile.TemporaryDirectory(dir=asked.work, prefix="terbit-kinerja-") as place:
            results = Results.of(told(session(asked, Path(place)).run(sorted(asked.sizes))))
        where = machine.describe(cores, competitors.cache_home())
        save(asked.out, results, where)
    print(*report.lines(results), sep="\n")
    if asked.write:
        report.write(REPOSITORY, results, where)
    return print_aims(results.aims())


def session(asked: argparse.Namespace, place: Path) -> Session:
    """The session with the tools that were asked for and can be had."""
    template = tuple(shlex.split(asked.ours))
    ours: Makers = [partial(Terbit, template=template, index=INDEX)]
    each: Makers = [partial(Terbit, template=(*template, "--each-page"), name=EACH)]
    fast = (ours if "terbit" in asked.only else []) + installed(asked, "hugo", competitors.hugo)
    slow = each if "terbit" in asked.only else []
    slow += [Blog] if "blog" in asked.only else []
    slow += installed(asked, "zensical", competitors.zensical)
    return Session(place, fast, slow, asked.rounds, asked.limit)


def installed(asked: argparse.Namespace, name: str, make: Callable[[Path, Path], Tool]) -> Makers:
    """A competitor, installed now; nothing but a word about it where it cannot be had."""
    if name not in asked.only:
        return []
    home = competitors.cache_home()
    try:
        make(home, home)
    except RuntimeError as error:
        print(f"tanpa {name}: {error}", file=sys.stderr)
        return []
    return [lambda folder: make(folder, home)]


def told(pairs: Iterator[tuple[Case, Run]]) -> Iterator[tuple[Case, Run]]:
    """The same, each told as soon as it is there: a whole session takes a while."""
    for case, run in pairs:
        said = f"{case.size} {case.tool} {case.act}: {run.wall:.2f} detik, {run.cpu:.2f} CPU"
        print(said, file=sys.stderr, flush=True)
        yield case, run


def save(path: Path, results: Results, where: dict[str, str]) -> None:
    """Keep everything that was measured."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {"machine": where, **results.to_json()}
    path.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(arguments()))
