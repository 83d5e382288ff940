# ruff: noqa: INP001  a script beside what it builds, not a package
"""src/ and locales/ -> terecht.js, the one file that a municipality's page loads, and its brotli form.

    npm ci --prefix static/widget
    python static/widget/build.py

The sources are copied aside with each text replaced by its place in the catalogue and the style sheet
minified; esbuild (the only tool) bundles the copy. The same sources give the same bytes.
"""

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Final

import catalogue

HERE: Final = Path(__file__).parent
BUNDLE: Final = HERE / "terecht.js"
ESBUILD: Final = HERE / "node_modules" / ".bin" / "esbuild"

#: What the browsers of 2023 speak; the style sheet asks for newer things than the code does.
TARGET: Final = "es2022"

#: Brotli at its best (quality 11 is Node's default).
COMPRESS: Final = (
    "const [, bundle] = process.argv, fs = require('fs');"
    "fs.writeFileSync(bundle + '.br', require('zlib').brotliCompressSync(fs.readFileSync(bundle)))"
)

#: Properties to shorten: names of our own only, none of which the DOM or the API knows. A name that is not here
#: stays, so that forgetting one costs bytes and nothing else.
OWN_NAMES: Final = (
    "after", "alert", "api", "ask", "asked", "cancel", "chosen", "collapse", "createWords", "element", "empty",
    "exact", "extend", "failure", "host", "level", "limit", "list", "more", "nameOf", "node", "nodes", "opened",
    "page", "question", "quiet", "retranslate", "retry", "root", "say", "show", "spoken", "stop", "typed",
    "words",
)  # fmt: skip

_TEXT: Final = r'"((?:[^"\\]|\\.)*)"'
_SINGULAR: Final = re.compile(rf"\bt\(\s*{_TEXT}\s*\)")
_PLURAL: Final = re.compile(rf"\bn\(\s*{_TEXT},\s*{_TEXT},")


def build(bundle: Path = BUNDLE) -> None:
    """Write `bundle` and, beside it, `bundle`.br for servers: Python has no brotli of its own."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        _copy_sources(copy)
        (copy / "catalogue.js").write_text(_catalogue_module(), encoding="utf-8")
        _style_sheet("widget.css", copy)
        _esbuild(
            str(copy / "terecht.js"),
            "--bundle",
            "--minify",
            "--format=iife",
            "--charset=ascii",
            "--loader:.css=text",
            f"--mangle-props=^({'|'.join(OWN_NAMES)})$",
            f"--target={TARGET}",
            f"--outfile={bundle}",
        )
    _run("node", "-e", COMPRESS, str(bundle))


def _style_sheet(name: str, folder: Path) -> None:
    """Write the sheet without spaces; esbuild leaves them in custom properties, where ours need none."""
    minified = folder / name
    _esbuild(str(catalogue.SOURCES / name), "--minify", f"--outfile={minified}")
    minified.write_text(re.sub(r"([:,]) | (?=})", r"\1", minified.read_text("utf-8")), encoding="utf-8")


def _copy_sources(folder: Path) -> None:
    """Copy src/ with English replaced by places: English is a translation among the others, carried once."""
    places = {
        _key(message.id): place for place, message in enumerate(catalogue.messages(catalogue.template()))
    }
    for path in catalogue.SOURCES.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        source = _SINGULAR.sub(lambda call: f"t({places[call[1]]})", source)
        source = _PLURAL.sub(lambda call: f"n({places[call[1]]},", source)
        (folder / path.name).write_text(source, encoding="utf-8")


def _key(message_id: str | list[str] | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _catalogue_module() -> str:
    entries = ",".join(f"{language}:{_packed_literal(language)}" for language in catalogue.LANGUAGES)
    return f'import {{ cyrillic }} from "./cyrillic.js"; export const catalogue = {{{entries}}};'


def _packed_literal(language: str) -> str:
    literal = json.dumps(catalogue.packed(language))
    return f"cyrillic({literal})" if language in catalogue.CYRILLIC_LANGUAGES else literal


def _esbuild(*arguments: str) -> None:
    _run(str(ESBUILD), "--log-level=warning", *arguments)


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603  our own arguments, no shell


if __name__ == "__main__":
    build()
