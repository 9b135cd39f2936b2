"""A seeded corpus: articles as an office writes them, over ten years, with forty shared photos."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from tests.bench.site import language
from tests.bench.site.language import pick

SEED = 67
FIRST, LAST = date(2016, 11, 21), date(2026, 11, 18)
ZONE = timezone(timedelta(hours=7), "WIB")
PHOTOS = 40
SIZE = (1200, 675)
PHOTO = "foto-1.jpg"
"""What the photo is called in an article's folder."""
CONSENT = "tidak perlu, seluruhnya pegawai yang sedang bertugas"


@dataclass(frozen=True)
class Story:
    """One article, before it takes the form that a tool reads."""

    slug: str
    title: str
    summary: str
    day: date
    published: datetime
    category: str
    tags: tuple[str, ...]
    photo: int
    place: str
    body: str

    @property
    def folder(self) -> str:
        """Its year, month and name, as they stand in its address."""
        return f"{self.day:%Y/%m}/{self.slug}"

    @property
    def alt(self) -> str:
        """What its photo shows."""
        return f"Delapan pegawai berbincang di balai Desa {self.place}"


def stories(count: int, seed: int = SEED) -> Iterator[Story]:
    """So many articles, the oldest first."""
    return (story(number, count, seed) for number in range(count))


def story(number: int, count: int, seed: int = SEED) -> Story:
    """One article of a corpus of `count`; from `count` on they are newer than all of these."""
    chance = Random(f"{seed}/{number}")  # noqa: S311  (the same each time)
    day = _day(number, count)
    place = pick(chance, language.places())
    verb, thing = language.active(pick(chance, language.TRANSITIVE)), pick(chance, language.THINGS)
    actor = pick(chance, language.ACTORS)
    title = f"{actor} {verb} {thing} di Desa {place}".title()
    when = f"{language.WEEKDAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})"
    lead = f"{place} – {actor.capitalize()} {verb} {thing} di Desa {place}, {when}."
    return Story(
        slug=f"{title.lower().replace(' ', '-')}-{number + 1}",
        title=title.replace(" Di ", " di "),
        summary=language.sentence(chance),
        day=day,
        published=_published(number, count, day),
        category=pick(chance, language.CATEGORIES),
        tags=_tags(chance),
        photo=chance.randrange(PHOTOS),
        place=place,
        body=f"{lead} {language.sentence(chance)}\n\n" + "\n\n".join(_blocks(chance)) + "\n",
    )


def terbit_index(story: Story) -> str:
    """The article's index.md as Terbit reads it."""
    day = f"{story.day.day} {language.MONTHS[story.day.month - 1]} {story.day.year}"
    answers = {
        "apa": story.title,
        "siapa": "Pegawai, pengurus desa, dan warga",
        "kapan": f"{language.WEEKDAYS[story.day.weekday()]}, {day}, pukul 09.00 WIB",
        "di_mana": f"Balai Desa {story.place}",
        "mengapa": "Agar warga terlayani dengan baik",
        "bagaimana": "Tim melihat pekerjaan di tempat, lalu menyepakati perbaikannya",
    }
    photo = {
        "berkas": PHOTO,
        "alt": story.alt,
        "keterangan": f"Pertemuan di balai Desa {story.place}.",
        "kredit": "Dokumentasi kantor",
        "anak": "tidak",
        "dokumen": "tidak",
        "persetujuan": CONSENT,
    }
    return "\n".join(
        [
            "---",
            f"judul: {quoted(story.title)}",
            "jenis: berita",
            f"tanggal: {story.day}",
            f"ringkasan: {quoted(story.summary)}",
            "klasifikasi: berkala",
            f"kategori: {story.category}",
            f"tagar: [{', '.join(story.tags)}]",
            "5w1h:",
            *(f"  {key}: {quoted(value)}" for key, value in answers.items()),
            "foto:",
            *(
                f"  {'-' if not i else ' '} {k}: {quoted(v)}"
                for i, (k, v) in enumerate(photo.items())
            ),
            "---",
            story.body,
        ]
    )


def terbit_files(story: Story) -> dict[str, bytes]:
    """The files of the article's folder."""
    return {PHOTO: photo(story.photo), "index.md": terbit_index(story).encode()}


@cache
def photo(number: int) -> bytes:
    """One of the forty photos: soft colours with some grain, about 100 KB as a JPEG."""
    chance = Random(f"foto {number}")  # noqa: S311
    colours = [tuple(chance.randrange(40, 220) for _ in range(3)) for _ in range(12)]
    image = Image.new("RGB", SIZE, colours[0])
    draw = ImageDraw.Draw(image)
    for colour in colours[1:]:
        x, y = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
        reach = chance.randrange(60, 400)
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)
    out = BytesIO()
    Image.blend(image.filter(ImageFilter.BoxBlur(8)), _grain(), 0.06).save(out, "JPEG", quality=80)
    return out.getvalue()


@cache
def _grain() -> Image.Image:
    """Noise, because a photo never compresses to nothing."""
    noise = Random("derau").randbytes(SIZE[0] * SIZE[1])  # noqa: S311
    return Image.frombytes("L", SIZE, noise).convert("RGB")


def quoted(value: object) -> str:
    """A text or list as YAML reads it."""
    return json.dumps(value, ensure_ascii=False)


def _day(number: int, count: int) -> date:
    """Working days, evenly over the years; newer ones are of the last day."""
    part = min(number, count) / max(count, 1)
    day = FIRST + timedelta(days=int((LAST - FIRST).days * part))
    return day - timedelta(days=max(0, day.weekday() - 4))


def _published(number: int, count: int, day: date) -> datetime:
    """The morning after; newer ones some minutes apart, after everything else."""
    late = 300 + number - count if number >= count else number * 7 % 300
    return datetime(day.year, day.month, day.day, 8, tzinfo=ZONE) + timedelta(days=1, minutes=late)


def _tags(chance: Random) -> tuple[str, ...]:
    """Three different tags."""
    found: dict[str, None] = {}
    while len(found) < 3:
        found[pick(chance, language.tags())] = None
    return tuple(found)


def _blocks(chance: Random) -> Iterator[str]:
    """Paragraphs with a heading, a list, a table or a link now and then."""
    for number in range(8):
        yield language.paragraph(chance)
        if number in (2, 4) and chance.random() < 0.5:
            heading = f"{language.process(pick(chance, language.TRANSITIVE))}"
            yield f"## {heading.capitalize()} {pick(chance, language.THINGS)}"
        if number == 3 and chance.random() < 0.4:
            yield "\n".join(f"- {language.clause(chance)};" for _ in range(3)) + "\n- lainnya."
        if number == 5 and chance.random() < 0.15:
            yield _table(chance)
    if chance.random() < 0.3:
        yield "Cara meminta informasi ada pada halaman [Permohonan](/ppid/permohonan/)."


def _table(chance: Random) -> str:
    rows = (f"| {pick(chance, language.THINGS)} | {chance.randint(3, 400)} |" for _ in range(4))
    return "\n".join(("| Uraian | Jumlah |", "|---|---:|", *rows))
