"""Every workflow runs under act, against real Git and the fake's API, and does its work."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import filled
from tests.forges.github.uploads import STORE, Uploads
from tests.rooms import DECIDER, ITEM, OLD_ITEM, PUBLIC, VERIFIER, WRITER
from tests.workflows import events, programs
from tests.workflows.act import ActRun, stand_ins
from tests.workflows.files import steps
from tests.workflows.hub import TOKEN, Hub

LINK = "https://www.instagram.com/p/DAbc12345/"
CHANNEL = "instagram – Instagram"
PAGE = f"{ITEM}/index.html"
VERY_PAGE = re.compile(
    r"\[Buka halaman seperti yang akan tampil\]"
    r"\(https://github\.com/contoh/terbit/actions/runs/(?P<run>\d+)/artifacts/\d+\)"
)


# Periksa


def check(hub: Hub) -> ActRun:
    payload = events.pull_request(hub.head(1), hub.account(WRITER))
    return hub.run("periksa", "pull_request", payload, ref="pull/1")


def test_a_request_is_checked_and_its_preview_kept(asked: Hub) -> None:
    run = check(asked)
    assert run.jobs == {"periksa": "success"}
    assert "Tidak ada yang menghalangi" in run.step("periksa", "Periksa yang berubah").output
    assert "BELUM DISETUJUI" in (asked.store / "pratinjau" / PAGE).read_text(encoding="utf-8")


def test_a_text_with_a_fault_is_named_and_previewed_all_the_same(asked: Hub) -> None:
    article = asked.desk / PUBLIC / "index.md"
    article.write_text(article.read_text("utf-8") + "\nHubungi 081234567890.\n", "utf-8")
    asked.git(WRITER, "commit", "--quiet", "--all", "-m", "Tambah nomor")
    asked.git(WRITER, "push", "--quiet", "origin", "HEAD:naskah/kabar-uji")
    run = check(asked)
    assert run.code == 1
    assert f"::error file={PUBLIC}/index.md" in run.step("periksa", "Periksa yang berubah").output
    assert "081234567890" not in run.output
    assert (asked.store / "pratinjau" / PAGE).is_file()


# Isyarat


@pytest.mark.parametrize("event", ["pull_request", "pull_request_review"])
def test_the_signal_has_no_power_and_asks_nothing(asked: Hub, event: str) -> None:
    make: Callable[[events.Head, events.Account], events.Json] = getattr(
        events, {"pull_request": "pull_request", "pull_request_review": "review"}[event]
    )
    before = len(asked.fake.log)
    run = asked.run("isyarat", event, make(asked.head(1), asked.account(WRITER)), ref="pull/1")
    assert run.jobs == {"isyarat": "success"}
    assert [step.name for step in run.steps] == ["Beri isyarat"]
    assert len(asked.fake.log) == before


# Gerbang SOP


@pytest.mark.parametrize(
    ("event", "payload"),
    [
        ("workflow_run", lambda hub: events.signal(hub.head(1), hub.account(WRITER))),
        ("workflow_run", lambda hub: events.signal(hub.head(1), hub.account("asing"), fork=True)),
        ("schedule", lambda hub: events.schedule("7,22,37,52 7-16 * * 1-5")),
        ("workflow_dispatch", lambda hub: events.dispatch({"nomor": "1"}, hub.account(WRITER))),
    ],
    ids=["signal", "signal from a fork", "clock", "button"],
)
def test_the_gate_shows_its_verdict_whatever_woke_it(
    asked: Hub, event: str, payload: Callable[[Hub], events.Json]
) -> None:
    run = asked.run("gerbang", event, payload(asked))
    named = {} if event == "schedule" else {"pratinjau": "success"}
    assert run.jobs == {**named, "gerbang": "success"}
    assert asked.status(1) == "pending"
    slip = asked.fake.request(1).comments[0]
    assert slip["user"]["login"] == "github-actions[bot]"
    assert "Menunggu verifikasi" in slip["body"]
    assert TOKEN not in run.log


def test_the_gate_runs_the_code_of_main_and_not_that_of_the_request(asked: Hub) -> None:
    command = asked.desk / "scripts/terbit/cli/gate.py"
    command.write_text("raise SystemExit('kode dari permintaan berjalan')\n", "utf-8")
    asked.git(WRITER, "commit", "--quiet", "--all", "-m", "Ambil alih gerbang")
    asked.git(WRITER, "push", "--quiet", "origin", "HEAD:naskah/kabar-uji")
    run = asked.signal(1)
    assert run.jobs == {"pratinjau": "success", "gerbang": "success"}
    assert asked.status(1) == "failure"  # article and code in one request


def very_page(hub: Hub) -> str:
    """What the slip's first link leads to."""
    link = VERY_PAGE.search(hub.fake.request(1).comments[0]["body"])
    assert link
    assert link["run"] in {str(row["id"]) for row in hub.fake.state.runs}
    (kept,) = (hub.store / ".run" / link["run"]).glob("pratinjau-1-*.html")
    assert kept.name == f"pratinjau-1-{hub.head(1).sha[:7]}.html"
    return kept.read_text(encoding="utf-8")


