"""Compiles the kernels (`widget_server/*/kernel/compiled.pyx`) while Terecht is installed.

Without a C compiler or Python's headers the installation goes on: `portable.py` beside each then does the same, more slowly.
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

_SOURCES = ("widget_server/engine/kernel/compiled.pyx", "widget_server/language/kernel/compiled.pyx")


class KernelBuildHook(BuildHookInterface):
    """Adds the compiled kernels to a wheel; an editable installation gets each beside its source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; called by hatchling before it collects the files."""
        self._folder = tempfile.mkdtemp()
        root = Path(self.root)
        try:
            made = [compiled(root, source, self._folder) for source in _SOURCES]
        except (CCompilerError, ExecError, PlatformError) as error:
            self.app.display_warning(f"nothing was compiled, searches will be slower: {error}")
            return
        for source, module in zip(_SOURCES, made, strict=True):
            beside = Path(source).with_name(module.name)
            if version == "editable":
                (root / beside).unlink(missing_ok=True)  # a process that runs keeps what it has opened
                shutil.copyfile(module, root / beside)
            else:
                build_data["force_include"][str(module)] = str(beside)
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, *_: object) -> None:
        """Clean up; called after the files were collected."""
        shutil.rmtree(self._folder)


def compiled(root: Path, source: str, folder: str) -> Path:
    """The extension made of `source` in `folder`; it remembers of which text it was made."""
    path = root / source
    digest = run_path(str(root / "widget_server/kernels.py"))["digest"](path.parent)
    name = source.removesuffix(".pyx").replace("/", ".")
    extension = Extension(name, [str(path)], define_macros=[("KERNEL_SOURCE", f"{digest}u")])
    extensions = cythonize([extension], build_dir=folder, quiet=True)
    command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
    command.build_temp, command.build_lib = folder, str(Path(folder, name))
    command.ensure_finalized()
    command.run()
    (made,) = command.get_outputs()
    return Path(made)
