"""Indonesian for what the gate says: reasons, whys, steps, posts, times and durations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from babel.dates import format_date
from babel.numbers import format_decimal

from terbit.core.office import ACTING, Appointment, Calendar
from terbit.core.procedure import Action, Procedure, Step
from terbit.core.verdict import Inability, Reason, Scope, Why

ELLIPSIS = "…"
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
"""The three zones of Indonesia by their hours from UTC (Keppres 41/1987)."""


class State(Enum):
    """Where a step of the SOP stands: a word and a sign, never the sign alone."""

    DONE = ("✓", "selesai")
    WAITING = ("●", "menunggu")
    NOT_YET = ("○", "belum")
    NOT_NEEDED = ("–", "tidak perlu untuk permintaan ini")
    UNKNOWN = ("?", "tidak dinilai")

    @property
    def sign(self) -> str:
        """One character for the margin."""
        return str(self.value[0])

    @property
    def word(self) -> str:
        """The state in words."""
        return str(self.value[1])


@dataclass(frozen=True)
class Fault:
    """Why a review does not count, and the tap that repairs it ("" where none is needed).

    `{jabatan}` stands for the posts that are awaited now, `{hari}` for the SOP's age limit in
    days, `{sebelumnya}` for the step before the reviewer's; `own` says that the reviewer alone
    can repair it.
    """

    what: str
    repair: str = ""
    own: bool = False


NOUNS = {
    Action.DOCUMENT: "dokumentasi",
    Action.DRAFT: "penyusunan",
    Action.REVIEW: "pemeriksaan",
    Action.DECIDE: "keputusan",
    Action.PUBLISH: "pengunggahan",
}

REASONS = {
    Reason.READY: "Siap digabung",
    Reason.WAIT_ADMIN: "Menunggu penyusun naskah",
    Reason.WAIT_VERIFICATION: "Menunggu pemeriksaan",
    Reason.WAIT_APPROVAL: "Menunggu keputusan",
    Reason.CHANGES_REQUESTED: "Ada keberatan yang belum berakhir",
    Reason.DRAFT: "Masih draf, belum diminta untuk diperiksa",
    Reason.NOT_OPEN: "Permintaan ini sudah ditutup",
    Reason.FORK_NOT_ALLOWED: "Permintaan ini berasal dari luar repositori kantor",
    Reason.MIXED_SCOPE: "Naskah tercampur dengan perubahan aturan atau kode",
    Reason.AUTHOR_UNKNOWN: "Penulis sebagian naskah tidak dikenali",
    Reason.CONTENT_DRIFT: "Naskah yang akan digabung berbeda dari yang disetujui",
    Reason.SHARED_HEAD_NOT_READY: "Menunggu permintaan lain yang berisi naskah yang sama",
    Reason.POLICY_INVALID: "Pengaturan kantor tidak sah",
    Reason.DATA_INCOMPLETE: "Data permintaan tidak terbaca lengkap",
}
"""Each reason at its shortest, for when nothing longer fits."""

SENTENCES = {
    Reason.WAIT_ADMIN: "Menunggu {apa}: {siapa} perlu ikut mengolah naskah ini atau menyetujuinya",
    Reason.WAIT_VERIFICATION: "Menunggu {apa}: {siapa}",
    Reason.WAIT_APPROVAL: "Menunggu {apa}: {siapa}",
    Reason.DRAFT: "Masih draf: {siapa} menekan Ready for review bila naskah siap diperiksa",
    Reason.FORK_NOT_ALLOWED: (
        "Permintaan ini berasal dari luar repositori kantor: {siapa} perlu mengajukannya ulang"
        " dari dalam"
    ),
    Reason.MIXED_SCOPE: (
        "Naskah tercampur dengan perubahan aturan atau kode: {siapa} perlu memisahkannya menjadi"
        " dua permintaan"
    ),
    Reason.AUTHOR_UNKNOWN: (
        "Penulis sebagian naskah tidak dikenali: {siapa} perlu mengajukannya ulang dari akun yang"
        " terdaftar"
    ),
    Reason.CONTENT_DRIFT: (
        "Naskah yang akan digabung berbeda dari yang disetujui: perlu {apa} ulang oleh {siapa}"
    ),
}
"""A sentence each; `{apa}` is what is awaited, `{siapa}` the posts that are awaited."""

READY = {
    None: "Siap digabung oleh {siapa}",
    Scope.ARTICLE: "Siap digabung dan diunggah oleh {siapa}",
    Scope.DRAFT: "Siap digabung: hanya draf, belum ada yang diterbitkan",
    Scope.POLICY: "Siap digabung oleh {siapa}: perubahan aturan sudah disetujui",
    Scope.TECHNICAL: "Siap digabung oleh {siapa}: perubahan teknis sudah disetujui",
}
HELD = "Sudah disetujui, tetapi tertahan {banyak} temuan pemeriksaan: {siapa} perlu membereskannya"
WAIT_DRAFT = "Menunggu persetujuan siapa pun yang berjabatan di kantor ini (hanya draf)"
WAIT_TECHNICAL = "Menunggu persetujuan atas perubahan teknis: {siapa}"
OBJECTED = "{keberatan}: {siapa} perlu memperbaiki naskah"
OBJECTED_CHANGED = "{keberatan} belum berakhir; naskah sudah diubah, menunggu {apa}: {siapa}"

_READ = "baca naskahnya, lalu tekan Approve atau Request changes"
ACTS = {
    Reason.READY: "tekan Merge",
    Reason.WAIT_ADMIN: "ikut mengolah naskah ini, atau baca lalu tekan Approve",
    Reason.WAIT_VERIFICATION: _READ,
    Reason.WAIT_APPROVAL: _READ,
    Reason.CHANGES_REQUESTED: "perbaiki naskah menurut keberatan di bawah, lalu kirim perubahannya",
    Reason.DRAFT: "tekan Ready for review bila naskah siap diperiksa",
    Reason.FORK_NOT_ALLOWED: "ajukan ulang dari cabang di repositori kantor",
    Reason.MIXED_SCOPE: "pisahkan naskah dan perubahan lain menjadi dua permintaan",
    Reason.AUTHOR_UNKNOWN: "ajukan ulang naskahnya dari akun yang terdaftar di kantor.yml",
    Reason.CONTENT_DRIFT: "perbarui cabang dari main, lalu mintalah naskahnya dibaca ulang",
    Reason.SHARED_HEAD_NOT_READY: "tuntaskan atau tutup dahulu permintaan lain itu",
    Reason.POLICY_INVALID: "perbaiki sop.yml atau kantor.yml di main",
    Reason.DATA_INCOMPLETE: "coba lagi nanti",
}
"""What the one who is awaited has to do."""

MEND = "perbaiki temuan yang menahan; alasan atas temuan TAHAN ditulis di catatan_pemeriksaan"
"""The same where findings hold an approved request."""

CHANGED = _READ
"""The same where an objection stands and the text has changed since."""

WHYS = {
    Why.SUPERSEDED: Fault("sudah diganti oleh keputusan yang lebih baru dari orang yang sama"),
    Why.NOT_SUBMITTED: Fault("belum dikirim", "kirimkan dengan tombol Submit review"),
    Why.NOT_DECISIVE: Fault(
        "hanya komentar, bukan keputusan",
        "keputusan diberikan dengan tombol Approve atau Request changes",
    ),
    Why.UNKNOWN_STATE: Fault(
        "jenis keputusannya tidak dikenal", "ulangi dengan menekan Approve atau Request changes"
    ),
    Why.USER_DELETED: Fault(
        "akun pemberinya sudah dihapus, sehingga orangnya tidak diketahui",
        "mintalah persetujuan {jabatan} dari akun yang terdaftar",
    ),
    Why.BOT: Fault(
        "diberikan oleh akun mesin, bukan oleh orang", "{jabatan} sendiri perlu menekan Approve"
    ),
    Why.ID_MISMATCH: Fault(
        "nama akunnya terdaftar, tetapi nomor akunnya milik orang lain",
        "cocokkan akun dan id orang ini di kantor.yml, lalu ia menekan Approve lagi",
    ),
    Why.NOT_ROLE_HOLDER: Fault(
        "pemberinya tidak tercantum sebagai pejabat di kantor.yml",
        "mintalah persetujuan {jabatan}",
    ),
    Why.OUTSIDE_DATES: Fault(
        "diberikan di luar masa jabatannya menurut kantor.yml",
        "mintalah pejabat yang sedang menjabat menekan Approve",
    ),
    Why.DISMISSED: Fault("sudah dibatalkan", "bila tetap setuju, tekan Approve lagi", own=True),
    Why.NOT_VERIFIABLE: Fault(
        "tidak dapat dipastikan naskah mana yang dibacanya",
        "baca naskah yang sekarang, lalu tekan Approve lagi",
        own=True,
    ),
    Why.STALE_CONTENT: Fault(
        "naskah berubah sesudah itu", "lihat perubahannya, lalu tekan Approve lagi", own=True
    ),
    Why.EXPIRED: Fault(
        "sudah melewati batas berlaku persetujuan, yaitu {hari} hari",
        "baca lagi naskahnya, lalu tekan Approve lagi",
        own=True,
    ),
    Why.ROLE_NOT_FOR_STEP: Fault(
        "jabatannya tidak berwenang atas langkah mana pun pada permintaan ini",
        "mintalah persetujuan {jabatan}",
    ),
    Why.STEP2_EVIDENCE: Fault("dihitung sebagai tanda ikut menyusun, bukan sebagai persetujuan"),
    Why.SELF_REVIEW: Fault(
        "ikut menulis naskah ini, sehingga tidak boleh menyetujuinya sendiri",
        "mintalah persetujuan orang lain: {jabatan}",
    ),
    Why.BEFORE_VERIFICATION: Fault(
        "diberikan sebelum {sebelumnya} selesai", "tekan Approve sekali lagi", own=True
    ),
    Why.RESOLVED_BY_NEW_TEXT: Fault(
        "keberatan ini sudah berakhir: naskah diperbaiki lalu disetujui"
    ),
    Why.OVERRULED_BY_SUPERIOR: Fault(
        "keberatan ini sudah berakhir: naskah disetujui pejabat yang lebih tinggi"
    ),
}

WITHDRAWN = Fault("keberatan ini sudah dicabut")
"""A dismissed objection, which is no lost approval."""

NO_REPEAT = "tidak perlu diulang"
"""For a lost approval whose step others have taken meanwhile."""

INABILITIES = {
    Inability.WROTE: "ikut menulis naskah ini",
    Inability.OUT_OF_DATES: "tidak sedang menjabat menurut tanggal di kantor.yml",
    Inability.SIGNED: "sudah menandatangani langkah {langkah}",
}

WARNINGS = {
    "UNATTRIBUTED_REVIEW": "Ada keputusan dari akun yang sudah dihapus; tidak dihitung.",
    "UNKNOWN_REVIEW_STATE": "Ada keputusan yang jenisnya tidak dikenal; tidak dihitung.",
    "COMMENT_LOOKS_LIKE_APPROVAL": (
        "Ada komentar yang berbunyi setuju. Komentar tidak dihitung;"
        " bila setuju, tekan Approve pada Review changes."
    ),
}

PARTS = {
    "activity": "catatan pengiriman naskah",
    "also_open": "daftar permintaan lain",
    "comments": "komentar",
    "commits": "riwayat perubahan (commit)",
    "draft_commits": "riwayat draf",
    "files": "daftar berkas",
    "head": "versi naskah yang terakhir",
    "reviews": "persetujuan dan keberatan",
    "team_members": "keanggotaan tim",
    "timeline": "catatan pembatalan persetujuan",
}
"""Parts of the facts that could not be read, as a person would call them."""

_NOUN = re.compile(r"(pe|ke)[a-z]+an|[a-z]+si")
_PROBLEM = re.compile(r"(?P<path>[^\s:]+):(?P<line>\d+): (?P<what>.*)", re.DOTALL)


def moment(at: datetime, calendar: Calendar) -> str:
    """An aware moment in the office's zone, such as "12 November 2026 10.41 WIB"."""
    local = calendar.local(at)
    return f"{format_date(local, 'd MMMM y', locale='id')} {local:%H.%M} {zone(local)}"


