"""`terbit audit`: whatever is done to the archive, a clone alone tells what, where, to which item.

Each way of tampering is carried out with real Git on a copy of one room; the sentence names the
file, and the file its item.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from terbit.commands.audit import audit
from terbit.core.digest import item_digest, path_of
from terbit.core.record import APPROVED, PUBLISHED, Event
from terbit.errors import TerbitError
from terbit.newsroom.clone import Clone
from terbit.repository import MACHINE, clone
from tests.rooms import DECIDER, ITEM, OLD_ITEM, PUBLIC, VERIFIER, WRITER, authorship
from tests.tampering import Hand, of_kind, prepared, resigned, with_details

FIRST = f"{ITEM}/0001-disetujui.json"
SECOND = f"{ITEM}/0002-terbit.json"
OTHER = "citra-maharani"


@pytest.fixture(scope="module")
def template(room_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(room_template, tmp_path_factory.mktemp("audit") / "room")


@pytest.fixture
def hand(template: Path, tmp_path: Path) -> Hand:
    return Hand(template, tmp_path / "room")


def test_an_honest_archive_is_whole(hand: Hand) -> None:
    report = hand.report()
    assert report.lines() == [
        "Arsip utuh: 11 peristiwa untuk 4 butir dalam 3 komit; 1 persetujuan dan 3 isi awal "
        "diperiksa.",
        f"Catat kepala arsip ini untuk pemeriksaan berikutnya: {hand.tip}",
    ]
    document = json.loads(json.dumps(report.to_json()))
    assert (document["ok"], document["breaches"], document["head"]) == (True, [], hand.tip)


def test_proofs_that_are_no_links_are_honest_too(hand: Hand) -> None:
    storied(hand)
    hand.append("dilewati-x", actor="Admin Medsos", details={"login": WRITER, "reason": "rusak"})
    assert hand.report().ok, hand.report().lines()


# Files of the branch


def changed(hand: Hand) -> None:
    data = hand.last(PUBLISHED).written
    hand.commit({SECOND: data.replace(b'"Terbit"', b'"Orang"')})


def reformatted(hand: Hand) -> None:
    hand.commit({SECOND: json.dumps(json.loads(hand.last(PUBLISHED).written)).encode()})


def deleted(hand: Hand) -> None:
    hand.commit({}, [SECOND])


def deleted_and_restored(hand: Hand) -> None:
    data = hand.last(PUBLISHED).written
    hand.commit({}, [SECOND])
    hand.commit({SECOND: data})


def renamed(hand: Hand) -> None:
    data = hand.last(PUBLISHED).written
    hand.commit({f"{ITEM}/0002-selesai.json": data}, [SECOND])


def copied_to_another_item(hand: Hand) -> None:
    hand.commit({f"{OLD_ITEM}/0003-terbit.json": hand.last(PUBLISHED).written})


def foreign_file(hand: Hand) -> None:
    hand.commit({f"{ITEM}/catatan.txt": b"x"})


def guide_changed(hand: Hand) -> None:
    hand.commit({"README.md": b"percayalah"})


def merge_commit(hand: Hand) -> None:
    git = hand.repository.git
    with git.custom_environment(**authorship(MACHINE, hand.room.now)):
        words = ("-p", hand.tip, "-p", hand.room.newsroom.main(), "-m", "x")
        hand.put(str(git.commit_tree(f"{hand.tip}^{{tree}}", *words)))


def odd_mode(mode: str) -> Callable[[Hand], None]:
    def do(hand: Hand) -> None:
        git = hand.repository.git
        index = {"GIT_INDEX_FILE": str(hand.room.folder / "indeks")}
        blob = git.rev_parse(f"{hand.tip}:{SECOND}")
        with git.custom_environment(**index, **authorship(MACHINE, hand.room.now)):
            git.read_tree(hand.tip)
            row = f"{mode},{blob},{ITEM}/0007-terbit.json"
            git.update_index("--add", "--cacheinfo", row)
            tree = git.write_tree()
            hand.put(str(git.commit_tree(tree, "-p", hand.tip, "-m", "x")))

    return do


def huge(hand: Hand) -> None:
    hand.commit({f"{ITEM}/0007-terbit.json": b" " * (9 * 1024**2)})


def nested(hand: Hand) -> None:
    hand.commit({f"{ITEM}/0007-terbit.json": b"[" * 200_000})


def nested_just_enough(hand: Hand) -> None:
    """Read by one part of Python, too deep for another."""
    text = hand.last(PUBLISHED).written.decode()
    deep = '{"a":' * 500 + "1" + "}" * 500
    text = text.replace('"details": {}', f'"details": {deep}')
    hand.commit({f"{ITEM}/0007-terbit.json": text.encode()})


def lone_surrogate(hand: Hand) -> None:
    data = hand.last(PUBLISHED).written.replace(b'"Terbit"', b'"\\ud800"')
    hand.commit({f"{ITEM}/0007-terbit.json": data})


# The chain


def removed_and_renumbered(hand: Hand) -> None:
    """Numbers are right again, the chain is not."""
    events = hand.history()
    left = [events[0], *(replace(e, number=e.number - 1) for e in events[2:])]
    others = [e for i, h in hand.room.newsroom.ledger().items() if i != ITEM for e in h.events]
    hand.rewrite([*others, *left])


def swapped(hand: Hand) -> None:
    one, two, *rest = hand.history()
    others = [e for i, h in hand.room.newsroom.ledger().items() if i != ITEM for e in h.events]
    hand.rewrite([*others, replace(two, number=1), replace(one, number=2), *rest])


def inserted(hand: Hand) -> None:
    event = replace(hand.last(PUBLISHED), number=2, kind="paket-x")
    hand.commit({event.file: event.written})


def gap(hand: Hand) -> None:
    event = replace(hand.history()[-1], number=9, at=hand.room.now)
    hand.commit({event.file: event.written})


def wrong_previous(hand: Hand) -> None:
    event = replace(hand.append("paket-x"), number=7, previous="0" * 64)
    hand.commit({event.file: event.written})


# What is said


def unknown_kind(hand: Hand) -> None:
    hand.append("dicabut")


def unknown_channel(hand: Hand) -> None:
    hand.append("terunggah-koran")


def unapproved_version(hand: Hand) -> None:
    hand.append(PUBLISHED, digest="0" * 64)


def published_twice(hand: Hand) -> None:
    hand.append(PUBLISHED)


def approved_after_publishing(hand: Hand) -> None:
    hand.retell(lambda e: [replace(e[1], at=e[0].at), e[0]])


def approved_twice(hand: Hand) -> None:
    hand.append(APPROVED, details=hand.last(APPROVED).details)


def adopted_late(hand: Hand) -> None:
    details = {**hand.last("dasar", OLD_ITEM).details, "object": "0" * 40, "mode": "000000"}
    hand.append("dasar", item="berita/2026/11/susulan", details=details)


def outside_content(hand: Hand) -> None:
    """No index takes such a name, so the tree is written by hand."""
    event = replace(hand.last(APPROVED), item="../kantor.yml")
    git, rows = hand.repository.git, hand.repository.git.ls_tree(hand.tip)
    stored = hand.repository.make_commit(
        None, {"x": event.written}, message="x", by=MACHINE, at=hand.room.now
    )
    tree = f"100644 blob {git.rev_parse(stored + ':x')}\t0001-disetujui.json"
    for name in ("kantor.yml", ".."):
        file = hand.room.folder / "baris"
        file.write_text(f"{tree}\n")
        tree = f"040000 tree {git.mktree(istream=file.open())}\t{name}"
    file.write_text(f"{rows}\n{tree}\n")
    with git.custom_environment(**authorship(MACHINE, hand.room.now)):
        words = (git.mktree(istream=file.open()), "-p", hand.tip, "-m", "x")
        hand.put(str(git.commit_tree(*words)))


def unprintable(hand: Hand) -> None:
    """A name that reads from right to left shows another than it is."""
    hand.append(APPROVED, item="ppid/\u202eberkala.md", details=hand.last(APPROVED).details)


def inside_an_article(hand: Hand) -> None:
    hand.append(APPROVED, item=f"{ITEM}/foto-1.jpg", details=hand.last(APPROVED).details)


def kit_of_nothing(hand: Hand) -> None:
    hand.append("paket-x", item="berita/2026/11/tiada")


def proof_by_a_stranger(hand: Hand) -> None:
    hand.append("terunggah-x", actor="Admin Medsos", details={"login": VERIFIER})


def a_person_publishes(hand: Hand) -> None:
    hand.append(PUBLISHED, actor="Admin Medsos", details={"login": WRITER})


def other_procedure(hand: Hand) -> None:
    hand.append("paket-x", procedure="068/2026")


# Time


def future(hand: Hand) -> None:
    later = hand.room.now + timedelta(days=1)
    hand.append("paket-x", at=later)


def backwards(hand: Hand) -> None:
    hand.append("paket-x", at=hand.room.now - timedelta(days=1))


def beyond_all_calendars(hand: Hand) -> None:
    event = hand.last(PUBLISHED)
    later = replace(event, number=7, at=event.at.replace(year=1))
    hand.commit({later.file: later.written})


def other_time_than_its_commit(hand: Hand) -> None:
    event = hand.room.newsroom.ledger()[ITEM].next(
        "paket-x",
        at=hand.room.now,
        procedure=hand.history()[0].procedure,
        digest=hand.history()[0].digest,
        actor="Terbit",
    )
    hand.commit({event.file: event.written}, at=hand.room.now + timedelta(hours=3))


def before_the_merge(hand: Hand) -> None:
    early = timedelta(hours=3)
    hand.retell(of_kind(APPROVED, lambda e: replace(e, at=e.at - early)))


# Signatures


def signed_as(number: int, **changes: object) -> Callable[[Hand], None]:
    def do(hand: Hand) -> None:
        hand.retell(of_kind(APPROVED, lambda event: resigned(event, number, **changes)))

    return do


def signed_by_one(hand: Hand) -> None:
    def change(event: Event) -> Event:
        return with_details(event, signatures=event.details["signatures"][1:])

    hand.retell(of_kind(APPROVED, change))


def signed_by_nobody(hand: Hand) -> None:
    hand.retell(of_kind(APPROVED, lambda event: with_details(event, signatures=[])))


def signed_unreadably(hand: Hand) -> None:
    hand.retell(of_kind(APPROVED, lambda event: with_details(event, signatures=[{"a": 1}])))


# Git


def other_digest(hand: Hand) -> None:
    hand.retell(lambda events: [replace(event, digest="1" * 64) for event in events])


def renamed_object(hand: Hand, mode: str, object_id: str, commit: str = "") -> None:
    digest = item_digest(path_of(ITEM), (mode, object_id))

    def named(event: Event) -> Event:
        changes = {"mode": mode, "object": object_id, **({"commit": commit} if commit else {})}
        more = changes if event.kind == APPROVED else {}
        return replace(with_details(event, **more), digest=digest)

    hand.retell(lambda events: [named(event) for event in events])


def object_missing(hand: Hand) -> None:
    renamed_object(hand, "040000", "2" * 40)


def object_swapped(hand: Hand) -> None:
    tree = hand.repository.git.rev_parse(f"origin/main:{path_of(OLD_ITEM)}")
    renamed_object(hand, "040000", str(tree))


def object_is_a_link(hand: Hand) -> None:
    renamed_object(hand, "120000", hand.last(APPROVED).details["object"])


def object_is_no_name(hand: Hand) -> None:
    hand.retell(of_kind(APPROVED, lambda event: with_details(event, object="HEAD^{tree}")))


def commit_unknown(hand: Hand) -> None:
    hand.retell(of_kind(APPROVED, lambda event: with_details(event, commit="3" * 40)))


def commit_beside_main(hand: Hand) -> None:
    head = hand.last(APPROVED).details["head"]
    hand.retell(of_kind(APPROVED, lambda event: with_details(event, commit=head)))


def pushed_to_main(path: str, data: bytes) -> Callable[[Hand], None]:
    """A direct push, and an approval that tells of it as if it had been merged."""

    def do(hand: Hand) -> None:
        commit = hand.room.overwrite_main(path, data)
        hand.forget()
        tree = str(hand.repository.git.rev_parse(f"{commit}:{PUBLIC}"))
        renamed_object(hand, "040000", tree, commit)

    return do


def bytes_swapped_in_the_clone(hand: Hand) -> None:
    """The file of the object itself, as nobody but the owner of this disk could."""
    photo = str(hand.repository.git.rev_parse(f"origin/main:{PUBLIC}/index.md"))
    lie = hand.repository.git.hash_object(
        "-w", "--stdin", istream=(hand.repository.root / "sop.yml").open("rb")
    )
    store = hand.repository.root / ".git/objects"
    place, other = (store / one[:2] / one[2:] for one in (photo, str(lie)))
    place.chmod(0o644)
    place.write_bytes(other.read_bytes())


def replaced_in_the_clone(hand: Hand) -> None:
    """`git replace` would show the honest event in place of the forged one; nobody is fooled."""
    honest = hand.repository.git.rev_parse(f"{hand.tip}:{FIRST}")
    signed_as(0, capacity="Ketua PPID")(hand)
    forged = hand.repository.git.rev_parse(f"{hand.tip}:{FIRST}")
    hand.repository.git.replace(forged, honest)


STORY = "terunggah-instagram_story"
SCREENSHOT = f"{ITEM}/0006-{STORY}.jpg"


def storied(hand: Hand, picture: bytes | None = b"gambar", *, told: bool = True) -> None:
    """A story's proof: its event and the screenshot beside it, or only one of the two."""
    details = {
        "login": WRITER,
        "file": f"0006-{STORY}.jpg",
        "sha256": sha256(b"gambar").hexdigest(),
    }
    ledger, usual = hand.room.newsroom.ledger(), hand.last(PUBLISHED)
    event = ledger[ITEM].next(
        STORY,
        at=hand.room.now,
        procedure=usual.procedure,
        digest=usual.digest,
        actor="Admin Medsos",
        details=details,
    )
    files = {event.file: event.written} if told else {}
    hand.commit(files | ({event.picture: picture} if picture is not None else {}))


