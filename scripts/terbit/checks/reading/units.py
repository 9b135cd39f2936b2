"""Named units of government and firms, such as “Dinas Contoh” or “PT Contoh Jaya”."""

from __future__ import annotations

import re

_KINDS = (
    "Dinas Badan Kecamatan Kelurahan Desa RSUD RSUP RSJ Puskesmas UPT UPTD Biro Sekretariat Bagian"
    " Kantor SMAN SMKN SMPN SDN SMA SMK SMP SD PT CV"
).split()
_KIND = "|".join(sorted({form for kind in _KINDS for form in (kind, kind.upper())}))
UNIT = re.compile(
    r"(?<!Perjalanan )(?<!PERJALANAN )(?<!Rumah )(?<!Kendaraan )(?<!Nota )(?<!Dana )(?<!Keuangan )"
    rf"\b(?:{_KIND})\.?\s+(?!(?:Tahun|Antikorupsi|Pemeriksa|Pengawasan|PEMERIKSA|PENGAWASAN|Fiktif"
    r"|FIKTIF|Se)\b)(?:dr\.?\s)?(?:[A-Z][\w'’]*|\d+)(?:\s+[A-Z][\w'’]+)*"
    r"|\b(?:Pemerintah (?:Kabupaten|Kota)|Pemkab|Pemko|Pemkot)\s+[A-Z]\w+"
    r"|\b(?:Disdik\w*|Dinkes|Dishub|Disnaker\w*|Dinsos|Disperin\w*|Dispora\w*|Bapenda|BPKAD|BKAD"
    r"|Bappeda\w*|BKD|BPBD|Diskominfo\w*|DPMPTSP|D?PUPR|Setda|Setwan|Satpol PP)\b"
)
"""A unit by its kind and name, or by the short name that everybody knows."""
