from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit import config
from terbit.config import Config
from terbit.core.facts import Facts, from_json
from terbit.core.finding import Finding, Level
from terbit.core.gate import evaluate, policy_invalid
from terbit.report.changes import PLAIN, UNREADABLE, Change, Fate, PictureChange, Revision
from terbit.report.length import SHORTENED
from terbit.report.prose import compare
from terbit.report.slip import MARKER, MAX_FINDINGS, MAX_NOTES, MAX_UNCOUNTED, ShownPost, slip

from .github import HOSTILE, addresses, calls, render, tags, words

EXAMPLES = Path(__file__).parents[1] / "core" / "gate" / "examples"


def example(name: str) -> tuple[Config, dict[str, Any]]:
    document = json.loads((EXAMPLES / name / "facts.json").read_text())
    return config.load(EXAMPLES / name), document


def made(name: str, **more: Any) -> str:
    setting, document = example(name)
    return slip_of(setting, from_json(document), **more)


def slip_of(setting: Config, facts: Facts, **more: Any) -> str:
    verdict = evaluate(setting.procedure, setting.office, facts, facts.now)
    return slip(verdict, setting.procedure, setting.office, facts, **more)


def objected(words: str) -> str:
    setting, document = example("APV-044")
    document["reviews"][0]["body"] = words
    return slip_of(setting, from_json(document))


def finding(number: int = 1, **more: Any) -> Finding:
    row = Finding(
        rule="KIP-01",
        level=Level.TAHAN,
        path="content/berita/2026/11/rakor/index.md",
        line=12,
        message="nilai temuan disebut",
        fix="hapus nilainya",
        basis="PP 12/2017 Pasal 23",
        quote="Rp91.*** pada *Kecamatan*",
    )
    return replace(row, line=number, **more)


def test_the_whole_slip_of_a_waiting_article() -> None:
    setting, document = example("APV-056")
    document["now"] = "2026-11-16T02:12:00Z"
    assert slip_of(setting, from_json(document)) == (
        "<!-- terbit:lembar -->\n"
        "\n"
        "**Menunggu verifikasi: Inspektur Pembantu / Ketua PPID / Sekretaris PPID"
        " (tersisa 18 menit kerja)**\n"
        "\n"
        "### Giliran saat ini\n"
        "\n"
        "- **Hendra Irban1** (Inspektur Pembantu): lihat perubahannya, lalu tekan Approve lagi\n"
        "- **Maya Irban2** (Inspektur Pembantu): baca naskahnya, lalu tekan Approve atau Request"
        " changes\n"
        "- **Lukas Ketuappid** (Ketua PPID): baca naskahnya, lalu tekan Approve atau Request"
        " changes\n"
        "- **Tuti Sekppid** (Sekretaris PPID): baca naskahnya, lalu tekan Approve atau Request"
        " changes\n"
        "- Yang lain menunggu verifikasi oleh salah satu dari mereka; naskah ini masih"
        " memerlukan sedikitnya 2 persetujuan\n"
        "\n"
        "### Langkah SOP\n"
        "\n"
        "1. ✓ **Dokumentasi** – selesai\n"
        "2. ✓ **Draf** – selesai: diajukan oleh Rina Admin, 16 November 2026 08.00 WIB\n"
        "3. ● **Verifikasi** – menunggu: Inspektur Pembantu / Ketua PPID / Sekretaris PPID;"
        " terpakai 12 menit dari 30 menit kerja sejak 16 November 2026 09.00 WIB\n"
        "4. ○ **Persetujuan** – belum: Atasan PPID; batas waktu 30 menit kerja\n"
        "5. ○ **Publikasi** – belum: Admin Medsos; batas waktu 30 menit kerja\n"
        "\n"
        "### Yang berubah\n"
        "\n"
        "- **Hendra Irban1**: naskah berubah sejak tanda tangan terakhirnya (commit 4eb9486);"
        " buka Files changed\n"
        "\n"
        "### Tidak dihitung\n"
        "\n"
        "- **Hendra Irban1** (Inspektur Pembantu), 16 November 2026 08.20 WIB – naskah berubah"
        " sesudah itu; lihat perubahannya, lalu tekan Approve lagi\n"
        "\n"
        "---\n"
        "\n"
        "Lembar disposisi menurut SOP Nomor 067/035.07/SEKRE-1/INSP tentang Publikasi Informasi"
        " pada Media Sosial.\n"
    )


@pytest.mark.parametrize(("name", "steps"), [("KD-015", 3), ("APV-001", 5), ("DK-005", 7)])
def test_as_many_rows_as_the_sop_has_steps(name: str, steps: int) -> None:
    listed = render(made(name)).partition("<ol>")[2].partition("</ol>")[0]
    assert listed.count("<li>") == steps


