"""What is installed is all that runs: the package carries its widget, words, translations and content."""

import os
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path
from sysconfig import get_config_var

import pytest

from widget_server.search.compiled import COMPILED

ROOT = Path(__file__).parent.parent

#: Below the package: each of these folders, file by file, as it lies in the repository.
CARRIED = {
    "index_data": "widget_server/_data/index_data",
    "locales": "widget_server/_data/locales",
    "widget_server": "widget_server",
}

#: Left behind by Python and by the tools; nobody installs these.
_LEFTOVERS = {"__pycache__", ".mypy_cache", ".ruff_cache"}


def built(folder: Path, **environment: str) -> Path:
    """The wheel of this repository, built in `folder` without network."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        env=os.environ | environment,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("terecht-*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(built(tmp_path_factory.mktemp("wheel")))


def _files(folder: str) -> list[Path]:
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return [path.relative_to(ROOT / folder) for path in paths if _LEFTOVERS.isdisjoint(path.parts)]


@pytest.mark.parametrize(("folder", "inside"), CARRIED.items())
def test_a_wheel_holds_every_file_that_the_server_reads(
    wheel: zipfile.ZipFile, folder: str, inside: str
) -> None:
    files = _files(folder)
    names = set(wheel.namelist())
    assert files
    assert [str(path) for path in files if f"{inside}/{path}" not in names] == []


@pytest.mark.parametrize("name", ["terecht.js", "terecht.js.br"])
def test_a_wheel_holds_the_widget_as_it_is_committed(wheel: zipfile.ZipFile, name: str) -> None:
    packed = wheel.read(f"widget_server/_data/static/widget/{name}")
    assert packed == (ROOT / "static/widget" / name).read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "widget_server/language/data/dutch-words.marisa",
        "widget_server/_data/index_data/national/judged/uk.yaml",
        "widget_server/_data/locales/ru/LC_MESSAGES/terecht.po",
        "widget_server/web/templates/search.html",
    ],
)
def test_a_wheel_holds_one_of_each_kind(wheel: zipfile.ZipFile, name: str) -> None:
    assert wheel.getinfo(name).file_size


def test_a_wheel_brings_the_command_and_the_licence(wheel: zipfile.ZipFile) -> None:
    (info,) = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    assert "terecht = widget_server.cli:main" in wheel.read(f"{info}/entry_points.txt").decode()
    assert wheel.getinfo(f"{info}/licenses/LICENSE").file_size
    about = message_from_bytes(wheel.read(f"{info}/METADATA"))
    assert about["License-Expression"] == "EUPL-1.2"


def test_a_wheel_holds_nothing_that_only_builders_need(wheel: zipfile.ZipFile) -> None:
    unwanted = ("node_modules", "tests/", "var/", "__pycache__")
    assert [name for name in wheel.namelist() if any(each in name for each in unwanted)] == []


@pytest.mark.skipif(not COMPILED, reason="installed without a C compiler")
def test_a_wheel_holds_the_kernels_for_machines_like_this_one(wheel: zipfile.ZipFile) -> None:
    kernels = sorted(name for name in wheel.namelist() if name.endswith(".so"))
    suffix = get_config_var("EXT_SUFFIX")
    assert kernels == [f"widget_server/{part}/kernel/compiled{suffix}" for part in ("engine", "language")]
    assert "none-any" not in str(wheel.filename)


def test_without_a_compiler_there_is_a_wheel_for_every_machine(tmp_path: Path) -> None:
    wheel = built(tmp_path, CC="false")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".so")]
