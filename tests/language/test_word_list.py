from pathlib import Path

from widget_server.language.compounds import DUTCH_WORDS
from widget_server.language.data import build


def test_the_same_list_gives_the_same_file(tmp_path: Path) -> None:
    source = tmp_path / "list"
    source.write_text("zorg\nOekraïne\n06-nummer\nop de hoogte\n", encoding="utf-8")
    assert build.build(source, tmp_path / "one") == 2
    build.build(source, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_the_shipped_list_has_its_licence_beside_it() -> None:
    licence = DUTCH_WORDS.with_name("dutch-words.LICENCE.txt").read_text(encoding="utf-8")
    assert "OpenTaal" in licence
    assert "Redistributions in binary form must reproduce the above copyright notice" in licence
