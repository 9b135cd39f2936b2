import pytest

from terbit.channels import wording
from terbit.channels.wording import Draft

from .desk import article

FULL = Draft(
    "Judul berita",
    ("Satu kalimat.", "Dua kalimat."),
    ("Waktu: Senin",),
    "https://a.id",
    ("#a", "#b"),
)


def fitted(limit: int) -> str:
    return wording.fit(FULL, lambda text: len(text) <= limit)


def test_facts_go_first_then_sentences_then_tags() -> None:
    assert "Waktu: Senin" in fitted(200)
    without_facts = fitted(len(FULL.text) - 1)
    assert "Waktu" not in without_facts
    assert "Dua kalimat." in without_facts
    assert "#b" in without_facts
    one_sentence = fitted(len(without_facts) - 1)
    assert "Dua" not in one_sentence
    assert one_sentence.endswith("#a #b")
    assert fitted(len(one_sentence) - 1).endswith("#a")


def test_title_is_cut_at_a_word_and_the_link_stays_whole() -> None:
    assert fitted(21) == "Judul…\n\nhttps://a.id"
    assert fitted(12) == "https://a.id"
    assert fitted(11) == "Judul…"
    assert fitted(3) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu. Dua! Tiga?", ["Satu.", "Dua!", "Tiga?"]),
        ("Drs. H. Yani, M.Si. hadir. Ia pulang.", ["Drs. H. Yani, M.Si. hadir.", "Ia pulang."]),
        (
            "Pukul 08.30 WIB di Jl. Raya No. 5. Selesai.",
            ["Pukul 08.30 WIB di Jl. Raya No. 5.", "Selesai."],
        ),
        ("Rp1.500.000 cair.", ["Rp1.500.000 cair."]),
        ("Plt. Inspektur hadir.", ["Plt. Inspektur hadir."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert list(wording.sentences(text)) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("SPIP", "#SPIP"),
        ("tata kelola", "#TataKelola"),
        ("2026", ""),
        ("!!", ""),
        ("anti-korupsi", "#AntiKorupsi"),
    ],
)
def test_hashtag(tag: str, expected: str) -> None:
    assert wording.hashtag(tag) == expected


def test_lead_stands_in_for_a_missing_summary() -> None:
    piece = article(
        summary="", html="<h2>Sub</h2><p>Paragraf <em>pertama</em> &amp; satu.</p><p>Dua.</p>"
    )
    assert wording.draft(piece, "").sentences == ("Paragraf pertama & satu.",)


def test_bold_mark_is_left_out_where_the_title_holds_it() -> None:
    assert Draft("Judul", mark="*").text == "*Judul*"
    assert Draft("5 * 3", mark="*").text == "5 * 3"
