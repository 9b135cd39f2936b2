"""How one draft is written in a web editor: Sveltia CMS, or Decap CMS from the same config.yml."""

from __future__ import annotations

import base64
import os
import re
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import TimeoutError as NotSeen

from terbit import serving
from terbit.newsroom import questions
from tests import npm

DAY = "2026-11-17"
TYPED = ("Judul", "Ringkasan", "Kategori", *(label for label, _, _ in questions.FIVE_W.values()))
TYPED_OF_A_PHOTO = ("Yang terlihat di foto", "Keterangan foto", "Pemotret", "Persetujuan")
CHOSEN_OF_A_PHOTO = ("Anak di foto", "Dokumen di foto")
SETTLED = "() => new Promise((done) => requestIdleCallback(() => done()))"
FOLDER_OF_THE_BROWSER = """
window.showDirectoryPicker = async () => {
  const folder = await navigator.storage.getDirectory();
  await folder.getDirectoryHandle('.git', {create: true});
  await folder.getDirectoryHandle('drafts', {create: true});
  return folder;
};
"""
"""No test can press a folder in the system's own dialogue; this one is private to the browser."""
FILES_OF_THE_BROWSER = """
async () => {
  const found = {};
  async function walk(folder, path) {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === 'directory') { await walk(entry, `${path}${name}/`); continue; }
      const bytes = new Uint8Array(await (await entry.getFile()).arrayBuffer());
      found[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }
  }
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}
"""
PUT_INTO_THE_BROWSER = """
async (files) => {
  for (const [path, data] of Object.entries(files)) {
    const names = path.split('/'), name = names.pop();
    let folder = await navigator.storage.getDirectory();
    for (const part of names) folder = await folder.getDirectoryHandle(part, {create: true});
    const out = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await out.write(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
    await out.close();
  }
}
"""
DECAP = """<!doctype html>
<meta charset="utf-8">
<link href="/admin/config.yml" type="text/yaml" rel="cms-config-url">
<script>window.CMS_MANUAL_INIT = true</script>
<body><script src="decap-cms.js"></script>
<script>CMS.init({config: {local_backend: {url: "http://127.0.0.1:PORT/api/v1"}}})</script>
"""

Told = Mapping[str, str]
"""Answers by the label of their field; those of photos hold a line for each, or one for all."""


def begin(page: Any, address: str, told: Told) -> None:
    """Open Sveltia and write the first answers of a new draft."""
    _open_folder(page, address, {})
    page.get_by_role("button", name="Tulis naskah baru").first.click()
    _fill(page, told)


def sveltia(page: Any, address: str, told: Told, shots: Sequence[Path]) -> dict[str, bytes]:
    """Every file of the browser's folder, by its path, after one draft was saved."""
    begin(page, address, _about(told))
    page.get_by_role("combobox", name="Jenis").click()
    page.get_by_role("option", name=told["Jenis"], exact=True).click()
    for number, shot in enumerate(shots):
        _photo_in_sveltia(page, number, shot, _of_photo(told, number))
    page.get_by_role("textbox", name="Isi berita").click()
    _write(page, told["Isi berita"])
    _fill(page, _about(told))
    return _saved(page)


def sveltia_again(
    page: Any, address: str, files: Mapping[str, bytes], title: str, change: Told
) -> dict[str, bytes]:
    """The same after some answers of the draft in the folder, shown by its title, were changed."""
    _open_folder(page, address, files)
    page.get_by_text(title).first.click()
    _fill(page, change)
    return _saved(page)


def _open_folder(page: Any, address: str, files: Mapping[str, bytes]) -> None:
    page.add_init_script(FOLDER_OF_THE_BROWSER)
    page.goto(f"{address}/admin/")
    given = {path: base64.b64encode(data).decode("ascii") for path, data in files.items()}
    page.evaluate(PUT_INTO_THE_BROWSER, given)
    page.get_by_role("button", name="Buka folder repositori").click()


def _photo_in_sveltia(page: Any, number: int, shot: Path, told: Told) -> None:
    page.get_by_role("button", name=re.compile("Tambah .*Foto")).click()
    chosen = page.get_by_role("group", name=re.compile("Berkas foto")).nth(number)
    chosen.locator("input[type=file]").first.set_input_files(shot)
    chosen.get_by_role("button", name="Ganti foto").wait_for()
    _fill(page, {label: told[label] for label in TYPED_OF_A_PHOTO}, number)
    for label in CHOSEN_OF_A_PHOTO:
        group = page.get_by_role("radiogroup", name=label).nth(number)
        group.get_by_role("radio", name=told[label]).click()


