"""The office's own accounts: each profile once, with the name under which it is found."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from terbit.core.office import ChannelSetting
from terbit.site.accounts import Account, accounts
from tests.site.conftest import office


def of(*channels: ChannelSetting) -> list[Account]:
    return list(accounts(replace(office(), channels=channels)))


def test_accounts_in_use_stand_in_the_order_of_the_office() -> None:
    assert list(accounts(office())) == [
        Account("Instagram", "dinascontoh", "https://www.instagram.com/dinascontoh/"),
        Account("Facebook", "dinascontoh", "https://www.facebook.com/dinascontoh"),
    ]


def test_two_channels_of_one_profile_are_one_account() -> None:
    found = of(
        ChannelSetting("instagram", True, account="dinas"),
        ChannelSetting("instagram_story", True, account="dinas"),
    )
    assert [account.medium for account in found] == ["Instagram"]


def test_an_account_with_a_server_of_its_own_is_found_there() -> None:
    options = MappingProxyType({"server": "https://media.contoh.go.id"})
    (found,) = of(ChannelSetting("mastodon", True, account="dinas", options=options))
    assert found == Account(
        "Mastodon", "dinas@media.contoh.go.id", "https://media.contoh.go.id/@dinas"
    )


def test_a_channel_that_has_a_name_alone_is_told_without_a_link() -> None:
    options = MappingProxyType({"nama": "Kabar Dinas"})
    assert of(ChannelSetting("whatsapp", True, options=options)) == [
        Account("Saluran WhatsApp", "Kabar Dinas", "")
    ]


def test_the_site_itself_and_channels_without_any_name_are_no_accounts() -> None:
    assert of(ChannelSetting("situs", True), ChannelSetting("x", True)) == []


def test_an_address_that_is_none_stays_text() -> None:
    (found,) = of(ChannelSetting("instagram", True, account="javascript:alert(1)"))
    assert found.link == ""