def test_the_slip_leads_to_the_very_page_as_one_file(asked: Hub) -> None:
    asked.signal(1)
    page = very_page(asked)
    assert "Angka kuncinya SATU." in page
    assert "BELUM DISETUJUI" in page
    asked.run("gerbang", "schedule", events.schedule("7,22,37,52 7-16 * * 1-5"))
    assert very_page(asked) == page  # whoever comes later finds it too


def test_the_code_of_a_request_cannot_change_its_page(asked: Hub) -> None:
    """It could paint anything there, and a leader would approve what nobody wrote."""
    asked.signal(1)
    honest = very_page(asked)
    for name in ("templates/pratinjau.html.j2", "templates/site/article.html.j2"):
        (asked.desk / "scripts/terbit" / name).write_text("PALSU", "utf-8")
    (asked.desk / "scripts/terbit/cli/show.py").write_text("raise SystemExit('PALSU')", "utf-8")
    (asked.desk / ".github/workflows/gerbang.yml").write_text("PALSU", "utf-8")
    asked.git(WRITER, "commit", "--quiet", "--all", "-m", "Lukis halaman sendiri")
    asked.git(WRITER, "push", "--quiet", "origin", "HEAD:naskah/kabar-uji")
    run = asked.signal(1)
    assert run.jobs == {"pratinjau": "success", "gerbang": "success"}
    page = very_page(asked)
    assert "PALSU" not in page
    assert article(page) == article(honest)


def test_without_a_page_the_verdict_comes_all_the_same(asked: Hub) -> None:
    asked.signal(1)
    command = asked.desk / "scripts/terbit/cli/show.py"
    asked.git(WRITER, "fetch", "--quiet", "origin")
    asked.git(WRITER, "checkout", "--quiet", "-B", "rusak", "origin/main")
    command.write_text("raise SystemExit('rusak')\n", "utf-8")
    asked.git(WRITER, "commit", "--quiet", "--all", "-m", "Rusak")
    asked.git(WRITER, "push", "--quiet", "origin", "HEAD:main", rules=False)
    asked.git(WRITER, "checkout", "--quiet", "naskah/kabar-uji")
    edited = asked.desk / PUBLIC / "index.md"
    edited.write_text(edited.read_text("utf-8") + "\nTambahan.\n", "utf-8")
    asked.git(WRITER, "commit", "--quiet", "--all", "-m", "Tambah")
    asked.git(WRITER, "push", "--quiet", "origin", "HEAD:naskah/kabar-uji")
    run = asked.signal(1)
    assert run.jobs == {"pratinjau": "failure", "gerbang": "success"}
    # the page of the earlier text is not shown for this one
    assert not VERY_PAGE.search(asked.fake.request(1).comments[0]["body"])


def article(page: str) -> str:
    return page[page.index('<article class="berita"') :].partition("</article>")[0]


# Terbit


def test_what_was_approved_is_filed_shown_and_packed(merged: Hub) -> None:
    run = merged.publish()
    assert run.jobs == {"catat": "success", "laman": "success", "unggah": "success"}
    kinds = [event.kind for event in merged.ledger()[ITEM].events]
    assert kinds == ["disetujui", "terbit", "paket-instagram", "paket-telegram"]
    assert (merged.store / "tayang" / PAGE).is_file()
    assert "Kabar Uji" in (merged.store / "paket-unggah/index.html").read_text(encoding="utf-8")
    online = merged.store / "tayang/paket/2026-11-kabar-uji/index.html"
    assert "Catat sebagai bukti" in online.read_text(encoding="utf-8")
    again = merged.run("terbit", "schedule", events.schedule("11,41 7-16 * * 1-5"))
    assert again.code == 0
    assert [event.kind for event in merged.ledger()[ITEM].events] == kinds


