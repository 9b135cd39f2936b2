"""`terbit demo`: one draft through all five steps in a scratch newsroom, told as it happens.

Everything is real but the people and the clock: real Git, the real gate, the real publisher.
Who plays which part is read from kantor.yml, so that it runs for another office's SOP too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from terbit import config, photos
from terbit.channels import mockups
from terbit.commands import adopt, practice, publish, review, show, submit
from terbit.config import Config
from terbit.core.article import INDEX
from terbit.core.office import Appointment
from terbit.core.procedure import Action, Step
from terbit.errors import TerbitError
from terbit.forges import local
from terbit.forges.base import Decision
from terbit.newsroom.posting import KITS
from terbit.newsroom.room import Assessment, Newsroom
from terbit.newsroom.sample_draft import PHOTO, RIGHT, WRONG, sample_draft
from terbit.report import verdict as report
from terbit.report import words
from terbit.repository import MACHINE, MAIN, Identity

SLUG = "klinik-konsultasi-pengawasan"
CAMERA = Path("tests/newsroom/kamera/IMG_20261117_083512.jpg")
FORGED = "Seratus dua belas perangkat daerah mendaftar"
FIRST_DAY = (2026, 11, 20, 8, 5)
"""Friday morning, local time: after the activity of the sample draft and all sample articles."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Result:
    """What the demonstration leaves behind: folders by the address at which they are shown."""

    out: Path
    mounts: Mapping[str, Path]


@dataclass(frozen=True)
class Cast:
    """Who plays which part."""

    documenter: Appointment
    writer: Appointment
    decider: Appointment
    maintainer: Appointment
    reviewers: Mapping[str, tuple[Appointment, ...]]