@pytest.mark.parametrize("name", sorted(p.name for p in EXAMPLES.iterdir() if p.name != "APV-105"))
def test_no_table_and_nothing_folded_away(name: str) -> None:
    page = render(made(name))
    assert not re.search(r"<(table|details|summary)", page)
    assert page.startswith(f"{MARKER}\n<p><strong>")


def test_a_hostile_review_stays_words() -> None:
    page = render(objected(HOSTILE))
    inside = page.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert tags(inside) == {"p", "br"}
    assert calls(inside) == []
    assert "alert(1)" in words(inside)
    assert page.count(MARKER) == 1


def test_the_words_of_an_objection_keep_their_lines_and_are_numbered() -> None:
    text = objected("Nama keliru.\n\n1. Ganti judul\n2. Hapus NIK")
    end = "Keberatan ini berakhir bila salah satu hal berikut terjadi:\n  - Hendra"
    assert f": lihat petunjuk 1. {end}" in text
    assert (
        "**1. Hendra Irban1** (Inspektur Pembantu), 16 November 2026 08.20 WIB, bersama"
        " keberatan\n\n"
        "> Nama keliru.\n>\n> 1\\. Ganti judul\n> 2\\. Hapus NIK\n\n✓ Sudah dikerjakan: "
    ) in text


def test_an_objection_without_words_is_asked_for_words() -> None:
    assert ": belum berisi petunjuk; mohon tuliskan apa yang perlu diperbaiki." in objected("")


@pytest.mark.parametrize("case", ["APV-002", "KD-015"])
def test_a_hostile_name_or_post_stays_words(case: str) -> None:
    setting, document = example(case)
    rows = tuple(replace(a, name=HOSTILE) for a in setting.office.appointments)
    rows = tuple(a for a in rows if a.role != "kepala_desa")
    setting = replace(setting, office=replace(setting.office, appointments=rows))
    roles = tuple(replace(r, name=f"# *{r.name}* @x <b>") for r in setting.procedure.roles)
    setting = replace(setting, procedure=replace(setting.procedure, roles=roles))
    page = render(slip_of(setting, from_json(document)))
    assert tags(page) == {"p", "strong", "ol", "li", "h3", "ul", "hr"}
    assert calls(page) == []


def test_findings_stand_with_their_reason_blocking_ones_first() -> None:
    lifted = finding(3).lift("Lukas", "sudah *diumumkan*")
    text = made("APV-002", findings=[lifted, finding(9, level=Level.TOLAK)])
    first, second = re.findall(r"^- \*\*T.*$", text, re.MULTILINE)
    assert first == (
        "- **TOLAK** KIP-01, content/berita/2026/11/rakor/index.md baris 9: nilai temuan disebut"
        " (“Rp91.\\*\\*\\* pada \\*Kecamatan\\*”) — hapus nilainya. Dasar: PP 12/2017 Pasal 23"
    )
    assert second.endswith(". **Diloloskan oleh Lukas: sudah \\*diumumkan\\***")


def test_a_finding_of_the_whole_folder_has_no_line() -> None:
    assert "index.md: nilai" in made("APV-002", findings=[finding(0)])


def test_the_unmasked_sentence_of_a_finding_is_never_shown() -> None:
    assert "6203025502900007" not in made("APV-002", findings=[finding(span="6203025502900007")])


def test_the_name_of_a_limit_is_shown_before_anybody_approves() -> None:
    found = finding(level=Level.TOLAK, message="terlalu banyak (x.teks.280)")
    assert "terlalu banyak (x.teks.280)" in made("APV-001", findings=[found])


def test_many_findings_are_counted() -> None:
    text = made("APV-002", findings=[finding(n) for n in range(1, MAX_FINDINGS + 6)])
    assert text.count("**TAHAN**") == MAX_FINDINGS
    assert "- dan 5 temuan lain\n" in text


def test_what_the_office_changed_in_the_rules_is_shown() -> None:
    text = made("APV-001", changed_rules=("KIP-01: dimatikan. Alasan: @semua [x](y)",))
    assert "### Aturan pemeriksaan yang disetel kantor" in text
    assert "KIP-01: dimatikan" in text
    assert "[x](y)" not in text
    assert "disetel kantor" not in made("APV-001")


def test_a_cleared_article_with_a_blocking_finding_is_not_called_ready() -> None:
    text = made("APV-003", findings=[finding()])
    assert "**Sudah disetujui, tetapi tertahan 1 temuan pemeriksaan: Admin Medsos perlu" in text
    assert "- **Joko Admin** (Admin Medsos): perbaiki naskah menurut temuan" in text
    assert "**Siap digabung dan diunggah" in made("APV-003", findings=[finding().lift("L", "x")])