def screenshot_swapped(hand: Hand) -> None:
    storied(hand, b"gambar lain")


def screenshot_left_out(hand: Hand) -> None:
    storied(hand, None)


def screenshot_of_nothing(hand: Hand) -> None:
    storied(hand, told=False)


def screenshot_changed_later(hand: Hand) -> None:
    storied(hand)
    hand.commit({SCREENSHOT: b"gambar lain"})


def skipped_by_a_stranger(hand: Hand) -> None:
    hand.append("dilewati-x", actor="Admin Medsos", details={"login": VERIFIER})


TAMPERING = (
    (changed, SECOND, "diubah sesudah dicatat"),
    (reformatted, SECOND, "diubah sesudah dicatat"),
    (deleted, SECOND, "dihapus dari arsip"),
    (deleted_and_restored, SECOND, "dihapus dari arsip"),
    (renamed, f"{ITEM}/0002-selesai.json", "bukan peristiwa yang ditulis Terbit"),
    (copied_to_another_item, f"{OLD_ITEM}/0003-terbit.json", "bukan peristiwa yang ditulis"),
    (foreign_file, f"{ITEM}/catatan.txt", "bukan peristiwa"),
    (guide_changed, "README.md", "diubah sesudah dicatat"),
    (merge_commit, "komit ", "komit gabungan"),
    (odd_mode("120000"), f"{ITEM}/0007-terbit.json", "bukan berkas biasa, modenya 120000"),
    (odd_mode("100755"), f"{ITEM}/0007-terbit.json", "bukan berkas biasa, modenya 100755"),
    (huge, f"{ITEM}/0007-terbit.json", "terlalu besar"),
    (nested, f"{ITEM}/0007-terbit.json", "bukan peristiwa yang ditulis"),
    (nested_just_enough, f"{ITEM}/0007-terbit.json", "bukan peristiwa yang ditulis"),
    (lone_surrogate, f"{ITEM}/0007-terbit.json", "bukan peristiwa yang ditulis"),
    (removed_and_renumbered, f"{ITEM}/0002-paket-instagram.json", "rantai putus"),
    (swapped, f"{ITEM}/0001-terbit.json", "rantai putus"),
    (inserted, f"{ITEM}/0002-paket-x.json", "nomor 2 sudah dipakai"),
    (gap, f"{ITEM}/0009-terunggah-instagram.json", "sesudah 5 seharusnya 6"),
    (wrong_previous, f"{ITEM}/0007-paket-x.json", "rantai putus"),
    (unknown_kind, f"{ITEM}/0006-dicabut.json", "“dicabut” tidak dikenal"),
    (unknown_channel, f"{ITEM}/0006-terunggah-koran.json", "tidak dikenal"),
    (unapproved_version, f"{ITEM}/0006-terbit.json", "tanpa persetujuan"),
    (published_twice, f"{ITEM}/0006-terbit.json", "dua kali"),
    (approved_after_publishing, f"{ITEM}/0001-terbit.json", "tanpa persetujuan"),
    (approved_twice, f"{ITEM}/0006-disetujui.json", "persetujuan ganda"),
    (adopted_late, "berita/2026/11/susulan/0001-dasar.json", "sesudah arsip berjalan"),
    (outside_content, "../kantor.yml/0001-disetujui.json", "tidak mungkin ada"),
    (unprintable, "ppid/", "tidak mungkin ada"),
    (inside_an_article, f"{ITEM}/foto-1.jpg/0001-disetujui.json", "tidak mungkin ada"),
    (kit_of_nothing, "berita/2026/11/tiada/0001-paket-x.json", "tidak pernah disetujui"),
    (proof_by_a_stranger, f"{ITEM}/0006-terunggah-x.json", "tidak bertugas"),
    (a_person_publishes, f"{ITEM}/0006-terbit.json", "hanya dibuat oleh Terbit"),
    (other_procedure, f"{ITEM}/0006-paket-x.json", "nomor SOP bukan"),
    (future, f"{ITEM}/0006-paket-x.json", "di masa depan"),
    (backwards, f"{ITEM}/0006-paket-x.json", "mendahului peristiwa sebelumnya"),
    (beyond_all_calendars, f"{ITEM}/0007-terbit.json", "mendahului peristiwa sebelumnya"),
    (other_time_than_its_commit, f"{ITEM}/0006-paket-x.json", "berbeda dari waktu komit"),
    (before_the_merge, FIRST, "sebelum permintaannya digabung"),
    (signed_as(0, capacity="Ketua PPID"), FIRST, "tidak menjabat sebagai “Ketua PPID”"),
    (signed_as(0, login="siapa-saja"), FIRST, "siapa-saja tidak ada di kantor.yml"),
    (signed_as(0, at="2025-01-02T08:00:00+07:00"), FIRST, "tidak menjabat pada hari"),
    (signed_as(1, login="lestari-anjarwati"), FIRST, "tidak boleh mengambil langkah persetujuan"),
    (signed_as(0, login=OTHER), FIRST, "tidak boleh mengambil langkah verifikasi"),
    (signed_as(0, step="doa"), FIRST, "bukan langkah pemeriksaan"),
    (signed_as(0, action="putuskan"), FIRST, "bukan langkah pemeriksaan"),
    (signed_as(0, at="2026-11-18T08:03:30+07:00"), FIRST, "tidak ditandatangani pada urutannya"),
    (signed_as(1, at="2026-11-18T08:30:00+07:00"), FIRST, "sesudah permintaan digabung"),
    (signed_as(0, at="2026-11-18T07:00:00+07:00"), FIRST, "sebelum permintaan diajukan"),
    (signed_by_one, FIRST, "langkah verifikasi tidak ditandatangani"),
    (signed_by_nobody, FIRST, "langkah persetujuan tidak ditandatangani"),
    (signed_unreadably, FIRST, "tanda tangan tidak terbaca"),
    (other_digest, FIRST, "sidik isi tidak cocok"),
    (object_missing, FIRST, "tidak ada di klon ini"),
    (object_swapped, FIRST, "memuat isi lain di tempat butir ini"),
    (object_is_a_link, FIRST, "bukan folder berita atau berkas biasa"),
    (object_is_no_name, FIRST, "tidak terbaca"),
    (commit_unknown, FIRST, "bukan bagian dari riwayat main"),
    (commit_beside_main, FIRST, "bukan bagian dari riwayat main"),
    (pushed_to_main(f"{PUBLIC}/index.md", b"---\njudul: x\n---\n"), FIRST, "bukan penggabungan"),
    (pushed_to_main(f"{PUBLIC}/foto-1.jpg", b"lain"), FIRST, "bukan penggabungan"),
    (bytes_swapped_in_the_clone, FIRST, "bukan yang disetujui"),
    (screenshot_swapped, SCREENSHOT, "bukan yang disebut"),
    (screenshot_left_out, SCREENSHOT, "tidak ikut dicatat"),
    (screenshot_of_nothing, SCREENSHOT, "tidak disebut peristiwa mana pun"),
    (screenshot_changed_later, SCREENSHOT, "diubah sesudah dicatat"),
    (skipped_by_a_stranger, f"{ITEM}/0006-dilewati-x.json", "tidak bertugas"),
    (replaced_in_the_clone, FIRST, "tidak menjabat sebagai “Ketua PPID”"),
)


