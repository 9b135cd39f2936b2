from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.checks.masking import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NIK 6203025501900007", "NIK 62************07"),
        ("6203 0255 0190 0007", "62** **** **** **07"),
        ("0813-1111-2222", "08**-****-**22"),
        ("(0536) 3221234", "(05**) *****34"),
        ("0813/1111/2222", "08**/****/**22"),
        ("Rp91.200.000", "Rp91.***.*00"),
        ("tim.kami@contoh.go.id", "t***@contoh.go.id"),
        ("62030255\u200b01900007", "62******\u200b******07"),
    ],
)
def test_values_are_hidden(text, masked):
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Selasa, 10 November 2026, pukul 08.30",
        "Kamis (6/10/2026)",
        "10-11-2026",
        "2026-11-10",
        "2025–2026",
        "pukul 08.30-16.00 WIB",
        "/berita/2026/11/evaluasi/",
        "IMG_20261110_083000.jpg",
        "Perki 1/2021",
        "112, 119, 1708",
        "Rp91 juta",
    ],
)
def test_what_identifies_nobody_stays(text):
    assert mask(text) == text


def test_a_file_named_after_a_number_is_no_hiding_place():
    assert "6203025501900007" not in mask("ktp-6203025501900007.jpg")


@given(st.text())
def test_masking_twice_changes_nothing(text):
    assert mask(mask(text)) == mask(text)


@given(st.text(), st.from_regex(r"\d{9,20}", fullmatch=True), st.text())
def test_no_long_number_survives(before, number, after):
    assert not re.search(r"\d{6}", mask(f"{before} {number} {after}").replace(before, ""))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("mobil KH 1234 AB", "mobil KH **** AB"),
        ("Passcode: 1234.", "Passcode: ***."),
        ("kata sandi Wi-Fi adalah Rahasia#2026", "kata sandi Wi-Fi adalah ***"),
        ("tim.kami[at]gmail.com", "t***[at]gmail.com"),
        ("server 10.0.0.5", "server 10***"),
        ("chat.whatsapp.com/AbCdEfGh", "chat.whatsapp.com/***"),
        ("NPWP 01.312.166.0-091.000", "NPWP 01.***.***.*-***.*00"),
        ("rekening 1234-01-012345-53-4", "rekening 12**-**-******-*3-4"),
    ],
)
def test_secrets_and_plates_are_hidden(text, masked):
    assert mask(text) == masked


_PIECES = st.sampled_from(
    "passcode~: ~ = ~ ~1234~Rahasia#1~***~KH 1234 AB~10.0.0.5~t.me/+abcdefg~?pwd=abc1~x.id/"
    "~kata sandi~Zoom~adalah~(~“~\n".split("~")
)


@given(st.lists(_PIECES, max_size=9).map("".join))
def test_masking_secrets_twice_changes_nothing(text):
    assert mask(mask(text)) == mask(text)
