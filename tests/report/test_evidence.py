"""The paper of one item shows the screenshots that prove its posts."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
from PIL import Image

from terbit.core.recap import Case
from terbit.core.record import POSTED, picture_name
from terbit.drawing.look import Look
from terbit.report import evidence, paper
from terbit.report.document import Part, Shot
from tests.core.test_passage import PROCEDURE, published
from tests.core.test_recap import november
from tests.report.test_summary import MADE, OFFICE, document, text_of


def screenshot(width: int = 1080, height: int = 2340) -> bytes:
    """Noise: heavier than any screen."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def posted(*channels: str) -> Case:
    """An item with a screenshot for each of some channels."""
    history = published()
    for channel in channels:
        kind = f"{POSTED}-{channel}"
        told = {"file": picture_name(len(history.events) + 1, kind)}
        fields = {"procedure": PROCEDURE.number, "digest": "", "actor": "Admin Medsos"}
        history = history.add(history.next(kind, at=MADE, details=told, **fields))
    one = next(case for case in november().cases if case.item == "satu")
    return replace(one, events=history.events)


def test_it_shows_the_screenshots_that_are_there_and_names_the_others() -> None:
    one = posted("instagram_story", "whatsapp", "tiktok")
    first, second, _ = (event.picture for event in one.events if event.picture)
    pictures = {first: screenshot(), second: b"bukan gambar"}
    names = {"whatsapp": "WhatsApp"}
    shown = evidence.document(one, PROCEDURE, OFFICE, names, MADE, screenshots=pictures)
    data = paper.pdf(shown, Look())
    assert data == paper.pdf(shown, Look())
    (found,) = [image for one in pypdf.PdfReader(io.BytesIO(data)).pages for image in one.images]
    assert found.image is not None
    assert found.image.width in evidence.WIDTHS
    said = text_of(data)
    assert "instagram_story, 1 Desember 2026 09.00 WIB (peristiwa " in said
    assert "Tidak ada di arsip atau tidak terbaca: WhatsApp, " in said
    assert "Tidak ada di arsip atau tidak terbaca: tiktok, " in said


def test_many_heavy_screenshots_still_make_a_light_paper() -> None:
    channels = [f"kanal{number}" for number in range(24)]
    one, picture = posted(*channels), screenshot()
    pictures = {event.picture: picture for event in one.events if event.picture}
    shown = evidence.document(one, PROCEDURE, OFFICE, {}, MADE, screenshots=pictures)
    (part,) = (part for part in shown.parts if part.shots)
    assert len(part.shots) == 24
    assert len(paper.pdf(shown, Look())) < paper.MOST_BYTES


def test_a_row_of_screenshots_stays_on_one_page() -> None:
    shots = tuple(Shot(f"Kanal {number}", screenshot(360, 780)) for number in range(7))
    shown = replace(document(), parts=(Part("Tangkapan layar", shots=shots),))
    pages = pypdf.PdfReader(io.BytesIO(paper.pdf(shown, Look()))).pages
    assert [len(page.images) for page in pages] == [6, 1]
