"""What a person reads of posts: what was done, what waits, and what people must do."""

from __future__ import annotations

from terbit.channels import CHANNELS
from terbit.core.delivery import Act
from terbit.core.next_step import Do
from terbit.core.office import Calendar
from terbit.core.record import DEFERRED, DELETED, FAILED, POSTED, UNSURE
from terbit.newsroom.courier import Did
from terbit.newsroom.outbox import Task
from terbit.report.words import clean, moment

VERBS = {Act.SEND: "mengirim", Act.EDIT: "menyunting", Act.DELETE: "menghapus"}
DONE = {
    Do.SEND: "terkirim",
    Do.REPEAT: "terkirim",
    Do.LOOK: "ditemukan di akun kantor",
    Do.EDIT: "disunting",
}
PLANNED = {
    Do.SEND: "akan dikirim",
    Do.REPEAT: "akan dikirim ulang (permintaan yang sama; tidak menjadi dua kiriman)",
    Do.LOOK: "akan dicari di akun kantor",
    Do.EDIT: "akan disunting",
    Do.DELETE: "akan dihapus",
}


def of_channel(channel: str) -> str:
    """A channel that shall be posted to by machine, and cannot."""
    return f"{_name(channel)}: token tidak tersedia; dipakai paket unggah"


def of_deed(did: Did) -> str:
    """What became of one step."""
    place, verb = f"{clean(did.item)} — {_name(did.channel)}", VERBS[did.step.act]
    if did.kind == POSTED:
        return f"{DONE[did.step.do]}: {place}: {clean(did.link)}"
    if did.kind == DELETED:
        return f"dihapus: {place}"
    if did.kind == FAILED:
        rest = "paketnya disiapkan" if did.step.act is Act.SEND else "benahi dengan tangan"
        return f"GAGAL {verb}: {place}: {did.reason}; {rest}"
    if did.kind == DEFERRED:
        return f"ditunda: {place}" + (f": {did.reason}" if did.reason else "")
    if did.kind == UNSURE:
        return f"belum pasti: {place}: {did.reason or 'belum ditemukan'}"
    return f"belum dapat {verb}: {place}: {did.reason}"


def of_task(task: Task, calendar: Calendar) -> str:
    """What is still to be done, "" where only the machine is concerned."""
    place, record = f"{clean(task.item)} — {_name(task.channel)}", _record(task)
    step, link = task.step, f" ({clean(task.link)})" if task.link else ""
    if step.do is Do.WAIT and step.until:
        return f"menunggu sampai {moment(step.until, calendar)}: {place}"
    if step.do is Do.ASK:
        why = f" ({task.known.reason})" if task.known.reason else ""
        told = f"{record} TAUTAN, atau bila tidak ada: {record} --tidak-terkirim"
        return f"PERLU ORANG: {place}: belum pasti terkirim{why}; periksa akun kantor, lalu {told}"
    if step.do is Do.BY_HAND and step.act is Act.DELETE:
        return f"PERLU ORANG: {place}: hapus kirimannya{link}, lalu {record} --terhapus"
    if step.do is Do.BY_HAND:
        return f"PERLU ORANG: {place}: sunting kirimannya{link}, lalu {record} TAUTAN"
    return ""


def of_plan(task: Task, calendar: Calendar) -> str:
    """What a run would do."""
    if task.step.do in PLANNED:
        return f"{PLANNED[task.step.do]}: {clean(task.item)} — {_name(task.channel)}"
    return of_task(task, calendar)


def _record(task: Task) -> str:
    return f"terbit record {clean(task.item)} {task.channel}"


def _name(channel: str) -> str:
    return CHANNELS[channel].name if channel in CHANNELS else channel
