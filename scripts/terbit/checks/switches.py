"""How an office changed the rules: off, another level, phrases that may pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from terbit.checks.base import Rule
from terbit.checks.masking import mask
from terbit.checks.reading.prose import squeeze
from terbit.core.catalogue import FIXED, RuleSetting
from terbit.core.finding import Finding, Level
from terbit.core.office import Office

_GRAVITY = {level: place for place, level in enumerate(Level)}


def applies(rule: Rule, office: Office) -> bool:
    """Whether a rule is in force in an office."""
    setting = rule.setting(office)
    return setting is None or not setting.off or rule.id in FIXED


def applied(rule: Rule, office: Office, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a rule as the office wants them."""
    setting = rule.setting(office)
    if setting is None or rule.id in FIXED:
        yield from findings
        return
    for finding in findings:
        if not (rule.exceptions and _excepted(finding, setting)):
            yield _levelled(finding, rule, setting)


def described(rules: Iterable[Rule], office: Office) -> Iterator[str]:
    """Each rule that an office changed, how, and why, as people read it."""
    for rule in rules:
        setting = rule.setting(office)
        if setting and rule.id not in FIXED:
            changes = "; ".join(_changes(rule, setting))
            yield f"{rule.id}: {changes}. Alasan: {mask(setting.reason)}"


def _changes(rule: Rule, setting: RuleSetting) -> Iterator[str]:
    if setting.off:
        yield "dimatikan"
    if setting.level:
        yield f"tingkat {setting.level} (bawaan {rule.level})"
    if setting.limit is not None:
        yield f"batas {setting.limit} (bawaan {rule.limit})"
    if setting.exceptions:
        yield f"kecuali {_listed(setting.exceptions)}"
    if setting.words:
        yield f"kata tambahan {_listed(setting.words)}"


def _listed(phrases: Iterable[str]) -> str:
    return ", ".join(f"“{mask(phrase)}”" for phrase in phrases)


def _levelled(finding: Finding, rule: Rule, setting: RuleSetting) -> Finding:
    """A lowered rule lowers what is above, a raised one raises what is below its new level."""
    if setting.level is None:
        return finding
    lowered = _GRAVITY[setting.level] < _GRAVITY[rule.level]
    choose = min if lowered else max
    return finding.at(choose(finding.level, setting.level, key=_GRAVITY.__getitem__))


def _excepted(finding: Finding, setting: RuleSetting) -> bool:
    """Whether an allowed phrase stands in the sentence and holds what was found."""
    sentence, found = _plain(finding.span), _plain(finding.quote)
    phrases = [_plain(phrase) for phrase in setting.exceptions]
    return any(phrase in sentence and found in _plain(mask(phrase)) for phrase in phrases)


def _plain(text: str) -> str:
    return squeeze(text).casefold()