def _saved(page: Any) -> dict[str, bytes]:
    """All files after saving; where that is refused, fails with what the editor complains of."""
    page.get_by_role("button", name="Simpan").click()
    try:
        page.get_by_text("Naskah tersimpan.").wait_for()
    except NotSeen:
        refused = page.locator(".field").filter(has=page.locator(".validation:not(:empty)"))
        raise AssertionError(refused.all_inner_texts()) from None
    kept = page.evaluate(FILES_OF_THE_BROWSER)
    return {name: base64.b64decode(data) for name, data in kept.items()}


def decap(page: Any, address: str, told: Told, shot: Path) -> None:
    """Write and publish one draft with one photo, through the server of `decap_server`."""
    page.goto(f"{address}/decap/")
    page.get_by_role("button", name="Login").click()
    page.get_by_role("heading", name="Naskah").first.wait_for()
    page.goto(f"{address}/decap/#/collections/drafts/new")
    _fill(page, _about(told))
    _choose(page, "Jenis", told["Jenis"])
    page.get_by_role("button", name="Add foto").click()
    page.get_by_role("button", name="Choose an image").click()
    page.locator("input[type=file]").first.set_input_files(shot)
    page.get_by_role("button", name="Choose selected").click()
    of_photo = _of_photo(told, 0)
    _fill(page, {label: of_photo[label] for label in TYPED_OF_A_PHOTO})
    for label in CHOSEN_OF_A_PHOTO:
        _choose(page, label, of_photo[label])
    page.locator("[data-slate-editor]").click()
    _write(page, told["Isi berita"])
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("menuitem", name="Publish now").click()
    page.wait_for_url("**/entries/**")


def decap_page(port: int) -> str:
    """A page of Decap CMS that reads our config.yml and writes through its own server."""
    return DECAP.replace("PORT", str(port))


@contextmanager
def decap_server(folder: Path, log: Path) -> Iterator[int]:
    """The port of Decap's own server for a folder, on 127.0.0.1 alone."""
    with socket.socket() as free:
        free.bind((serving.HOST, 0))
        port = free.getsockname()[1]
    program = npm.installed() / "node_modules/decap-server/dist/index.js"
    chosen = {"PORT": str(port), "BIND_HOST": serving.HOST, "MODE": "fs"}
    environ = {**os.environ, **chosen, "GIT_REPO_DIRECTORY": str(folder)}
    with (
        log.open("wb") as out,
        subprocess.Popen(
            [str(npm.NODE), str(program)], cwd=folder, env=environ, stdout=out, stderr=out
        ) as running,
    ):
        try:
            while running.poll() is None:
                with socket.socket() as probe:
                    if probe.connect_ex((serving.HOST, port)) == 0:
                        break
            yield port
        finally:
            running.terminate()


def _about(told: Told) -> dict[str, str]:
    """What is typed about the activity."""
    return {**{label: told[label] for label in TYPED}, "Tanggal kegiatan": DAY}


def _of_photo(told: Told, number: int) -> dict[str, str]:
    """The answers about one photo; a single line is for all of them."""
    labels = (*TYPED_OF_A_PHOTO, *CHOSEN_OF_A_PHOTO)
    return {label: (told[label].split("\n") * (number + 1))[number] for label in labels}


def _fill(page: Any, answers: Told, number: int = 0) -> None:
    """Fill in fields until all of them hold what was typed.

    A form that has only just been shown may empty a field again while it still settles.
    """
    fields = {label: _field(page, label).nth(number) for label in answers}
    for field in fields.values():
        field.wait_for()
    page.evaluate(SETTLED)
    for _ in range(5):
        lost = [label for label in answers if fields[label].input_value() != answers[label]]
        if not lost:
            return
        for label in lost:
            fields[label].fill(answers[label])
        page.evaluate(SETTLED)
    raise AssertionError(f"these do not hold what is typed: {lost}")


def _field(page: Any, label: str) -> Any:
    """A field to write in, whether or not it is marked as one that may stay empty."""
    return page.get_by_role("textbox", name=re.compile(rf"^{label}( \(optional\))?$"))


def _write(page: Any, text: str) -> None:
    """Paragraphs, as people type them."""
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(paragraph)


def _choose(page: Any, label: str, option: str) -> None:
    page.get_by_role("combobox", name=re.compile(f"^{label}")).click()
    page.keyboard.type(option)
    page.keyboard.press("Enter")