def zone(local: datetime) -> str:
    """WIB, WITA or WIT of an aware local moment; "UTC+05.30" elsewhere."""
    offset = local.utcoffset() or timedelta()
    hours, rest = divmod(offset, timedelta(hours=1))
    if not rest and hours in ZONES:
        return ZONES[hours]
    sign, minutes = ("-" if offset < timedelta() else "+"), int(abs(offset).total_seconds()) // 60
    return f"UTC{sign}{minutes // 60:02d}.{minutes % 60:02d}"


def number(value: int) -> str:
    """A whole number with Indonesian separators: 1.250."""
    return str(format_decimal(value, locale="id"))


def duration(minutes: int) -> str:
    """Office minutes in words: "12 menit kerja", "1 jam 5 menit kerja"."""
    return f"{_hours(minutes)} kerja"


def left(limit: int, used: int) -> str:
    """What a clock has left, or by how much it ran over, in office minutes."""
    if used == limit:
        return "waktunya habis"
    return (
        f"lewat {duration(used - limit)}" if used > limit else f"tersisa {duration(limit - used)}"
    )


def spent(limit: int, used: int) -> str:
    """How much of a clock was used: "terpakai 25 menit dari 2 jam kerja"."""
    over = f" (lewat {_hours(used - limit)})" if used > limit else ""
    return f"terpakai {_hours(used)} dari {duration(limit)}{over}"