@pytest.mark.parametrize(
    ("tamper", "file", "said"),
    TAMPERING,
    ids=[f"{n}-{getattr(row[0], '__name__', 'x')}" for n, row in enumerate(TAMPERING)],
)
def test_whatever_is_tampered_with_is_found_and_named(
    hand: Hand, tamper: Callable[[Hand], None], file: str, said: str
) -> None:
    tamper(hand)
    found = hand.report()
    assert not found.ok
    told = [line for line in found.lines() if line.startswith(file) and said in line]
    assert told, found.lines()
    assert not any("\n" in line for line in found.lines())


# What a chain cannot show, and what somebody noted


def test_a_shortened_branch_is_found_by_a_noted_commit(hand: Hand) -> None:
    noted = hand.tip
    hand.put(str(hand.repository.git.rev_parse(f"{noted}^")))
    assert hand.report().ok
    (breach,) = hand.report(noted[:12]).breaches
    assert (breach.code, breach.file) == ("anchor-commit", f"komit {noted[:12]}")
    assert "ditulis ulang" in breach.what


def test_a_rewritten_branch_with_the_same_files_is_found_by_a_noted_commit(hand: Hand) -> None:
    noted = hand.tip
    hand.retell(lambda events: events)
    assert hand.report().ok
    assert [row.code for row in hand.report(noted).breaches] == ["anchor-commit"]


