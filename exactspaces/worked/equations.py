"""How equations between matrices are solved on paper: both sides are reduced together."""

from exactspaces.questions.constructions import Construct
from exactspaces.questions.equations import MatrixEquation
from exactspaces.solvers.systems import augmented
from exactspaces.worked.chains import fully
from exactspaces.worked.work import Work


def matrix_equation(work: Work, question: MatrixEquation, answer: Construct) -> bool:
    """Reduce [A | B] and say what the rows mean; what was found is checked afterwards."""
    a, b = (given.matrix for given in question.literals(answer))
    work.say("The columns of X solve the systems with the columns of the right side. We write it "
             "beside the matrix and reduce both together.")  # fmt: skip
    fully(work, augmented(a, b), a.width)
    if answer.missing:
        work.say("A row says that 0 is a number other than 0, so there is no X.")
    else:
        work.say("With the free variables 0, the pivots give the rows of X; rows of X without a "
                 "pivot are 0.")  # fmt: skip
    return False
