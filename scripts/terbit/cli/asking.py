"""The questions of `terbit new --tanya` in the terminal: by keyboard, or fed through a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from terbit import photos as taking
from terbit.commands import new as making
from terbit.core.article import KINDS
from terbit.core.finding import Finding
from terbit.core.office import Office
from terbit.errors import TerbitError
from terbit.newsroom import questions
from terbit.newsroom.answers import Answers
from terbit.newsroom.questions import ABOUT, OF_A_PHOTO, Question

AGAIN = "Tulis lagi, atau tekan Enter untuk memakai jawaban tadi."
END = "."


class Interview:
    """Asks one question after another; each answer is judged before the next is asked."""

    def __init__(self, console: Console, office: Office, today: date) -> None:
        """Asks on a console, under an office's rules."""
        self.console, self.office, self.today = console, office, today
        self.told: dict[str, str] = {}

    def answers(self, photos: Sequence[Path]) -> Answers:
        """Everything that was answered. Raises TerbitError where the input ends too early."""
        self.say("Jawab lalu tekan Enter. Ctrl+C: batal, tidak ada yang disimpan.", "dim")
        try:
            for question in ABOUT:
                self.told[question.label] = self._answer(question)
            files = [*photos] or self._photos()
            self._describe(files)
        except EOFError:
            fix = "jawab semua pertanyaan; jawaban boleh kosong"
            raise TerbitError("isian berhenti sebelum selesai", fix) from None
        return questions.answers(self.told, files)

    def _answer(self, question: Question) -> str:
        """An answer in which the rules find nothing, or that somebody keeps all the same."""
        self._show(question)
        told = self._read(question)
        while True:
            unusable = self._unusable(question, told)
            faults = unusable or self._warnings(question, told)
            if not faults:
                return told
            for fault in faults:
                self.say(f"  ! {fault}", "yellow")
            self.say("  Tulis lagi." if unusable else f"  {AGAIN}", "dim")
            again = self._read(question)
            if not again and not unusable:
                return told
            told = again

    def _unusable(self, question: Question, told: str) -> list[str]:
        """Why no draft can be made with an answer, if none can."""
        if question.label in (questions.TITLE, questions.DAY) and not told:
            return ["belum diisi"]
        if question.label == questions.KIND and questions.kind_of(told) not in KINDS:
            return [f"pilih: {', '.join(KINDS)}"]
        try:
            self._judged(question, told)
        except TerbitError as error:
            return str(error).splitlines()
        return []

    def _warnings(self, question: Question, told: str) -> list[str]:
        found = self._judged(question, told)
        return [f"{row.rule} {row.level}: {row.message} — {row.fix}" for row in found]

    def _judged(self, question: Question, told: str) -> tuple[Finding, ...]:
        known = {**self.told, question.label: told}
        return making.judged(known, question, self.office, self.today)

    def _photos(self) -> list[Path]:
        self.say("Foto: satu berkas tiap baris (boleh diseret ke sini); kosong bila selesai.")
        found: list[Path] = []
        while typed := self._line().strip("'\" "):
            try:
                taking.take_in(Path(typed))
            except TerbitError as error:
                self.say(f"  ! {error}", "yellow")
            else:
                found.append(Path(typed))
        return found

    def _describe(self, files: Sequence[Path]) -> None:
        """The questions about each photo; an empty answer keeps its place."""
        rows: dict[str, list[str]] = {question.label: [] for question in OF_A_PHOTO}
        for number, file in enumerate(files, start=1):
            self.say(f"Foto {number}: {file.name}", "bold")
            for question in OF_A_PHOTO:
                self._show(question)
                rows[question.label].append(self._line() or questions.NOTHING)
        self.told |= {label: "\n".join(told) for label, told in rows.items()}

    def _show(self, question: Question) -> None:
        self.say(f"{question.label} — {question.hint}", "bold")
        if question.example:
            self.say(f"  Contoh: {question.example}", "dim")
        if question.label == questions.TEXT:
            self.say(f"  Boleh beberapa alinea; akhiri dengan baris berisi “{END}”.", "dim")

    def _read(self, question: Question) -> str:
        first = self._line()
        if question.label != questions.TEXT or not first or first == END:
            return first if first != END else ""
        rows = [first]
        while (line := self._line()) != END:
            rows.append(line)
        return "\n".join(rows)

    def _line(self) -> str:
        return self.console.input("> ", markup=False).strip()

    def say(self, words: str, style: str = "") -> None:
        """One line; nothing that somebody typed is taken for markup."""
        self.console.print(Text(words, style=style), soft_wrap=True)
