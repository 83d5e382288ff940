from pathlib import Path

import pytest

from widget_server.indexing import documents, recipe
from widget_server.language.made_by import made_by


def test_a_recipe_names_all_that_analyses_words() -> None:
    assert recipe.recipe().items() > made_by().items()


def test_another_weight_of_a_title_is_another_recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = recipe.recipe()
    code = Path(documents.__file__).read_text()
    changed = tmp_path / "documents.py"
    changed.write_text(code.replace("TITLE: Final = 3.0", "TITLE: Final = 30.0"))
    assert changed.read_text() != code
    monkeypatch.setattr(documents, "__file__", str(changed))
    recipe._code.cache_clear()
    assert recipe.recipe() != before
    monkeypatch.undo()
    recipe._code.cache_clear()
    assert recipe.recipe() == before
