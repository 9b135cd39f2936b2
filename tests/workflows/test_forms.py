"""The forms that people fill in on GitHub fit the code that reads them."""

from __future__ import annotations

import re

import pytest

from terbit.channels import CHANNELS, kit_page
from terbit.commands import hand_in, intake
from terbit.config import OFFICE_FILE
from terbit.core.article import KINDS
from terbit.forges.github.settings import LABELS
from terbit.newsroom import proof_forms, questions
from terbit.report.handing_in import COMMAND
from tests import filled
from tests.forges.github.uploads import UPLOAD
from tests.rooms import ITEM, MINIATURE, REPOSITORY, WRITER
from tests.workflows import events
from tests.workflows.files import read, workflows

GITHUB = REPOSITORY / ".github"
FORM = GITHUB / "ISSUE_TEMPLATE/bukti-tayang.yml"
BY = events.Account(WRITER, 9201)
LINK = "https://www.instagram.com/p/DAbc12345/"
TEMPLATES = sorted((GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md"))


def fields() -> dict[str, dict[str, object]]:
    return {row["attributes"]["label"]: row for row in read(FORM)["body"] if "id" in row}


def rendered(*answers: str) -> str:
    """The body that GitHub makes of a form."""
    pairs = zip(fields(), [*answers, "_No response_"], strict=True)
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in pairs)


def test_the_form_asks_what_the_command_reads() -> None:
    told = {name: row["validations"]["required"] for name, row in fields().items()}  # type: ignore[index]
    assert told == {
        proof_forms.ITEM: "true",
        proof_forms.CHANNEL: "true",
        proof_forms.LINK: "false",
        proof_forms.SCREENSHOT: "false",
    }


def options() -> list[str]:
    found: list[str] = fields()[proof_forms.CHANNEL]["attributes"]["options"]  # type: ignore[index]
    return found


def test_the_form_offers_every_channel_by_id_and_name() -> None:
    named = [f"{key} – {channel.name}" for key, channel in CHANNELS.items()]
    assert options() == ["Kenali dari tautan", *named]


def test_a_form_that_a_kit_filled_needs_no_choice() -> None:
    assert fields()[proof_forms.CHANNEL]["attributes"]["default"] == "0"  # type: ignore[index]
    filled = rendered(f"{ITEM} (instagram)", options()[0], LINK)
    assert proof_forms.proposal(events.issue(7, filled, BY)).channel == "instagram"


def test_the_run_form_offers_the_same_channels() -> None:
    inputs = workflows()["bukti"]["on"]["workflow_dispatch"]["inputs"]
    assert inputs["kanal"]["options"] == list(CHANNELS)


@pytest.mark.parametrize("option", options())
def test_what_is_filled_in_is_read(option: str) -> None:
    page = f"https://inspektorat.contoh.go.id/{ITEM}/"
    payload = events.issue(7, rendered(page, option, LINK), BY, *read(FORM)["labels"])
    asked = proof_forms.proposal(payload)
    assert (asked.item, asked.link, asked.issue) == (ITEM, LINK, 7)
    assert asked.channel == (option.partition(" – ")[0] if " – " in option else "instagram")
    told = {"berita": ITEM, "kanal": asked.channel, "tautan": LINK}
    run = proof_forms.proposal(events.dispatch(told, BY))
    assert (run.item, run.channel, run.link, run.issue) == (ITEM, asked.channel, LINK, None)


def test_both_forms_say_what_may_stand_in_place_of_a_link() -> None:
    told = fields()[proof_forms.LINK]["attributes"]["description"]  # type: ignore[index]
    words = (kit_page.REMOVED, proof_forms.NOT_SENT, kit_page.NOT_AVAILABLE)
    assert all(word in told for word in words)
    run = workflows()["bukti"]["on"]["workflow_dispatch"]["inputs"]["tautan"]["description"]
    assert all(word in run for word in (kit_page.REMOVED, kit_page.NOT_AVAILABLE))


def test_the_example_of_the_form_is_an_item() -> None:
    example = fields()[proof_forms.ITEM]["attributes"]["placeholder"]  # type: ignore[index]
    asked = proof_forms.proposal(events.issue(7, rendered(example, "x – X", LINK), BY))
    assert asked.item == example


def test_the_workflow_reads_issues_with_the_form_s_label() -> None:
    (label,) = read(FORM)["labels"]
    assert (
        f"contains(github.event.issue.labels.*.name, '{label}')"
        in (workflows()["bukti"]["jobs"]["bukti"]["if"])
    )


# Usulan berita


def test_the_form_for_proposals_asks_what_every_door_asks() -> None:
    assert sorted(filled.fields()) == sorted(questions.LABELS)
    for question in (*questions.ABOUT, *questions.OF_A_PHOTO):
        field = filled.fields()[question.label]
        of_photos = question in questions.OF_A_PHOTO
        assert field["validations"]["required"] == str(question.required and not of_photos).lower()
        if field["type"] in {"input", "textarea"}:
            assert field["attributes"].get("placeholder", "") == question.example


def test_the_kinds_of_the_form_are_kinds() -> None:
    options = filled.fields()[questions.KIND]["attributes"]["options"]
    assert {questions.kind_of(option) for option in options} <= set(KINDS)


@pytest.mark.parametrize("label", [questions.CHILDREN, questions.DOCUMENTS])
def test_the_answers_about_people_are_understood(label: str) -> None:
    options = filled.fields()[label]["attributes"]["options"]
    assert [questions.yes_no(option) for option in options] == [False, True, None]


def test_a_filled_proposal_is_read() -> None:
    told = {**filled.TOLD, **filled.OF_PHOTOS, "Isi berita": "Satu.\n\n### Dua\n\nTiga."}
    links = [UPLOAD.format(1), UPLOAD.format(2)]
    asked = intake.proposal(events.issue(7, filled.issue_body(told, links), BY))
    answers = asked.answers()
    assert (asked.issue, asked.links, asked.account) == (7, tuple(links), BY.id)
    assert (answers.title, answers.kind) == (filled.TOLD["Judul"], "berita")
    assert all(told for _, told in answers.five_w.items())
    assert answers.text == "Satu.\n\n### Dua\n\nTiga.", "an own heading cuts nothing off"
    assert [row.children for row in answers.pictures] == [False, False]


def test_the_workflow_reads_issues_with_the_label_for_proposals() -> None:
    (label,) = read(filled.FORM)["labels"]
    for job in workflows()["usulan"]["jobs"].values():
        assert f"contains(github.event.issue.labels.*.name, '{label}')" in job["if"]
    assert label in {row["name"] for row in LABELS}


def test_the_comment_is_heard_beneath_proposals_only() -> None:
    (label,) = read(filled.FORM)["labels"]
    heard = workflows()["ajukan"]["jobs"]["olah"]["if"]
    assert f"contains(github.event.issue.labels.*.name, '{label}')" in heard
    assert f"startsWith(github.event.comment.body, '{COMMAND}')" in heard
    assert "!github.event.issue.pull_request" in heard
    assert list(workflows()["ajukan"]["on"]["workflow_dispatch"]["inputs"]) == [hand_in.INPUT]


def test_the_template_that_the_answer_opens_is_there() -> None:
    assert intake.TEMPLATE in {path.name for path in TEMPLATES}


def test_the_template_for_news_names_the_others() -> None:
    text = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"template=(\w+\.md)", text)) == [path.name for path in TEMPLATES]


def test_the_template_for_posts_asks_for_every_key_of_a_row() -> None:
    lines = (GITHUB / "PULL_REQUEST_TEMPLATE/jabatan.md").read_text("utf-8").casefold().splitlines()
    asked = " ".join(line for line in lines if line.startswith("|"))
    row = next(iter(read(MINIATURE / OFFICE_FILE)["pejabat"]))
    assert [key for key in [*row, "sk"] if key not in asked] == []
