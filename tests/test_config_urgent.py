"""`jalur_mendesak` of sop.yml: what an office may let follow after publication."""

from __future__ import annotations

import pytest

from tests.test_config import SOP, Files

DECREE = "Keputusan Inspektur Nomor 12 Tahun 2026"


def allowing(following: str = "[verifikasi]", example: str = "APV-096", **changes: str) -> Files:
    keys = {"klasifikasi": "[serta-merta]", "menyusul": following, "dasar": DECREE, **changes}
    rows = "".join(f"  {key}: {value}\n" for key, value in keys.items() if value)
    return Files(example).edit(SOP, "langkah:", f"jalur_mendesak:\n{rows}langkah:")


def test_left_out_it_is_off():
    assert Files().load().procedure.urgent is None


def test_it_names_the_steps_that_may_follow_and_what_it_rests_on():
    path = allowing().load().procedure.urgent
    assert path is not None
    assert (path.classifications, path.following) == (("serta-merta",), ("verifikasi",))
    assert path.basis == DECREE


@pytest.mark.parametrize(
    ("following", "told"),
    [
        ("[persetujuan]", "langkah “persetujuan” bertindakan putuskan dan tidak boleh menyusul"),
        ("[draf]", "langkah “draf” bertindakan susun dan tidak boleh menyusul"),
        ("[verfikasi]", "langkah “verfikasi” tidak ada"),
    ],
)
def test_only_a_review_step_may_follow(following: str, told: str):
    files = allowing(following)
    problem = files.problem()
    assert problem.startswith(f"sop.yml:{files.line(SOP, 'menyusul:')}: {told}")
    assert problem.endswith("hanya langkah telaah yang boleh menyusul; pilih dari: verifikasi")


def test_a_sop_without_reviews_has_none_to_let_follow():
    assert allowing("[setujui]", "KD-015").problem().endswith("SOP ini tanpa telaah")


def test_no_step_is_named_twice():
    assert "“verifikasi” disebut dua kali" in allowing("[verifikasi, verifikasi]").problem()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"menyusul": "[]"}, "“jalur_mendesak.menyusul” masih kosong"),
        ({"klasifikasi": "[]"}, "“jalur_mendesak.klasifikasi” masih kosong"),
        ({"klasifikasi": "[berkala]"}, "pilih salah satu: 'serta-merta'"),
        ({"menyusul": ""}, "kunci “jalur_mendesak.menyusul” belum diisi"),
        ({"dasar": ""}, "kunci “jalur_mendesak.dasar” belum diisi"),
    ],
)
def test_nothing_of_it_may_be_left_open(change: dict[str, str], told: str):
    assert told in "\n".join(allowing(**change).problems())
