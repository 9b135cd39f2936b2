"""`terbit new`: answers from the keyboard or from a folder, each judged as soon as it is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from terbit import articles
from terbit.checks import Context
from terbit.core.article import INDEX
from terbit.core.finding import Finding
from terbit.core.office import Office
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.newsroom import intake, questions, rules
from terbit.newsroom.answers import MAX_TEXT, Answers, accepted, slug
from terbit.newsroom.questions import Question

NOTES = "naskah.txt"
PLACE = "drafts/naskah-baru"
"""Where an answer stands while it is judged; nothing is written there."""
MAX_NOTES = 4 * MAX_TEXT


def from_folder(folder: Path) -> Answers:
    """The answers in a folder of photos with a `naskah.txt`. Raises TerbitError."""
    notes = folder / NOTES
    if not notes.is_file():
        fix = f"buat {NOTES} dengan baris seperti “Judul: …” dan “Apa: …” di samping fotonya"
        raise TerbitError(f"{NOTES} tidak ada di {folder.name}", fix)
    with notes.open("rb") as file:
        raw = file.read(MAX_NOTES + 1)
    if len(raw) > MAX_NOTES:
        raise InputErrors([Problem(NOTES, 0, "terlalu panjang", "persingkat isinya")])
    try:
        told = questions.lines(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputErrors([Problem(NOTES, 0, "bukan teks UTF-8", "simpan ulang")]) from None
    return questions.answers(told, _photos(folder))


def _photos(folder: Path) -> list[Path]:
    """Everything beside the notes, by name; what is no photo is refused when it is taken in."""
    found = (path for path in folder.iterdir() if path.name != NOTES)
    return sorted(path for path in found if not path.name.startswith("."))


def judged(
    told: Mapping[str, str], question: Question, office: Office, today: date
) -> tuple[Finding, ...]:
    """What the rules find in one answer, given those before it. Raises TerbitError.

    The rules that `terbit check` runs; kept are the findings in the place of this answer.
    """
    known = {questions.TITLE: "Naskah baru", questions.DAY: today.isoformat(), **told}
    answers = accepted(questions.answers(known, ()))
    slug(answers.title)
    text = intake.written(answers, (), "")
    article = articles.parse(PLACE, {INDEX: text})
    found = rules.findings(article, Context(office, today))
    if question.label == questions.TEXT and answers.text:
        return tuple(finding for finding in found if finding.line >= article.body_line)
    line = article.lines.get(question.key) if question.key else None
    return tuple(finding for finding in found if finding.line == line)
