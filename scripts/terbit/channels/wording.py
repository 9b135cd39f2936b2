"""The words of a post: composed from an article, then made to fit without a broken word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from terbit import markup
from terbit.core.article import Article
from terbit.shortening import abbreviated, cut, line

_END = re.compile(r"[.!?…]+[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Draft:
    """The parts of a post in reading order.

    `link` is the whole line that ends in the link; `mark` is set around the title where the
    medium makes bold of it, unless the title itself holds that mark.
    """

    title: str
    sentences: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    link: str = ""
    tags: tuple[str, ...] = ()
    mark: str = ""

    @property
    def text(self) -> str:
        """The parts as one text, a blank line between paragraphs."""
        mark = self.mark if self.title and self.mark not in self.title else ""
        parts = (
            f"{mark}{self.title}{mark}",
            " ".join(self.sentences),
            "\n".join(self.facts),
            self.link,
            " ".join(self.tags),
        )
        return "\n\n".join(part for part in parts if part)


def draft(article: Article, link_line: str, mark: str = "") -> Draft:
    """Everything that a post could say about an article."""
    facts = article.five_w
    rows = (("Waktu", facts.kapan), ("Tempat", facts.di_mana)) if facts else ()
    return Draft(
        title=line(article.title),
        sentences=tuple(sentences(line(article.summary) or lead(article))),
        facts=tuple(f"{label}: {line(value).rstrip('.')}" for label, value in rows if line(value)),
        link=link_line,
        tags=tuple(dict.fromkeys(tag for tag in map(hashtag, article.tags) if tag)),
        mark=mark,
    )


def fit(whole: Draft, fits: Callable[[str], bool]) -> str:
    """The richest form of a draft that fits; at worst the link alone, never a broken word."""
    found = next((form.text for form in _forms(whole) if fits(form.text)), None)
    if found is not None:
        return found
    bare = Draft("", link=whole.link, mark=whole.mark)
    if not fits(bare.text):
        bare = replace(bare, link="")
    title = whole.title.replace("#", "")
    return replace(bare, title=cut(title, lambda text: fits(replace(bare, title=text).text))).text


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; abbreviations and degrees such as "M.Si." do not end one."""
    start = 0
    for match in _END.finditer(text):
        word = text[start : match.start()].rsplit(None, 1)[-1:]
        if text[match.start()] == "." and word and abbreviated(word[0]):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def lead(article: Article) -> str:
    """The first paragraph of the body as plain words."""
    match = _PARAGRAPH.search(article.html)
    return markup.to_text(match[1]) if match else ""


def hashtag(tag: str) -> str:
    """A tag as a hashtag: words joined with capitals, "" where no letter is left."""
    words = re.findall(r"\w+", tag)
    joined = words[0] if len(words) == 1 else "".join(w[:1].upper() + w[1:] for w in words)
    return f"#{joined}" if re.search(r"[^\W\d_]", joined) else ""


def _forms(whole: Draft) -> Iterator[Draft]:
    """Ever shorter forms: facts go first, then sentences, then tags, then the first sentence."""
    for count in range(len(whole.facts), 0, -1):
        yield replace(whole, facts=whole.facts[:count])
    bare = replace(whole, facts=())
    for count in range(len(bare.sentences), 1, -1):
        yield replace(bare, sentences=bare.sentences[:count])
    for kept in (bare.sentences[:1], ()) if bare.sentences else ((),):
        for count in range(len(bare.tags), -1, -1):
            yield replace(bare, sentences=kept, tags=bare.tags[:count])
