"""PII-08: where a private person lives is not told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from terbit.checks.base import Context, Rule
from terbit.checks.reading import homes
from terbit.checks.reading.people import Person, evident, in_office, people_in
from terbit.checks.reading.prose import Text, sentences, squeeze
from terbit.checks.reading.rows import cells, names_institution, names_somebody
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_NEAR = 150
_BEHIND = 60
_OWN = 1000
"""Characters of its own paragraph in which an address's owner is named."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every exact address that belongs to a person, not to an office or a venue."""
    before = ""
    for text in texts(article):
        for match in homes.addresses(text.text):
            if _is_home(text, match, before, context):
                quote = squeeze(match[0])
                yield RULE.in_text(
                    article,
                    text,
                    match.span(),
                    f"“{quote}” tampaknya alamat rumah seseorang",
                    "sebutkan kelurahan atau kecamatannya saja, atau minta pejabat penelaah"
                    " menulis alasannya di catatan_pemeriksaan",
                )
        before = text.text


@dataclass(frozen=True)
class _Scene:
    """An address, the words of its sentence on both sides, and who is named there."""

    text: str
    start: int
    ahead: str
    behind: str
    named: tuple[Person, ...]
    only_rt: bool


def _is_home(text: Text, match: re.Match[str], before: str, context: Context) -> bool:
    if text.headers:
        return _in_row(text, match)
    scene = _scene(text.text, match)
    if scene.only_rt and (homes.RT_OFFICE.search(scene.ahead) or homes.BARE_RT.fullmatch(match[0])):
        return False
    return (
        _labelled(scene, before)
        or _lives_beside(scene, context)
        or _at_home(scene)
        or _is_resident(scene, context)
        or _of_folk(scene, context)
    )


def _scene(text: str, match: re.Match[str]) -> _Scene:
    parts = sentences(text)
    index = bisect_right(parts, match.start(), key=itemgetter(1))
    start, end = parts[index] if index < len(parts) else (0, len(text))
    named = (p for p in people_in(text, start, end) if not _within(p, match))
    return _Scene(
        text,
        match.start(),
        text[max(start, match.start() - _NEAR) : match.start()],
        text[match.end() : min(end, match.end() + _BEHIND)],
        tuple(p for p in named if p.titled or evident(text, p)),
        only_rt=bool(match["rt"]),
    )


def _labelled(scene: _Scene, before: str) -> bool:
    """“Alamat: …” with a name before it, in its own paragraph or the one above."""
    label = homes.LABEL.search(scene.ahead)
    if not label or homes.VENUE.search(scene.ahead):
        return False
    lines = scene.text[max(0, scene.start - _OWN) : scene.start]
    own = homes.NAME_LABEL.search(lines) or any(p.end <= scene.start for p in scene.named)
    loud = homes.LOUD_OWNER.search(scene.ahead)
    above = not lines[: -len(label[0])].strip(" -*•\n") and homes.NAME_LABEL.search(before)
    return bool(own or loud or above)


def _at_home(scene: _Scene) -> bool:
    """“rumah Bapak …”, “… yang tinggal di …”: a word for home, and no venue behind it."""
    home = _last(homes.HOME, scene.ahead)
    if home < 0 or homes.MANY.search(scene.ahead[home:]):
        return False
    posts = homes.POST_OF.sub(lambda found: "\0" * len(found[0]), scene.ahead)
    if _last(homes.VENUE, posts) > home:
        return False
    owner = homes.OWNER.search(scene.ahead)
    return bool(scene.named or owner) and not (scene.only_rt and not _bound(scene, home))


def _bound(scene: _Scene, home: int) -> bool:
    """Whether the home is somebody's: an address without a street tells little by itself."""
    place = scene.start - len(scene.ahead) + home
    living = homes.LIVES.match(scene.ahead, home)
    return bool(
        any(place <= p.start < scene.start for p in scene.named)
        or homes.OWNER.search(scene.ahead, home)
        or (living and any(p.end <= place for p in scene.named))
        or (living and homes.SELF.search(scene.ahead, 0, home))
    )


def _lives_beside(scene: _Scene, context: Context) -> bool:
    """“Rusmiati Dewi, Jalan …”: a private person right before the address."""
    return any(
        person.end <= scene.start
        and homes.CLOSE.fullmatch(scene.text, person.end, scene.start)
        and not _at_work(scene, person)
        and not in_office(scene.text, person, context.office)
        for person in scene.named
    )


def _at_work(scene: _Scene, person: Person) -> bool:
    """“toko milik …”, “dibuka …”: what stands there is theirs, or they did something there."""
    base = scene.start - len(scene.ahead)
    ahead = scene.ahead[: max(0, person.start - base)]
    comes_by = homes.DONE_BY.search(ahead) and homes.BY_PLACE.match(scene.text, person.end)
    return bool(comes_by or homes.VENUE_OF.search(ahead) or homes.WORKS.search(scene.behind))


def _is_resident(scene: _Scene, context: Context) -> bool:
    """“warga Jalan … RT …”: one resident, not all of them."""
    if not homes.ONE_WARGA.search(scene.ahead):
        return False
    if homes.MANY.search(scene.ahead) or homes.MANY.search(scene.behind):
        return False
    private = (p for p in scene.named if not in_office(scene.text, p, context.office))
    after = len(scene.text) - len(scene.text[scene.start :].lstrip())
    return any(p.end <= after or _called(scene, p) for p in private) or bool(
        homes.A_RESIDENT.search(scene.ahead)
    )


def _of_folk(scene: _Scene, context: Context) -> bool:
    """“Di Jl. … itulah Bapak … menetap”, “temui saya di …,” kata …; “A.N. …, JL. …”."""
    if homes.LOUD_NAME.search(scene.ahead) or homes.LABEL_OF.search(scene.ahead):
        return True
    if homes.NAMED_BEHIND.match(scene.behind):
        return not homes.VENUE.search(scene.ahead)
    private = [p for p in scene.named if not in_office(scene.text, p, context.office)]
    if homes.MEET_ME.search(scene.ahead):
        return bool(private) and not homes.VENUE.search(scene.ahead)
    living = homes.LIVES.search(scene.behind) if homes.FRONTED.search(scene.ahead) else None
    told = scene.behind[: living.start()] if living else ""
    return any(scene.text[p.start : p.end] in told for p in private)


def _called(scene: _Scene, person: Person) -> bool:
    """“warga Jalan … itu, Ibu …”, “… bernama Ibu …”."""
    return bool(homes.CALLED.search(scene.text, scene.start, person.start))


def _within(person: Person, match: re.Match[str]) -> bool:
    return match.start() <= person.start < match.end()


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins, -1 where there is none."""
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _in_row(text: Text, match: re.Match[str]) -> bool:
    """A row of people: a heading for their names, another for their addresses."""
    own = next((head for head, start, end in cells(text) if start <= match.start() < end), "")
    if not homes.ADDRESS_HEAD.search(own) or homes.OFFICE_HEAD.search(own):
        return False
    return bool(names_somebody(text)) and not names_institution(text)


RULE = Rule(
    id="PII-08",
    level=Level.TAHAN,
    sentence="Alamat rumah seseorang hanya terbit dengan alasan pejabat penelaah.",
    basis="UU 27/2022 Pasal 65 ayat (2); UU 14/2008 Pasal 17 huruf h",
    example_fails="Bantuan diterima Rusmiati Dewi, warga Jalan Melati Nomor 12 RT 02 RW 05.",
    example_passes="Pendaftaran dibuka di kantor kami, Jalan Melati Nomor 12.",
    check=check,
)
