"""KIP-07: what opens meetings, groups, networks and accounts is not published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import secrets
from terbit.checks.reading.asked import has
from terbit.checks.reading.cells import cells
from terbit.checks.reading.prose import Text, sentence_at, squeeze
from terbit.checks.reading.secrets import Secret
from terbit.checks.reading.texts import all_texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_TECHNICAL = re.compile(
    r"\b(?:IP|server|peladen|router|jaringan|gateway|host|port|ssh|LAN|VPN|VLAN|Wi-?Fi|intranet"
    r"|komputer|printer|pencetak|CCTV|NVR|basis\s+data|database|login|subnet|DNS|DHCP|firewall"
    r"|NAS|switch|access\s+point|mikrotik|peramban|browser|localhost|aplikasi|mesin\s+absensi"
    r"|panel|perangkat|simpeg)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"\b(?:versi|version|rilis|v|build|firmware|bab|pasal|butir|kode(?:\s+\w+)?|rekening|belanja|akun"
    r"|subkegiatan|kegiatan|program|DPA|RKA|OID)\.?\s?$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:contoh(?:nya)?(?!\.\w)|misal(?:nya|kan)?|mudah\s+ditebak|lemah|populer"
    r"|paling\s+(?:sering|banyak|umum)|(?:banyak|sering|umum)\s+dipakai|rekaan|palsu|simulasi)\b",
    re.IGNORECASE,
)
_ADVICE_BEFORE = re.compile(
    r"\b(?:seperti|semacam)\b|\b(?:jangan|hindari|menghindari|dilarang|tidak\s+boleh)\s+(?:\w+\s+)?(?:memakai|menggunakan"
    r"|gunakan|pakai|memilih|membuat|kata\s+sandi|password)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:sertifikat|dokumen|surat|piagam|ijazah|berkas|QR|BSrE|kuitansi|tanda\s+tangan)",
    re.IGNORECASE,
)
_LONGEST_SENT_CODE = 10
"""Longer than any one-time code that is sent to a phone; documents have such codes."""
_LISTED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){2,3}\s*(?:,|dan|atau|sampai)\s*){1,4}$")
"""Numbers of the same list, so that “butir 10.1.2.3 dan 10.1.2.4” are both of “butir”."""
_PORT = re.compile(r":\d{2,5}\b|/[a-z]")
_ACCOUNT = re.compile(
    r"\b(?:ID|username|nama\s+pengguna|user|SSID|Wi-?Fi)\b.{0,20}\S", re.IGNORECASE
)
_KEY_AND_VALUE = 2
_LONGEST_ITEM = 80
_FIXES = {
    secrets.WORD: "hapus dari naskah, buat yang baru, dan bagikan hanya kepada yang berhak",
    secrets.GROUP: "hapus tautannya dan kirim undangan hanya kepada yang berhak",
    secrets.LINK: "hapus kata sandi dari tautan, lalu ganti kata sandinya",
    secrets.ADDRESS: "hapus alamatnya; cukup sebutkan nama layanan atau perangkatnya",
}


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every password, passcode, invitation and inner address, never printed itself."""
    readers = tuple(_readers(article.source))
    if not readers:
        return
    seen: set[tuple[str, int]] = set()
    previous: Text | None = None
    for text in all_texts(article):
        for secret in (s for reader in readers for s in reader(text, previous)):
            key = text.text[secret.value : secret.end], text.line_at(secret.start, secret.end)
            if key not in seen:
                seen.add(key)
                yield _finding(article, text, secret)
        previous = text


Reader = Callable[[Text, Text | None], Iterator[Secret]]


def _readers(source: str) -> Iterator[Reader]:
    """The ways to read that may find something in the whole file."""
    small = source.lower()
    if secrets.hints_at_link(small) or "&#" in small or "%" in small:
        yield _links
    if secrets.hints_at_word(source, small) or "&#" in small:
        yield from (_words, _cells, _below)
    if secrets.hints_at_address(small):
        yield _addresses


