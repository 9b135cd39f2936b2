"""The fixed Indonesian phrases of verdicts: reasons, whys, acts, states, parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from terbit.core.procedure import Action
from terbit.core.verdict import Inability, Reason, Scope, Why


class State(Enum):
    """Where a step of the SOP stands: a word and a sign, never the sign alone."""

    DONE = ("✓", "selesai")
    WAITING = ("●", "menunggu")
    NOT_YET = ("○", "belum")
    FOLLOWS = ("↷", "menyusul sesudah terbit")
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
URGENT = "Jalur mendesak, {kalimat}"
URGENT_READY = "Jalur mendesak, siap digabung oleh {siapa}; {susulan} menyusul {batas}"
"""On the urgent path: what follows, and until when."""
HELD = "Sudah disetujui, tetapi tertahan {banyak} temuan pemeriksaan: {siapa} perlu membereskannya"
REASONED = "Sudah disetujui, tetapi alasan untuk temuan TAHAN menunggu persetujuan {siapa}"
REASONED_SHORT = "Sudah disetujui, tetapi alasan untuk temuan TAHAN menunggu pejabat yang disebut"
"""Where a reason stands in the name of somebody who has not approved."""
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
    Reason.CHANGES_REQUESTED: "perbaiki naskah menurut petunjuk di bawah, lalu kirim perubahannya",
    Reason.DRAFT: "tekan Ready for review bila naskah siap diperiksa",
    Reason.FORK_NOT_ALLOWED: "ajukan ulang dari cabang di repositori kantor",
    Reason.MIXED_SCOPE: "pisahkan naskah dan perubahan lain menjadi dua permintaan",
    Reason.AUTHOR_UNKNOWN: "ajukan ulang naskahnya dari akun yang terdaftar di kantor.yml",
    Reason.CONTENT_DRIFT: "perbarui cabang dari main, lalu minta naskahnya dibaca ulang",
    Reason.SHARED_HEAD_NOT_READY: "tuntaskan atau tutup dahulu permintaan lain itu",
    Reason.POLICY_INVALID: "perbaiki sop.yml atau kantor.yml di main",
    Reason.DATA_INCOMPLETE: "coba lagi nanti",
}
"""What the one who is awaited has to do."""

MEND = (
    "perbaiki naskah menurut temuan yang menahan; untuk temuan TAHAN, boleh tulis alasannya di"
    " catatan_pemeriksaan"
)
"""The same where findings hold an approved request."""

SIGN = (
    "baca temuan yang ditahan dan alasannya atas nama Anda di catatan_pemeriksaan, lalu tekan"
    " Approve bila sependapat, atau Request changes"
)
"""What those have to do in whose name a reason stands."""

RENAME = (
    "naskah ini tidak dapat lagi disetujui {siapa}, yang disebut di catatan_pemeriksaan; bicarakan"
    " alasannya dengan pejabat yang menyetujui, lalu tulis nama atau jabatannya di sana"
)
"""What the drafter has to do where those cannot approve; `{siapa}` is as the note has it."""

AFTER_REASON = "sesudah alasan untuk temuan TAHAN disetujui {siapa}"
"""What merging waits for."""

CHANGED = _READ
"""The same where an objection stands and the text has changed since."""

RECONSIDER = "lihat perubahannya, lalu tekan Approve bila sudah sesuai"
"""The same for the one who objects."""

SPEAK = (
    "keberatan ini belum berisi petunjuk; buka Review changes, lalu tulis apa yang perlu diperbaiki"
)
"""What an objector has to do who gave no words."""

WORDLESS = "belum berisi petunjuk; mohon tuliskan apa yang perlu diperbaiki"
"""Of an objection without words."""

ASK = "tanyakan kepada {siapa} apa yang perlu diperbaiki, lalu perbaiki naskahnya"
"""What the drafter has to do where nobody gave words; `{siapa}` are those who object."""

NOT_YET = "tunggu dahulu"
"""Before the repair of a signature that is only possible after another step."""

MENDING = "perbaikan naskah"
"""What is awaited of a drafter after an objection or a finding."""

SPOKEN = {
    "APPROVED": "bersama persetujuan",
    "CHANGES_REQUESTED": "bersama keberatan",
    "COMMENTED": "",
    "DISMISSED": "bersama keputusan yang dibatalkan",
}
"""With which decision a note was given, by the forge's states."""

REPLIED = "Dijawab; naskah belum berubah sesudah itu"
UNANSWERED = "Belum dijawab"
"""What was done about a note where no commit followed it."""

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
        "minta persetujuan {jabatan} dari akun yang terdaftar",
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
        "minta persetujuan {jabatan}",
    ),
    Why.OUTSIDE_DATES: Fault(
        "diberikan di luar masa jabatannya menurut kantor.yml",
        "minta pejabat yang sedang menjabat menekan Approve",
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
        "minta persetujuan {jabatan}",
    ),
    Why.STEP2_EVIDENCE: Fault("dihitung sebagai tanda ikut menyusun, bukan sebagai persetujuan"),
    Why.SELF_REVIEW: Fault(
        "ikut menulis naskah ini, sehingga tidak boleh menyetujuinya sendiri",
        "minta persetujuan orang lain: {jabatan}",
    ),
    Why.BEFORE_VERIFICATION: Fault(
        "diberikan sebelum {sebelumnya} selesai", "tekan Approve sekali lagi", own=True
    ),
    Why.FOLLOWS: Fault("dicatat sebagai pemeriksaan yang menyusul begitu naskah ini terbit"),
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
    "merge": "penggabungan membawa berkas yang tidak ditampilkan",
    "review_comments": "catatan pada baris naskah",
    "reviews": "persetujuan dan keberatan",
    "team_members": "keanggotaan tim",
    "timeline": "catatan pembatalan persetujuan",
}
"""Parts of the facts that could not be read, as a person would call them."""
