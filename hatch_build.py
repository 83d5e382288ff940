"""Compiles `widget_server/engine/kernel/compiled.pyx` while Terecht is installed.

Without a C compiler or Python's headers the installation goes on: `kernel/portable.py` then does the same, more slowly.
"""

import shutil
import tempfile
from pathlib import Path
from runpy import run_path
from typing import Any

from Cython.Build import cythonize
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from setuptools import Distribution, Extension
from setuptools.errors import CCompilerError, ExecError, PlatformError

_MODULE = "widget_server.engine.kernel.compiled"
_SOURCE = Path("widget_server/engine/kernel/compiled.pyx")


class KernelBuildHook(BuildHookInterface):
    """Adds the compiled kernel to a wheel; an editable installation gets it beside its source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; called by hatchling before it collects the files."""
        self._folder = tempfile.mkdtemp()
        source = Path(self.root, _SOURCE)
        try:
            made = _compiled(source, self._folder)
        except (CCompilerError, ExecError, PlatformError) as error:
            self.app.display_warning(f"{_SOURCE} was not compiled, searches will be slower: {error}")
            return
        if version == "editable":
            beside = source.with_name(made.name)
            beside.unlink(missing_ok=True)  # a process that runs keeps what it has opened
            shutil.copyfile(made, beside)
        else:
            build_data["force_include"][str(made)] = str(_SOURCE.with_name(made.name))
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, *_: object) -> None:
        """Clean up; called after the files were collected."""
        shutil.rmtree(self._folder)


def _compiled(source: Path, folder: str) -> Path:
    """The extension made of `source` in `folder`; it remembers of which text it was made."""
    digest = run_path(str(source.with_name("source.py")))["digest"]()
    extension = Extension(_MODULE, [str(source)], define_macros=[("KERNEL_SOURCE", f"{digest}u")])
    extensions = cythonize([extension], build_dir=folder, quiet=True)
    command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
    command.build_temp = command.build_lib = folder
    command.ensure_finalized()
    command.run()
    (made,) = command.get_outputs()
    return Path(made)
