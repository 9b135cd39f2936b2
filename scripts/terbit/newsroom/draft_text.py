"""The text of a new draft: a head in the form of our schema, and a body of plain paragraphs.

Whatever people answered is text and stays text: YAML strings are written by a dumper, and in
the body no mark of Markdown or HTML comes to life.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from terbit import indonesian
from terbit.checks.masking import mask
from terbit.core.article import CLASSIFICATIONS, REPLY, FiveW
from terbit.newsroom.answers import Answers, Picture
from terbit.yaml_source import UNPRINTABLE

EMPTY_BODY = "Tulis isi berita di sini."
_MARKS = re.compile(r"[\\`*\[\]~|]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=[#\w])")
_LEADING = re.compile(r"[#>+=:-]|\d{1,9}(?=[.)])")
ANSWERS = "menjawab:             # folder beritanya, content/berita/TTTT/BB/nama"
_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_PURPOSE = re.compile(r"(agar|untuk|supaya|karena|guna|demi|sebab)\b", re.IGNORECASE)
_YES_NO = {True: " ya", False: " tidak"}


def draft_text(answers: Answers, pictures: Mapping[str, Picture], credit: str) -> str:
    """index.md of a draft; `pictures` by the names of their files, `credit` where one has none.

    Where an answer is missing there stands an empty key, with a word on what belongs there.
    """
    head = [
        *([f"# bahan dari {mask(answers.on_behalf)}"] if answers.on_behalf else []),
        f"judul: {_quoted(answers.title)}",
        f"jenis: {answers.kind}",
        *([ANSWERS] if answers.kind == REPLY else []),
        f"tanggal: {answers.day.isoformat()}   # tanggal kegiatan",
        _asked("ringkasan", answers.summary, "             # dua kalimat pendek"),
        f"klasifikasi: berkala      # {' | '.join(CLASSIFICATIONS)}",
        f"kategori: {_quoted(answers.category)}",
        "tagar: []",
        "5w1h:",
        *(f"  {question}: {_quoted(told)}" for question, told in answers.five_w.items()),
        "foto:" if pictures else "foto: []",
    ]
    for file, picture in pictures.items():
        head += _rows(file, picture, credit)
    return "\n".join(["---", *head, "---", "", body(answers), ""])


def body(answers: Answers) -> str:
    """The body in Markdown: the text that was given, else paragraphs made of the six answers."""
    composed = "\n\n".join(_paragraphs(answers.five_w))
    return plain(answers.text) or plain(composed) or EMPTY_BODY


def plain(text: str) -> str:
    """Any text as Markdown paragraphs that show exactly its words; its lines are kept."""
    lines = _BREAKS.sub("\n", text).split("\n")
    told = "\n".join(" ".join(UNPRINTABLE.sub(" ", line).split()) for line in lines)
    blocks = (block for block in re.split(r"\n{2,}", told.strip("\n")) if block)
    return "\n\n".join("\n".join(map(_inert, block.split("\n"))) for block in blocks)


def _inert(line: str) -> str:
    """One line that begins no heading, list, rule, table or quotation, and holds no mark."""
    line = _MARKS.sub(r"\\\g<0>", line)
    match = _LEADING.match(line)
    if match is None:
        return line
    end = match.end() if match[0][0].isdigit() else match.start()
    return f"{line[:end]}\\{line[end:]}"


def _paragraphs(told: FiveW) -> Iterator[str]:
    """What happened with whom, where and when; then why; then how."""
    circumstances = [
        f"{words} {answer}"
        for words, answer in (
            ("melibatkan", told.siapa),
            ("bertempat di", _without("di", told.di_mana)),
            ("berlangsung pada", _without("pada", told.kapan)),
        )
        if answer
    ]
    around = f"Kegiatan ini {indonesian.enumerate_words(circumstances)}" if circumstances else ""
    yield " ".join(filter(None, map(_sentence, (told.apa, around))))
    yield from map(_sentence, (_reason(told.mengapa), told.bagaimana))


def _reason(why: str) -> str:
    """A reason as a whole sentence: “Agar …” alone is none."""
    return f"Kegiatan ini diadakan {why[0].lower()}{why[1:]}" if _PURPOSE.match(why) else why


def _without(preposition: str, words: str) -> str:
    return re.sub(rf"^{preposition}\s+", "", words, flags=re.IGNORECASE)


def _sentence(words: str) -> str:
    """The same with a capital letter and a full stop."""
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in '.!?…”"' else ".")


def _rows(file: str, picture: Picture, credit: str) -> Iterator[str]:
    yield f"  - berkas: {file}"
    hint = "               # apa yang terlihat, untuk yang tidak dapat melihat foto"
    yield _asked("    alt", picture.alt, hint)
    yield f"    keterangan: {_quoted(picture.caption)}"
    yield f"    kredit: {_quoted(picture.credit or credit)}"
    hint = "                 # ya atau tidak: adakah anak yang dapat dikenali?"
    yield f"    anak:{_YES_NO.get(picture.children, hint)}"  # type: ignore[arg-type]
    hint = "              # ya atau tidak: adakah dokumen atau layar yang terbaca?"
    yield f"    dokumen:{_YES_NO.get(picture.documents, hint)}"  # type: ignore[arg-type]
    hint = "       # lisan | tertulis | tidak perlu, beserta alasannya"
    yield _asked("    persetujuan", picture.consent, hint)


def _asked(key: str, answer: str, hint: str) -> str:
    """A key with its answer, or an empty one with the hint that tells what belongs there."""
    return f"{key}: {_quoted(answer)}{'' if answer else hint}"


def _quoted(text: str) -> str:
    """A YAML string on one line; every JSON string is one."""
    return json.dumps(text, ensure_ascii=False)
