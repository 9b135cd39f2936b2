"""PII-07: people write to an office at its own address, not at somebody's private one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text
from terbit.checks.reading.texts import all_texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_PROVIDERS = (
    r"(?:g(?:oogle)?mail|yahoo|ymail|rocketmail|outlook|hotmail|live|msn|icloud|me|mac|proton|pm"
    r"|protonmail|aol|gmx|yandex|zoho|zohomail|tutanota|tuta|fastmail|plasa|mail)"
)
_AT = r"(?:@|\s?[\[(]\s?(?:at|et)\s?[\])]\s?)"
_DOT = r"(?:\.|\s?[\[(]\s?(?:dot|titik)\s?[\])]\s?)"
_ADDRESS = re.compile(
    rf"(?<![\w.+*-])(?P<user>[\w.+-]{{1,64}}){_AT}(?P<host>{_PROVIDERS}{_DOT}"
    rf"(?:com|net|org|me|io|ru|co{_DOT}(?:id|uk|jp)|id|de))(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_HINT = re.compile(r"@|[\[(]\s?(?:at|et)\s?[\])]", re.IGNORECASE)
_PLACEHOLDERS = frozenset(
    "nama namaanda nama.anda nama_anda contoh user username email alamat anda xxx xxxx".split()
)
_SPELT_AT = re.compile(r"\s?[\[(]\s?(?:at|et)\s?[\])]\s?", re.IGNORECASE)
_SPELT_DOT = re.compile(r"\s?[\[(]\s?(?:dot|titik)\s?[\])]\s?", re.IGNORECASE)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every address at a public mail service that is not in `kontak_resmi`, once a line."""
    own = {address.casefold() for address in context.office.contacts.emails}
    seen: set[tuple[str, int]] = set()
    for text in all_texts(article):
        for match in _addresses(text):
            key = _plain(match[0]), text.line_at(*match.span())
            if key[0] not in own and key not in seen:
                seen.add(key)
                yield _finding(article, text, match)


def _addresses(text: Text) -> Iterator[re.Match[str]]:
    if not _HINT.search(text.text):
        return
    for match in _ADDRESS.finditer(text.text):
        if match["user"].casefold() not in _PLACEHOLDERS:
            yield match


def _plain(address: str) -> str:
    return _SPELT_DOT.sub(".", _SPELT_AT.sub("@", address)).casefold()


def _finding(article: Article, text: Text, match: re.Match[str]) -> Finding:
    return RULE.in_text(
        article,
        text,
        match.span(),
        f"“{match[0]}” adalah alamat surel pribadi",
        "pakai alamat surel resmi kantor",
    )


RULE = Rule(
    id="PII-07",
    level=Level.INGAT,
    sentence="Naskah mencantumkan alamat surel resmi kantor, bukan alamat surel pribadi.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Berkas permohonan dikirim ke tim.layanan@gmail.com paling lambat Jumat.",
    example_passes="Berkas permohonan dikirim ke ppid@tirtaraya.contoh.go.id, bukan ke akun Gmail.",
    check=check,
)
