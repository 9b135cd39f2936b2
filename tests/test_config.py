"""sop.yml and kantor.yml: every mistake with file, line and a fix, and all of them at once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from terbit import config
from terbit.core.colour import DEFAULT, Palette
from terbit.core.finding import Level
from terbit.core.procedure import Action
from terbit.errors import InputErrors

EXAMPLES = Path(__file__).parent / "core" / "gate" / "examples"
SOP, OFFICE = "sop.yml", "kantor.yml"


class Files:
    """The two files of an example, edited line by line."""

    def __init__(self, example: str = "APV-096") -> None:
        self.text = {n: (EXAMPLES / example / n).read_text("utf-8") for n in (SOP, OFFICE)}

    def line(self, name: str, needle: str) -> int:
        """The line on which a text stands that occurs once."""
        lines = self.text[name].splitlines()
        found = [number for number, line in enumerate(lines, start=1) if needle in line]
        assert len(found) == 1, (needle, found)
        return found[0]

    def edit(self, name: str, old: str, new: str) -> Files:
        """Replace the first occurrence of a text."""
        assert old in self.text[name], old
        self.text[name] = self.text[name].replace(old, new, 1)
        return self

    def load(self) -> config.Config:
        return config.parse({name: text.encode() for name, text in self.text.items()})

    def problems(self) -> list[str]:
        with pytest.raises(InputErrors) as caught:
            self.load()
        return [str(problem) for problem in caught.value.problems]

    def problem(self) -> str:
        """The one problem that there is."""
        problems = self.problems()
        assert len(problems) == 1, problems
        return problems[0]


# The three offices


@pytest.mark.parametrize("example", ["APV-001", "DK-005", "KD-015", "KD-021", "APV-096", "DK-019"])
def test_the_offices_of_the_examples_load(example: str) -> None:
    config.load(EXAMPLES / example)


def test_the_sop_067() -> None:
    procedure = config.load(EXAMPLES / "APV-001").procedure
    assert procedure.number == "067/035.07/SEKRE-1/INSP"
    assert [step.id for step in procedure.steps] == [
        "dokumentasi",
        "draf",
        "verifikasi",
        "persetujuan",
        "publikasi",
    ]
    assert [step.number for step in procedure.steps] == [1, 2, 3, 4, 5]
    assert procedure.step("verifikasi").actor == "verifikator"
    assert procedure.step("verifikasi").minutes == 30
    assert procedure.step("dokumentasi").minutes is None
    assert procedure.deciding.action is Action.DECIDE
    assert (procedure.maintainer, procedure.approval_days) == (None, None)
    assert procedure.role("atasan_ppid").rank == 3
    assert procedure.issued == date(2025, 6, 2)


def test_the_seven_steps_of_the_dinas() -> None:
    loaded = config.load(EXAMPLES / "DK-005")
    assert [step.quorum for step in loaded.procedure.steps] == [1, 1, 1, 1, 2, 1, 1]
    assert loaded.procedure.maintainer == "pengelola"
    assert str(loaded.office.calendar.zone) == "Asia/Makassar"
    assert loaded.office.available_channels == ("situs", "facebook", "instagram", "telegram")
    assert loaded.office.calendar.days_off[date(2026, 11, 30)] == "Hari Jadi Kabupaten Tanah Rimba"
    assert loaded.office.contacts.phones == ("(0599) 555-0140", "119")


def test_an_acting_official_has_decree_and_dates() -> None:
    row = config.load(EXAMPLES / "APV-096").office.appointments[-1]
    assert (row.login, row.status, row.decree) == ("wati-plh", "plh", "SPT-094/12/2026")
    assert (row.start, row.end) == (date(2026, 11, 10), date(2026, 11, 14))


def test_optional_fields_of_the_sop() -> None:
    files = Files().edit(SOP, "disahkan:", "persetujuan_berlaku_hari: 30\ndisahkan:")
    assert files.load().procedure.approval_days == 30


def test_days_off_may_be_added_and_removed() -> None:
    files = Files().edit(
        OFFICE,
        "libur_tambahan: []",
        "libur_tambahan:\n- {tanggal: 2026-11-30, nama: Hari Jadi}\nlibur_dihapus: [2026-12-24]",
    )
    days_off = files.load().office.calendar.days_off
    assert date(2026, 11, 30) in days_off
    assert date(2026, 12, 24) not in days_off
    assert date(2026, 12, 25) in days_off


def test_teams_and_what_may_be_empty() -> None:
    files = Files().edit(OFFICE, "libur_tambahan: []", "libur_tambahan:\nlibur_dihapus:")
    files.edit(OFFICE, "daftar_pejabat: []", "daftar_pejabat:\ntim: {ketua_ppid: org/ketua}")
    files.edit(OFFICE, "sabtu: []", "sabtu:")
    assert files.load().office.teams == {"ketua_ppid": "org/ketua"}


def test_an_office_has_its_own_colours() -> None:
    assert Files().load().office.colours == DEFAULT
    files = Files().edit(OFFICE, "kota:", "warna: {utama: '#7A1F2B', aksen: '#E8C547'}\nkota:")
    assert files.load().office.colours == Palette("#7a1f2b", "#e8c547")
    for text in ("warna:", "warna: {aksen: '#e2b95c'}"):
        assert Files().edit(OFFICE, "kota:", f"{text}\nkota:").load().office.colours == DEFAULT


def test_a_colour_under_white_words_must_be_dark_enough() -> None:
    files = Files().edit(OFFICE, "kota:", "warna:\n  utama: '#88cc88'\nkota:")
    line = files.line(OFFICE, "utama: '#88cc88'")
    problem = files.problem()
    assert problem.startswith(f"kantor.yml:{line}: tulisan putih di atas warna “#88cc88”")
    assert "(kontras 1,9 : 1)" in problem
    proposed = re.search(r"misalnya '(#\w{6})'", problem)
    assert proposed
    files.edit(OFFICE, "#88cc88", proposed[1])
    assert files.load().office.colours.main == proposed[1]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("#0f3a2a", "warna kosong"),
        ("hijau", "warna “hijau” tidak terbaca"),
        ("'#0f3'", "warna “#0f3” tidak terbaca"),
        ("123456", "warna “123456” tidak terbaca"),
        ("'#0f3a2a; } body { display: none'", "tidak terbaca"),
    ],
)
def test_what_is_no_colour_is_told_with_an_example(written: str, told: str) -> None:
    files = Files().edit(OFFICE, "kota:", f"warna:\n  aksen: {written}\nkota:")
    problem = files.problem()
    assert problem.startswith(f"kantor.yml:{files.line(OFFICE, '  aksen:')}: ")
    assert told in problem
    assert "dengan tanda kutip: '#0f3a2a'" in problem


def test_a_file_may_begin_with_a_byte_order_mark() -> None:
    files = Files()
    config.parse({name: b"\xef\xbb\xbf" + text.encode() for name, text in files.text.items()})


# Files that cannot be read


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputErrors) as caught:
        config.load(tmp_path)
    assert [problem.path for problem in caught.value.problems] == [OFFICE, SOP]
    assert "berkas tidak ditemukan — buat kantor.yml" in str(caught.value)


def test_a_file_that_is_not_utf8() -> None:
    files = {SOP: b"\xff\xfe\x00", OFFICE: Files().text[OFFICE].encode()}
    with pytest.raises(InputErrors, match=r"sop\.yml: berkas bukan teks UTF-8"):
        config.parse(files)


@pytest.mark.parametrize("text", ["", "[]", "teks saja", "- a\n- b"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    files = Files()
    files.text[SOP] = text
    assert all(problem.startswith("sop.yml:1: ") for problem in files.problems())


def test_broken_yaml_names_the_line() -> None:
    files = Files().edit(OFFICE, "kota: Palangka Raya", "kota: 'Palangka Raya")
    assert files.problem().startswith("kantor.yml:")
    assert "susunan YAML tidak terbaca" in files.problem()


# YAML that surprises


def test_an_unquoted_time_is_a_number_of_base_60() -> None:
    files = Files().edit(OFFICE, "- '07:30-12:00'", "- 12:30")
    problem = files.problem()
    assert problem.startswith("kantor.yml:7: 12:30 tanpa tanda kutip")
    assert "berbasis 60 — tulis '12:30'" in problem


def test_aliases_are_refused() -> None:
    files = Files().edit(OFFICE, "  senin:", "  senin: &jam").edit(OFFICE, "  selasa:", "  x: *jam")
    assert files.problem().startswith("kantor.yml:6: jangkar (&) dan alias (*)")


def test_tags_are_refused() -> None:
    files = Files().edit(OFFICE, "kota: Palangka Raya", "kota: !!python/name:os.system x")
    assert "kantor.yml:3: tag YAML (!) tidak diterima" in files.problem()


def test_a_key_written_twice_is_refused() -> None:
    files = Files().edit(OFFICE, "kota: Palangka Raya", "kota: Palangka Raya\nkota: Sampit")
    assert files.problem() == "kantor.yml:4: kunci “kota” ditulis dua kali — hapus salah satunya"


# Keys and values


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            OFFICE,
            "nama_resmi:",
            "nama_resm:",
            "kunci “nama_resm” tidak dikenal — maksudnya “nama_resmi”?",
        ),
        (SOP, "uraian: Draf", "urain: Draf", "kunci “urain” tidak dikenal — maksudnya “uraian”?"),
        (
            OFFICE,
            "  akun: wati-plh",
            "  akum: wati-plh",
            "kunci “akum” tidak dikenal — maksudnya “akun”?",
        ),
        (OFFICE, "  situs:", "  situss:", "kanal “situss” tidak dikenal — pilih dari: situs, ins"),
        (OFFICE, "  id: 2402", "  id: dua", "harus bilangan yang masuk akal"),
        (OFFICE, "  id: 2402", "  id: '2402'", "harus bilangan yang masuk akal"),
        (OFFICE, "  id: 2402", "  id: 0", "harus bilangan yang masuk akal"),
        (OFFICE, "  mulai: 2026-11-10", "  mulai: kemarin", "bukan tanggal"),
        (OFFICE, "  mulai: 2026-11-10", "  mulai: 2026-02-30", "bukan nilai yang sah"),
        (OFFICE, "  mulai: 2026-11-10", "  mulai: 20261110", "“20261110” bukan tanggal"),
        (OFFICE, "  status: plh", "  status: plx", "pilih salah satu: 'definitif', 'plt', 'plh'"),
        (OFFICE, "tersedia: true", "tersedia: mungkin", "harus ya atau tidak"),
        (OFFICE, "mode: api", "mode: robot", "pilih salah satu: 'api'"),
        (SOP, "tindakan: telaah", "tindakan: telah", "pilih salah satu: 'dokumentasi', 'susun'"),
        (SOP, "  - atasan_ppid\n", "", "oleh"),
        (SOP, "waktu: 120", "waktu: dua jam", "harus bilangan yang masuk akal"),
        (SOP, "waktu: 120", "waktu: 0", "harus bilangan yang masuk akal"),
        (SOP, "tingkat: 3", "tingkat: tinggi", "harus bilangan yang masuk akal"),
        (SOP, "id: draf", "id: Draf Naskah", "harus teks yang sesuai"),
        *(
            (OFFICE, "nama_pendek:", f"situs_semula: '{wrong}'\nnama_pendek:", "tulis lengkap")
            for wrong in ("lama.go.id", "ftp://lama.go.id", "https://", "http://[x", "http://a b")
        ),
        *(
            (OFFICE, "nama_pendek:", f"repositori: '{wrong}'\nnama_pendek:", "salin dari peramban")
            for wrong in (
                "github.com/kantor/terbit",
                "http://github.com/kantor/terbit",
                "https://github.com",
                "https://github.com/a/b; rm -rf x",
                "https://github.com/$(x)/b",
            )
        ),
        *(
            (
                OFFICE,
                "    tersedia: true",
                f"    server: '{wrong}'\n    tersedia: true",
                "dengan https",
            )
            for wrong in ("media.go.id", "http://media.go.id", "https://media.go.id/jalur")
        ),
    ],
)
def test_a_wrong_key_or_value(name: str, old: str, new: str, message: str) -> None:
    files = Files()
    line = files.text[name][: files.text[name].index(old)].count("\n") + 1
    problems = files.edit(name, old, new).problems()
    assert any(
        re.match(rf"{name}:({line - 1}|{line}): ", problem) and message in problem
        for problem in problems
    ), problems


@pytest.mark.parametrize(
    "key", ["nama_resmi", "nama_pendek", "kota", "zona_waktu", "jam_kerja", "pejabat"]
)
def test_a_missing_key_of_the_office(key: str) -> None:
    files = Files()
    files.text[OFFICE] = re.sub(rf"(?m)^{key}:", "# catatan:", files.text[OFFICE])
    problems = files.problems()
    assert any(f"kunci “{key}” belum diisi" in p or "YAML" in p for p in problems), problems


@pytest.mark.parametrize("key", ["nama", "jabatan", "akun", "id", "mulai"])
def test_a_missing_field_of_a_person(key: str) -> None:
    files = Files()
    rows = files.text[OFFICE].split("- nama: Wati Plh")
    row = re.sub(rf"(?m)^  {key}: .*\n", "", rows[1])
    files.text[OFFICE] = rows[0] + ("- nama: Wati Plh" + row if key != "nama" else "-" + row[2:])
    assert any(p.endswith(f"belum diisi — tambahkan “{key}: …”") for p in files.problems())


def test_everything_is_reported_at_once_over_both_files() -> None:
    files = Files().edit(SOP, "pelaku: verifikator", "pelaku: admin_repo")
    files.edit(OFFICE, "akun: hendra-irban1", "akun: hendra-irbаn1")
    files.edit(OFFICE, "  sampai: 2026-11-14", "  sampai: null")
    files.edit(OFFICE, "jabatan: pelaksana", "jabatan: pelaksanaan")
    problems = files.problems()
    assert [problem.split(":")[0] for problem in problems] == [OFFICE, OFFICE, OFFICE, SOP]
    lines = [int(problem.split(":")[1]) for problem in problems]
    assert lines[:3] == sorted(lines[:3])


# N8: the shape of a procedure


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tindakan: susun", "tindakan: dokumentasi"),
        ("tindakan: dokumentasi", "tindakan: susun"),
        ("tindakan: dokumentasi", "tindakan: telaah"),
        ("tindakan: telaah", "tindakan: putuskan"),
        ("tindakan: telaah", "tindakan: dokumentasi"),
        ("tindakan: putuskan", "tindakan: telaah"),
        ("tindakan: unggah", "tindakan: putuskan"),
        ("tindakan: unggah", "tindakan: telaah"),
        ("tindakan: telaah", "tindakan: unggah"),
    ],
)
def test_n8_the_order_of_the_steps(old: str, new: str) -> None:
    problem = Files().edit(SOP, old, new).problem()
    assert problem.startswith("sop.yml:27: urutan langkah tidak sah — urutannya: dokumentasi")


@pytest.mark.parametrize(
    "actions", ["susun putuskan unggah", "susun telaah telaah putuskan unggah"]
)
def test_n8_any_number_of_documentation_and_review_steps(actions: str) -> None:
    files = Files()
    head = files.text[SOP].split("langkah:")[0]
    rows = "".join(
        f"- {{id: l{n}, uraian: x, tindakan: {action}, pelaku: p, oleh: [ketua_ppid]}}\n"
        for n, action in enumerate(actions.split())
    )
    files.text[SOP] = f"{head}langkah:\n{rows}"
    assert len(files.load().procedure.steps) == len(actions.split())


def test_n8_step_ids_are_unique() -> None:
    files = Files()
    line = files.line(SOP, "id: publikasi")
    problem = files.edit(SOP, "id: publikasi", "id: draf").problem()
    assert problem == f"sop.yml:{line}: id langkah “draf” dipakai dua kali — beri id yang berbeda"


def test_n8_every_role_of_a_step_exists() -> None:
    files = Files().edit(SOP, "  - ketua_ppid", "  - ketua_ppidd")
    assert "sop.yml:50: jabatan “ketua_ppidd” tidak ada" in files.problem()


def test_n8_a_role_is_named_once_in_a_step() -> None:
    files = Files().edit(SOP, "  - ketua_ppid", "  - inspektur_pembantu")
    assert "jabatan ditulis dua kali" in files.problem()


def test_n8_the_maintaining_role_exists() -> None:
    files = Files().edit(SOP, "jabatan:", "pemelihara: pengelola\njabatan:")
    assert files.problem().startswith("sop.yml:8: jabatan “pengelola” tidak ada")


def test_n8_admin_repo_is_reserved_as_actor() -> None:
    problem = Files().edit(SOP, "pelaku: verifikator", "pelaku: admin_repo").problem()
    assert problem.startswith("sop.yml:49: nama “admin_repo” dipakai oleh Terbit")


def test_n8_admin_repo_is_reserved_as_role() -> None:
    files = Files().edit(SOP, "jabatan:\n", "jabatan:\n  admin_repo: {nama: X, tingkat: 1}\n")
    assert files.problem().startswith("sop.yml:9: nama “admin_repo” dipakai oleh Terbit")


def test_n8_the_quorum_needs_that_many_people() -> None:
    files = Files().edit(SOP, "  pelaku: verifikator\n", "  pelaku: verifikator\n  kuorum: 5\n")
    problem = files.problem()
    assert "langkah “verifikasi” perlu 5 orang, baru ada 4" in problem
    assert problem.endswith("tambahkan pejabatnya di kantor.yml")
    Files().edit(SOP, "  pelaku: verifikator\n", "  pelaku: verifikator\n  kuorum: 4\n").load()


def test_n8_people_count_whatever_their_dates() -> None:
    """Arif and the long finished Plh. are two people for the deciding step."""
    Files().edit(SOP, "  pelaku: atasan_ppid\n", "  pelaku: atasan_ppid\n  kuorum: 2\n").load()


def test_n8_one_person_with_two_posts_is_one() -> None:
    files = Files().edit(SOP, "  pelaku: verifikator\n", "  pelaku: verifikator\n  kuorum: 4\n")
    files.edit(OFFICE, "akun: tuti-sekppid\n  id: 2302", "akun: lukas-ketuappid\n  id: 2301")
    assert "perlu 4 orang, baru ada 3" in files.problem()


def test_n8_a_quorum_below_one_is_refused() -> None:
    files = Files().edit(SOP, "  pelaku: verifikator\n", "  pelaku: verifikator\n  kuorum: 0\n")
    assert "kuorum” harus bilangan" in files.problem()


def without_pelaksana() -> Files:
    files = Files()
    for _ in range(2):
        files.edit(OFFICE, "jabatan: pelaksana", "jabatan: admin_medsos")
    return files


def with_team(files: Files, team: str) -> Files:
    return files.edit(OFFICE, "libur_tambahan: []", f"libur_tambahan: []\ntim: {team}")


def test_s13_a_step_that_nobody_holds() -> None:
    files = Files()
    for login in ("sari-pelaksana", "dedi-pelaksana"):
        files.edit(
            OFFICE,
            f"jabatan: pelaksana\n  akun: {login}",
            f"jabatan: admin_medsos\n  akun: {login}",
        )
    assert "langkah “dokumentasi” perlu 1 orang, baru ada 0" in files.problem()


def test_s13_a_step_held_by_a_forge_team_is_held() -> None:
    files = Files()
    for login in ("sari-pelaksana", "dedi-pelaksana"):
        files.edit(
            OFFICE,
            f"jabatan: pelaksana\n  akun: {login}",
            f"jabatan: admin_medsos\n  akun: {login}",
        )
    files.edit(
        OFFICE, "pejabat:\n- nama: Rina", "tim: {pelaksana: org/pelaksana}\npejabat:\n- nama: Rina"
    )
    files.load()


# People


@pytest.mark.parametrize("status", ["plt", "plh", "pj"])
@pytest.mark.parametrize(
    ("old", "new"), [("sampai: 2026-11-14", "sampai: null"), ("  sk: SPT-094/12/2026", "  sk: ''")]
)
def test_n15_acting_rows_need_a_decree_and_an_end(status: str, old: str, new: str) -> None:
    files = Files().edit(OFFICE, old, new).edit(OFFICE, "status: plh", f"status: {status}")
    problem = files.problem()
    assert problem.startswith("kantor.yml:97: ")
    assert f"{status.title()}. Wati Plh tanpa SK atau tanggal berakhir" in problem


def test_n15_a_definitive_row_needs_neither() -> None:
    files = Files().edit(OFFICE, "status: plh", "status: definitif")
    files.edit(OFFICE, "  sk: SPT-094/12/2026", "").edit(OFFICE, "sampai: 2026-11-14", "sampai:")
    files.load()


def test_a_person_in_a_role_that_the_sop_lacks() -> None:
    files = Files()
    line = files.line(OFFICE, "akun: wati-plh") - 1
    text = files.text[OFFICE]
    files.text[OFFICE] = text[:-200] + text[-200:].replace("jabatan: atasan_ppid", "jabatan: bos")
    problem = files.problem()
    assert problem.startswith(
        f"kantor.yml:{line}: jabatan “bos” tidak ada di sop.yml — pilih dari:"
    )


def test_a_team_for_a_role_that_the_sop_lacks() -> None:
    files = Files().edit(
        OFFICE, "pejabat:\n- nama: Rina", "tim: {bos: a/b}\npejabat:\n- nama: Rina"
    )
    assert "jabatan “bos” tidak ada di sop.yml" in files.problem()


@pytest.mark.parametrize(
    "login", ["hendra-irb\u0430n1", "hendra irban1", "héndra", "a/b", "\u212aelvin"]
)
def test_s13_a_login_with_letters_that_the_forge_does_not_use(login: str) -> None:
    files = Files()
    line = files.line(OFFICE, "akun: hendra-irban1")
    problem = files.edit(OFFICE, "akun: hendra-irban1", f"akun: {login}").problem()
    assert problem.startswith(f"kantor.yml:{line}: akun “{login}” memuat huruf")


def test_n15_one_id_with_two_logins() -> None:
    files = Files().edit(OFFICE, "  id: 2402", "  id: 2401")
    assert "kantor.yml:100: id 2401 dipakai oleh dua akun" in files.problem()


def test_n15_the_same_login_in_other_letters_is_the_same_account() -> None:
    Files().edit(OFFICE, "akun: wati-plh\n  id: 2402", "akun: Arif-ATASAN\n  id: 2401").load()


def test_one_login_with_two_ids() -> None:
    files = Files().edit(OFFICE, "akun: wati-plh", "akun: ARIF-atasan")
    assert "akun “ARIF-atasan” memiliki dua id" in files.problem()


def test_a_post_that_ends_before_it_begins() -> None:
    files = Files().edit(OFFICE, "  sampai: 2026-11-14", "  sampai: 2026-11-09")
    assert "kantor.yml:102: tanggal sampai mendahului tanggal mulai" in files.problem()
    Files().edit(OFFICE, "  sampai: 2026-11-14", "  sampai: 2026-11-10").load()


# Hours


@pytest.mark.parametrize(
    ("window", "message"),
    [
        ("'12:00-07:30'", "berakhir sebelum mulai"),
        ("'07:30-07:30'", "berakhir sebelum mulai"),
        ("'20:00-24:30'", "berakhir sebelum mulai"),
        ("'7.30-12.00'", "tidak terbaca"),
        ("'07:30'", "tidak terbaca"),
        ("'07:30-25:00'", "tidak terbaca"),
        ("pagi", "tidak terbaca"),
    ],
)
def test_a_window_of_hours_that_makes_no_sense(window: str, message: str) -> None:
    problem = Files().edit(OFFICE, "'07:30-12:00'", window).problem()
    assert problem.startswith("kantor.yml:7: jam “")
    assert message in problem


def test_windows_that_overlap() -> None:
    problem = Files().edit(OFFICE, "'07:30-12:00'", "'07:30-13:30'").problem()
    assert problem.startswith("kantor.yml:6: jam senin bertumpang tindih")


def test_windows_that_touch_are_fine() -> None:
    Files().edit(OFFICE, "'07:30-12:00'", "'07:30-13:00'").load()


def test_special_hours_that_overlap_or_end_before_they_begin() -> None:
    files = Files("DK-005").edit(OFFICE, "sampai: 2027-03-09", "sampai: 2027-02-01")
    assert "tanggal sampai mendahului tanggal mulai" in files.problem()
    files = Files("DK-005").edit(OFFICE, "12:30-15:00", "11:30-15:00")
    assert "jam senin bertumpang tindih" in files.problem()


@pytest.mark.parametrize("zone", ["WIB", "Asia/Palangkaraya", "+07:00"])
def test_a_zone_that_does_not_exist(zone: str) -> None:
    problem = Files().edit(OFFICE, "Asia/Pontianak", f"'{zone}'").problem()
    assert problem.startswith(
        f"kantor.yml:4: zona waktu “{zone}” tidak dikenal — pakai Asia/Jakarta"
    )


def test_the_problems_are_sorted_by_file_and_line() -> None:
    files = Files().edit(OFFICE, "  id: 2402", "  id: dua").edit(OFFICE, "  id: 2001", "  id: satu")
    files.edit(SOP, "waktu: 120", "waktu: lama")
    with pytest.raises(InputErrors) as caught:
        files.load()
    problems = caught.value.problems
    assert list(problems) == sorted(problems)
    assert len(problems) == 3


# Rules that an office tunes


def tuned(rows: str) -> Files:
    return Files().edit(OFFICE, "\npejabat:", f"\npemeriksaan:\n{rows}\npejabat:")


def test_a_rule_can_be_switched_off_or_lowered_with_a_reason() -> None:
    office = (
        tuned("  KIP-01: {tingkat: INGAT, alasan: statistik}\n  PII-09: {tingkat: mati, alasan: x}")
        .load()
        .office
    )
    assert office.rules["KIP-01"].level is Level.INGAT
    assert office.rules["PII-09"].off
    assert office.rules["PII-09"].level is None


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("KIP-1: {tingkat: mati, alasan: x}", "maksudnya “KIP-01”?"),
        ("ABC: {tingkat: mati, alasan: x}", "tidak dikenal"),
        ("KIP-06: {tingkat: mati, alasan: x}", "tidak dapat diubah"),
        ("KIP-01: {alasan: x}", "tanpa setelan"),
        ("KIP-01: {tingkat: mati}", "alasan"),
        ("KIP-01: {tingkat: rendah, alasan: x}", "tingkat"),
        ("PII-01: {kecuali: [x], alasan: x}", "tidak mengenal “kecuali”"),
        ("PII-01: {batas: 3, alasan: x}", "tidak mengenal “batas”"),
    ],
)
def test_a_rule_that_cannot_be_tuned_so_is_a_problem(row: str, says: str) -> None:
    assert says in tuned(f"  {row}").problem()
