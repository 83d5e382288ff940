"""The file that municipalities load: small, fresh, plain ASCII, complete in four languages."""

import gzip
import subprocess
from pathlib import Path

import build
import catalogue
import pytest

BUDGET = 6_144  # bytes in brotli: code, styles and four languages
DECOMPRESS = (
    "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(process.argv[1])))"
)
COMPRESSED = build.BUNDLE.with_name("terecht.js.br")

needs_esbuild = pytest.mark.skipif(
    not build.ESBUILD.exists(), reason="npm ci --prefix static/widget has not run"
)


def test_the_bundle_keeps_within_its_budget(capsys: pytest.CaptureFixture[str]) -> None:
    raw, size = build.BUNDLE.read_bytes(), COMPRESSED.stat().st_size
    with capsys.disabled():
        figures = f"{size} of {BUDGET} bytes brotli, {len(gzip.compress(raw))} gzip, {len(raw)} raw"
        print(f"terecht.js: {figures}", end=" ")  # noqa: T201  CI shows how much room is left
    assert size <= BUDGET


def test_the_brotli_form_holds_the_bundle() -> None:
    unpacked = subprocess.run(["node", "-e", DECOMPRESS, COMPRESSED], capture_output=True, check=True)  # noqa: S607  wherever node is
    assert unpacked.stdout == build.BUNDLE.read_bytes()


@needs_esbuild
def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    again = tmp_path / "terecht.js"
    build.build(again)
    assert again.with_name("terecht.js.br").read_bytes() == COMPRESSED.read_bytes()
    assert again.read_bytes() == build.BUNDLE.read_bytes(), "run: python static/widget/build.py"


def test_the_bundle_is_ascii_and_so_needs_no_charset() -> None:
    assert build.BUNDLE.read_bytes().isascii()


@pytest.mark.parametrize(
    "forbidden", ["innerHTML", "eval(", "document.cookie", "localStorage", "sessionStorage", "data:"]
)
def test_the_bundle_does_nothing_that_a_strict_page_forbids(forbidden: str) -> None:
    assert forbidden not in build.BUNDLE.read_text("ascii")


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (build.HERE / "package-lock.json").read_text()


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_text_is_translated_and_none_is_stale(language: str) -> None:
    assert catalogue.faults(language) == []


def test_the_template_holds_what_the_sources_say() -> None:
    with catalogue.TEMPLATE.open("rb") as file:
        written = {message.id for message in catalogue.messages(catalogue.read_po(file))}
    assert written == {message.id for message in catalogue.messages(catalogue.template())}


def test_a_text_that_the_packing_would_garble_is_refused() -> None:
    with pytest.raises(ValueError, match="holds 'W'"):
        catalogue._packed_text("через WhatsApp", cyrillic=True)
