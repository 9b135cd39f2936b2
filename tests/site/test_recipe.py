"""What was made by other code counts as made from something else."""

from __future__ import annotations

import pytest

from terbit.site import recipe


def test_the_reading_of_texts_belongs_to_the_recipe() -> None:
    names = {path.relative_to(recipe.PACKAGE).as_posix() for path in recipe._files()}
    wanted = {"articles.py", "yaml_source.py", "markup.py", "core/record.py", "site/press.py"}
    wanted |= {"drawing/photo.py", "imaging.py", "shortening.py"}
    assert wanted | {"templates/site/article.html.j2", "theme/main.html"} <= names


def test_another_version_of_a_tool_is_another_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    before = recipe.code()
    recipe.code.cache_clear()
    monkeypatch.setattr(recipe, "version", lambda tool: f"9 {tool}")
    try:
        assert recipe.code() != before
    finally:
        recipe.code.cache_clear()