class Demo:
    """One performance in `folder`; `say` gets each line of the story."""

    def __init__(self, source: Path, folder: Path, say: Say) -> None:
        """Prepare the scratch newsroom. Raises TerbitError where the folder is somebody's own."""
        self.source, self.folder, self.say = source, folder, say
        self.setting = config.load(source)
        zone = self.setting.office.calendar.zone
        self.now = datetime(*FIRST_DAY, tzinfo=zone)
        self.cast = _cast(self.setting, self.now)
        self.out = folder / "hasil"

    def play(self) -> Result:
        """The whole story."""
        self._clear()
        self._open()
        self._document()
        number = self._submit()
        self._early_click(number)
        self._send_back(number)
        self._correct()
        self._approve(number)
        self._publish(number)
        self._forge_main()
        situs = self.out / publish.SITE
        mounts = {
            "/": situs,
            "/paket/": self.out / KITS,
            "/buku-arsip/": self.out / publish.LEDGER,
        }
        return Result(self.out, mounts)

    # The scenes

    def _clear(self) -> None:
        marker = self.folder / ".terbit-demo"
        if self.folder.exists() and any(self.folder.iterdir()) and not marker.exists():
            what = f"folder {self.folder} bukan hasil peragaan sebelumnya"
            raise TerbitError(what, "pilih folder lain dengan --out")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        marker.touch()

    def _open(self) -> None:
        self._scene("Ruang redaksi latihan dibuka")
        made = practice.practice(self.source, self.folder, self.cast.maintainer.login, self.now)
        self.room = Newsroom(made.clone)
        self.forge_folder = made.forge
        self.draft = f"drafts/{SLUG}"
        by = _identity(self.cast.maintainer)
        events = adopt.adopt(self.room, "Isi contoh sebelum gerbang berlaku", by, self.now)
        self._act(self.cast.maintainer, f"mengakui {len(events)} butir contoh sebagai isi awal")

    def _document(self) -> None:
        if self.setting.procedure.steps[0].action is Action.DOCUMENT:
            self._step(Action.DOCUMENT, "Dokumentasi dan konsep berita")
        else:
            self._scene("Dokumentasi dan konsep berita")
        self._wait(15)
        folder = self.room.root / self.draft
        if not folder.is_dir():
            folder.mkdir(parents=True)
            (folder / INDEX).write_text(sample_draft(self.setting.office), encoding="utf-8")
        target = folder / PHOTO
        target.write_bytes(photos.take_in(self.source / CAMERA))
        self._act(self.cast.documenter, f"menyerahkan konsep berita dan foto ponsel {CAMERA.name}")
        self.say("         foto diputar tegak; lokasi GPS dan nomor seri kamera dibuang")
        by = _identity(self.cast.documenter)
        self.room.repository.start_branch("konsep/klinik", MAIN)
        self.room.repository.commit([self.draft], "Konsep berita klinik konsultasi", by, self.now)

    def _submit(self) -> int:
        self._step(Action.DRAFT, "Penyusunan draf")
        self._wait(30)
        by = _identity(self.cast.writer)
        done = submit.submit(self.room, self.draft, by, self.now)
        self._act(self.cast.writer, f"mengolah naskah dan membuka permintaan #{done.number}")
        self.public = done.folder
        return done.number

    def _early_click(self, number: int) -> None:
        if len(self.setting.procedure.review_steps) < 2:
            return
        self._wait(8)
        self._act(self.cast.decider, "menekan Approve sebelum naskah diverifikasi")
        self._tell(self._review(number, self.cast.decider, Decision.APPROVE), uncounted=True)

    def _send_back(self, number: int) -> None:
        first = self.setting.procedure.review_steps[0]
        self._step(first.action, "Verifikasi")
        self._wait(6)
        reviewer = self.cast.reviewers[first.id][0]
        note = (
            "Ringkasan menyebut dua belas perangkat daerah, isi berita tiga belas. Mohon disamakan."
        )
        self._act(reviewer, f"meminta perbaikan: “{note}”")
        self._tell(self._review(number, reviewer, Decision.REQUEST_CHANGES, note))

    def _correct(self) -> None:
        self._wait(12)
        index = self.room.root / self.public / INDEX
        text = index.read_text(encoding="utf-8")
        if WRONG not in text:
            raise TerbitError(
                f"kalimat contoh tidak ada di {self.public}", "pulihkan naskah contoh"
            )
        index.write_text(text.replace(WRONG, RIGHT), encoding="utf-8")
        by = _identity(self.cast.writer)
        submit.submit(self.room, self.public, by, self.now, "Samakan jumlah perangkat daerah")
        self._act(self.cast.writer, "menyamakan jumlahnya dan mengirim perbaikan")

    def _approve(self, number: int) -> None:
        for step in self.setting.procedure.review_steps:
            if step.action is Action.DECIDE:
                self._step(step.action, "Keputusan")
                self._show(number)
            for person in self.cast.reviewers[step.id]:
                self._wait(9)
                capacity = self.setting.procedure.role(person.role).name
                self._act(person, f"menyetujui sebagai {capacity}")
                waits = step.action is not Action.DECIDE
                self._tell(self._review(number, person, Decision.APPROVE), uncounted=waits)

    def _show(self, number: int) -> None:
        done = show.show(self.room, number, self.folder / "lihat", self.now)
        if done:
            self.say(f"         yang akan tampil, dalam satu berkas untuk ponsel: {done.file}")

    def _publish(self, number: int) -> None:
        self._step(Action.PUBLISH, "Publikasi")
        self._wait(5)
        act = review.Act(number, _identity(self.cast.writer), self.now)
        review.merge(self.room, act)
        self._act(self.cast.writer, f"menggabungkan permintaan #{number}")
        self._wait(1)
        outcome = self._run_publisher()
        item = self.public.removeprefix("content/")
        mine = [event.kind for event in outcome.events if event.item == item]
        self.say(
            f"{self._clock()}  Terbit menerbitkan; peristiwa untuk berita ini: {', '.join(mine)}"
        )
        page = next((self.out / KITS).glob(f"*-{SLUG}/{mockups.PAGE}"), None)
        if page:
            self.say(f"         kiriman di setiap aplikasi: {page}")
        again = self._run_publisher()
        self.say(f"{self._clock()}  dijalankan sekali lagi: {again.lines()[0]}")

    def _forge_main(self) -> None:
        self._scene("Percobaan memalsukan isi main")
        self._wait(40)
        repository, path = self.room.repository, f"{self.public}/{INDEX}"
        approved = repository.file(self.room.main(), path) or b""
        forged = approved.replace(RIGHT.encode(), FORGED.encode())
        commit = repository.make_commit(
            self.room.main(), {path: forged}, message="Ubah angka", by=MACHINE, at=self.now
        )
        try:
            repository.push(f"{commit}:refs/heads/{MAIN}", MACHINE, self.now)
        except TerbitError as error:
            self.say(f"{self._clock()}  dorongan langsung ke main: {error.what}")
        local.override_main(self.forge_folder, self.room.root, commit)
        self.say(f"{self._clock()}  aturan cabang dimatikan; isi main kini palsu")
        for line in self._run_publisher().lines():
            self.say(f"         {line}")
        if _contains(self.out, FORGED.encode()):
            raise TerbitError(
                "isi palsu sampai ke hasil terbitan", "laporkan kepada pengelola Terbit"
            )
        self.say("         isi palsu tidak ada di situs, umpan, paket unggah, maupun arsip")

    # Helpers

    def _review(
        self, number: int, person: Appointment, decision: Decision, body: str = ""
    ) -> Assessment:
        act = review.Act(number, _identity(person), self.now)
        return review.review(self.room, act, decision, body)

    def _run_publisher(self) -> publish.Outcome:
        return publish.Publisher(self.room, self.out, self.now).run()

    def _tell(self, assessment: Assessment, *, uncounted: bool = False) -> None:
        procedure, office = self.setting.procedure, self.setting.office
        told = report.report(assessment.verdict, procedure, office, assessment.facts)
        self.say(f"         → {told.sentence}")
        for row in told.uncounted if uncounted else ():
            self.say(f"         tidak dihitung: {row}")

    def _scene(self, title: str) -> None:
        self.say("")
        self.say(f"== {title}")

    def _step(self, action: Action, title: str) -> None:
        step = next(s for s in self.setting.procedure.steps if s.action is action)
        limit = f", batas {step.minutes} menit kerja" if step.minutes else ""
        self._scene(f"Langkah {step.number}: {title}{limit}")

    def _act(self, person: Appointment, what: str) -> None:
        self.say(f"{self._clock()}  {person.name} {what}")

    def _clock(self) -> str:
        return words.moment(self.now, self.setting.office.calendar)

    def _wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


