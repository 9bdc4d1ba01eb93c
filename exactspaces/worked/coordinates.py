"""Coordinates, change of basis, projection."""

from exactspaces.kernel import (
    Equal,
    Given,
    Independent,
    Inverse,
    Matrix,
    Product,
    Transpose,
)
from exactspaces.questions import BasisChange, CoordinatesIn, ProjectionOnto
from exactspaces.rendering.formulas import Formula, Join, Sym
from exactspaces.rendering.terms import matrix_grid
from exactspaces.solvers.bases import joined
from exactspaces.solvers.systems import augmented
from exactspaces.worked.chains import forward, fully
from exactspaces.worked.conditions import tidied
from exactspaces.worked.inverses import inverse
from exactspaces.worked.membership import look_up
from exactspaces.worked.notation import equation, listed
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
        work.fact(Independent(Given(rows)), "The vectors of the basis are independent, so these "
                  "numbers are the only ones.")  # fmt: skip


def basis_change(work: Work, question: BasisChange) -> None:
    """Reduce [new | old] to [I | P]."""
    old: Matrix = work.value(question.old)
    new: Matrix = work.value(question.new)
    b, c = work.vectors(old, "bvu"), work.vectors(new, "cwz")
    answer: Matrix = proved(BasisChange(Given(old), Given(new))).answer
    work.say("Column k of the matrix holds the coordinates of the k-th old vector in the new "
             "basis. So we reduce one matrix for all: ", *listed(c), " on the left, ", *listed(b),
             " on the right.")  # fmt: skip
    found = fully(work, joined(new, old).transpose, new.height)
    k = new.height
    shown = tidied(found.matrix.select(range(k)).columns(range(k, 2 * k)))
    work.say("On the right stands the matrix")
    work.show(equation(Sym(work.free_letter("PMQ")), matrix_grid(shown)))
    work.rests_on(proved(BasisChange(Given(old), Given(new))).theorem)
    claim = Equal(Product(Transpose(Given(new)), Given(answer)), Transpose(Given(old)))
    work.check(claim, "the new vectors as columns, times this matrix, are the old vectors.")


def projection(work: Work, question: ProjectionOnto) -> None:
    """Keep the vectors of the one space, send those of the other to 0."""
    onto, u = generators(work, question.onto, "uvs")
    along, w = generators(work, question.along, "wzt")
    work.say("The projection P keeps ", *_names(u), " and sends ", *_names(w), " to 0. So P M = K, "
             "where M has all these vectors as columns and K has zeros in place of the second "
             "part.")  # fmt: skip
    full = joined(onto, along).transpose
    kept = augmented(onto.transpose, zeros(onto, onto.width, along.height))
    work.show(Join(",", (equation(Sym("M"), matrix_grid(full)),
                         equation(Sym("K"), matrix_grid(kept)))))  # fmt: skip
    work.say("The columns of M are a basis of the whole space, so M has an inverse, and P is K "
             "times this inverse.")  # fmt: skip
    back = inverse(work, Inverse(Given(full)))
    answer: Matrix = proved(question).answer
    work.show(equation(Sym("P"), matrix_grid(tidied(answer))))
    work.fact(Equal(Product(Given(kept), Given(back)), Given(answer)))
    _check(work, answer, onto, along)


def _names(symbols: tuple[Formula, ...]) -> tuple[str | Formula, ...]:
    return listed(symbols) if symbols else ("no vector",)


def _check(work: Work, answer: Matrix, onto: Matrix, along: Matrix) -> None:
    images = Product(Given(answer), Transpose(Given(onto)))
    work.check(Equal(images, Transpose(Given(onto))), "P keeps the vectors of the first basis.")
    images = Product(Given(answer), Transpose(Given(along)))
    zero = zeros(answer, answer.height, along.height)
    work.check(Equal(images, Given(zero)), "P sends those of the second to 0.")

