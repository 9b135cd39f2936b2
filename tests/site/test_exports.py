"""The archive's files: what they hold, that they agree, and that the schema holds them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from terbit.site import Entry, Site, columns, prepare
from tests.site.conftest import BASE, BUILT, CONFIG, HOSTILE, Built, article, history
from tests.site.test_register import sent_back

PERIODS = ("2025", "2025-01", "2026", "2026-11")


def rows(folder: Path, period: str) -> list[dict[str, str]]:
    text = (folder / f"arsip/unduh/arsip-{period}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def document(folder: Path, name: str) -> Any:
    return json.loads((folder / "arsip/unduh" / name).read_text(encoding="utf-8"))


def test_every_year_and_month_has_its_three_files(built: Built) -> None:
    names = {path.name for path in (built.out / "arsip/unduh").iterdir()}
    wanted = {f"arsip-{p}.{suffix}" for p in PERIODS for suffix in ("csv", "xlsx", "json")}
    assert names == wanted | {"arsip.schema.json", "index.html"}


def test_a_row_tells_who_decided_when_and_where_it_went(built: Built) -> None:
    row = next(r for r in rows(built.out, "2026-11") if r["butir"].endswith("/rapat"))
    assert row["judul"] == "Rapat Bulanan"
    assert row["diverifikasi_oleh"] == "Kepala Bagian; Sekretaris"
    assert row["disetujui_oleh"] == "Kepala Dinas"
    assert row["disetujui_pada"] == "2026-11-11T10:41:00+07:00"
    assert row["terbit_pada"] == "2026-11-11T10:45:00+07:00"
    assert row["menit_unggah"] == "4"
    assert row["bukti_kanal"] == "Facebook: https://www.facebook.com/contoh/posts/1"
    assert row["kanal_tanpa_bukti"] == "Instagram"
    assert row["alamat"] == f"{BASE}berita/2026/11/rapat/"


def test_the_three_formats_tell_the_same(built: Built) -> None:
    for period in PERIODS:
        told = rows(built.out, period)
        book = openpyxl.load_workbook(built.out / f"arsip/unduh/arsip-{period}.xlsx")
        head, *lines = book.worksheets[0].iter_rows(values_only=True)
        titles = [line[head.index("judul")] for line in lines]
        items = document(built.out, f"arsip-{period}.json")["butir"]
        assert [row["judul"] for row in told] == titles == [item["judul"] for item in items]
        assert list(head) == list(told[0]) == list(items[0])[: len(head)]
    assert HOSTILE in titles


def test_the_months_hold_what_their_year_holds(built: Built) -> None:
    assert rows(built.out, "2026-11") == rows(built.out, "2026")


def test_nobody_is_named(built: Built) -> None:
    for path in (built.out / "arsip").rglob("*.*"):
        assert b"Budi Utama" not in path.read_bytes(), path


@pytest.mark.parametrize("period", PERIODS)
def test_the_schema_holds_every_json_file(built: Built, period: str) -> None:
    schema = document(built.out, "arsip.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    found = document(built.out, f"arsip-{period}.json")
    jsonschema.validate(found, schema)
    assert found["$schema"] == f"{BASE}arsip/unduh/arsip.schema.json"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, "lain": 1}, schema)


def test_every_column_is_explained_on_the_page_and_in_the_workbook(built: Built) -> None:
    page = built.page("arsip/unduh/")
    book = openpyxl.load_workbook(built.out / "arsip/unduh/arsip-2026.xlsx")
    explained = [row[0] for row in book["Arti kolom"].iter_rows(min_row=2, values_only=True)]
    names = [column.name for column in columns.columns(built.site)]
    assert explained == names
    assert [name for name in names if f"<code>{name}</code>" not in page] == []


def test_minutes_overdue_and_send_backs_are_counted(small: Site, tmp_path: Path) -> None:
    site = replace(small, entries=(sent_back(),), ledger={})
    with prepare(site, CONFIG, tmp_path / "out", tmp_path / "kerja") as prepared:
        prepared.commit(search=False)
    (row,) = (r for r in rows(tmp_path / "out", "2026-11") if r["butir"].startswith("berita/"))
    assert (row["dikembalikan"], row["catatan"]) == ("1", "1")
    assert (row["menit_periksa"], row["lewat_batas"]) == ("45", "Periksa")


def test_a_new_item_makes_only_its_own_month_and_year_anew(small: Site, tmp_path: Path) -> None:
    def entry(item: str, days: int) -> Entry:
        events = history(item, BUILT - timedelta(days=days))
        return Entry(article(f"content/{item}", item), events)

    old = (entry("berita/2025/10/lama", 400), entry("berita/2026/10/lama", 40))
    out, work = tmp_path / "out", tmp_path / "kerja"
    with prepare(replace(small, entries=old), CONFIG, out, work) as prepared:
        prepared.commit(search=False)
    more = replace(small, entries=(*old, entry("berita/2026/11/baru", 1)))
    with prepare(more, CONFIG, out, work) as prepared:
        new = {output.path for output in prepared.change.new}
    files = {path.removeprefix("arsip/unduh/arsip-") for path in new if "unduh/arsip-" in path}
    assert files == {
        f"{p}.{suffix}" for p in ("2026", "2026-11") for suffix in ("csv", "xlsx", "json")
    }
    assert {path for path in new if "saring" in path} == {"arsip/saring/2026.json"}
