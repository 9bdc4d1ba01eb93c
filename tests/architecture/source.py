"""Our own source as data: modules, syntax trees and what is measured on them."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "exactspaces"
KERNEL = PACKAGE / "kernel"

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
LAYOUT = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}


@dataclass(frozen=True)
class Module:
    """A Python file: where it is and what it says."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.name)


def modules(folder: Path) -> list[Module]:
    """Every Python file under the folder, in a fixed order; none where the folder is absent."""
    return [
        Module(path, path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))
    ]


def docstring_lines(node: ast.AST) -> set[int]:
    """The line numbers of a node's own docstring."""
    if not isinstance(node, DOCUMENTED) or ast.get_docstring(node, clean=False) is None:
        return set()
    first = node.body[0]
    return set(range(first.lineno, (first.end_lineno or first.lineno) + 1))


def code_lines(text: str) -> int:
    """How many lines hold code: no blanks, no comments, no docstrings."""
    held: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in LAYOUT:
            held.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        held -= docstring_lines(node)
    return len(held)


def functions(tree: ast.Module) -> Iterator[FunctionNode]:
    return (node for node in ast.walk(tree) if isinstance(node, FunctionNode))


def classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def function_length(node: FunctionNode) -> int:
    """The lines of a function from `def` to its end, its docstring not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1 - len(docstring_lines(node))


def public_methods(node: ast.ClassDef) -> list[str]:
    return sorted(
        {
            item.name
            for item in node.body
            if isinstance(item, FunctionNode) and not item.name.startswith("_")
        }
    )
