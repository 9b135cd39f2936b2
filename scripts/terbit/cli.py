"""The command line: parses arguments, prints, sets the exit code; decides nothing."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from terbit import __version__, config
from terbit import demo as demonstrating
from terbit.commands import adopt as adopting
from terbit.commands import check as checking
from terbit.commands import explain as explaining
from terbit.commands import new as making
from terbit.commands import practice as practising
from terbit.commands import preview as previewing
from terbit.commands import publish as publishing
from terbit.commands import record as recording
from terbit.commands import review as reviewing
from terbit.commands import submit as submitting
from terbit.console import (
    Day,
    Moment,
    print_assessment,
    print_explanation,
    print_json,
    print_lines,
)
from terbit.console import (
    serve as show,
)
from terbit.core.article import KINDS
from terbit.errors import TerbitError
from terbit.forges.base import Decision
from terbit.newsroom import Newsroom, lifters
from terbit.report import findings as finding_report
from terbit.wording import speak_indonesian

MENDABLE, USAGE, BUG = 1, 2, 3
WORK = ".terbit"


now_option = click.option(
    "--now",
    type=Moment(),
    default=None,
    help="Waktu yang dipakai, untuk latihan (bawaan: sekarang).",
)
as_option = click.option("--as", "login", metavar="AKUN", help="Akun yang bertindak.")
json_option = click.option("--json", "as_json", is_flag=True, help="Keluaran JSON.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="terbit", message="%(prog)s %(version)s")
def terbit() -> None:
    """Ruang redaksi di repositori Git, dijalankan menurut SOP.

    Naskah ditulis di drafts/, diajukan dengan submit, diperiksa dan disetujui dengan review,
    digabung dengan merge, lalu diterbitkan dengan publish.
    """


@terbit.command()
@click.argument("title", metavar="JUDUL")
@click.argument("photos", metavar="[FOTO]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(KINDS), default="berita", help="Jenis konten.")
@click.option(
    "--date", "day", type=Day(), default=None, help="Tanggal kegiatan (bawaan: hari ini)."
)
def new(title: str, photos: tuple[Path, ...], kind: str, day: date | None) -> None:
    """Buat naskah baru dari judul dan foto.

    Lokasi dan data kamera di dalam foto dibuang.
    """
    root = Path.cwd()
    setting = config.load(root)
    day = day or setting.office.calendar.day(datetime.now(UTC))
    draft = making.Draft(title, kind, day, f"Dokumentasi {setting.office.name}")
    folder = making.new(root, draft, photos)
    click.echo(f"Naskah dibuat: {folder.relative_to(root)}/index.md")
    click.echo(f"Isi pertanyaannya, lalu: terbit check {folder.relative_to(root)}")


@terbit.command()
@click.argument("paths", metavar="JALUR...", nargs=-1, required=True)
@click.option("--today", type=Day(), default=None, help="Hari pemeriksaan (bawaan: hari ini).")
@json_option
def check(paths: tuple[str, ...], today: date | None, as_json: bool) -> None:
    """Periksa naskah, berita, atau halaman."""
    root = Path.cwd()
    setting = config.load(root)
    today = today or setting.office.calendar.day(datetime.now(UTC))
    result = checking.check(root, paths, today, setting.office, lifters(setting, today))
    if as_json:
        rows = finding_report.to_json(result.findings)
        problems = [vars(problem) for problem in result.problems]
        print_json({"ok": result.ok, "findings": rows, "problems": problems})
    else:
        print_lines([*map(str, result.problems), *finding_report.lines(result.findings)])
        if result.ok:
            click.echo("Tidak ada yang menghalangi penerbitan.")
    if not result.ok:
        raise SystemExit(MENDABLE)


@terbit.command()
@click.argument("draft", metavar="NASKAH")
@click.option("-m", "message", default="", help="Apa yang diperbaiki (saat mengirim perbaikan).")
@as_option
@now_option
def submit(draft: str, message: str, login: str | None, now: datetime | None) -> None:
    """Ajukan naskah, atau kirim perbaikannya."""
    newsroom = Newsroom(Path.cwd())
    by = newsroom.identity(login)
    done = submitting.submit(newsroom, draft, by, _moment(now), message)
    print_lines(finding_report.lines(done.findings))
    verb = "Perbaikan dikirim ke" if done.corrected else "Dibuka"
    click.echo(f"{verb} permintaan #{done.number}: {done.folder} (cabang {done.branch})")


@terbit.command()
@click.argument("number", metavar="NOMOR", type=int)
@click.option("--approve", "decision", flag_value="APPROVED", help="Setujui.")
@click.option(
    "--request-changes", "decision", flag_value="CHANGES_REQUESTED", help="Minta perbaikan."
)
@click.option("--comment", "decision", flag_value="COMMENTED", help="Beri komentar saja.")
@click.option("-m", "body", default="", help="Kata-kata tinjauan.")
@as_option
@now_option
def review(
    number: int, decision: str | None, body: str, login: str | None, now: datetime | None
) -> None:
    """Tinjau permintaan: setujui, minta perbaikan, atau beri komentar."""
    if decision is None:
        raise click.UsageError("pilih salah satu: --approve, --request-changes, atau --comment")
    newsroom = Newsroom(Path.cwd())
    act = reviewing.Act(number, newsroom.identity(login), _moment(now))
    assessment = reviewing.review(newsroom, act, Decision(decision), body)
    print_assessment(assessment)


@terbit.command()
@click.argument("number", metavar="NOMOR", type=int)
@as_option
@now_option
def merge(number: int, login: str | None, now: datetime | None) -> None:
    """Gabungkan permintaan yang sudah lolos SOP."""
    newsroom = Newsroom(Path.cwd())
    act = reviewing.Act(number, newsroom.identity(login), _moment(now))
    try:
        done = reviewing.merge(newsroom, act)
    except reviewing.NotMergeable as error:
        print_assessment(error.assessment)
        raise
    click.echo(
        f"Permintaan #{done.number} digabung ({done.commit[:7]}). Berikutnya: terbit publish"
    )


@terbit.command()
@click.argument("number", metavar="[NOMOR]", type=int, required=False)
@click.option(
    "--facts", "facts_file", type=click.Path(path_type=Path), help="Dokumen fakta yang disimpan."
)
@click.option(
    "--config", "folder", type=click.Path(path_type=Path), help="Folder sop.yml dan kantor.yml."
)
@click.option("--slip", is_flag=True, help="Lembar disposisi dalam Markdown.")
@json_option
@now_option
def explain(
    *,
    number: int | None,
    facts_file: Path | None,
    folder: Path | None,
    slip: bool,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Jelaskan keadaan permintaan menurut SOP.

    Langkah mana yang menunggu, siapa yang ditunggu, apa yang tidak dihitung, dan sebabnya.
    """
    if facts_file is not None:
        found = explaining.offline(facts_file, folder or Path.cwd())
    elif number is not None:
        found = explaining.online(Newsroom(Path.cwd()), number, _moment(now))
    else:
        raise click.UsageError("sebutkan NOMOR permintaan, atau --facts BERKAS")
    print_explanation(found, as_json=as_json, slip=slip)


