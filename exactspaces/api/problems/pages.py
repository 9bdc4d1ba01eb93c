"""What a problem asks, as a page: title, what is given, the parts with their points."""

import re
from collections.abc import Iterator

from exactspaces.api.problems.formal_choices import choice_blocks
from exactspaces.api.problems.texts import given_blocks, text_pieces
from exactspaces.api.processes.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.reading.problems import Problem
from exactspaces.reading.problems.faults import Place
from exactspaces.reading.problems.texts import Mathematics, Shown, Sign, Text
from exactspaces.rendering.documents import Block, Display, Document, Heading, Paragraph
from exactspaces.rendering.formulas import Join, Sym
from exactspaces.rendering.text import text_line


def problem_document(problem: Problem, *, budget: Budget = DEFAULT) -> Document:
    """Give the page of one problem; nothing is solved but what the texts show."""
    return Document((Heading(title_of(problem, budget), 1), *asked_blocks(problem, budget)))


def title_of(problem: Problem, budget: Budget) -> str:
    """Give the title as plain text."""
    return text_line(text_pieces(Place(problem.file).at("title"), problem.title, budget))


def asked_blocks(problem: Problem, budget: Budget) -> list[Block]:
    """Give the statement, and each part with its points."""
    place = Place(problem.file)
    blocks: list[Block] = list(_statement(problem, budget))
    for number, part in enumerate(problem.parts):
        ask = text_pieces(place.at_path(f"part[{number + 1}].ask"), part.ask, budget)
        worth = f" ({part.points} point{'' if part.points == 1 else 's'})"
        blocks.append(Paragraph((label(len(problem.parts), number), *ask, worth)))
        blocks += choice_blocks(part, lambda text: text_pieces(place, text, budget))
    return blocks


def label(parts: int, number: int) -> str:
    """Give (a), (b), and so on, before the parts of a problem; nothing when there is one."""
    if parts == 1:
        return ""
    return f"({chr(ord('a') + number)}) " if parts <= 26 else f"({number + 1}) "


def _statement(problem: Problem, budget: Budget) -> Iterator[Block]:
    """Give the statement of the file, or else what is given and no part says."""
    if problem.statement is not None:
        place = Place(problem.file).at("statement")
        yield Paragraph(text_pieces(place, problem.statement, budget))
        return
    texts = [part.ask for part in problem.parts]
    shown = {name for text in texts for name in _shown(text)}
    spoken = {word for text in texts for word in re.findall(r"\w+", text.source)}
    kept = [block for block in given_blocks(problem) if _name_of(block) in spoken - shown]
    if kept:
        yield Paragraph(("Given over ", Sym(problem.field), ":"))
        yield from kept
    elif problem.field != "QQ":
        yield Paragraph(("Work over ", Sym(problem.field), "."))


def _name_of(block: Block) -> str:
    match block:
        case Display(Join("=", (Sym(name), *_))):
            return name
    return ""


def _shown(text: Text) -> Iterator[str]:
    """Give the expressions whose values stand in a text."""
    for piece in text.pieces:
        if isinstance(piece, Shown):
            yield piece.expression.strip()
        elif isinstance(piece, Mathematics):
            yield from _inside(piece.signs)


def _inside(signs: "tuple[Sign | Shown, ...]") -> Iterator[str]:
    for sign in signs:
        if isinstance(sign, Shown):
            yield sign.expression.strip()
        else:
            yield from _inside(sign.inside)
