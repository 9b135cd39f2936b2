"""What stands in the archive's README: how anybody proves one item with Git and sha256sum alone."""

from __future__ import annotations

_ABOUT = """\
Satu folder untuk setiap butir, satu berkas JSON untuk setiap peristiwa. Berkas tidak pernah
diubah atau dihapus; setiap peristiwa memuat sidik (SHA-256) peristiwa yang mendahuluinya.
`digest` adalah sidik isi yang disetujui: SHA-256 atas jalur, mode, dan objek Git-nya.

## Memeriksa satu berita

Siapa pun dapat melakukannya dengan Git dan `sha256sum`, tanpa izin dan tanpa Terbit. Salin
repositorinya, lalu sebutkan butir yang hendak diperiksa.

```sh
git clone ALAMAT periksa
cd periksa
BUTIR=<misalnya berita/2026/11/nama-berita>
git ls-tree --name-only "origin/arsip:$BUTIR"
```

Baca persetujuannya: siapa menandatangani langkah mana, dalam jabatan apa, dan kapan. Isi lama
yang diakui sebelum SOP dijalankan di sini bernama `0001-dasar.json` dan tidak bertanda tangan.

```sh
PERISTIWA=<misalnya 0001-disetujui.json>
git show "origin/arsip:$BUTIR/$PERISTIWA"
```

Salin empat nilai dari `details`, lalu jalankan yang berikut.

```sh
KOMIT=<nilai commit>
KEPALA=<nilai head>
MODE=<nilai mode>
OBJEK=<nilai object>
git merge-base --is-ancestor "$KOMIT" origin/main && echo "ada di main"
git rev-parse "$KOMIT:content/$BUTIR" "$KEPALA:content/$BUTIR"
printf '%s\\0%s\\0%s\\n' "content/$BUTIR" "$MODE" "$OBJEK" | sha256sum
git show "$KOMIT^1:kantor.yml" "$KOMIT^1:sop.yml"
```

Baris pertama harus menyatakan bahwa komitnya ada di main. Dua baris berikutnya harus sama dengan
`object`: itulah isi di main dan isi yang dilihat para penanda tangan. Baris sesudahnya harus sama
dengan `digest`. Yang terakhir menunjukkan pejabat dan SOP yang berlaku saat digabung.

Naskah yang Anda simpan sendiri (`index.md` atau foto) dibandingkan begini; sidiknya harus ada
dalam daftar.

```sh
BERKAS=<berkas yang Anda simpan>
git ls-tree "$OBJEK"
git hash-object --no-filters "$BERKAS"
```

## Memeriksa rantainya

Sidik setiap peristiwa harus sama dengan `previous` dalam peristiwa berikutnya. Perintah kedua
tidak boleh menampilkan apa pun, dan yang ketiga harus menampilkan 0: arsip hanya bertambah.

```sh
git show "origin/arsip:$BUTIR/$PERISTIWA" | sha256sum
git log --first-parent -m --no-renames --diff-filter=a --name-status origin/arsip
git rev-list --min-parents=2 --count origin/arsip
```

Peristiwa terakhir yang hilang, atau cabang yang ditulis ulang seluruhnya, tidak tampak dari satu
salinan. Karena itu catatlah komit terakhir arsip, atau simpan `arsip/kepala.txt` dari situs;
kelak keduanya harus masih cocok.

```sh
git rev-parse origin/arsip
PATOKAN=<komit yang dahulu Anda catat>
DAFTAR=<jalur lengkap kepala.txt yang dahulu Anda simpan>
git merge-base --is-ancestor "$PATOKAN" origin/arsip && echo "masih ada di arsip"
git worktree add --quiet ../arsip origin/arsip
cd ../arsip
sha256sum --check --quiet "$DAFTAR" && echo "tidak ada yang hilang"
```

Semua butir sekaligus diperiksa dengan `terbit audit`, juga tanpa jaringan.
"""


def readme(office_name: str, repository: str = "") -> bytes:
    """What a person who opens the branch needs to know; `repository` is its address, if known."""
    about = _ABOUT.replace("ALAMAT", repository or "<alamat repositori>", 1)
    return f"# Arsip digital {office_name}\n\n{about}".encode()
