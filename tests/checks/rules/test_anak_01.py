from __future__ import annotations

import pytest

from terbit.core.finding import Level

BODY = "Hadiah pertama diterima Dita Lestari (12), siswi kelas VI."
CONSENT = {"wali": "Ibu kandung", "alasan": "Berita prestasi"}


def test_a_named_child_is_refused(findings):
    (finding,) = findings("ANAK-01", BODY)
    assert finding.level is Level.TOLAK
    assert finding.quote == "Dita Lestari (12)"
    assert finding.span == BODY


@pytest.mark.parametrize("behind", ["(12), siswi", "(12; Sampit)", "(12 tahun)"])
def test_the_quote_ends_with_the_age(findings, behind):
    (finding,) = findings("ANAK-01", f"Hadiah diterima Dita Lestari {behind}.")
    age = behind.partition(",")[0].partition(";")[0]
    assert finding.quote == f"Dita Lestari {age}"


TEACHERS, PUPILS = "Daftar guru penerima beasiswa:", "Daftar penerima beasiswa:"


@pytest.mark.parametrize(("lead", "count"), [(PUPILS, 2), (TEACHERS, 0)])
def test_a_list_is_of_those_whom_its_lead_names(findings, lead, count):
    items = "- Hana Maria – SMPN 3 Kurun\n- Josua Manalu (SMAN 1 Kurun)"
    assert len(findings("ANAK-01", f"{lead}\n\n{items}")) == count


def test_with_consent_a_person_decides(findings):
    (finding,) = findings("ANAK-01", BODY, persetujuan_anak=CONSENT)
    assert finding.level is Level.TAHAN
    assert "persetujuan" in finding.fix


@pytest.mark.parametrize(
    "law",
    [
        "Seorang siswa menjadi korban pelecehan.",
        "Tersangka sudah ditahan.",
        "Kasus kekerasan terhadap anak itu ditangani.",
    ],
)
def test_consent_counts_for_nothing_beside_words_of_law(findings, law):
    found = findings("ANAK-01", f"{BODY}\n\n{law}", persetujuan_anak=CONSENT)
    assert [f.level for f in found] == [Level.TOLAK]


def test_policy_and_illness_are_no_words_of_law(findings):
    body = f"{BODY}\n\nKabupaten Layak Anak menekan kasus stunting pada balita."
    (finding,) = findings("ANAK-01", body, persetujuan_anak=CONSENT)
    assert finding.level is Level.TAHAN


@pytest.mark.parametrize("years", ["17", "9", "1"])
def test_below_eighteen(findings, years):
    assert findings("ANAK-01", f"Dita Lestari ({years}) hadir.")


@pytest.mark.parametrize("years", ["18", "45"])
def test_from_eighteen_on(findings, years):
    assert findings("ANAK-01", f"Dita Lestari ({years}), siswi kelas XII, hadir.") == ()


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ({"judul": "Dita Lestari (12), Siswi SDN 4, Raih Juara"}, 2),
        ({"ringkasan": "Piala diterima Dita Lestari, siswi SDN 4 Menteng."}, 5),
    ],
)
def test_the_head_counts(findings, head, line):
    (finding,) = findings("ANAK-01", **head)
    assert finding.line == line


@pytest.mark.parametrize("key", ["alt", "keterangan"])
def test_words_of_photos_count(findings, key):
    photo = {"berkas": "foto-1.jpg", "alt": "Siswa duduk", "kredit": "Humas"}
    assert findings("ANAK-01", foto=[{**photo, key: "Dita Lestari, siswi kelas VI, tersenyum"}])


TABLES = {
    "| Nama | Umur |\n|---|---|\n| Dita Lestari | 12 tahun |\n| Budi Santoso | 45 tahun |": 1,
    "| Nama | Kelas |\n|---|---|\n| Dita Lestari | VI |\n| Rangga Putra | IX-2 |": 2,
    "| No. | Nama Siswa | Nilai |\n|---|---|---|\n| 1 | DITA | 90 |": 1,
    "| Nama | Umur |\n|---|---|\n| Budi Santoso | 45 |": 0,
    "| Nama | Kelas Jabatan |\n|---|---|\n| Budi Santoso | 9 |": 0,
    "| Juara | Nama | Asal Sekolah |\n|---|---|---|\n| I | Dita Lestari | SMPN 2 |": 1,
    "| Nama | Asal Sekolah |\n|---|---|\n| Budi Santoso | SMPN 2 |": 0,
    "| Nama Guru | Lomba | Sekolah |\n|---|---|---|\n| Budi Santoso | Pidato | SMPN 2 |": 0,
    "| Juara | Sekolah |\n|---|---|\n| I | SMPN 2 |": 0,
    "| Nama | Umur (bulan) |\n|---|---|\n| Arsya | 18 |": 1,
    "| Nama | Jabatan | Kelas |\n|---|---|---|\n| Budi Santoso | Analis | 9 |": 0,
    "| Nama Sekolah | Jumlah Siswa |\n|---|---|\n| SDN 4 Menteng | 12 |": 0,
}


@pytest.mark.parametrize(("table", "count"), TABLES.items())
def test_rows(findings, table, count):
    assert len(findings("ANAK-01", table)) == count


def test_a_clause_about_pupils_behind_a_name(findings):
    assert findings("ANAK-01", "Menurut Rina Wati, siswa kelas VI kini rajin membaca.") == ()
    assert findings("ANAK-01", "Menurut Rina Wati, siswi kelas VI, membaca itu seru.")


@pytest.mark.parametrize("thing", ["Orang utan", "Sapi", "Masjid", "Jembatan", "Sanggar"])
def test_animals_and_buildings_have_ages_too(findings, thing):
    assert findings("ANAK-01", f"{thing} bernama Melati Indah, berusia 9 tahun, dirawat.") == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Siswi yang menerima beasiswa itu, Dita Lestari, tersenyum.", True),
        ("Siswi yang didampingi gurunya, Rina Wati, tersenyum.", False),
        ("Siswi bertemu atlet nasional Rina Wati.", False),
        ("Siswi inklusi Dita Lestari melukis.", True),
    ],
)
def test_the_words_between_must_be_one_noun_phrase(findings, body, found):
    assert bool(findings("ANAK-01", body)) is found