def test_a_clone_remembers_what_it_has_fetched_before(hand: Hand) -> None:
    """Whoever fetches now and then needs to note nothing."""
    here = hand.room.folder / "warga"
    mine = clone(hand.room.bare, here)
    git = hand.repository.git
    shorter = str(git.rev_parse(f"{hand.tip}^"))
    (Path(hand.room.bare) / "refs/heads/arsip").write_text(shorter + "\n")
    before = mine.tip("arsip")
    mine.fetch()
    found = audit(Clone(here), hand.room.now)
    assert [row.file for row in found.breaches] == [f"komit {str(before)[:12]}"]
    assert "yang pernah diterima klon ini" in found.lines()[0]


def test_a_truncated_item_is_found_by_the_heads_of_the_site(hand: Hand) -> None:
    heads = str(hand.room.out / "situs/arsip/kepala.txt")
    assert hand.report(heads).ok
    hand.retell(lambda events: events[:1])
    (breach,) = hand.report(heads).breaches
    assert breach.item == ITEM
    assert breach.code == "anchor-event"


def test_a_copy_of_the_archive_is_an_anchor_too(hand: Hand) -> None:
    copy = str(hand.room.out / "arsip")
    assert hand.report(copy).ok
    hand.retell(lambda events: events[:2])
    assert {row.code for row in hand.report(copy).breaches} == {"anchor-event"}