def test_the_post_of_each_channel_the_same_words_once() -> None:
    text = made(
        "APV-002",
        posts=[
            ShownPost("Instagram", "Rakor SPIP\n\n#SPIP @kalteng", "26/2.200", ("a.jpg", "b.jpg")),
            ShownPost("X", "Rakor"),
            ShownPost("TikTok", "Rakor SPIP\n\n#SPIP @kalteng", "26/4.000", ("a.jpg",)),
            ShownPost("Cerita", ""),
        ],
    )
    assert (
        "### Kiriman tiap kanal\n\n"
        "- **Instagram**, 26/2.200; gambar: a.jpg, b.jpg\n"
        "- **TikTok**, 26/4.000; gambar: a.jpg\n\n"
        "> Rakor SPIP\n>\n> \\#SPIP @&#8203;kalteng\n\n"
        "- **X**\n\n> Rakor\n\n"
        "- **Cerita**\n\n---\n"
    ) in text


def test_the_preview_stands_above_the_steps() -> None:
    text = made("APV-002", preview="https://contoh.go.id/pratinjau/7/")
    line = "[Buka pratinjau naskah](https://contoh.go.id/pratinjau/7/)"
    assert f"\n\n{line}\n\n### Langkah SOP" in text
    assert addresses(render(made("APV-002", preview="javascript:alert(1)"))) == set()


def test_where_the_text_is_mended_stands_beneath_the_preview() -> None:
    text = made("APV-002", preview="https://contoh.go.id/7/", editor="https://contoh.go.id/sunting")
    assert (
        "(https://contoh.go.id/7/)\n\n"
        "[Sunting naskahnya di peramban, juga dari ponsel](https://contoh.go.id/sunting)\n\n"
        "### Langkah SOP"
    ) in text
    assert addresses(render(made("APV-002", editor="javascript:alert(1)"))) == set()


CHANGE = Change(
    ("hendra-irban1",),
    "4eb9486" + "0" * 33,
    (
        Revision(
            "Rakor",
            "",
            compare([("Isi", "Angka SATU.")], [("Isi", "Angka DUA.")]),
            (
                PictureChange("a.jpg", Fate.REPLACED, "Dua", "https://a.b/1", "https://a.b/2"),
                PictureChange("b.jpg", Fate.REMOVED),
            ),
        ),
    ),
)


def test_what_changed_since_somebody_signed() -> None:
    assert (
        "### Yang berubah\n\n"
        "- **Hendra Irban1**: naskah berubah sejak tanda tangan terakhirnya (commit 4eb9486)\n\n"
        "Yang ~~dicoret~~ sudah dihapus; yang **tebal** baru ditambahkan.\n\n"
        "Isi:\n\n> Angka ~~SATU.~~ **DUA.**\n\n"
        "Berkas a.jpg diganti: Dua\n\n"
        "Sebelum:\n\n![Sebelum – Dua](https://a.b/1)\n\n"
        "Sesudah:\n\n![Sesudah – Dua](https://a.b/2)\n\n"
        "Berkas b.jpg dihapus\n\n### Tidak dihitung\n"
    ) in made("APV-056", changes=[CHANGE])


def test_an_objector_is_told_too_and_several_texts_are_told_apart() -> None:
    revisions = (*CHANGE.revisions, Revision("Lain *sekali*", PLAIN))
    change = replace(CHANGE, revisions=revisions, others=("sop.yml", "kantor.yml"))
    text = made("APV-044", changes=[change])
    assert "- **Hendra Irban1**: naskah berubah sejak keberatannya (commit 4eb9486)\n" in text
    assert "\n\n**Rakor**\n\nIsi:\n" in text
    assert f"\n\n**Lain \\*sekali\\***\n\n{PLAIN}\n\nBerkas lain yang berubah: sop.yml, k" in text


def test_a_text_that_cannot_be_read_any_more_is_said_in_a_sentence() -> None:
    text = made("APV-056", changes=[Change(("hendra-irban1",), "4eb9486", known=False)])
    assert f"(commit 4eb9486)\n\n{UNREADABLE}\n" in text


def test_comments_and_old_decisions_are_only_counted() -> None:
    setting, document = example("APV-078")
    text = slip_of(setting, from_json(document))
    assert "### Tidak dihitung\n\n- 1 komentar atau keputusan lama\n" in text


def test_comments_are_counted_beside_what_matters() -> None:
    setting, document = example("APV-007")
    comment = {**document["reviews"][0], "id": 9, "state": "COMMENTED"}
    document["reviews"].append(comment)
    text = slip_of(setting, from_json(document))
    assert "; tekan Approve sekali lagi\n- 1 komentar atau keputusan lama lainnya\n" in text


def test_nobody_can_act() -> None:
    setting, document = example("KD-015")
    rows = tuple(a for a in setting.office.appointments if a.role != "kepala_desa")
    setting = replace(setting, office=replace(setting.office, appointments=rows))
    text = slip_of(setting, from_json(document))
    assert "### Giliran saat ini" not in text
    assert (
        "### Tidak ada yang dapat menyetujui\n\n- **Jalan keluar**: minta pengelola"
        " repositori mencantumkan pejabat lain,"
    ) in text
    assert "- Markus Rahanra: ikut menulis naskah ini\n" in text