def enumerate_words(words: Sequence[str]) -> str:
    """A list in a sentence: "a", "a dan b", "a, b, dan c"."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def and_others(words: Sequence[str]) -> str:
    """The first of a list and how many more: "a dan 2 lainnya"."""
    return words[0] if len(words) == 1 else f"{words[0]} dan {number(len(words) - 1)} lainnya"


def label(name: str, procedure: Procedure) -> str:
    """An id of sop.yml as words, abbreviations as the SOP's roles write them."""
    return " ".join(_abbreviations(procedure).get(word, word) for word in name.split("_"))


def title(step: Step, procedure: Procedure) -> str:
    """A step's name as a heading."""
    text = label(step.id, procedure)
    return text[:1].upper() + text[1:]


def noun(step: Step, procedure: Procedure) -> str:
    """What is awaited at a step: its id where that is a noun, else a word for its action."""
    first = step.id.split("_")[0]
    if first == step.action.value or _NOUN.fullmatch(first):
        return label(step.id, procedure)
    return NOUNS[step.action]


def posts(step: Step, procedure: Procedure) -> str:
    """The posts that may take a step: "Inspektur Pembantu / Ketua PPID" (N15)."""
    return join_posts(step.roles, procedure)


def join_posts(roles: Iterable[str], procedure: Procedure) -> str:
    """Roles by their names, joined by slashes."""
    return " / ".join(clean(procedure.role(role).name) for role in roles)


