"""How orthogonal vectors are found on paper."""

from exactspaces.fields import Scalar, entries
from exactspaces.kernel import Matrix
from exactspaces.questions.constructions import Construct, Construction
from exactspaces.rendering.formulas import Formula, Sum, Sym
from exactspaces.worked.notation import Term, equation, indexed, listed, multiple, split_sign
from exactspaces.worked.work import Work


def gram_schmidt(work: Work, question: Construction, answer: Construct) -> None:
    """Subtract from each vector its projections onto the orthogonal ones before it."""
    if answer.missing == "dependent":
        return
    rows: Matrix = question.literals(answer)[0].matrix
    u, table = answer["u"], entries(answer["T"])
    old, new = indexed("v", range(rows.height)), indexed("u", range(u.height))
    points = work.points(rows)
    given = [equation(name, point) for name, point in zip(old, points, strict=True)]
    work.say("The vectors are ", *listed(given), ".")
    work.say("From each vector we take off its projections onto the orthogonal ones before it.")
    work.say("The factor of u_j in v_k is <u_j, v_k> / <u_j, u_j>.")
    for k in range(u.height):
        value = work.point(u.select((k,)))
        work.show(equation(new[k], _taken_off(old[k], table[k][:k], new[:k]), value))


def _taken_off(vector: Sym, factors: list[Scalar], symbols: tuple[Sym, ...]) -> Formula:
    terms: list[Term] = [("+", vector)]
    for factor, symbol in zip(factors, symbols, strict=True):
        if factor:
            sign, size = split_sign(-factor)
            terms.append((sign, multiple(size, symbol)))
    return Sum(tuple(terms)) if len(terms) > 1 else vector