def test_what_is_refused_turns_the_run_red_and_holds_nothing_else_up(merged: Hub) -> None:
    merged.git(WRITER, "fetch", "--quiet", "origin")
    merged.git(WRITER, "checkout", "--quiet", "-B", "diam", "origin/main")
    (merged.desk / "content/index.md").write_text("---\njudul: Palsu\n---\nPalsu.\n", "utf-8")
    merged.git(WRITER, "commit", "--quiet", "--all", "-m", "Diam-diam")
    merged.git(WRITER, "push", "--quiet", "origin", "HEAD:main", rules=False)
    run = merged.publish()
    assert run.code == 1
    assert run.jobs == {
        "catat": "success",
        "laman": "success",
        "unggah": "success",
        "tolakan": "failure",
    }
    assert "::error file=content/index.md" in run.step("catat", "Terbitkan").output
    assert (merged.store / "tayang" / PAGE).is_file()
    assert "Palsu" not in (merged.store / "tayang/index.html").read_text(encoding="utf-8")


def test_a_run_that_broke_off_shows_nothing(merged: Hub) -> None:
    merged.git(WRITER, "fetch", "--quiet", "origin")
    merged.git(WRITER, "checkout", "--quiet", "-B", "rusak", "origin/main")
    merged.git(WRITER, "rm", "--quiet", "mkdocs.yml")
    merged.git(WRITER, "commit", "--quiet", "-m", "Hapus rupa")
    merged.git(WRITER, "push", "--quiet", "origin", "HEAD:main", rules=False)
    run = merged.publish()
    assert run.code == 1
    assert run.result("catat", "Terbitkan") == "failure"
    assert run.result("catat", "Simpan situs untuk GitHub Pages") != "success"
    assert run.jobs["tolakan"] == "failure"
    assert "laman" not in run.jobs
    assert not (merged.store / "tayang").exists()


def test_the_site_goes_to_the_office_s_own_server_where_that_is_wanted(merged: Hub) -> None:
    programs.write(merged.folder / "rumah/bin/rsync", programs.RSYNC)
    place = {"SITUS_HOST": "situs@www.contoh.go.id", "SITUS_JALUR": "/srv/situs"}
    run = merged.publish(
        variables={"TERBIT_TUJUAN": "server", **place},
        secrets={"SITUS_KUNCI": "kunci-rahasia", "SITUS_KNOWN_HOSTS": "www.contoh.go.id ssh-x A"},
    )
    assert run.jobs == {"catat": "success", "server": "success", "unggah": "success"}
    *words, source, target, mode = (merged.store / "rsync.txt").read_text("utf-8").splitlines()
    assert {"-a", "--delete-delay", "--delay-updates"} <= set(words)
    assert "StrictHostKeyChecking=yes" in " ".join(words)
    assert (source, target) == ("situs/", "situs@www.contoh.go.id:/srv/situs/")
    assert mode == "600"
    assert (merged.store / "key.txt").read_text("utf-8") == "kunci-rahasia\n"
    assert (merged.store / "server" / PAGE).is_file()
    assert "kunci-rahasia" not in run.log
    key = next(word for word in " ".join(words).split() if word.endswith("/key"))
    assert not Path(key).exists()


# The photos that one run leaves to the next


SEARCH, FETCH = "Cari foto dari terbitan sebelumnya", "Ambil foto itu"
KEEP = "Simpan foto untuk terbitan berikutnya"
PHOTOS = "foto-situs"
OFFICE_CARD = ["card"]
"""The one picture that is of no article, and drawn by every run that finds no site."""


def watched(hub: Hub) -> None:
    """Whatever a run encodes is written down, by the Python that it starts."""
    folder = hub.folder / "amati"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(programs.WATCH, "utf-8")
    command = hub.venv / "bin/terbit"
    text = command.read_text("utf-8")
    hub.venv.unlink()
    hub.venv.mkdir()
    (hub.venv / ".ready").touch()
    programs.write(hub.venv / "bin/terbit", text.replace("PYTHONPATH=", f"PYTHONPATH={folder}:"))


def encoded(hub: Hub) -> list[str]:
    """What runs have encoded since this was last asked."""
    log = hub.store / "dibuat.txt"
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    log.unlink(missing_ok=True)
    return lines


def kept(hub: Hub) -> list[int]:
    """The runs that kept photos."""
    return [row["run"] for row in hub.fake.state.artifacts if row["name"] == PHOTOS]