def test_hints_are_told() -> None:
    setting, document = example("APV-024")
    assert "### Perhatian\n\n- Ada keputusan dari akun" in slip_of(setting, from_json(document))


def test_a_broken_configuration_still_has_a_slip() -> None:
    _, document = example("APV-001")
    verdict = policy_invalid(["kantor.yml:9: akun salah — perbaiki *akun*"])
    text = slip(verdict, None, None, from_json(document))
    assert "**Pengaturan kantor tidak sah: kantor.yml baris 9: akun salah**" in text
    assert "- kantor.yml baris 9: akun salah — perbaiki \\*akun\\*\n" in text
    assert text.endswith("Lembar disposisi; SOP belum dapat dibaca.\n")


@pytest.mark.parametrize("count", [MAX_NOTES, MAX_NOTES + 2])
def test_the_newest_notes_are_shown(count: int) -> None:
    setting, document = example("APV-044")
    row = document["reviews"][0]
    later = [
        {**row, "id": 600 + n, "state": "COMMENTED", "body": f"nomor {n}"} for n in range(count)
    ]
    text = slip_of(setting, from_json({**document, "reviews": [*document["reviews"], *later]}))
    left_out = "2 petunjuk yang lebih lama tidak ditampilkan"
    assert (left_out in text) is (count > MAX_NOTES)
    assert f"> nomor {count - 1}\n" in text


def test_lost_signatures_beyond_a_limit_are_only_counted() -> None:
    setting, document = example("APV-007")
    early = document["reviews"][0]
    others = [
        {**early, "id": 900 + n, "user": {"login": f"warga-{n}", "id": 90_000 + n, "type": "User"}}
        for n in range(MAX_UNCOUNTED + 4)
    ]
    document["reviews"] += others
    text = slip_of(setting, from_json(document))
    assert text.count("tidak tercantum sebagai pejabat") <= MAX_UNCOUNTED
    assert "komentar atau keputusan lama lainnya" in text


def test_the_same_input_makes_the_same_bytes() -> None:
    assert made("APV-056", changes=[CHANGE]) == made("APV-056", changes=[CHANGE])


def test_a_slip_that_is_too_long_says_where_it_was_shortened() -> None:
    posts = [ShownPost(f"Kanal {n}", f"{n} {'kata ' * 580}") for n in range(30)]
    text = made("APV-056", changes=[CHANGE], posts=posts)
    assert 55_000 < len(text) < 60_000
    assert f"{SHORTENED}\n\n---\n\nLembar disposisi menurut" in text
    assert "> Angka ~~SATU.~~ **DUA.**" in text
    assert text.count(SHORTENED) == 1


hostile = st.one_of(
    st.sampled_from([HOSTILE, "", "@" * 9000, "kata " * 2000, f"{HOSTILE}\n\n" * 20]),
    st.text(max_size=200),
)


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_whatever_people_write_the_slip_stays_short_and_inert(data: st.DataObject) -> None:
    said, many = data.draw(hostile), data.draw(st.sampled_from([1, 3, 60]))
    setting, document = example(data.draw(st.sampled_from(["APV-044", "APV-056", "APV-007"])))
    document["reviews"][0]["body"] = said
    document["review_comments"] = [
        {
            "id": n,
            "user": document["reviews"][0]["user"],
            "body": said,
            "path": f"content/{said}/index.md",
            "line": None,
            "original_line": 3,
            "created_at": document["reviews"][0]["submitted_at"],
            "in_reply_to_id": None if n < 3 else 1,
        }
        for n in range(1, many)
    ]
    document["commits"][-1]["commit"]["message"] = said
    differences = compare([("Isi", said), (said, "x")], [("Isi", said[5:]), (said, said)])
    picture = PictureChange(said, Fate.REPLACED, said, f"https://a.b/ {said}", said)
    change = Change(("hendra-irban1", said), said, (Revision(said, "", differences, (picture,)),))
    text = slip_of(
        setting,
        from_json(document),
        findings=[finding(n, message=said, fix=said, path=said) for n in range(many)],
        posts=[ShownPost(said, f"{said}{n}", said, (said,)) for n in range(many)],
        changes=[change] * many,
        preview=said,
    )
    assert len(text) < 60_000
    page = render(text)
    allowed = {"p", "br", "strong", "s", "ol", "ul", "li", "h3", "hr", "blockquote"}
    assert tags(page) <= allowed
    assert (addresses(page), calls(page)) == (set(), [])
    assert text.startswith(f"{MARKER}\n\n**")
    assert text.rstrip().endswith(".")
