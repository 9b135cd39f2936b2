"""A build that finds a site and one that begins with nothing come to the same bytes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from terbit import parallel
from terbit.core.agenda import ITEM, Activity, Agenda, State
from terbit.core.colour import Palette
from terbit.core.record import FOLLOWED, PUBLISHED, History
from terbit.site import Entry, Page, Site, build, merge, prepare, render
from terbit.site.assets import PICTURES
from tests.site import test_urgent
from tests.site.conftest import BUILT, CONFIG, adopted, article, history, miniature, photo
from tests.site.test_merge import killed_at

ACTS = ("terbit", "ralat", "tarik", "hapus", "kategori", "tampilan", "jam", "tagar", "laman")
ACTS += ("warna", "agenda", "jawab", "mendesak")
NEED_ONE = {"ralat", "tarik", "hapus", "kategori", "mendesak"}
WRITTEN = {"tarik": "Keliru.", "tagar": "Lain"}
CATEGORIES = ("pengawasan", "layanan", "")
KINDS = ("berita", "berita", "pengumuman")
PHOTO = photo(300, 150)
START = BUILT - timedelta(days=40)


@dataclass
class Story:
    """A newsroom in which things happen one after the other; `made` are the articles' values."""

    site: Site = field(default_factory=lambda: replace(miniature(), entries=(), ledger={}))
    made: list[dict[str, str]] = field(default_factory=list)
    config: bytes = CONFIG
    pages: int = 3
    activities: int = 0
    held: int = 0

    def do(self, act: str, number: int) -> None:
        """One thing, to the article of that number where it is about one."""
        if act == "terbit" or (not self.made and act in NEED_ONE):
            self.made.append({"category": CATEGORIES[number % 3], "tag": f"Tagar{number % 2}"})
            return
        chosen = self.made[number % len(self.made)] if self.made else {}
        match act:
            case "jawab":
                answered = str(number % max(1, len(self.made)))
                self.made.append({"category": "layanan", "jawab": answered})
            case "ralat":
                chosen["ralat"] = f"Angka ke-{number}."
            case "tarik" | "tagar":
                chosen["tag" if act == "tagar" else act] = WRITTEN[act]
            case "hapus":
                self.made.remove(chosen)
            case "kategori":
                chosen["category"] = CATEGORIES[(number + 1) % 3]
            case "mendesak":
                chosen["menyusul" if "mendesak" in chosen else "mendesak"] = "ya"
            case "tampilan":
                self.config += f"\n# {number}\nsite_author: Humas {number}\n".encode()
            case "jam":
                self.site = replace(
                    self.site, built_at=self.site.built_at + timedelta(hours=7 * number)
                )
            case "warna":
                colours = Palette(accent=f"#e2b9{number:02x}")
                self.site = replace(self.site, office=replace(self.site.office, colours=colours))
            case "agenda":
                self.activities += 1
                self.held = number
            case "laman":
                self.pages = 1 + number % 3

    def now(self) -> Site:
        """The site's input at this moment."""
        entries = tuple(self._entry(number, values) for number, values in enumerate(self.made))
        ledger = {entry.item: entry.history for entry in entries}
        pages = (*self.site.pages[: self.pages], *self._agenda())
        return replace(self.site, entries=entries, ledger=ledger, pages=pages)

    def _agenda(self) -> Iterator[Page]:
        """The office's agenda, once there is one; its activities lead to articles."""
        if self.activities:
            rows = tuple(
                Activity(
                    f"kegiatan-{n}",
                    f"Kegiatan {n + self.held}",
                    *(START.date() + timedelta(days=15 * n + self.held),) * 2,
                    state=State.CANCELLED if n == self.held else State.HELD,
                    public=n != 2,
                    news=f"berita/2026/10/kabar-{n}",
                )
                for n in range(self.activities)
            )
            yield Page(ITEM, "Agenda", "Kegiatan.", "", adopted(ITEM), agenda=Agenda(rows))

    def _entry(self, number: int, values: dict[str, str]) -> Entry:
        at = START + timedelta(days=number)
        item = name_of(number)
        more = "foto:\n- {berkas: f.jpg, alt: Rapat, keterangan: Suasana, kredit: Humas}\n"
        more = more if number % 3 else ""
        if number % 4 == 3:
            more += f"terbit_pada: {BUILT + timedelta(hours=number):%Y-%m-%dT%H:%M}\n"
        if "jawab" in values:
            more += f"menjawab: content/{name_of(int(values['jawab']))}\n"
        if "ralat" in values:
            more += f"ralat:\n- {{waktu: 2026-11-20T09:00, isi: {values['ralat']}}}\n"
        if "tarik" in values:
            more += f"ditarik: {{waktu: 2026-11-21T09:00, alasan: {values['tarik']}}}\n"
        text = article(
            f"content/{item}",
            f"Kabar {number} Tentang {values.get('tag', 'Rapat')}",
            {"f.jpg": PHOTO} if number % 3 else {},
            kind="hak-jawab" if "jawab" in values else KINDS[number % 3],
            day=(at + timedelta(days=number * 9)).date().isoformat(),
            category=values["category"] or "''",
            more=more,
            body=f"Isi {values}. [Sebelumnya](../kabar-{number - 1}/).",
        )
        events = history(item, at) if "mendesak" not in values else put_off(item, at)
        if "menyusul" in values:
            events = test_urgent.later(events, FOLLOWED, at)
        if "ralat" in values or "tarik" in values:
            fields = {"procedure": "SOP/1", "digest": "sha256:" + "ab" * 32, "actor": "mesin"}
            events = events.add(events.next(PUBLISHED, at=BUILT, **fields))
        return Entry(text, events)


