"""From tokens to the stream the grammar reads: what a blank, or nothing at all, means.

Inside square brackets a blank separates entries, unless the row has commas. Elsewhere two
values side by side are a product when the first is a coefficient (2x, 3(1, 2)) and a
fault otherwise (`BESIDE`, a token the grammar never accepts).
"""

from __future__ import annotations

from exactspaces.reading.grammar.scan import Scanner
from exactspaces.reading.grammar.tokens import CLOSERS, ENDS, OPENERS, SIGNED, STARTS, Row, Token
from exactspaces.reading.slips import Slip

_LISTS = {"span": "SPAN", "independent": "PROPERTY", "dependent": "PROPERTY"}
_OF_LISTS = {"gram", "gram_schmidt", "dual"}
_ROW_ENDS = frozenset({"RBRACKET", "ENVCLOSE"})


def arrange(scanner: Scanner) -> list[Token]:
    """Give the tokens with separators and products made explicit."""
    source = scanner.tokens
    scanner.lines = _is_table(scanner)
    made: list[Token] = []
    if scanner.lines:
        made.append(Token("LBRACKET", "", 0, 0, Row("")))
    for index, token in enumerate(source):
        if index:
            _join(scanner, made, index)
        if token.type == "SEMI" or token.type in _ROW_ENDS:
            _drop(made, "COMMA")
        if token.type in _ROW_ENDS:
            _drop(made, "SEMI")
        made.append(token)
    _drop(made, "SEMI")
    _drop(made, "COMMA")
    if scanner.lines:
        end = len(scanner.text)
        made.append(Token("RBRACKET", "", end, end, Row("")))
    return made


def _is_table(scanner: Scanner) -> bool:
    """Whether the text is a matrix without brackets: rows on lines, or entries between tabs."""
    tokens = scanner.tokens
    if any(token.type == "COMPARE" and not token.row.inside for token in tokens):
        # Lines that hold relations are statements below one another, not rows of a matrix.
        return False
    return scanner.lines or any(_begins_entry(tokens, index) for index in scanner.tabbed)


def _begins_entry(tokens: list[Token], index: int) -> bool:
    """Whether a token after a blank can only be an entry of its own: 2, x, or -2 but not - 2."""
    after = tokens[index + 1 : index + 2]
    signed = tokens[index].type in SIGNED and bool(after) and not after[0].space
    return signed or tokens[index].type in STARTS


def _drop(made: list[Token], kind: str) -> None:
    """Repair a separator that separates nothing."""
    if made[-1:] and made[-1].type == kind and len(made) > 1:
        made.pop()


def _join(scanner: Scanner, made: list[Token], index: int) -> None:
    """Put between two neighbours what is meant by their layout."""
    last, token = scanner.tokens[index - 1], scanner.tokens[index]
    if token.breaks:
        _break(scanner, made, index)
        return
    if last.type not in ENDS:
        return
    apart = token.space and _blanks_separate(scanner, token.row)
    if token.type in SIGNED:
        if apart:
            _separate_sign(scanner, made, index)
    elif token.type in STARTS:
        if apart:
            made.append(_mark("GAP", last, token))
        elif not _is_call(last, token):
            made.append(_side_by_side(scanner.text, last, token))


def _break(scanner: Scanner, made: list[Token], index: int) -> None:
    """Read a new line: a row of a matrix, or a statement below another."""
    last, token = scanner.tokens[index - 1], scanner.tokens[index]
    after = scanner.tokens[index + 1 : index + 2]
    if token.type in SIGNED and after and after[0].space:
        raise Slip(
            f'The line that begins with "{token.value}" may go on with the line before or not.',
            token.start,
            remedy="Put the sign at the end of the line before, or no space after it.",
        )
    in_matrix = scanner.lines or token.row.inside
    made.append(_mark("SEMI" if in_matrix else "COMMA", last, token))


def _mark(kind: str, last: Token, token: Token) -> Token:
    """Make a token for something unwritten."""
    return Token(kind, "", last.end, token.start, token.row)


def _blanks_separate(scanner: Scanner, row: Row) -> bool:
    """Whether a blank in this row stands between entries."""
    if row.comma:
        return False
    return row.inside == "LBRACKET" or (scanner.lines and not row.inside)


def _is_call(last: Token, token: Token) -> bool:
    """Turn a word before its bracket into what it opens; say whether it was one."""
    if last.type != "NAME":
        return False
    if token.type == "LPAR":
        last.type = _LISTS.get(last.value, "FUNC")
    elif token.type == "LBRACE" and last.value == "basis":
        last.type = "BASIS"
    elif token.type == "LBRACE" and last.value in _LISTS:
        last.type = _LISTS[last.value]
    elif token.type == "LBRACE" and last.value in _OF_LISTS:
        last.type = "FUNC"
    return last.type != "NAME"


def _side_by_side(text: str, last: Token, token: Token) -> Token:
    """Read two values with nothing between them: a product after a coefficient, or a fault."""
    closes_group = last.type in {"RPAR", "RGROUP"} and last.value == "group"
    if token.type != "NUMBER" and (closes_group or last.type in {"NUMBER", "SUP"}):
        return _mark("JUXT", last, token)
    fault = _mark("BESIDE", last, token)
    left, right = text[last.start : last.end], text[token.start : token.end]
    fault.value = f'Nothing stands between "{left[-20:]}" and "{right[:20]}".'
    return fault


def _separate_sign(scanner: Scanner, made: list[Token], index: int) -> None:
    """Read a sign after a blank: it begins an entry, unless a blank follows it too."""
    last, sign = scanner.tokens[index - 1], scanner.tokens[index]
    after = scanner.tokens[index + 1 : index + 2]
    if after and after[0].space and not after[0].breaks:
        raise _ambiguous(scanner, index)
    made.append(_mark("GAP", last, sign))


def _ambiguous(scanner: Scanner, index: int) -> Slip:
    """Word the refusal of [1 - 2], which is one entry or two."""
    tokens, sign = scanner.tokens, scanner.tokens[index].value
    left = scanner.text[tokens[_run_start(tokens, index)].start : tokens[index - 1].end]
    right = scanner.text[tokens[index + 1].start : tokens[_run_end(tokens, index)].end]
    one = ""
    if max(len(left), len(right)) < 10 and left.isdecimal() and right.isdecimal():
        one = f" ({int(left) + int(sign + '1') * int(right)})"
    word = "minus" if sign == "-" else "plus"
    return Slip(
        f'"{left} {sign} {right}" can be one entry{one} or two ({left}, {sign}{right}).',
        tokens[index].start,
        remedy=f"Put a comma between entries, or no space after the {word}.",
    )


def _run_start(tokens: list[Token], sign: int) -> int:
    """Find where the unbroken run of tokens before a sign begins."""
    row, first = tokens[sign].row, sign - 1
    while first and not (tokens[first].row is row and tokens[first].space):
        before = tokens[first - 1]
        if before.type == "SEMI" or (before.type in OPENERS and before.row is not row):
            break
        first -= 1
    return first


def _run_end(tokens: list[Token], sign: int) -> int:
    """Find where the unbroken run of tokens after a sign ends."""
    last, depth = sign + 1, 0
    for index in range(sign + 1, len(tokens)):
        token = tokens[index]
        depth += (token.type in OPENERS) - (token.type in CLOSERS)
        separates = token.type == "SEMI" or (token.space and index > sign + 1)
        if depth < 0 or (depth == 0 and separates):
            break
        last = index
    return last
