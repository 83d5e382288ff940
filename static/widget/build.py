# ruff: noqa: INP001  a script beside what it builds, not a package
"""src/ and locales/ -> terecht.js, the one file that a municipality's page loads, and terecht-more.js, its extras.

    npm ci --prefix static/widget
    python static/widget/build.py

The sources are copied aside with each text replaced by its place in the catalogue and the style sheets
minified; esbuild (the only tool) bundles the copies. The same sources give the same bytes. Why there are two
files, and how the first vouches for the second: docs/decisions/0006-widget-in-two-files.md.
"""

import json
import re
import subprocess
import tempfile
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Final

import catalogue
from babel.messages.catalog import Catalog

HERE: Final = Path(__file__).parent
BUNDLE: Final = HERE / "terecht.js"
#: Beside the first part, wherever that lies.
MORE: Final = "terecht-more.js"
ESBUILD: Final = HERE / "node_modules" / ".bin" / "esbuild"

#: What the browsers of 2023 speak; the style sheet asks for newer things than the code does.
TARGET: Final = "es2022"

#: Brotli at its best (quality 11 is Node's default). How it writes distances suits one text or another: each way is
#: tried, and the smallest kept (RFC 7932, section 4: NPOSTFIX and NDIRECT; 10 to 30 bytes here).
COMPRESS: Final = """
const { readFileSync, writeFileSync } = require("fs");
const { brotliCompressSync, constants: { BROTLI_PARAM_NPOSTFIX, BROTLI_PARAM_NDIRECT } } = require("zlib");
const [, bundle] = process.argv;
const raw = readFileSync(bundle);
const ways = [0, 1, 2, 3].flatMap((postfix) => [...Array(16).keys()].map((direct) => [postfix, direct << postfix]));
const forms = ways.map(([postfix, direct]) => brotliCompressSync(raw, {
  params: { [BROTLI_PARAM_NPOSTFIX]: postfix, [BROTLI_PARAM_NDIRECT]: direct },
}));
writeFileSync(bundle + ".br", forms.reduce((best, form) => (form.length < best.length ? form : best)));
"""

#: Properties to shorten: names of our own only, none of which the DOM or the API knows. A name that is not here
#: stays, so that forgetting one costs bytes and nothing else.
OWN_NAMES: Final = (
    "above", "alert", "api", "ask", "asked", "attribute", "below", "cancel", "chosen", "collapse", "createWords", "element",
    "empty", "exact", "fail", "failure", "host", "later", "level", "list", "nameOf", "node", "nodes", "opened", "page",
    "question", "quiet", "refusal", "retranslate", "retry", "root", "say", "show", "spoken", "stop", "typed", "words",
)  # fmt: skip

_TEXT: Final = r'"((?:[^"\\]|\\.)*)"'
_SINGULAR: Final = re.compile(rf"\bt\(\s*{_TEXT}\s*\)")
_PLURAL: Final = re.compile(rf"\bn\(\s*{_TEXT},\s*{_TEXT},")


def build(bundle: Path = BUNDLE) -> None:
    """Write `bundle`, its second part, and beside each its brotli form for servers: Python has none of its own."""
    more = bundle.with_name(MORE)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        _copy_sources(catalogue.SOURCES, copy)
        _copy_sources(catalogue.EXTRAS, copy / "more")
        # The first part hands objects to the second: both shorten the same names to the same ones.
        names = f"--mangle-cache={copy / 'names.json'}"
        (copy / "names.json").write_text("{}", encoding="utf-8")
        _bundle(copy / "more" / "more.js", more, "--format=esm", names)
        (copy / "integrity.js").write_text(
            f'export const INTEGRITY = "{_integrity(more)}";', encoding="utf-8"
        )
        _bundle(copy / "terecht.js", bundle, "--format=iife", names)


def _bundle(entry: Path, bundle: Path, *options: str) -> None:
    _esbuild(
        str(entry),
        "--bundle",
        "--minify",
        "--charset=ascii",
        "--loader:.css=text",
        f"--mangle-props=^({'|'.join(OWN_NAMES)})$",
        f"--target={TARGET}",
        f"--outfile={bundle}",
        *options,
    )
    _run("node", "-e", COMPRESS, str(bundle))


def _integrity(script: Path) -> str:
    """What Subresource Integrity holds the second part against: the first knows no other."""
    return f"sha256-{b64encode(sha256(script.read_bytes()).digest()).decode()}"


def _copy_sources(sources: Path, folder: Path) -> None:
    """Copy a folder with English replaced by places: English is a translation among the others, carried once."""
    folder.mkdir(exist_ok=True)
    template = catalogue.template(sources)
    places = {_key(message.id): place for place, message in enumerate(catalogue.messages(template))}
    for path in sources.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        source = _SINGULAR.sub(lambda call: f"t({places[call[1]]})", source)
        source = _PLURAL.sub(lambda call: f"n({places[call[1]]},", source)
        (folder / path.name).write_text(source, encoding="utf-8")
    for path in sources.glob("*.css"):
        _style_sheet(path, folder / path.name)
    (folder / "catalogue.js").write_text(_catalogue_module(template, sources), encoding="utf-8")


def _style_sheet(sheet: Path, minified: Path) -> None:
    """Write the sheet without spaces; esbuild leaves them in custom properties, where ours need none."""
    _esbuild(str(sheet), "--minify", f"--outfile={minified}")
    minified.write_text(re.sub(r"([:,]) | (?=})", r"\1", minified.read_text("utf-8")), encoding="utf-8")


def _key(message_id: str | list[str] | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _catalogue_module(template: Catalog, sources: Path) -> str:
    entries = ",".join(
        f"{language}:{_packed_literal(language, template)}" for language in catalogue.LANGUAGES
    )
    root = "." if sources == catalogue.SOURCES else ".."
    return f'import {{ cyrillic }} from "{root}/cyrillic.js"; export const catalogue = {{{entries}}};'


def _packed_literal(language: str, template: Catalog) -> str:
    literal = json.dumps(catalogue.packed(language, template))
    return f"cyrillic({literal})" if language in catalogue.CYRILLIC_LANGUAGES else literal


def _esbuild(*arguments: str) -> None:
    _run(str(ESBUILD), "--log-level=warning", *arguments)


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603  our own arguments, no shell


if __name__ == "__main__":
    build()
