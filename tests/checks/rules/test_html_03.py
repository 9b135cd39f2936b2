"""HTML-03: each element once, where it first stands."""

from __future__ import annotations


def test_each_element_is_told_once_on_its_first_line(findings):
    body = "a <b>x</b>\nb <i>y</i> <b>z</b>\n\n<div>\n<br>\n</div>\n"
    found = findings("HTML-03", body)
    assert [f.quote for f in found] == ["<b>", "<i>", "<div>", "<br>"]
    assert [f.line - found[0].line for f in found] == [0, 1, 3, 4]


def test_words_in_angles_vanish_and_are_told_so(findings):
    (found,) = findings("HTML-03", "Tulis <nama pemohon> pada baris pertama.")
    assert "tidak akan tampil" in found.message


def test_what_html_01_refuses_is_left_to_it(findings):
    assert findings("HTML-03", "<script>x</script>\n\n<iframe src=x></iframe>") == ()


def test_markdown_code_comments_and_addresses_are_no_html(findings):
    body = "`<b>` <https://contoh.go.id> 5 < 6 <!-- <b> -->\n\n```\n<div>\n```\n"
    assert findings("HTML-03", body) == ()


def test_the_head_counts_where_it_is_surely_html(findings):
    (found,) = findings("HTML-03", ringkasan="Nilai <b>naik</b> bagi <pemohon>.")
    assert found.quote == "<b>"