def pages(hub: Hub) -> dict[str, bytes]:
    """The site as it is shown, but for the moment at which it was built."""
    site = hub.store / "tayang"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != "versi.txt"
    }


def test_the_second_publication_finds_the_photos_of_the_first(merged: Hub) -> None:
    watched(merged)
    first = merged.publish(job="laman")
    assert "Tidak ada foto" in first.log
    assert first.result("catat", FETCH) == "none"
    assert len(encoded(merged)) > len(OFFICE_CARD)
    assert len(kept(merged)) == 1
    site = pages(merged)
    second = merged.publish(job="laman")
    assert f"run-id={kept(merged)[0]}" in second.step("catat", SEARCH).output
    assert second.result("catat", FETCH) == "success"
    assert encoded(merged) == OFFICE_CARD
    assert second.result("catat", KEEP) == "none"
    assert len(kept(merged)) == 1
    assert pages(merged) == site
    # once a week everything is made anew, and the newer ones count from then on
    weekly = merged.run("terbit", "schedule", events.schedule("17 1 * * 0"), job="laman")
    assert weekly.result("catat", SEARCH) == "none"
    assert weekly.result("catat", FETCH) == "none"
    assert len(encoded(merged)) > len(OFFICE_CARD)
    assert len(kept(merged)) == 2
    assert pages(merged) == site


def test_photos_of_a_foreign_run_are_not_taken(merged: Hub) -> None:
    """A branch with a workflow of its own may keep anything under that name."""
    merged.publish(job="laman")
    (first,) = kept(merged)
    site = pages(merged)
    merged.git(WRITER, "fetch", "--quiet", "origin")
    merged.git(WRITER, "checkout", "--quiet", "-B", "jahat", "origin/main")
    merged.git(WRITER, "commit", "--quiet", "--allow-empty", "-m", "Alur kerja lain")
    merged.git(WRITER, "push", "--quiet", "origin", "HEAD:naskah/jahat")
    tip = merged.git(WRITER, "rev-parse", "HEAD")
    foreign = merged.fake.ran(tip, ".github/workflows/terbit.yml", head_branch="main")
    merged.fake.kept(foreign, PHOTOS)
    bad = merged.store / ".run" / str(foreign["id"])
    shutil.copytree(merged.store / PHOTOS, bad / PHOTOS)
    for file in (bad / PHOTOS).rglob("*.*"):
        file.write_bytes(b"jahat")
    run = merged.publish(job="laman")
    assert f"run-id={first}" in run.step("catat", SEARCH).output
    assert pages(merged) == site


def test_photos_that_cannot_be_had_or_read_hold_nothing_up(merged: Hub) -> None:
    merged.publish(job="laman")
    site = pages(merged)
    shutil.rmtree(merged.store / ".run")
    lost = merged.publish(job="laman")
    assert lost.jobs == {"catat": "success", "laman": "success"}
    assert pages(merged) == site
    for file in (merged.store / ".run").rglob("*.webp"):
        file.write_bytes(b"<svg onload=alert(1)>")
    assert merged.publish(job="laman").result("catat", FETCH) == "success"
    assert pages(merged) == site


def test_without_the_right_to_read_runs_it_only_takes_longer(merged: Hub) -> None:
    merged.publish(job="laman")
    run = merged.publish(without="actions", job="laman")
    assert run.jobs == {"catat": "success", "laman": "success"}
    assert "run-id" not in run.step("catat", SEARCH).output
    assert run.result("catat", FETCH) == "none"


