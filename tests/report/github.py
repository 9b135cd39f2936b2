"""A comment as GitHub would lay it out, and what in it is more than words."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.gfm import gfm_plugin

HOSTILE = """# Judul @arif-atasan dan @org/tim
<script>alert(1)</script> <b>tebal</b> &lt;i&gt; <!-- terbit:lembar -->
![gambar](https://jahat.example/x.png) [klik](http://jahat.example) www.jahat.example
surel@jahat.example #12 owner/repo#34 GH-56 $x$ `kode` ~~coret~~ *miring* _garis_ :tada:
=====
- satu
- [ ] tugas
2. dua
2) tiga
+ empat
> lima
> [!WARNING]
> enam
```
pagar
| a | b |
|---|---|
[1]: http://jahat.example
[^1]: catatan
$$
x
$$
---
***
~~~
<details><summary>x</summary>"""
"""Something of everything that Markdown and GitHub bring to life."""

_MENTION = re.compile(r"(?:^|[^\w&;])@[a-z0-9]", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!&)#\d|\bGH-\d", re.IGNORECASE)


def render(markdown: str) -> str:
    """GitHub's dialect with line breaks, as in comments: autolinks, tasks, alerts, math, notes."""
    parser = MarkdownIt("commonmark", {"breaks": True})
    parser.use(gfm_plugin, dollarmath=True)
    return str(parser.render(markdown))


def words(html: str) -> str:
    """What stands between the tags."""
    return re.sub(r"<[^>]*>", "", html)


def tags(html: str) -> set[str]:
    """The elements of a page."""
    return set(re.findall(r"<([a-z]\w*)", html))


def addresses(html: str) -> set[str]:
    """Where its links and pictures lead."""
    return set(re.findall(r'(?:href|src)="([^"]*)"', html))


def calls(html: str) -> list[str]:
    """Mentions and numbers that GitHub would make links of."""
    said = words(html)
    return [match[0] for pattern in (_MENTION, _NUMBER) for match in pattern.finditer(said)]
