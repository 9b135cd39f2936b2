"""TAUT-02: readers see where a link leads, and services are the office's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from terbit.checks.base import Context, Rule
from terbit.checks.reading.links import links
from terbit.checks.reading.prose import Text, sentence_at
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import speaks_of
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

SHORTENERS = frozenset(
    "bit.ly bitly.com s.id tinyurl.com t.ly cutt.ly rb.gy shorturl.at is.gd v.gd goo.gl ow.ly t.co"
    " rebrand.ly bl.ink tiny.cc lnkd.in linktr.ee lynk.id msha.ke gg.gg adf.ly shorte.st ouo.io"
    " buff.ly dub.sh soo.gd clck.ru urlz.fr shorturl.asia kutt.it short.io tiny.one bit.do dlvr.it"
    " heylink.me taplink.cc linkin.bio desty.page me2.do surl.li n9.cl x.gd qr.ae page.link"
    " intip.in link.id".split()
)
"""Services that hide where a link leads."""
_FORMS = re.compile(
    r"(?:forms\.gle|(?:docs|drive)\.google\.com/forms|forms\.office\.com|forms\.cloud\.microsoft"
    r"|(?:\w+\.)?(?:typeform|jotform|surveymonkey|zohopublic|cognitoforms|tally)\.(?:com|so))(?=[/:?]|\Z)"
)
_OFFICIAL = (".go.id", ".desa.id", ".mil.id")
_NO_SERVICE = re.compile(
    r"(?:\A|\.)(?:instagram|facebook|fb|twitter|x|threads|tiktok|youtube|youtu|whatsapp|wa|telegram"
    r"|t|linkedin|spotify|zoom|apple|microsoft|google|goo|wikipedia|bsky|live)\.(?:com|be|me|net|us|org"
    r"|app|gl|co\.id)\Z"
)
"""Where offices speak, meet and offer applications; no service is asked for there."""
_SERVICE = re.compile(
    r"\b(?:(?:men)?daftar(?:kan)?|pendaftaran|mendaftarkan|registrasi|(?:pe)?layanan|permohonan"
    r"|memohon|pemohon|pengajuan|mengajukan|formulir|isian|mengisi|pengaduan|melamar|lamaran|mengurus|pengurusan"
    r"|antre(?:an)?|pemesanan|memesan|pesan\s+(?:tiket|tempat|kamar))\b",
    re.IGNORECASE,
)
_NAMED_FORM = re.compile(r"\b(?:google\s+form(?:s|ulir)?|g-?form)\b", re.IGNORECASE)
_OFFERED = re.compile(
    r"\b(?:pendaftaran|mendaftar|daftar|registrasi|isi|mengisi|diisi|isian|tautan|link|melalui|lewat"
    r"|via|survei|kuesioner|konfirmasi)\b",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    r"\b(?:pelatihan|pembuatan|membuat|belajar|cara|praktik|materi|mengolah|tanpa|bukan|tidak)\b",
    re.IGNORECASE,
)
_LIST_OF = re.compile(
    r"\bdaftar\s+(?:\w+\s+){0,3}(?:peserta|nama|hadir|pustaka|pemenang|isi|harga)\b", re.I
)
_BARE = re.compile(
    r"(?<![\w@./-])(?:(?P<scheme>https?)://)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,4}"
    r"(?:id|com|org|net|ly|gl|gle|me|co|cc|link|gd|io|to|app|site|online|xyz|info|ee|at|gy|page|so))"
    r"(?P<path>[/?][^\s<>()“”\"'\]]{0,500})?(?![\w@])",
    re.IGNORECASE,
)
_TRIGGERS = (
    "://",
    "www.",
    ".com",
    ".ly",
    "s.id",
    ".gl",
    ".id/",
    ".me/",
    ".org",
    ".net",
    ".cc",
    ".ee",
)


_OWN_FORM = "pakai formulir di situs resmi, atau jelaskan siapa yang mengelola datanya"


@dataclass(frozen=True)
class _Address:
    """A web address with the sentence around it."""

    scheme: str
    host: str
    path: str
    sentence: str

    @property
    def shown(self) -> str:
        """Without scheme and query: what an exception in kantor.yml names."""
        return f"{self.host}{self.path.split('?')[0].rstrip('/')}"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Links and written addresses that hide their target, are open to others, or are foreign."""
    own = _host(context.office.site_url)
    told: set[str] = set()
    for link in links(article):
        address = _parsed(link.href, f"{link.sentence or link.words}")
        problem = _problem(address, own) if address else None
        if address and problem:
            told.add(address.shown)
            quote, span = address.shown, f"{link.sentence} {link.href}"
            yield RULE.finding(article.path, link.line, *problem, quote=quote, span=span)
    if speaks_of(article, ("google form", "gform", "g-form")):
        for text in texts(article):
            yield from _named(article, text)
    if speaks_of(article, _TRIGGERS):
        for text in texts(article):
            yield from _written(article, text, own, told)