@pytest.mark.parametrize("missing", ["SITUS_HOST", "SITUS_JALUR"])
def test_a_server_whose_place_is_not_told_is_never_written_to(tmp_path: Path, missing: str) -> None:
    """With --delete an empty folder would mean the whole server."""
    programs.write(tmp_path / "rsync", "#!/bin/sh\ntouch tersentuh\n")
    names = ("SITUS_HOST", "SITUS_JALUR", "SITUS_KUNCI", "SITUS_KNOWN_HOSTS")
    env = dict.fromkeys(names, "x") | {missing: "", "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    copy = next(s for s in steps("terbit", "server") if s["name"] == "Salin ke server")
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", copy["run"]]
    done = programs.run(command, tmp_path, env)
    assert done.returncode != 0
    assert f"{missing}: belum diisi" in done.stderr
    assert not (tmp_path / "tersentuh").exists()


# Bukti tayang


def test_a_proof_is_recorded_answered_and_closed(merged: Hub) -> None:
    merged.publish()
    number = merged.fill_form(WRITER, ITEM, CHANNEL, LINK)
    run = merged.bukti(number)
    thread = merged.fake.state.threads[number]
    assert run.jobs == {"bukti": "success"}
    assert merged.ledger()[ITEM].events[-1].details["link"] == LINK
    assert thread.state == "closed"
    assert "Tercatat di arsip" in thread.comments[-1]["body"]


def test_an_issue_without_the_label_wakes_nothing(hub: Hub) -> None:
    payload = events.issue(7, "Ada usul.", hub.account(WRITER), "usul")
    run = hub.run("bukti", "issues", payload)
    assert run.code == 0
    assert run.steps == ()


def test_a_proof_from_the_run_form_that_is_none_turns_the_run_red(hub: Hub) -> None:
    told = {"berita": OLD_ITEM, "kanal": "instagram", "tautan": "https://contoh.go.id/"}
    run = hub.run("bukti", "workflow_dispatch", events.dispatch(told, hub.account(WRITER)))
    assert run.jobs == {"bukti": "failure"}
    assert "Belum dapat dicatat" in run.step("bukti", "Catat bukti").output


# Usulan berita

DRAFT = "tim-pengawas-buka-klinik-konsultasi-untuk-perangkat-daerah"


def propose(hub: Hub, uploads: Uploads, by: str = WRITER) -> int:
    """Somebody fills in the form on a phone, with two photos."""
    hub.folder.joinpath("kamera").mkdir(exist_ok=True)
    files = filled.photos(hub.folder / "kamera")
    links = [uploads.keep(n, file.read_bytes()) for n, file in enumerate(files)]
    body = filled.issue_body({**filled.TOLD, **filled.OF_PHOTOS}, links)
    return hub.send_form(by, filled.FORM, body)


def test_a_proposal_becomes_a_draft_with_its_photos_and_is_answered(
    hub: Hub, tmp_path: Path
) -> None:
    with Uploads(tmp_path) as uploads:
        number = propose(hub, uploads)
        run = hub.form("usulan", number, env=uploads.environ)
    assert run.jobs == {"olah": "success", "kirim": "success"}, run.log
    clone = hub.checkout(f"usulan/{number}-{DRAFT}")
    listed = programs.git(clone, "ls-tree", "--name-only", f"HEAD:drafts/{DRAFT}").split()
    assert listed == ["foto-1.jpg", "foto-2.jpg", "index.md"]
    (answer,) = hub.fake.state.threads[number].comments
    assert "2 foto masuk" in answer["body"]
    assert f"/compare/main...usulan/{number}-{DRAFT}?quick_pull=1" in answer["body"]
    sent = {row.authorization for row in uploads.asked if STORE in row.url}
    assert sent == {None}, "the job's token never goes to the store"


def test_a_proposal_whose_photos_are_withheld_is_a_draft_all_the_same(
    hub: Hub, tmp_path: Path
) -> None:
    with Uploads(tmp_path) as uploads:
        number = propose(hub, uploads, by="warga")
        uploads.at.clear()
        run = hub.form("usulan", number, env=uploads.environ)
    assert run.jobs == {"olah": "success", "kirim": "success"}
    (answer,) = hub.fake.state.threads[number].comments
    assert "Foto 2: foto tidak dapat dibuka oleh Terbit" in answer["body"]
    assert "tidak tercatat di `kantor.yml`" in answer["body"]


def test_a_comment_hands_the_draft_in_and_the_request_goes_all_the_way(
    hub: Hub, tmp_path: Path
) -> None:
    """From the form to the public by a phone alone; nobody uses the command line."""
    with Uploads(tmp_path) as uploads:
        number = propose(hub, uploads)
        hub.form("usulan", number, env=uploads.environ)
    run = hub.comment(number, WRITER)
    assert run.jobs == {"olah": "success", "kirim": "success"}, run.log
    branch = f"usulan/{number}-{DRAFT}"
    answers = [row["body"] for row in hub.fake.state.threads[number].comments]
    assert [f"/compare/main...{branch}?quick_pull=1&title=" in text for text in answers] == [
        True
    ] * 2
    request = hub.fake.open(WRITER, branch, "Klinik konsultasi")
    files = hub.fake.act(WRITER, "GET", f"pulls/{request}/files")
    assert {row["filename"].rpartition("/")[0] for row in files} == {
        f"content/berita/2026/11/{DRAFT}"
    }
    for who in (VERIFIER, DECIDER):
        hub.review(request, who)
    hub.signal(request)
    assert hub.status(request) == "success"
    hub.merge(request)
    assert hub.publish().code == 0
    assert f"berita/2026/11/{DRAFT}" in hub.ledger()


@pytest.mark.parametrize(
    ("text", "labels"), [("setuju", ["usulan-berita"]), ("/ajukan", ["lain"]), ("/ajukan", [])]
)
def test_other_comments_wake_nothing(hub: Hub, text: str, labels: list[str]) -> None:
    payload = events.comment(7, "isi", hub.account(WRITER), text, *labels)
    run = hub.run("ajukan", "issue_comment", payload)
    assert (run.code, run.steps) == (0, ())


def test_the_button_hands_a_draft_of_main_in_and_shows_the_link(hub: Hub) -> None:
    payload = events.dispatch({"naskah": "kabar-uji"}, hub.account(WRITER))
    run = hub.run("ajukan", "workflow_dispatch", payload)
    assert run.jobs == {"olah": "success", "kirim": "success"}, run.log
    shown = run.step("kirim", "Pindahkan dan jawab").output
    assert "/compare/main...naskah/kabar-uji?quick_pull=1&title=Kabar" in shown


def test_the_button_turns_red_where_nothing_was_handed_in(hub: Hub) -> None:
    payload = events.dispatch({"naskah": "tidak-ada"}, hub.account(WRITER))
    run = hub.run("ajukan", "workflow_dispatch", payload)
    assert run.jobs["kirim"] == "failure"
    assert "tidak ada drafts/tidak-ada" in run.output


# Rights


@pytest.mark.parametrize("right", ["pull_requests", "statuses"])
def test_the_gate_cannot_do_with_less(asked: Hub, right: str) -> None:
    payload = events.signal(asked.head(1), asked.account(WRITER))
    run = asked.run("gerbang", "workflow_run", payload, without=right)
    assert run.jobs["gerbang"] == "failure"


@pytest.mark.parametrize("right", ["contents", "pull_requests"])
def test_the_publisher_cannot_do_with_less(merged: Hub, right: str) -> None:
    run = merged.publish(without=right, job="catat")
    assert run.result("catat", "Terbitkan") == "failure"
    assert ITEM not in merged.ledger()


@pytest.mark.parametrize("right", ["contents", "issues"])
def test_a_proposal_cannot_be_sent_with_less(hub: Hub, right: str) -> None:
    number = hub.send_form(WRITER, filled.FORM, filled.issue_body(filled.TOLD))
    run = hub.form("usulan", number, without=right)
    assert run.result("kirim", "Kirim dan jawab") != "success"


@pytest.mark.parametrize("right", ["contents", "issues"])
def test_a_draft_cannot_be_handed_in_with_less(hub: Hub, tmp_path: Path, right: str) -> None:
    with Uploads(tmp_path) as uploads:
        number = propose(hub, uploads)
        hub.form("usulan", number, env=uploads.environ)
    run = hub.comment(number, WRITER, without=right)
    said = [row["body"] for row in hub.fake.state.threads[number].comments]
    assert not any("Buka permintaan persetujuan" in text for text in said)
    moved = run.result("kirim", "Pindahkan dan jawab") == "success"
    assert moved is (right == "contents"), "without the right to push it still answers why"


def test_a_proof_cannot_be_answered_with_less(hub: Hub) -> None:
    number = hub.fill_form(WRITER, OLD_ITEM, CHANNEL, LINK)
    run = hub.bukti(number, without="issues")
    assert run.jobs == {"bukti": "failure"}


# The harness itself


def test_every_action_has_a_stand_in(hub: Hub) -> None:
    assert len(stand_ins(hub.desk)) == 6


def test_an_action_or_an_input_that_no_stand_in_knows_is_found(hub: Hub) -> None:
    workflow = hub.desk / ".github/workflows/periksa.yml"
    text = workflow.read_text("utf-8")
    workflow.write_text(text.replace("fetch-depth:", "fetch-deep:"), "utf-8")
    with pytest.raises(AssertionError, match="fetch-deep"):
        stand_ins(hub.desk)
    workflow.write_text(text.replace("actions/checkout@", "actions/cache@"), "utf-8")
    with pytest.raises(AssertionError, match="actions/cache has no stand-in"):
        stand_ins(hub.desk)
    shutil.rmtree(hub.desk / ".github/workflows")
    assert len(stand_ins(hub.desk)) == 1  # the set-up alone
