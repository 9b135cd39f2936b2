"""What was made by other code counts as made from something else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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


def test_all_code_that_a_build_loads_belongs_to_the_recipe() -> None:
    """But for what only carries: how objects are read, work is shared out, errors are told."""
    code = (
        "import sys, terbit.site.building, terbit.site.encoding;"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('terbit.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {Path(name).relative_to(recipe.PACKAGE).as_posix() for name in done.stdout.split()}
    listed = {path.relative_to(recipe.PACKAGE).as_posix() for path in recipe._files()}
    assert loaded - listed == {"errors.py", "git_objects.py", "parallel.py"}
