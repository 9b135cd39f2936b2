from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from terbit import config
from terbit.config import Config
from terbit.core.facts import Facts, from_json
from terbit.core.finding import Finding, Level
from terbit.core.gate import evaluate, policy_invalid
from terbit.report.slip import MARKER, MAX_FINDINGS, escape, quote, slip

EXAMPLES = Path(__file__).parents[1] / "core" / "gate" / "examples"
HOSTILE = """# Judul @arif-atasan dan @org/tim
<script>alert(1)</script> <b>tebal</b> &lt;i&gt; <!-- terbit:lembar -->
![gambar](https://jahat.example/x.png) [klik](http://jahat.example) www.jahat.example
surel@jahat.example #12 owner/repo#34 $x$ `kode` ~~coret~~ *miring* _garis_
=====
- satu
2. dua
2) tiga
+ empat
> lima
```
pagar
| a | b |
|---|---|
[1]: http://jahat.example
[^1]: catatan
---"""
MENTION = re.compile(r"(?:^|\W)@[a-z0-9]", re.IGNORECASE)
NUMBER = re.compile(r"#\d")


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


def html(markdown: str) -> str:
    """As GitHub would lay it out: tables, struck words and bare links come alive."""
    return str(MarkdownIt("gfm-like").render(markdown))


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
        "1. ✓ **Dokumentasi** – selesai\n"
        "2. ✓ **Draf** – selesai: diajukan oleh Rina Admin, 16 November 2026 08.00 WIB\n"
        "3. ● **Verifikasi** – menunggu: Inspektur Pembantu / Ketua PPID / Sekretaris PPID;"
        " terpakai 12 menit dari 30 menit kerja sejak 16 November 2026 09.00 WIB\n"
        "4. ○ **Persetujuan** – belum: Atasan PPID; waktu 30 menit kerja\n"
        "5. ○ **Publikasi** – belum: Admin Medsos; waktu 30 menit kerja\n"
        "\n"
        "### Yang ditunggu\n"
        "\n"
        "- Inspektur Pembantu / Ketua PPID / Sekretaris PPID: Hendra Irban1; Maya Irban2;"
        " Lukas Ketuappid; Tuti Sekppid – baca naskahnya, lalu tekan Approve atau Request"
        " changes\n"
        "- Masih perlu sedikitnya 2 persetujuan\n"
        "\n"
        "### Tidak dihitung\n"
        "\n"
        "- **Hendra Irban1 (Inspektur Pembantu), 16 November 2026 08.20 WIB** – naskah berubah"
        " sesudah itu; lihat perubahannya, lalu tekan Approve lagi\n"
        "\n"
        "### Naskah berubah\n"
        "\n"
        "- **Hendra Irban1**: lihat perubahan sejak tanda tangan terakhir Anda (commit 4eb9486)\n"
        "\n"
        "---\n"
        "\n"
        "Lembar disposisi menurut SOP Nomor 067/035.07/SEKRE-1/INSP tentang Publikasi Informasi"
        " pada Media Sosial, keadaan 16 November 2026 09.12 WIB.\n"
    )


@pytest.mark.parametrize(("name", "steps"), [("KD-015", 3), ("APV-001", 5), ("DK-005", 7)])
def test_as_many_rows_as_the_sop_has_steps(name: str, steps: int) -> None:
    listed = html(made(name)).partition("<ol>")[2].partition("</ol>")[0]
    assert listed.count("<li>") == steps


@pytest.mark.parametrize("name", sorted(p.name for p in EXAMPLES.iterdir() if p.name != "APV-105"))
def test_no_table_and_nothing_folded_away(name: str) -> None:
    page = html(made(name))
    assert not re.search(r"<(table|details|summary)", page)
    assert page.startswith(f"{MARKER}\n<p><strong>")


def test_a_hostile_review_stays_words() -> None:
    page = html(objected(HOSTILE))
    inside = page.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert set(re.findall(r"<(\w+)", inside)) == {"p"}
    words = re.sub(r"<[^>]+>", "", inside)
    assert not MENTION.search(words)
    assert not NUMBER.search(words)
    assert "alert(1)" in words
    assert page.count(MARKER) == 1