@terbit.command()
@click.argument("number", metavar="NOMOR", type=int)
@now_option
def facts(number: int, now: datetime | None) -> None:
    """Cetak dokumen fakta sebuah permintaan.

    Simpan untuk diputar ulang dengan explain --facts.
    """
    newsroom = Newsroom(Path.cwd())
    newsroom.repository.fetch()
    print_json(newsroom.forge.facts(number, _moment(now)))


@terbit.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(WORK) / "terbitan", help="Folder hasil."
)
@click.option("--dry-run", is_flag=True, help="Cetak rencananya saja; tidak menulis apa pun.")
@json_option
@now_option
def publish(out: Path, dry_run: bool, as_json: bool, now: datetime | None) -> None:
    """Terbitkan yang sudah disetujui.

    Membuat catatan arsip, situs, umpan RSS, kiriman, dan paket unggah. Dijalankan dua kali
    hasilnya sama. Kode keluar 1 berarti ada isi main yang ditolak; yang lain tetap terbit.
    """
    newsroom = Newsroom(Path.cwd())
    publisher = publishing.Publisher(newsroom, newsroom.root / out, _moment(now))
    outcome = publisher.preview() if dry_run else publisher.run()
    if as_json:
        print_json(outcome.to_json())
    else:
        print_lines(outcome.lines(dry_run=dry_run))
    if outcome.refusals:
        raise SystemExit(MENDABLE)