def _links(text: Text, previous: Text | None) -> Iterator[Secret]:
    return secrets.links(text.text)


def _words(text: Text, previous: Text | None) -> Iterator[Secret]:
    found = secrets.words(text.text)
    return (s for s in found if not (_is_advice(text.text, s) or _is_of_document(text.text, s)))


def _addresses(text: Text, previous: Text | None) -> Iterator[Secret]:
    return (s for s in secrets.inner_addresses(text.text) if _is_technical(text, s))


def _is_advice(text: str, secret: Secret) -> bool:
    """An example of a bad password, or a warning against one."""
    sentence = sentence_at(text, secret.value, secret.end)
    ahead = text[max(0, secret.start - 60) : secret.value]
    return has(_EXAMPLE, sentence) or bool(_ADVICE_BEFORE.search(ahead))


def _is_of_document(text: str, secret: Secret) -> bool:
    """What anybody types in to see whether a signed document is genuine."""
    if not secret.shown.casefold().startswith("kode verifikasi"):
        return False
    before = text[max(0, secret.start - 60) : secret.value]
    return secret.end - secret.value > _LONGEST_SENT_CODE or bool(_DOCUMENT.search(before))


def _is_technical(text: Text, secret: Secret) -> bool:
    before = _LISTED.sub("", text.before(secret.start, 40))
    if before.endswith("://"):
        return True
    sentence = sentence_at(text.text, secret.start, secret.end)
    if _VERSION.search(before) or has(_EXAMPLE, sentence):
        return False
    if secret.shown.startswith(("192.168.", "172.")) or _PORT.match(text.text, secret.end):
        return True
    return bool(_TECHNICAL.search(before)) or has(_TECHNICAL, sentence)


def _cells(text: Text, previous: Text | None) -> Iterator[Secret]:
    """Cells in a column of passwords."""
    for offset, heading, cell in cells(text):
        if secrets.is_key(heading) and secrets.is_value(cell):
            shown = f"{squeeze(heading)}: ***"
            yield Secret(secrets.WORD, offset, offset, offset + len(cell), shown)


def _below(text: Text, previous: Text | None) -> Iterator[Secret]:
    """An item or line of its own: the value below its key, or the key and a mere word."""
    if previous is None or text.headers or previous.headers or previous.key != text.key:
        return
    if len(text.text) > _LONGEST_ITEM:
        return
    words = text.text.split()
    below = secrets.is_value(text.text) and secrets.is_key(previous.text)
    if below and any(map(str.isdecimal, words[0])):
        yield Secret(secrets.WORD, 0, 0, len(text.text), f"{squeeze(previous.text)}: ***")
    if len(words) == _KEY_AND_VALUE and _ACCOUNT.search(previous.text):
        start = text.text.rindex(words[1])
        if secrets.is_key(words[0]) and secrets.is_value(words[1]):
            yield Secret(secrets.WORD, 0, start, len(text.text.rstrip()), f"{words[0]}: ***")


def _finding(article: Article, text: Text, secret: Secret) -> Finding:
    return RULE.finding(
        article.path,
        text.line_at(secret.start, secret.end),
        f"{secret.kind} “{secret.shown}” tertulis dalam naskah",
        _FIXES[secret.kind],
        quote=secret.shown,
        span=sentence_at(text.text, secret.start, secret.end),
    )


RULE = Rule(
    id="KIP-07",
    level=Level.TOLAK,
    sentence="Kata sandi, kode masuk rapat, undangan grup, dan alamat jaringan internal tidak boleh"
    " dipublikasikan.",
    basis="UU 14/2008 Pasal 17 huruf i",
    example_fails="Rapat diikuti lewat Zoom dengan Meeting ID 862 1234 5678, Passcode: 482913.",
    example_passes="Pegawai diminta memakai kata sandi minimal 12 karakter dan tidak membaginya.",
    check=check,
)
