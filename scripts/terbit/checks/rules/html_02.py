"""HTML-02: nothing is hidden from the reader, and nobody advertises gambling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from terbit.checks.base import Context, Rule
from terbit.checks.reading import body
from terbit.checks.reading.gambling import PLAIN_NAME, Gamble, gambling_words
from terbit.checks.reading.html_tags import STYLE_TEXT, Tag, all_tags
from terbit.checks.reading.links import links
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.spans import sentence_span
from terbit.checks.reading.spelling import in_address
from terbit.checks.reading.styles import hides, plain
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import plain as plain_words
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_BARE_SLOT = re.compile(r"\A\W*slots?\W*\Z|\bslots?\.[a-z]{2,}|/slots?(?:/|\Z)", re.IGNORECASE)
_ABROAD = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_OFFICIAL = re.compile(r"\Ahttps?://[^/]*\.(?:go|ac|sch|mil|desa)\.id(?:[/:]|\Z)", re.IGNORECASE)
_ALLOWED = (
    "pastikan naskah ini memang tentang pencegahan judi, lalu minta pejabat penelaah menulis"
    " alasannya di catatan_pemeriksaan"
)
_GONE = "hapus kata itu beserta tautannya, lalu periksa dari mana asalnya"
_FEWER = "hapus kata-kata iklan judi; cukup tulis “judi daring” bila naskahnya tentang pencegahan"
_SHOW = "tampilkan teksnya seperti teks lain, atau hapus seluruhnya"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Hidden text, and gambling words in links, in hidden places and in prose."""
    yield from _hidden(article)
    extra = RULE.words_in(context)
    in_links = tuple(_in_links(article, extra))
    yield from in_links
    yield from _in_hidden_places(article, extra, in_links)
    yield from _in_prose(article, extra)


def _hidden(article: Article) -> Iterator[Finding]:
    for tag in all_tags(article):
        how = _hiding(tag) if tag.attributes or tag.name == "template" else ""
        if how:
            name = "style" if tag.name == STYLE_TEXT else tag.name
            message = f"elemen <{name}> menyembunyikan isi dari pembaca ({how})"
            yield RULE.finding(article.path, tag.line, message, _SHOW, quote=f"<{name}> {how}")


def _hiding(tag: Tag) -> str:
    """How a tag hides its content, or ""."""
    if tag.name == "template" or tag.get("hidden") is not None:
        return "template" if tag.name == "template" else "hidden"
    if tag.name == "input" and plain(tag.get("type") or "") == "hidden":
        return "type=hidden"
    for side in ("width", "height"):
        if re.fullmatch(r"[01](?:px|%)?", plain(tag.get(side) or "")):
            return f"{side}={plain(tag.get(side) or '')}"
    if tag.name == "font" and plain(tag.get("color") or "") in {"white", "#fff", "#ffffff"}:
        return "color=white"
    return hides(tag.get("style") or "") if tag.get("style") else ""


def _in_links(article: Article, extra: tuple[str, ...]) -> Iterator[Finding]:
    together = "\n".join(f"{link.words}\n{link.href}" for link in links(article))
    if "slot" not in together.casefold() and next(gambling_words(together, extra), None) is None:
        return
    for link in links(article):
        both = f"{link.words}\n{link.href}"
        said = next((g.said for g in _advertised(both, link.href, extra)), "")
        bare = _BARE_SLOT.search(link.words) or _BARE_SLOT.search(link.href)
        if not said and bare and not _OFFICIAL.match(link.href):
            said = bare[0].strip("/")
        if said:
            message = f"tautan memuat kata iklan judi “{squeeze(said)}”"
            yield RULE.finding(
                article.path, link.line, message, _GONE, quote=squeeze(said), span=link.sentence
            )


def _advertised(text: str, href: str, extra: tuple[str, ...]) -> Iterator[Gamble]:
    """Gambling words; offices and the own site have pages that warn of it by its plain name."""
    own = _OFFICIAL.match(href) or not _ABROAD.match(href)
    return (g for g in gambling_words(text, extra) if not (own and g.kind == PLAIN_NAME))


def _in_hidden_places(
    article: Article, extra: tuple[str, ...], told: tuple[Finding, ...]
) -> Iterator[Finding]:
    lines = {finding.line for finding in told}
    _, hidden = body.read(article.body)
    if next(gambling_words("\n".join(text.text for text in hidden), extra), None) is None:
        return
    for text in hidden:
        placed = replace(text, line=text.line + article.body_line)
        if placed.line in lines:
            continue
        gamble = next(_advertised(text.text, text.text, extra), None)
        if gamble:
            message = f"bagian yang tidak tampak memuat kata iklan judi “{squeeze(gamble.said)}”"
            yield RULE.in_text(article, placed, (gamble.start, gamble.end), message, _GONE)


def _in_prose(article: Article, extra: tuple[str, ...]) -> Iterator[Finding]:
    """One word is held, since news may warn of gambling; several different ones are refused."""
    if next(gambling_words(plain_words(article), extra), None) is None:
        return
    linked = {
        link.words.casefold()
        for link in links(article)
        if any(_advertised(link.words, link.href, extra))
    }
    found = [
        (text, gamble)
        for text in texts(article)
        for gamble in gambling_words(text.text, extra)
        if not any(gamble.said.casefold() in words for words in linked)
    ]
    several = len({gamble.kind for _, gamble in found}) > 1
    seen: set[tuple[int, int, int]] = set()
    for text, gamble in found:
        place = (id(text), *_sentence(text, gamble))
        if place not in seen:
            seen.add(place)
            address = in_address(text.text, gamble.start, gamble.end)
            yield _told(article, text, gamble, several=several, address=address)


def _sentence(text: Text, gamble: Gamble) -> tuple[int, int]:
    return sentence_span(text.text, gamble.start, gamble.start)


def _told(article: Article, text: Text, gamble: Gamble, *, several: bool, address: bool) -> Finding:
    said, place = squeeze(gamble.said), (gamble.start, gamble.end)
    if address:
        message = f"alamat memuat kata iklan judi “{said}”"
        return RULE.in_text(article, text, place, message, _GONE)
    if several:
        message = f"“{said}” dan kata lain dalam naskah ini lazim dipakai iklan judi"
        return RULE.in_text(article, text, place, message, _FEWER)
    message = f"“{said}” lazim dipakai iklan judi"
    return RULE.in_text(article, text, place, message, _ALLOWED, level=Level.TAHAN)


RULE = Rule(
    id="HTML-02",
    level=Level.TOLAK,
    sentence="Naskah tidak boleh memuat teks tersembunyi atau kata iklan judi.",
    basis="UU 14/2008 Pasal 7; pencegahan pembajakan situs pemerintah untuk iklan judi",
    example_fails="Kunjungi [slot gacor terpercaya](https://contoh.id/bonus) setiap hari.",
    example_passes="Peserta memilih slot waktu wawancara yang masih kosong.",
    check=check,
    words=True,
)
