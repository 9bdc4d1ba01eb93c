"""Coordinates, change of basis, projection."""

from exactspaces.fields import entries
from exactspaces.kernel import (
    Equal,
    Given,
    Independent,
    Inverse,
    Matrix,
    Product,
    Span,
    Transpose,
    identity,
)
from exactspaces.questions import (
    BasisChange,
    CoordinatesIn,
    DirectSum,
    ProjectionOnto,
    ring_of,
    shape_of,
)
from exactspaces.rendering.formulas import Formula, Join, Sym
from exactspaces.rendering.terms import matrix_grid
from exactspaces.solvers.bases import joined
from exactspaces.solvers.systems import augmented
from exactspaces.worked.chains import forward, fully
from exactspaces.worked.conditions import tidied
from exactspaces.worked.equality import equal
from exactspaces.worked.independence import direct_sum
from exactspaces.worked.inverses import inverse
from exactspaces.worked.membership import look_up
from exactspaces.worked.notation import combination, equation, listed
from exactspaces.worked.proofs import proved
from exactspaces.worked.relations import write_relation
from exactspaces.worked.spaces import generators, zeros
from exactspaces.worked.work import Work


def coordinates(work: Work, question: CoordinatesIn) -> None:
    """Solve for the coefficients; or say why there are none."""
    vector: Matrix = work.value(question.vector)
    rows: Matrix = work.value(question.basis)
    symbols = work.vectors(rows, "buw")
    answer = proved(CoordinatesIn(Given(vector), Given(rows))).answer
    if answer == "dependent":
        work.say("Coordinates need a basis. We look for pivots in the matrix of its columns.")
        forward(work, rows.transpose)
        write_relation(work, rows, symbols)
        return
    name = work.term(question.vector, column=True)
    found = look_up(work, vector, rows, (name, symbols), holds=answer != "outside")
    if found is not None:
        work.fact(
            Independent(Given(rows)),
            "The vectors of the basis are independent, so these numbers are the only ones.",
        )


def basis_change(work: Work, question: BasisChange) -> None:
    """Reduce [new | old] to [I | P]."""
    old: Matrix = work.value(question.old)
    new: Matrix = work.value(question.new)
    b, c = work.vectors(old, "bvu"), work.vectors(new, "cwz")
    answer = proved(BasisChange(Given(old), Given(new))).answer
    if not isinstance(answer, Matrix):
        _no_change(work, (old, b), (new, c), answer)
        return
    _change(work, (old, b), (new, c), answer)


List = tuple[Matrix, tuple[Formula, ...]]


def _no_change(work: Work, first: List, second: List, reason: str) -> None:
    """Show which list is no basis, or that they are bases of two spaces."""
    if reason == "different spaces":
        work.say("There is such a matrix only for two bases of one space.")
        spans = Span(Given(first[0])), Span(Given(second[0]))
        equal(work, Equal(*spans), holds=False)
        return
    rows, symbols = first if reason == "first dependent" else second
    work.say(
        *listed(symbols), " have to be a basis. We look for pivots in the matrix of these columns."
    )
    forward(work, rows.transpose)
    write_relation(work, rows, symbols)


def _change(work: Work, first: List, second: List, answer: Matrix) -> None:
    (old, b), (new, c) = first, second
    work.say(
        "Column k of the matrix holds the coordinates of the k-th old vector in the new "
        "basis. So we reduce one matrix for all: ",
        *listed(c),
        " on the left, ",
        *listed(b),
        " on the right.",
    )
    found = fully(work, joined(new, old).transpose, new.height)
    k = new.height
    shown = tidied(found.matrix.select(range(k)).columns(range(k, 2 * k)))
    work.say("On the right stands the matrix")
    letter = work.free_letter("PMQ")
    work.show(equation(Sym(letter), matrix_grid(shown)))
    work.rests_on(proved(BasisChange(Given(old), Given(new))).theorem)
    work.names[Given(answer)] = letter
    table = entries(shown.transpose)
    sides = [equation(x, combination(row, c)) for x, row in zip(b, table, strict=True)]
    claim = Equal(Product(Transpose(Given(new)), Given(answer)), Transpose(Given(old)))
    work.check(claim, *listed(sides), ".")


def projection(work: Work, question: ProjectionOnto) -> None:
    """Keep the vectors of the one space, send those of the other to 0."""
    answer: Matrix | None = proved(question).answer
    if answer is None:
        _not_complementary(work, question)
        return
    onto, u = generators(work, question.onto, "uvs")
    along, w = generators(work, question.along, "wzt")
    work.say("The projection P keeps ", *_names(u), " and sends ", *_names(w), " to 0.")
    work.say("So P M = K: M has all these as columns, K has 0 in place of the second part.")
    full = joined(onto, along).transpose
    kept = augmented(onto.transpose, zeros(onto, onto.width, along.height))
    sides = equation(Sym("M"), matrix_grid(full)), equation(Sym("K"), matrix_grid(kept))
    work.show(Join(",", sides))
    work.say("The columns of M are a basis of the whole space, so M has an inverse.")
    work.say("P is K times this inverse.")
    back = inverse(work, Inverse(Given(full)))
    work.show(equation(Sym("P"), matrix_grid(tidied(answer))))
    work.fact(Equal(Product(Given(kept), Given(back)), Given(answer)))
    work.names[Given(answer)] = "P"
    _check(work, answer, onto, along)


def _not_complementary(work: Work, question: ProjectionOnto) -> None:
    n = shape_of(question.onto).height
    whole = Span(Given(identity(ring_of(question), n)))
    work.say("There is a projection only when the whole space is the direct sum of the two.")
    direct_sum(work, DirectSum((question.onto, question.along), whole), holds=False)


def _names(symbols: tuple[Formula, ...]) -> tuple[str | Formula, ...]:
    return listed(symbols) if symbols else ("no vector",)


def _check(work: Work, answer: Matrix, onto: Matrix, along: Matrix) -> None:
    images = Product(Given(answer), Transpose(Given(onto)))
    work.check(Equal(images, Transpose(Given(onto))), "P keeps the vectors of the first basis.")
    images = Product(Given(answer), Transpose(Given(along)))
    zero = zeros(answer, answer.height, along.height)
    work.check(Equal(images, Given(zero)), "P sends those of the second to 0.")