def put_off(item: str, at: datetime) -> History:
    """Events of an item whose review may come until some hours after the first build."""
    made = test_urgent.urgent(item, at)
    (approval, *others), due = made.events, BUILT + timedelta(hours=9)
    told = {**approval.details["urgent"], "due": due.isoformat()}
    approval = replace(approval, details={**approval.details, "urgent": told})
    return History(item, (approval, *others))


def name_of(number: int) -> str:
    return f"berita/2026/{START + timedelta(days=number):%m}/kabar-{number}"


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(1, 9)), min_size=3, max_size=9)


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(acts)
def test_whatever_happened_before_the_same_site_comes_out(things: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        root, story = Path(place), Story()
        story.made = [{"category": "pengawasan"}, {"category": "layanan"}]
        for act, number in things:
            story.do(act, number)
            build(story.now(), story.config, root / "situs", root / "kerja")
        shutil.copytree(root / "kerja" / PICTURES, root / "lain" / PICTURES)
        build(story.now(), story.config, root / "bersih", root / "lain")
        assert files(root / "situs") == files(root / "bersih")


def test_the_agenda_is_told_anew_wherever_it_is_told(tmp_path: Path) -> None:
    """Every page and file that names an activity follows its row, and the day."""
    story = Story()
    story.made = [{"category": "pengawasan"}]
    for act, number in (("agenda", 1), ("agenda", 2), ("jam", 9), ("tarik", 0), ("agenda", 3)):
        story.do(act, number)
        build(story.now(), story.config, tmp_path / "situs", tmp_path / "kerja")
    build(story.now(), story.config, tmp_path / "bersih", tmp_path / "lain")
    assert files(tmp_path / "situs") == files(tmp_path / "bersih")
    assert "Kegiatan 3" in (tmp_path / "situs/agenda/index.html").read_text()


def test_a_reply_changes_the_older_page_when_it_comes_changes_and_goes(tmp_path: Path) -> None:
    """Banner and sheet of the answered article follow its reply, and the other way round."""
    for things in (
        [("jawab", 2)],
        [("jawab", 2), ("ralat", 2)],
        [("jawab", 2), ("tarik", 2)],
        [("jawab", 2), ("tarik", 0)],
        [("jawab", 2), ("hapus", 0)],
    ):
        story = Story()
        story.made = [{"category": "pengawasan"}, {"category": "layanan"}]
        work = tmp_path / f"{len(things)}-{things[-1]}"
        for act, number in [("jam", 0), *things]:
            story.do(act, number)
            build(story.now(), story.config, work / "situs", work / "kerja")
        build(story.now(), story.config, work / "bersih", work / "lain")
        assert files(work / "situs") == files(work / "bersih")


@pytest.fixture
def story() -> Story:
    made = Story()
    made.made = [{"category": CATEGORIES[n % 2]} for n in range(6)]
    return made


def test_one_more_article_touches_only_what_tells_of_it(story: Story, tmp_path: Path) -> None:
    build(story.now(), story.config, tmp_path / "situs", tmp_path / "kerja")
    story.do("terbit", 1)
    with prepare(story.now(), story.config, tmp_path / "situs", tmp_path / "kerja") as prepared:
        new = {output.path for output in prepared.change.new}
        pages = {path for path in new if path.endswith(".html")}
        assert {p for p in pages if p.startswith("berita/2026/10/kabar-")} == {
            "berita/2026/10/kabar-6/index.html"
        }
        assert "arsip/berita/2026/10/kabar-6/index.html" in pages
        assert len([p for p in pages if p.startswith("arsip/berita/")]) == 1
        assert not {p for p in pages if p.startswith(("ppid/", "tentang/"))}
        before = files(tmp_path / "situs")
        prepared.commit()
    after = files(tmp_path / "situs")
    changed = {path for path in after if before.get(path) != after[path]}
    assert {path for path in changed if not path.startswith("cari/indeks/")} == new


def test_one_more_article_needs_no_run_of_mkdocs(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(story.now(), story.config, tmp_path / "situs", tmp_path / "kerja")
    runs: list[object] = []
    monkeypatch.setattr(render, "render", lambda work, _: runs.extend(work))
    story.do("terbit", 1)
    build(story.now(), story.config, tmp_path / "situs", tmp_path / "kerja")
    assert runs == []
    assert (tmp_path / "situs/berita/2026/10/kabar-6/index.html").is_file()


def test_a_build_killed_anywhere_leaves_the_last_good_site_and_the_next_completes(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 1)  # one process, so that none outlives it
    build(story.now(), story.config, tmp_path / "a/situs", tmp_path / "a/kerja")
    old = files(tmp_path / "a/situs")
    story.do("terbit", 1)
    story.do("tarik", 2)
    last, step, undecided = 0, 0, 0
    while True:
        place = tmp_path / str(step)
        shutil.copytree(tmp_path / "a", place, copy_function=shutil.copy2)
        work = partial(build, story.now(), story.config, place / "situs", place / "kerja")
        killed = killed_at(step, work)
        found, decided = files(place / "situs"), (place / "kerja" / merge.JOURNAL).exists()
        work()
        new = files(place / "situs")
        assert found == old or decided or is_site(found, new), step
        undecided += found == old
        for path, data in found.items():
            assert data in (old.get(path), new.get(path)), (step, path)
        shutil.rmtree(place)
        if not killed:
            break
        last, step = step, step + 1 + step // 6
    assert undecided > 5
    assert last > 100
    build(story.now(), story.config, tmp_path / "b/situs", tmp_path / "b/kerja")
    assert new == files(tmp_path / "b/situs")


def is_site(found: dict[str, bytes], wanted: dict[str, bytes]) -> bool:
    """Whether a folder holds a whole site; its search index may still be the one before."""

    def pages(made: dict[str, bytes]) -> dict[str, bytes]:
        return {path: data for path, data in made.items() if not path.startswith("cari/indeks/")}

    return pages(found) == pages(wanted)


def test_nothing_new_makes_nothing(story: Story, tmp_path: Path) -> None:
    build(story.now(), story.config, tmp_path / "situs", tmp_path / "kerja")
    with prepare(story.now(), story.config, tmp_path / "situs", tmp_path / "kerja") as prepared:
        assert not prepared.change


def test_a_folder_that_somebody_else_made_is_replaced_whole(story: Story, tmp_path: Path) -> None:
    out, work = tmp_path / "situs", tmp_path / "kerja"
    build(story.now(), story.config, out, work)
    wanted = files(out)
    out.rename(tmp_path / "lama")
    out.mkdir()
    (out / "asing.html").write_text("bukan milik kita")
    build(story.now(), story.config, out, work)
    assert files(out) == wanted


def test_a_broken_database_costs_time_only(story: Story, tmp_path: Path) -> None:
    out, work = tmp_path / "situs", tmp_path / "kerja"
    build(story.now(), story.config, out, work)
    wanted = files(out)
    (work / "bangun.sqlite").write_bytes(b"rusak" * 1000)
    build(story.now(), story.config, out, work)
    assert files(out) == wanted


def test_pictures_that_were_lost_are_made_again(story: Story, tmp_path: Path) -> None:
    out, work = tmp_path / "situs", tmp_path / "kerja"
    build(story.now(), story.config, out, work)
    wanted = files(out)
    shutil.rmtree(work / PICTURES)
    shutil.rmtree(out)
    build(story.now(), story.config, out, work)
    assert files(out) == wanted
