"""The head of articles and pages, as people write it; validated by pydantic."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from terbit import schema
from terbit.core.office import CHANNEL_IDS

MAX_TITLE = 300
ANSWERED = re.compile(r"content/berita/[0-9]{4}/[0-9]{2}/[a-z0-9]+(?:-[a-z0-9]+)*")
"""The folder of a published article."""


def _text(value: Any) -> Any:
    """Numbers and dates that people write without quotes where a text is meant."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float):
        raise ValueError(  # noqa: TRY004  (pydantic turns only ValueError into a finding)
            f"{value} dibaca sebagai bilangan, nol di belakangnya hilang"
            " — apit teksnya dengan tanda kutip, misalnya '08.30'"
        )
    return str(value) if isinstance(value, int | date) else value


def _channel(value: str) -> str:
    if value not in CHANNEL_IDS:
        close = get_close_matches(value.casefold(), CHANNEL_IDS, n=1)
        hint = f"maksudnya “{close[0]}”?" if close else f"pilih dari: {', '.join(CHANNEL_IDS)}"
        raise ValueError(f"kanal “{value}” tidak dikenal — {hint}")
    return value


def _place(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = None
    inside = parts is not None and not parts.scheme and not parts.netloc and parts.path
    if inside or (parts is not None and parts.scheme == "https" and parts.hostname):
        return value
    fix = "tulis halaman situs ini, misalnya /tentang/, atau alamat lengkap dengan https://"
    raise ValueError(f"“{value}” bukan halaman situs ini atau alamat https — {fix}")


def _answered(value: str) -> str:
    if not ANSWERED.fullmatch(value):
        fix = "tulis foldernya, misalnya content/berita/2026/10/nama-berita"
        raise ValueError(f"“{value}” bukan folder berita — {fix}")
    return value


def _none_is(empty: Any) -> Any:
    return BeforeValidator(lambda value: empty if value is None else value)


_blank_is_none = BeforeValidator(lambda value: None if value == "" else value)
"""A form that was left empty may write the key all the same."""
Text = Annotated[str, BeforeValidator(_text), Field(strict=True)]
OptionalText = Annotated[
    str,
    BeforeValidator(lambda value: "" if value is None else _text(value)),
    WithJsonSchema({"type": ["string", "number", "null"]}),
]
Texts = Annotated[tuple[Text, ...], _none_is(())]
Title = Annotated[
    str,
    StringConstraints(strict=True, min_length=1, max_length=MAX_TITLE),
    BeforeValidator(lambda value: " ".join(value.split()) if isinstance(value, str) else value),
    BeforeValidator(_text),
]
"""One line, whatever blanks it was written with."""
Stated = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1),
    BeforeValidator(_text),
]
"""A text that may not be blank."""
Line = Annotated[Stated, AfterValidator(lambda value: " ".join(value.split()))]
"""The same on one line."""
Place = Annotated[Stated, AfterValidator(_place)]
"""A page of this site, as a text would link to it, or an address with https."""
Answered = Annotated[
    Stated,
    AfterValidator(_answered),
    WithJsonSchema({"type": "string", "pattern": f"^{ANSWERED.pattern}$"}),
]
"""The folder of the article that a right of reply answers."""
ChannelId = Annotated[
    Text, AfterValidator(_channel), WithJsonSchema({"type": "string", "enum": list(CHANNEL_IDS)})
]


class FiveWRow(schema.Strict):
    """The six answers of `5w1h`."""

    apa: OptionalText = ""
    siapa: OptionalText = ""
    kapan: OptionalText = ""
    di_mana: OptionalText = ""
    mengapa: OptionalText = ""
    bagaimana: OptionalText = ""


class PhotoRow(schema.Strict):
    """One row of `foto`."""

    berkas: Text
    alt: OptionalText = ""
    keterangan: OptionalText = ""
    kredit: OptionalText = ""
    fokus: (
        tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]] | None
    ) = None
    anak: schema.YesNo | None = None
    dokumen: schema.YesNo | None = None
    persetujuan: OptionalText = ""


class VideoRow(schema.Strict):
    """The key `video`."""

    tautan: Text
    transkrip: OptionalText = ""


class CorrectionRow(schema.Strict):
    """One row of `ralat`."""

    waktu: schema.Moment
    isi: Text


class WithdrawalRow(schema.Strict):
    """The key `ditarik`."""

    waktu: schema.Moment
    alasan: Text


class ChildConsentRow(schema.Strict):
    """The key `persetujuan_anak`."""

    wali: Stated
    alasan: Stated


class UrgentRow(schema.Strict):
    """The key `mendesak`: why the text cannot wait for every review."""

    alasan: OptionalText = ""


class WaiverRow(schema.Strict):
    """One row of `catatan_pemeriksaan`."""

    aturan: Text
    kutipan: Text
    alasan: Text
    oleh: Text


class FrontMatter(schema.Strict):
    """The head of an article's index.md, as people write it."""

    judul: Title
    jenis: Literal["berita", "pengumuman", "konten-foto", "video", "infografik", "hak-jawab"]
    tanggal: schema.Day
    ringkasan: OptionalText = ""
    klasifikasi: OptionalText = ""
    kategori: OptionalText = ""
    tagar: Texts = ()
    kanal: Annotated[tuple[ChannelId, ...], Field(min_length=1)] | None = None
    five_w: Annotated[FiveWRow | None, Field(alias="5w1h")] = None
    foto: Annotated[tuple[PhotoRow, ...], _none_is(())] = ()
    video: VideoRow | None = None
    persetujuan_anak: ChildConsentRow | None = None
    terbit_pada: Annotated[schema.Moment | None, _blank_is_none] = None
    teks_kanal: Annotated[dict[ChannelId, Text], _none_is({})] = Field(default_factory=dict)
    ralat: Annotated[tuple[CorrectionRow, ...], _none_is(())] = ()
    ditarik: WithdrawalRow | None = None
    menjawab: Answered | None = None
    mendesak: UrgentRow | None = None
    catatan_pemeriksaan: Annotated[tuple[WaiverRow, ...], _none_is(())] = ()


class ListedRow(schema.Strict):
    """One row of `daftar`: information that `tautan` leads to; without it, not available yet."""

    nama: Line
    uraian: OptionalText = ""
    kelompok: OptionalText = ""
    tautan: Place | None = None
    diperbarui: schema.Day | None = None

    @model_validator(mode="after")
    def _dated_only_where_it_is(self) -> Self:
        if self.diperbarui and not self.tautan:
            fix = "isi “tautan”, atau hapus “diperbarui” sampai informasinya tersedia"
            raise ValueError(f"“{self.nama}” bertanggal tetapi belum bertautan — {fix}")
        return self


class PageFrontMatter(schema.Strict):
    """The head of a plain page (home, PPID, about)."""

    judul: Title
    ringkasan: OptionalText = ""
    daftar: Annotated[tuple[ListedRow, ...], _none_is(())] = ()
    catatan_pemeriksaan: tuple[WaiverRow, ...] = ()
