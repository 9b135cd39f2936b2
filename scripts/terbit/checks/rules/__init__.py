"""Every rule by its id, in the order of the catalogue; one module each."""

from __future__ import annotations

from types import MappingProxyType

from terbit.checks.rules import (
    five_w_01,
    foto_01,
    foto_02,
    foto_04,
    html_01,
    kip_01,
    kip_06,
    nama_01,
    pii_01,
    pii_03,
    taut_01,
    wkt_01,
)

RULES = MappingProxyType(
    {
        rule.id: rule
        for rule in (
            pii_01.RULE,
            pii_03.RULE,
            kip_01.RULE,
            kip_06.RULE,
            five_w_01.RULE,
            wkt_01.RULE,
            nama_01.RULE,
            foto_01.RULE,
            foto_02.RULE,
            foto_04.RULE,
            html_01.RULE,
            taut_01.RULE,
        )
    }
)
