"""The competitors get the same articles, in the form that their documentation asks for."""

from __future__ import annotations

import subprocess
from pathlib import Path

import yaml

from tests.bench.site import corpus
from tests.bench.site.competitors import Blog, Hugo

FIVE = list(corpus.stories(5))


def test_hugo_gets_layouts_photos_and_articles(tmp_path: Path) -> None:
    hugo = Hugo(tmp_path / "hugo")
    hugo.create(FIVE)
    assert len(list(hugo.folder.glob("static/foto/*.jpg"))) == corpus.PHOTOS
    text = (hugo.folder / f"content/berita/{FIVE[0].folder}.md").read_text("utf-8")
    _, head, body = text.split("---\n", 2)
    assert yaml.safe_load(head)["tags"] == list(FIVE[0].tags)
    assert body == FIVE[0].body


def test_the_blog_plugin_makes_a_page_of_every_article(tmp_path: Path) -> None:
    blog = Blog(tmp_path / "blog")
    blog.create(FIVE)
    subprocess.run(blog.command, cwd=blog.place, check=True, capture_output=True)
    made = {path.parent.name for path in blog.output.glob("20*/*/*/*/index.html")}
    assert made == {story.slug for story in FIVE}
    assert (blog.output / f"category/{FIVE[0].category}/index.html").is_file()
    assert FIVE[0].tags[0] in (blog.output / "tags/index.html").read_text("utf-8")
    blog.reset()
    assert not blog.output.exists()


def test_zensical_gets_the_same_but_for_the_page_of_all_tags(tmp_path: Path) -> None:
    blogs = Blog(tmp_path / "satu"), Blog(tmp_path / "dua", setting="zensical.yml")
    for blog in blogs:
        blog.create(FIVE)
    theirs, ours = ({path.name for path in blog.folder.rglob("*.*")} for blog in blogs)
    assert theirs - ours == {"tags.md"}
    settings = [yaml.safe_load((blog.folder / "mkdocs.yml").read_text()) for blog in blogs]
    for setting, extra in zip(settings, ("tags", None), strict=True):
        assert [row for row in setting["plugins"] if isinstance(row, str)] == [extra][: bool(extra)]
        setting.pop("plugins"), setting.pop("nav")
    assert settings[0] == settings[1]
