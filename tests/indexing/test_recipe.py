from pathlib import Path
from types import ModuleType

import pytest

from widget_server.content import codec, sentences, tags
from widget_server.indexing import documents, recipe
from widget_server.language.made_by import made_by


def test_a_recipe_names_all_that_analyses_words() -> None:
    assert recipe.recipe().items() > made_by().items()


@pytest.mark.parametrize("module", [documents, codec, sentences, tags])
def test_other_code_that_makes_documents_is_another_recipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType
) -> None:
    before = recipe.recipe()
    changed = tmp_path / "changed.py"
    changed.write_text(Path(str(module.__file__)).read_text() + "TITLE = 30.0\n")
    monkeypatch.setattr(module, "__file__", str(changed))
    recipe._code.cache_clear()
    assert recipe.recipe() != before
    monkeypatch.undo()
    recipe._code.cache_clear()
    assert recipe.recipe() == before