def test_what_is_no_anchor_is_refused(hand: Hand, tmp_path: Path) -> None:
    with pytest.raises(TerbitError, match="tidak dikenal"):
        hand.report("kemarin")
    other = tmp_path / "catatan.txt"
    other.write_text("halo\n")
    with pytest.raises(TerbitError, match="bukan daftar kepala"):
        hand.report(str(other))


# What is no breach


def test_what_main_holds_without_approval_is_told_and_not_called_a_breach(hand: Hand) -> None:
    """The last approved version stays up, so nothing unapproved is public."""
    hand.room.overwrite_main(f"{PUBLIC}/index.md", b"---\njudul: x\n---\n")
    hand.room.overwrite_main("content/baru.md", b"---\njudul: x\n---\n")
    found = hand.report()
    assert found.ok
    assert [note.partition(" ")[0] for note in found.archive.notes] == ["content/baru.md", PUBLIC]


def test_a_clone_that_was_cut_off_proves_nothing(hand: Hand) -> None:
    here = hand.room.folder / "dangkal"
    hand.repository.git.clone("--quiet", "--depth=1", f"file://{hand.room.bare}", str(here))
    with pytest.raises(TerbitError, match="terpotong"):
        audit(Clone(here), hand.room.now)


def test_who_decides_must_not_be_who_verified(hand: Hand) -> None:
    """One person in two posts signs once (S6)."""

    def both(event: Event) -> Event:
        return resigned(event, 0, login=DECIDER)

    hand.retell(of_kind(APPROVED, both))
    assert not hand.report().ok
