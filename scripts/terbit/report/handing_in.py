"""The answers to the comment /ajukan: the request is one press away, or what keeps it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from terbit.errors import InputErrors, TerbitError
from terbit.report.markdown import Markdown, escape, link
from terbit.report.proposal import LONGEST, Remark, found, listed
from terbit.report.words import cut

COMMAND = "/ajukan"
STRANGERS = "<!-- terbit:tanpa-jabatan -->"
AGAIN = f"Sesudah itu tulis komentar `{COMMAND}` sekali lagi."
FORM = (
    "Sunting isian usulan ini (tanda tiga titik → *Edit*), simpan, lalu tunggu jawaban pertama di "
    "halaman ini berubah."
)


@dataclass(frozen=True)
class Handed:
    """A draft at its public place on a branch; the links are None where there are no pages."""

    branch: str
    folder: str
    opening: str | None
    editor: str | None


def marker(comment: int) -> str:
    """By which the answer to one comment is found again."""
    return f"<!-- terbit:ajukan {comment} -->"


def marked(mark: str, text: str) -> str:
    """An answer that can be found again."""
    return f"{mark}\n\n{text}"


def handed_in(done: Handed, *, form: bool) -> str:
    """The draft was moved: open the request, and edit the text there; `form` where one made it."""
    editor = f", atau {link(done.editor, 'buka langsung penyuntingnya')}" if done.editor else ""
    return _text(
        f"**Naskah ini siap dimintakan persetujuan.** Letaknya sekarang `{done.folder}` pada "
        f"cabang `{done.branch}`.",
        _button(done),
        "Sejak sekarang teksnya disunting di permintaan itu. Dari ponsel: *Files changed* → tanda "
        "tiga titik pada `index.md` → *Edit file*, ubah, lalu *Commit changes*" + editor + ".",
        "Isian ini tetap tersimpan, tetapi mengubahnya tidak lagi mengubah naskah." if form else "",
    )


def _button(done: Handed) -> str:
    if done.opening is None:
        return ""
    button = Markdown(f"**[Buka permintaan persetujuan]({done.opening})**")
    return (
        f"{button} — tekan *Create pull request* di halaman itu. Bila permintaannya sudah dibuka, "
        "halaman itu menunjukkannya."
    )


def refused(remarks: Sequence[Remark], mend: str) -> str:
    """Something must be mended first; `mend` says where."""
    told = "**Naskah ini belum dapat diajukan;** ada yang harus diperbaiki dulu."
    return _text(told, found([row for row in remarks if row.refuses]), mend, AGAIN)


def mend(editor: str | None, folder: str) -> str:
    """Where the text of a draft is mended that no form makes any more."""
    return f"Sunting {link(editor, 'naskahnya') if editor else f'`{folder}/index.md`'}."


def stopped(error: TerbitError) -> str:
    """It cannot be handed in at all, as it stands."""
    problems = error.problems if isinstance(error, InputErrors) else ()
    rows = [f"{row.what} — {row.fix}" for row in problems] or [str(error)]
    return _text("**Naskah ini belum dapat diajukan.**", listed(rows))


def unread() -> str:
    """The first half did not come to its end."""
    fix = "Coba sekali lagi; bila tetap begitu, ganti fotonya atau hubungi pengelola."
    return _text("**Naskah ini belum dapat diperiksa;** ada foto yang tidak terbaca.", fix)


def stranger(posts: Sequence[str]) -> str:
    """Somebody who does not take the drafting step asked for it."""
    who = escape(cut(" / ".join(posts), LONGEST))
    told = f"**Yang dapat mengajukan naskah: {who}, menurut `kantor.yml`.**"
    return _text(told, "Usulannya tetap tersimpan; petugas itu yang melanjutkannya.")


def _text(*parts: str) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"
