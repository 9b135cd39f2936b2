from __future__ import annotations

import pytest

from terbit.checks.reading.labels import Meaning, clause_start, meaning
from terbit.checks.reading.prose import Text

NUMBER = "1234567890123456"
SAID = [
    ("NIK {}", Meaning.NIK),
    ("Nomor KTP milik Hj. Rusmini, {}", Meaning.NIK),
    ("Nomor seri blangko KTP {}", Meaning.OTHER),
    ("Kartu Keluarga Sejahtera {}", Meaning.NOTHING),
    ("NPWP/NIK {}", Meaning.NPWP),
    ("rekening Bank Kalteng {}", Meaning.BANK),
    ("lewat Mandiri {}", Meaning.BANK_NAME),
    ("virtual account BRI {}", Meaning.OTHER),
    ("Nomor antrean BRI {}", Meaning.CODE),
    ("telepon Bank Kalteng {}", Meaning.PHONE),
    ("mentransfer uang ke {}", Meaning.BANK_NAME),
    ("transfer ke daerah {}", Meaning.NOTHING),
    ("Keluhan rekening disampaikan ke {}", Meaning.PHONE),
    ("Nomor gudang {}", Meaning.UNKNOWN),
    ("Nomor kartunya {}", Meaning.NOTHING),
    ("Nomor peserta {}", Meaning.NOTHING),
    ("Ada rekening. Jumlahnya {}", Meaning.NOTHING),
    ("Ada rekening. Nomornya {}", Meaning.BANK),
    ("{} (NIK)", Meaning.NIK),
]


@pytest.mark.parametrize(("words", "said"), SAID)
def test_the_nearest_label_says_what_a_number_is(words: str, said: Meaning) -> None:
    text = words.format(NUMBER)
    start = text.index(NUMBER)
    assert meaning(Text("isi", text, 1), start, start + len(NUMBER)) is said


@pytest.mark.parametrize(
    ("before", "clause"),
    [
        ("Satu. Dua ", "Dua "),
        ("Rekening Bpk. H. Sarwani ", "Rekening Bpk. H. Sarwani "),
        ("Satu!\n\nDua ", "Dua "),
        ("No. Rek. ", "No. Rek. "),
    ],
)
def test_where_the_last_clause_begins(before: str, clause: str) -> None:
    assert before[clause_start(before) :] == clause
