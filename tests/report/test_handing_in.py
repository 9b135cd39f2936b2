"""The answers to /ajukan: one press, or what keeps the draft back."""

from __future__ import annotations

import pytest

from terbit.errors import InputErrors, Problem, TerbitError
from terbit.report import handing_in
from terbit.report.handing_in import Handed
from terbit.report.proposal import Remark

BRANCH, FOLDER = "usulan/7-kabar", "content/berita/2026/11/kabar"
PAGE = "https://github.com/contoh/terbit"
OPEN = f"{PAGE}/compare/main...{BRANCH}?quick_pull=1&title=Kabar"
DONE = Handed(BRANCH, FOLDER, OPEN, f"{PAGE}/edit/{BRANCH}/{FOLDER}/index.md")


def test_a_draft_that_was_moved_is_opened_and_edited_by_one_press_each() -> None:
    assert handing_in.handed_in(DONE, form=True) == (
        f"**Naskah ini siap dimintakan persetujuan.** Letaknya sekarang `{FOLDER}` pada cabang"
        f" `{BRANCH}`.\n\n"
        f"**[Buka permintaan persetujuan]({OPEN})** — tekan *Create pull request* di halaman itu."
        " Bila permintaannya sudah dibuka, halaman itu menunjukkannya.\n\n"
        "Sejak sekarang teksnya disunting di permintaan itu. Dari ponsel: *Files changed* → tanda"
        " tiga titik pada `index.md` → *Edit file*, ubah, lalu *Commit changes*, atau"
        f" [buka langsung penyuntingnya]({DONE.editor}).\n\n"
        "Isian ini tetap tersimpan, tetapi mengubahnya tidak lagi mengubah naskah.\n"
    )


def test_without_pages_branch_and_folder_are_named() -> None:
    said = handing_in.handed_in(Handed(BRANCH, FOLDER, None, None), form=False)
    assert f"`{FOLDER}` pada cabang `{BRANCH}`" in said
    assert "](" not in said
    assert "isian" not in said.casefold()


def test_only_what_must_be_mended_is_told_with_the_place_to_mend_it() -> None:
    rows = [Remark("TOLAK", "judul kosong", "isi judul"), Remark("INFO", "singkat", "tambah")]
    said = handing_in.refused(rows, handing_in.mend(None, "drafts/kabar"))
    assert "- harus diperbaiki: judul kosong — isi judul" in said
    assert "singkat" not in said
    assert "Sunting `drafts/kabar/index.md`." in said
    assert said.endswith(f"{handing_in.AGAIN}\n")


@pytest.mark.parametrize("error", [TerbitError("a", "b"), InputErrors([Problem("x", 0, "a", "b")])])
def test_what_cannot_be_handed_in_says_why_and_what_to_do(error: TerbitError) -> None:
    said = handing_in.stopped(error)
    assert said.startswith("**Naskah ini belum dapat diajukan.**")
    assert said.count("\n- ") == 1
    assert "b" in said


def test_a_stranger_is_told_who_may() -> None:
    said = handing_in.stranger(("Petugas A", "Petugas B"))
    assert "**Yang dapat mengajukan naskah: Petugas A / Petugas B, menurut `kantor.yml`.**" in said


def test_each_comment_has_an_answer_of_its_own() -> None:
    assert handing_in.marker(1) != handing_in.marker(12)
    assert handing_in.marked(handing_in.marker(1), "x").startswith("<!-- terbit:ajukan 1 -->\n\n")


def test_no_word_of_a_stranger_comes_to_life() -> None:
    evil = "@semua [x](https://jahat.example) <img src=x> #1 " + "a " * 5000
    said = handing_in.refused([Remark("TOLAK", evil, evil)], "") + handing_in.stranger([evil])
    said += handing_in.stopped(TerbitError(evil))
    for alive in ("@semua", "](https://jahat", "<img", " #1 "):
        assert alive not in said
    assert len(said) < 3_000