def quorum(step: Step) -> str:
    """How many people a step needs, "" for one: "2 dari 3" posts, or "2 orang" of one post."""
    if step.quorum < 2:
        return ""
    several = len(step.roles) > step.quorum
    return f"{step.quorum} dari {len(step.roles)}" if several else f"{step.quorum} orang"


def posts_with_quorum(step: Step, procedure: Procedure) -> str:
    """The posts of a step and how many of them it takes: "A / B / C (2 dari 3)" (N15)."""
    need = quorum(step)
    return posts(step, procedure) + (f" ({need})" if need else "")


def capacity(post: Appointment, procedure: Procedure) -> str:
    """The post as it is printed: "Plh. Atasan PPID"."""
    return ACTING.get(post.status, "") + clean(procedure.role(post.role).name)


def inability(why: Inability, signed_step: int | None = None) -> str:
    """Why a holder of a post cannot take a step."""
    return INABILITIES[why].replace("{langkah}", str(signed_step or "lain"))


def warning(code: str) -> str:
    """A warning or hint of the verdict in words."""
    return WARNINGS.get(code, "Ada hal lain yang perlu diperiksa pengelola repositori.")


def part(name: str) -> str:
    """A part of the facts that could not be read; a name with a slash is a forge team."""
    if "/" in name:
        return f"anggota tim {clean(name)}"
    return PARTS.get(name, f"bagian “{clean(name)}”")


def problem(text: str) -> str:
    """A configuration problem for people who do not read `path:line:`."""
    match = _PROBLEM.fullmatch(text)
    return clean(f"{match['path']} baris {match['line']}: {match['what']}" if match else text)


def clean(text: str) -> str:
    """Somebody's text on one line: no control, bidirectional or invisible characters."""
    kept = (" " if char.isspace() else char for char in text if _visible(char))
    return " ".join("".join(kept).split())


def cut(text: str, limit: int) -> str:
    """A text of at most `limit` characters, ended after a whole word with "…" if it is longer."""
    if len(text) <= limit:
        return text
    return text[:limit].rpartition(" ")[0].rstrip(" ,;:(/“") + ELLIPSIS


def fit(forms: Iterator[str], limit: int, fallback: str) -> str:
    """The first form that is short enough, else the fallback."""
    return next((form for form in map(clean, forms) if 0 < len(form) <= limit), fallback)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{number(hours)} jam"] if hours else []
    parts += [f"{rest} menit"] if rest or not hours else []
    return " ".join(parts)


def _visible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char)[0] != "C"


def _abbreviations(procedure: Procedure) -> dict[str, str]:
    """Words that role names write in capitals, by their small form."""
    names = (role.name for role in procedure.roles if not role.name.isupper())
    words = (word for name in names for word in re.findall(r"\b[A-Z][A-Z0-9]+\b", name))
    return {word.lower(): word for word in words}
