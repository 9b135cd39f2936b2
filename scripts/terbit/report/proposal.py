"""The answer beneath a proposal that came by the issue form: plain words, and one next step.

Everything that somebody sent is inert and short here: no mention, link or picture of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from terbit.core.finding import Level
from terbit.errors import InputErrors, TerbitError
from terbit.report.markdown import Markdown, escape, link
from terbit.report.words import cut

MARKER = "<!-- terbit:usulan -->"
MOST = 25
"""Findings that are told; nobody mends more at once."""
LONGEST = 300
"""Letters of one sentence."""
LEVELS = {
    "TOLAK": "harus diperbaiki",
    "TAHAN": "perlu diperbaiki, atau alasan tertulis dari pejabat penelaah",
    "INGAT": "sebaiknya diperbaiki",
    "INFO": "saran",
}
NEXT = "Jawabannya memuat tautan untuk membuka permintaan persetujuan."
LATER = "Sesudah semua yang harus diperbaiki selesai, naskah ini dapat diajukan dari halaman ini."
EDIT = "Sunting isian ini (tanda tiga titik → *Edit*), lalu simpan; jawaban ini ikut berubah."


@dataclass(frozen=True)
class Remark:
    """A finding as it was told to us: level, what, and how to mend it.

    `place` is the question of the form whose answer it speaks of, "" for the text as a whole.
    """

    level: str
    message: str
    fix: str
    place: str = ""

    @property
    def sentence(self) -> str:
        """All of it for somebody who sees the form and not the file."""
        place = f"{self.place}, " if self.place else ""
        return f"{place}{LEVELS.get(self.level, 'saran')}: {self.message} — {self.fix}"

    @property
    def refuses(self) -> bool:
        """Whether nothing can be handed in before it is mended."""
        return self.level == Level.TOLAK


@dataclass(frozen=True)
class Draft:
    """Where the draft stands; `opening` opens the request, both None where there are no pages.

    `posts` are the posts whose holders may hand it in.
    """

    branch: str
    page: str | None
    opening: str | None
    answered: int
    photos: int
    posts: tuple[str, ...] = ()


def refused(error: TerbitError) -> str:
    """No draft could be made of it."""
    problems = error.problems if isinstance(error, InputErrors) else ()
    rows = [f"{row.path}: {row.what} — {row.fix}" for row in problems] or [str(error)]
    return _text("**Usulan ini belum dapat dijadikan naskah.**", listed(rows), EDIT)


def unread() -> str:
    """The photos or the text stopped the work before it was done."""
    fix = "Ganti fotonya, misalnya dengan tangkapan yang lebih kecil, atau hubungi pengelola."
    return _text("**Usulan ini belum dapat diolah;** ada foto yang tidak terbaca.", fix, EDIT)


def kept(draft: Draft) -> str:
    """Somebody works on the draft: the form no longer changes it."""
    told = "**Naskahnya sudah disunting orang, jadi perubahan isian ini tidak dimasukkan.**"
    fix = f"Sunting langsung di {_place(draft)}, atau minta penyuntingnya."
    return _text(told, fix, f"Sudah selesai disunting? {_ready(draft.posts)}")


def merged(posts: Sequence[str]) -> str:
    """The draft left its branch; `posts` may hand it in, none where that was done already."""
    told = "**Naskah dari usulan ini sudah digabung ke `main`.**"
    fix = "Perubahan isian tidak dimasukkan lagi; hubungi petugas yang menyusunnya."
    return _text(told, fix, f"Belum diajukan? {_ready(posts)}" if posts else "")


def _ready(posts: Sequence[str]) -> str:
    return f"{escape(' / '.join(posts))} menulis komentar **/ajukan** di halaman ini."


def drafted(
    draft: Draft, sender: Sequence[str], remarks: Sequence[Remark], photos: Sequence[str]
) -> str:
    """The draft is there: what is fine, what to mend, and the one step that goes on.

    `sender` is a name and posts, empty for somebody whom kantor.yml does not name; `photos` are
    sentences on those that are missing.
    """
    blocked = any(remark.refuses for remark in remarks)
    pictures = f"{draft.photos} foto masuk; lokasi dan data kameranya sudah dibuang"
    fine = [
        f"Terjawab: {draft.answered} dari 6 pertanyaan.",
        f"{pictures}." if draft.photos else "Belum ada foto.",
    ]
    return _text(
        f"**Usulan ini sudah menjadi naskah** di {_place(draft)}. Belum ada yang tampil ke publik.",
        _sender(sender),
        listed(fine),
        _missing(photos),
        found(remarks),
        EDIT,
        LATER if blocked else f"**Siap diajukan:** {_ready(draft.posts)} {NEXT}",
        _next(draft, ready=not blocked),
    )


def _text(*parts: str) -> str:
    return "\n\n".join([MARKER, *filter(None, parts)]) + "\n"


def _place(draft: Draft) -> str:
    return link(draft.page, "halaman naskah") if draft.page else f"cabang `{draft.branch}`"


def _next(draft: Draft, *, ready: bool) -> str:
    """The other way, by a request for the draft alone; the only one while it is not ready."""
    if draft.opening is None:
        return ""
    button = Markdown(f"[Buka permintaan untuk naskah ini]({draft.opening})")
    if ready:
        return f"Masih akan disusun di meja kerja? {button}; naskahnya masuk ke `drafts/`."
    return f"**{button}** — satu tekan, oleh petugas; sesudah itu naskahnya disusun menurut SOP."


def _sender(sender: Sequence[str]) -> str:
    if sender:
        name, *posts = sender
        return f"Pengirim: {escape(name)} ({escape(', '.join(posts))})."
    return (
        "Akun pengirim tidak tercatat di `kantor.yml`. Usulan tetap diterima; petugas kantor yang "
        "memutuskan apakah diteruskan."
    )


def _missing(photos: Sequence[str]) -> str:
    return f"Foto yang belum masuk:\n\n{listed(photos)}" if photos else ""


def found(remarks: Sequence[Remark]) -> str:
    """What the checks found, as a list."""
    if not remarks:
        return "Pemeriksaan tidak menemukan kekurangan."
    shown = remarks[:MOST]
    rows = [remark.sentence for remark in shown]
    rest = len(remarks) - len(shown)
    rows += [f"dan {rest} temuan lain, sesudah yang ini diperbaiki"] if rest else []
    return f"Yang ditemukan pemeriksaan:\n\n{listed(rows)}"


def listed(rows: Iterable[str]) -> str:
    """Rows of anybody's words, inert and short."""
    return "\n".join(f"- {escape(cut(row, LONGEST))}" for row in rows)