@terbit.command()
@click.argument("item", metavar="BUTIR")
@click.argument("channel", metavar="KANAL")
@click.argument("link", metavar="TAUTAN")
@as_option
@now_option
def record(item: str, channel: str, link: str, login: str | None, now: datetime | None) -> None:
    """Catat bukti tayang: tautan kiriman di sebuah kanal."""
    newsroom = Newsroom(Path.cwd())
    by = newsroom.identity(login)
    event = recording.record(newsroom, item, channel, link, by=by, now=_moment(now))
    click.echo(f"Dicatat: {event.item} — {event.kind}. Terbitkan lagi agar tampak di situs.")


@terbit.command()
@click.option("--port", type=int, default=8000, show_default=True, help="Porta di 127.0.0.1.")
@click.option("--build-only", is_flag=True, help="Bangun saja, jangan tampilkan.")
@now_option
def preview(port: int, build_only: bool, now: datetime | None) -> None:
    """Lihat isi folder kerja seperti publik.

    Yang belum disetujui diberi pita.
    """
    newsroom = Newsroom(Path.cwd())
    done = previewing.preview(newsroom, newsroom.root / WORK / "pratinjau", _moment(now))
    print_lines(map(str, done.problems))
    click.echo(f"Pratinjau: {done.folder} ({len(done.unapproved)} butir belum disetujui)")
    if not build_only:
        show({"/": done.folder}, port)


@terbit.command()
@click.option(
    "--reason", required=True, help="Mengapa isi lama diakui, misalnya nomor berita acara."
)
@as_option
@now_option
def adopt(reason: str, login: str | None, now: datetime | None) -> None:
    """Akui isi lama, sekali saja.

    Isi yang sudah ada di main sebelum gerbang berlaku dicatat sebagai isi awal.
    """
    newsroom = Newsroom(Path.cwd())
    events = adopting.adopt(newsroom, reason, newsroom.identity(login), _moment(now))
    click.echo(f"{len(events)} butir diakui sebagai isi awal.")


@terbit.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--as", "login", metavar="AKUN", required=True, help="Akun yang membuat ruang latihan."
)
@now_option
def practice(folder: Path, login: str, now: datetime | None) -> None:
    """Buat ruang latihan dengan forge lokal.

    Tanpa kata sandi; bukan untuk kerja sungguhan.
    """
    moment = _moment(now)
    done = practising.practice(Path.cwd(), folder, login, moment)
    newsroom = Newsroom(done.clone)
    adopting.adopt(newsroom, "isi contoh ruang latihan", newsroom.identity(login), moment)
    click.echo(f"Forge lokal: {done.forge}")
    click.echo(f"Ruang kerja: {done.clone} (cd ke sana, lalu coba terbit submit)")


@terbit.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path(".demo"), help="Folder hasil.")
@click.option("--serve/--no-serve", default=True, help="Tampilkan hasilnya di 127.0.0.1.")
@click.option("--port", type=int, default=8000, show_default=True, help="Porta di 127.0.0.1.")
def demo(out: Path, serve: bool, port: int) -> None:
    """Peragakan kelima langkah SOP di ruang latihan."""
    result = demonstrating.demo(Path.cwd(), out, click.echo)
    if serve:
        show(result.mounts, port)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; exit codes: 0 fine, 1 mendable, 2 usage, 3 a bug."""
    speak_indonesian(terbit)
    try:
        terbit.main(args=arguments, prog_name="terbit", standalone_mode=False)
    except click.exceptions.Exit as error:
        raise SystemExit(error.exit_code) from None
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        raise SystemExit(USAGE) from None
    except click.ClickException as error:
        click.echo(f"terbit: {error.format_message()}", err=True)
        click.echo("Lihat: terbit --help", err=True)
        raise SystemExit(USAGE) from None
    except (click.Abort, KeyboardInterrupt):
        raise SystemExit(MENDABLE) from None
    except TerbitError as error:
        click.echo(str(error), err=True)
        raise SystemExit(MENDABLE) from None
    except Exception as error:
        _report_bug(error)
        raise SystemExit(BUG) from None


def _report_bug(error: Exception) -> None:
    log = Path(WORK)
    log.mkdir(exist_ok=True)
    file = log / "galat.txt"
    file.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    click.echo(
        f"terbit: ini kesalahan Terbit, bukan kesalahan Anda. Kirim {file} kepada pengelola.",
        err=True,
    )


def _moment(now: datetime | None) -> datetime:
    return now or datetime.now(UTC).replace(microsecond=0)