def demo(source: Path, folder: Path, say: Say) -> Result:
    """Play the demonstration; returns what can be shown."""
    result = Demo(source, folder, say).play()
    say("")
    say(f"Hasil: {result.out} (situs, paket unggah, buku arsip)")
    return result


def _cast(setting: Config, now: datetime) -> Cast:
    """The first people in force for each part, nobody twice among the signers."""
    procedure, day = setting.procedure, setting.office.calendar.day(now)
    taken: set[int] = set()

    def holders(step: Step) -> Iterator[Appointment]:
        for role in step.roles:
            for row in setting.office.appointments:
                if row.role == role and row.in_force(day) and row.id not in taken:
                    yield row

    def pick(step: Step, count: int = 1) -> tuple[Appointment, ...]:
        found = tuple(holders(step))[:count]
        if len(found) < count:
            what = f"langkah {step.number} ({step.id}) kekurangan orang untuk peragaan"
            raise TerbitError(what, f"tambahkan pejabatnya di {config.OFFICE_FILE}")
        taken.update(row.id for row in found)
        return found

    writer = pick(procedure.drafting)[0]
    first = procedure.steps[0]
    documenter = pick(first)[0] if first.action is Action.DOCUMENT else writer
    decider = pick(procedure.deciding)[0]
    telaah = [s for s in procedure.review_steps if s.action is Action.REVIEW]
    reviewers = {step.id: pick(step, step.quorum) for step in telaah}
    reviewers[procedure.deciding.id] = (decider,)
    keepers = (a for a in setting.office.appointments if a.role == procedure.maintainer)
    maintainer = next((a for a in keepers if a.in_force(day)), writer)
    return Cast(documenter, writer, decider, maintainer, reviewers)


def _identity(person: Appointment) -> Identity:
    return Identity(person.name, person.login, person.id)


def _contains(folder: Path, data: bytes) -> bool:
    return any(data in file.read_bytes() for file in folder.rglob("*") if file.is_file())