def _named(article: Article, text: Text) -> Iterator[Finding]:
    """A form of another's that is named without its address."""
    for match in _NAMED_FORM.finditer(text.text):
        sentence = sentence_at(text.text, *match.span())
        if _OFFERED.search(sentence) and not _TAUGHT.search(sentence):
            what = f"“{match[0]}” adalah formulir pada layanan di luar pemerintah"
            yield RULE.in_text(article, text, match.span(), what, _OWN_FORM)


def _written(article: Article, text: Text, own: str, told: set[str]) -> Iterator[Finding]:
    for match in _BARE.finditer(text.text):
        sentence = sentence_at(text.text, *match.span())
        path = (match["path"] or "").rstrip(".,;:!?")
        address = _Address((match["scheme"] or "").lower(), match["host"].lower(), path, sentence)
        word = not path and not address.scheme and address.host in SHORTENERS
        problem = None if word or address.shown in told else _problem(address, own)
        if problem:
            place = (match.start(), match.end("host") + len(path))
            yield RULE.in_text(article, text, place, *problem)


def _parsed(href: str, sentence: str) -> _Address | None:
    try:
        parts = urlsplit(href.strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", ""} or not host:
        return None
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return _Address(parts.scheme, host.removeprefix("www."), path, sentence)


def _problem(address: _Address, own: str) -> tuple[str, str] | None:
    """(what is wrong, how to mend it), or None."""
    host = address.host.removeprefix("www.")
    if host in SHORTENERS:
        return (
            f"tautan pendek “{address.shown}” menyembunyikan alamat tujuannya",
            "tulis alamat lengkap halaman yang dituju",
        )
    if _FORMS.match(f"{host}{address.path}"):
        return (
            f"“{address.shown}” adalah formulir pada layanan di luar pemerintah",
            _OWN_FORM,
        )
    if address.scheme == "http":
        return (
            f"tautan ke “{host}” memakai http: yang tidak terenkripsi",
            f"pakai https://{host}",
        )
    if _foreign_service(address, host, own):
        return (
            f"tautan layanan ke “{host}” berada di luar situs pemerintah",
            "arahkan ke halaman layanan di situs resmi berakhiran go.id",
        )
    return None


def _foreign_service(address: _Address, host: str, own: str) -> bool:
    """Whether a service is offered at an address that is no government's."""
    if host == own or f".{host}".endswith(_OFFICIAL) or _NO_SERVICE.search(host):
        return False
    if own and host.endswith(f".{own}"):
        return False
    said = _LIST_OF.sub("", address.sentence)
    return _SERVICE.search(said) is not None


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


RULE = Rule(
    id="TAUT-02",
    level=Level.INGAT,
    sentence="Tautan memakai alamat lengkap dengan https, dan tautan layanan menuju situs resmi.",
    basis="UU 27/2022: pelindungan data pribadi; Perki 1/2021: pengumuman lewat situs resmi",
    example_fails="Jadwal lengkap dapat dilihat di bit.ly/jadwal-contoh.",
    example_passes="Jadwal lengkap dapat dilihat di https://tirtaraya.contoh.go.id/jadwal.",
    check=check,
    exceptions=True,
)