def test_the_words_of_an_objection_keep_their_lines() -> None:
    text = objected("Nama keliru.\n\n1. Ganti judul\n2. Hapus NIK")
    assert "> Nama keliru.\n>\n> 1\\. Ganti judul\n> 2\\. Hapus NIK\n" in text


def test_what_ends_an_objection_is_said_below_it() -> None:
    assert "\n\nBerakhir bila Hendra Irban1 menekan Approve, bila naskah" in objected("Keliru")


def test_an_objection_without_words() -> None:
    assert "(tanpa penjelasan; mintalah petunjuk perbaikannya)" in objected("")


@pytest.mark.parametrize("case", ["APV-002", "KD-015"])
def test_a_hostile_name_or_post_stays_words(case: str) -> None:
    setting, document = example(case)
    rows = tuple(replace(a, name=HOSTILE) for a in setting.office.appointments)
    rows = tuple(a for a in rows if a.role != "kepala_desa")
    setting = replace(setting, office=replace(setting.office, appointments=rows))
    roles = tuple(replace(r, name=f"# *{r.name}* @x <b>") for r in setting.procedure.roles)
    setting = replace(setting, procedure=replace(setting.procedure, roles=roles))
    page = html(slip_of(setting, from_json(document)))
    assert set(re.findall(r"<(\w+)", page)) == {"p", "strong", "ol", "li", "h3", "ul", "hr"}
    assert not MENTION.search(re.sub(r"<[^>]+>", "", page))


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


def test_many_findings_are_counted() -> None:
    text = made("APV-002", findings=[finding(n) for n in range(1, MAX_FINDINGS + 6)])
    assert text.count("**TAHAN**") == MAX_FINDINGS
    assert "- dan 5 temuan lain\n" in text


def test_a_cleared_article_with_a_blocking_finding_is_not_called_ready() -> None:
    text = made("APV-003", findings=[finding()])
    assert "**Sudah disetujui, tetapi tertahan 1 temuan pemeriksaan: Admin Medsos perlu" in text
    assert "- Admin Medsos: Rina Admin; Joko Admin – perbaiki temuan yang menahan" in text
    assert "**Siap digabung dan diunggah" in made("APV-003", findings=[finding().lift("L", "x")])


def test_the_post_of_each_channel() -> None:
    text = made("APV-002", posts=[("Instagram", "Rakor SPIP\n\n#SPIP @kalteng"), ("X", "Rakor")])
    assert (
        "**Instagram**\n\n> Rakor SPIP\n>\n> \\#SPIP @&#8203;kalteng\n\n**X**\n\n> Rakor\n" in text
    )


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
    assert "### Tidak ada yang dapat menyetujui\n\n- Langkah 2 (keputusan)" in text
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a_b *c* [d](e) `f` ~g~ |h| $i$ \\", r"a\_b \*c\* \[d\](e) \`f\` \~g\~ \|h\| \$i\$ \\"),
        ("<b> & </b>", "&lt;b&gt; &amp; &lt;/b&gt;"),
        ("@budi #12 #SPIP", "@&#8203;budi #&#8203;12 #SPIP"),
        ("https://a.b www.a.b WWW.a.b", "https:&#8203;//a.b www&#8203;.a.b WWW&#8203;.a.b"),
        ("satu\n\tdua\u202e", "satu dua"),
        (12, "12"),
    ],
)
def test_escaping(text: object, said: str) -> None:
    assert escape(text) == said


def test_what_is_escaped_once_is_not_escaped_twice() -> None:
    assert escape(escape("a_b @c")) == "a\\_b @&#8203;c"


def test_a_long_text_is_quoted_up_to_a_word() -> None:
    assert quote("satu dua tiga empat\nlima", 15) == "> satu dua tiga…"
    assert quote("satu\ndua tiga\nempat", 9) == "> satu\n> dua…"
