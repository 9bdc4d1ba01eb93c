"""The kernel stands on the standard library and on the plain part of the language."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.source import KERNEL, ROOT, Module, modules

OUTSIDE = ("flint", "gmpy2", "lark", "mpmath", "numpy", "sympy")
# Standard, but able to run code, to reach out, to load late or to make runs differ.
UNWELCOME = {
    "ctypes", "importlib", "logging", "marshal", "pickle", "random", "socket", "subprocess",
}  # fmt: skip
CALLS = {"__import__", "compile", "eval", "exec"}


def imported_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        if node.level:
            return ["." * node.level + (node.module or "")]
        if node.module == "exactspaces":
            return [f"exactspaces.{alias.name}" for alias in node.names]
        return [node.module or ""]
    return []


def is_welcome(name: str) -> bool:
    if name == "exactspaces.kernel" or name.startswith("exactspaces.kernel."):
        return True
    top = name.partition(".")[0]
    return top in sys.stdlib_module_names and top not in UNWELCOME


def refused_syntax(node: ast.AST) -> str | None:
    match node:
        case ast.Assert():
            return "assert: python -O removes it"
        case ast.Global():
            return "global: the kernel has no state"
        case ast.Constant(value=float() | complex()):
            return f"the inexact literal {node.value}"
        case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
            return "true division"
    return None


def refused_names(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name) and node.id in CALLS:
        return f"{node.id}: the kernel runs no text"
    strangers = [name for name in imported_names(node) if not is_welcome(name)]
    return f"import of {', '.join(strangers)}" if strangers else None


def findings(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        reason = refused_syntax(node) or refused_names(node)
        if reason is not None:
            yield f"{module.name}:{node.lineno}: {reason}"


def imported_outsiders(*options: str) -> str:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import exactspaces.kernel; "
        f"print(*sorted({{name.partition('.')[0] for name in sys.modules}} & set({OUTSIDE!r})))"
    )
    run = subprocess.run(
        [sys.executable, "-I", *options, "-c", program],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_the_kernel_uses_only_what_it_may():
    assert [line for module in modules(KERNEL) for line in findings(module)] == []


@pytest.mark.parametrize(
    "text",
    [
        "assert True",
        "def f():\n    global x\n    x = 1",
        "x = 0.5",
        "x = 1j",
        "x = 1 / 2",
        "x = 1\nx /= 2",
        "eval('1')",
        "exec('1')",
        "__import__('sympy')",
        "import sympy",
        "import numpy.linalg",
        "from flint import fmpz",
        "import importlib",
        "from exactspaces import errors",
        "from exactspaces.errors import Refused",
        "import exactspaces.fields",
        "from . import matrices",
        "from ..errors import Refused",
    ],
)
def test_what_the_kernel_may_not_use_is_seen(text):
    assert list(findings(Module(KERNEL / "seed.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "x = 7 // 2",
        "from fractions import Fraction",
        "from exactspaces.kernel import matrices",
        "from exactspaces import kernel",
        "import exactspaces.kernel.errors",
    ],
)
def test_what_the_kernel_may_use_is_let_through(text):
    assert list(findings(Module(KERNEL / "seed.py", text))) == []


def test_importing_the_kernel_imports_nothing_from_outside():
    assert imported_outsiders() == ""


def test_the_kernel_imports_where_only_the_standard_library_is_installed():
    assert imported_outsiders("-S") == ""


def test_the_kernel_imports_under_optimisation():
    assert imported_outsiders("-O") == ""
