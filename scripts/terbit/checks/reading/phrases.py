"""Whether the words between a name and another word can belong to one noun phrase."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W_][\w'’-]*|[,;:()–—“”\"]")
_VERB = re.compile(
    r"(?:me(?:m|n|l|r|w|y)\w{3,}|di\w{4,}|ter\w{4,}|ber\w{4,}|tak|tidak|belum|akan|dapat|bisa"
    r"|wajib|harus|perlu|boleh|hadir|datang|ikut|minta|mohon|tampil|masuk|kata|ujar|tutur|ucap"
    r"|jelas|ungkap|tegas|tambah|sebut|terang|imbuh|bahwa|agar|supaya|jika|apabila|ketika|saat"
    r"|setelah|sebelum|sehingga|karena|untuk|kepada|oleh|bagi|bersama|dengan|menurut|tiba|pergi"
    r"|lolos|jadi|punya|ingin|suka|cukup|menang)"
)
_NO_VERB = frozenset(
    "tersebut terbaik termuda tertua terkecil terbesar terkait tertentu terdekat terakhir terpilih"
    " terpadu teratas tertinggi terpandai teladan menteri menengah menara mentari mertua mereka"
    " merdeka merah mebel media medali medis meja melayu berita berikut berkas beras berani"
    " berprestasi berbakat berusia berumur berkebutuhan bersangkutan bernama berinisial"
    " berstatus berkacamata berdarah bertubuh berasal bermukim berdomisili dinas direktur"
    " direktorat distrik divisi digital diklat dirinya dirinyalah dialah diketahui disabilitas"
    " difabel diaspora dirgantara dikenal diduga merupakan mendiang berlian bersaudara"
    " kembar tercinta dini terbarukan terdidik teknik teman mendatang meter bersejarah".split()
)


def is_noun_phrase(words: str) -> bool:
    """Whether words hold no verb, save within “yang …” up to the next mark."""
    relative = False
    for match in _WORDS.finditer(words):
        word = match[0]
        if word in ';:“”"':
            return False
        if word in ",()–—":
            relative = False
        elif word.casefold() == "yang":
            relative = True
        elif not relative and is_verb(word):
            return False
    return True


def is_verb(word: str) -> bool:
    """Whether a word in small letters looks like a verb or begins another clause."""
    if word[0].isupper() and not word.isupper():
        return False
    low = word.casefold()
    return low not in _NO_VERB and bool(_VERB.fullmatch(low))
