"""Row operations as an answer: a list of them, or elementary matrices in front of the matrix."""

import re

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries
from exactspaces.kernel import KernelError, Matrix
from exactspaces.kernel.matrices import equal
from exactspaces.questions import Combine, Multiply, Operation, Swap
from exactspaces.questions.operations import elementary, operation_of
from exactspaces.reading.answers.pieces import read_in_turn
from exactspaces.reading.answers.reductions import TWO_STEPS, carried_operations, operations_of
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned
from exactspaces.reading.answers.values import read_matrix

MOST = 60
_PRODUCT = re.compile(
    r"(?:\w+\s*=\s*)?((?:\[[^\[\]]*\](?:\s*[*·])?\s*)+)([A-Za-z]\w*|\[[^\[\]]*\])?\s*"
)
_FACTOR = re.compile(r"\[[^\[\]]*\]")
_SWAPPED = re.compile(
    r"(?i)\b(?:swap|exchange|interchange)\s+(?:rows?\s+)?(\w{1,9})\s+(?:and|with)\s+(?:row\s+)?(\w{1,9})"
)
_FILLERS = re.compile(r"(?i)\b(?:then|and|first|next|finally)\b|^\s*\d+[.)]\s", re.MULTILINE)


def read_operations(setting: Setting, text: str) -> Answer:
    """Read row operations, carried out from left to right; the value is a tuple of them."""
    text = cleaned(text)
    if re.fullmatch(r"(?i)none|nothing|no operations?|\{\}", text):
        return Answer((), "no operation")
    product = _PRODUCT.fullmatch(text.replace("\\cdot", "*"))
    notes: tuple[str, ...] = ()
    if product and not _is_one_matrix(product):
        found = _factors(setting, product)
    else:
        found, notes = _written(setting, text)
    if len(found) > MOST:
        raise NotRead("input.too-long", f"at most {MOST} operations are read")
    return Answer(found, ", then ".join(map(shown, found)), notes)


def _is_one_matrix(product: re.Match[str]) -> bool:
    """Say whether this is a matrix alone, without the one that it is multiplied to."""
    return product[2] is None and len(_FACTOR.findall(product[1])) == 1 and "=" not in product[0]


def _written(setting: Setting, text: str) -> tuple[tuple[Operation, ...], tuple[str, ...]]:
    if text.startswith("["):
        raise NotRead("input.wrong-sort", "row operations are due, such as R2 -> R2 - 3R1")
    text = _SWAPPED.sub(r"swap(\1,\2)", text)
    lines = [line for line in _FILLERS.sub(",", text).splitlines() if line.strip(" ,;")]
    groups: list[tuple[Operation, ...]] = []
    for line in lines:
        setting, found = operations_of(setting, line)
        groups += found
    notes = (TWO_STEPS,) if any(len(group) > 1 for group in groups) else ()
    return carried_operations([one for group in groups for one in group], setting.over.ring), notes


def _factors(setting: Setting, product: re.Match[str]) -> tuple[Operation, ...]:
    """Read E2 * E1 * A: the matrix that stands last acts first."""
    texts = _FACTOR.findall(product[1])
    if len(texts) > MOST:
        raise NotRead("input.too-long", f"at most {MOST} factors are read")
    ends_in_matrix = product[2] is not None and product[2].startswith("[")
    named = product[2] is not None or "=" in product[0].split("[")[0]
    if not named and not ends_in_matrix:
        texts = texts[:-1]
    found = read_in_turn(setting, [(read_matrix, text) for text in reversed(texts)])
    return tuple(_of_matrix(answer.value) for answer in found)


def _of_matrix(matrix: Matrix) -> Operation:
    found = operation_of(matrix)
    try:
        same = found is not None and equal(elementary(found, matrix.ring, matrix.height), matrix)
    except (ExactSpacesError, KernelError) as error:
        raise NotRead("input.not-elementary", f"this is no elementary matrix: {error}") from error
    if found is None or not same:
        message = "read as a matrix that is not elementary; write one factor for each operation"
        raise NotRead("input.not-elementary", message)
    return found


def shown(operation: Operation) -> str:
    """Write an operation in the notation that is read."""
    match operation:
        case Swap(first, second):
            return f"R{first} <-> R{second}"
        case Multiply(row, factor):
            return f"R{row} -> ({entries(factor)[0][0]}) R{row}"
        case Combine(row, factor, source):
            return f"R{row} -> R{row} + ({entries(factor)[0][0]}) R{source}"
    return "no row operation"
