from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.checks.reading.html_tags import _blocks, body_tags
from tests.checks.offices import build


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "# a",
                "- b\n- c",
                "> d",
                "<div>",
                "<b>",
                "e [f](g)",
                "```\nh\n```",
                "\n",
                "| i |\n|-|\n| j |",
            ]
        )
    ).map("\n".join)
)
def test_the_blocks_together_are_the_rendered_article(body):
    assert "".join(block.html for block in _blocks(body)) == build(body).rendered


def test_each_tag_is_found_on_its_own_line():
    made = build("a\n\n- <b>\n- x\n- <b>\n\n[x](/a/)\n[y](/a/)\n\n<i\nid=x>\n")
    first = made.body_line
    lines = [tag.line - first for tag in body_tags(made) if tag.name in {"a", "b"}]
    assert lines == [2, 4, 6, 7]
