"""How maps are restricted, carried to cosets, and taken apart, on paper."""

from collections.abc import Callable, Mapping
from typing import Any

from exactspaces.fields import entries
from exactspaces.kernel import Matrix
from exactspaces.kernel.matrices import times
from exactspaces.questions.constructions import Construct, Construction
from exactspaces.questions.invariant import GeneralizedNull, InvariantComplement
from exactspaces.questions.linear_maps import (
    BlockForm,
    FirstIsomorphism,
    InducedMap,
    RankNullity,
    Restriction,
    SecondIsomorphism,
    ThirdIsomorphism,
)
from exactspaces.rendering.ambients import vector_of
from exactspaces.worked.notation import combination, equation, indexed
from exactspaces.worked.work import Work

Story = Callable[[Work, Any, Construct], bool]


def _matrices(question: Construction, answer: Construct) -> tuple[Matrix, ...]:
    return tuple(given.matrix for given in question.literals(answer))


def _images(
    work: Work, question: "Restriction | BlockForm", rows: Matrix, forms: tuple[Matrix, Matrix]
) -> None:
    """List the vectors of a basis, their images, and what these are in the basis."""
    matrix, form = forms
    show, names = vector_of(question.source), indexed("b", range(rows.height))
    images = entries(times(matrix, rows.transpose).transpose)
    factors = entries(form.transpose)
    work.list([
        (equation(name, show(v)), " has the image ", equation(show(image), combination(c, names)))
        for name, v, image, c in zip(names, entries(rows), images, factors, strict=True)
    ])  # fmt: skip


def restriction(work: Work, question: Restriction, answer: Construct) -> bool:
    """Write the image of each vector of the basis in the basis."""
    if answer.missing:
        work.say("We look at the images of a basis of the subspace W; one of them is not in W.")
        return False
    matrix, rows = _matrices(question, answer)
    work.say("We apply the map to each vector of the basis, and write the image in the basis.")
    _images(work, question, rows, (matrix, answer["M"]))
    work.say("The coordinates of the j-th image are column j of the matrix.")
    return False


def block_form(work: Work, question: BlockForm, answer: Construct) -> bool:
    """Complete a basis of W, and write the images of all vectors in it."""
    if answer.missing:
        work.say("We look at the images of a basis of the subspace W; one of them is not in W.")
        return False
    matrix, rows = _matrices(question, answer)
    work.say(
        "We complete a basis of W by unit vectors to a basis of the whole space, "
        "and write the image of each vector in it; the number of those in W is ",
        f"{rows.height}.",
    )
    _images(work, question, answer["P"].transpose, (matrix, answer["form"]))
    work.say(
        "W is invariant, so the images of its vectors need no others: below the first block "
        "stands 0. Modulo W its vectors are 0, and what is left is the last block."
    )
    return False


def induced(work: Work, _: InducedMap, answer: Construct) -> bool:
    """The map is 0 on W, so it is constant on cosets."""
    if answer.missing:
        work.say("A map on V/W has to be 0 on W. We look at the images of a basis of W.")
        return False
    work.say(
        "f is 0 on W, so v and v + w have the same image for all w in W: f is constant on cosets. "
        "We complete a basis of W to one of V. The cosets of the new vectors are a basis of V/W, "
        "and their images are the columns of F."
    )
    return False


def first_isomorphism(work: Work, _: FirstIsomorphism, __: Construct) -> bool:
    """Complete a basis of the kernel; the images of the others are a basis of the image."""
    work.say(
        "We complete a basis of the kernel to one of V. The cosets of the new vectors are a basis "
        "of V/ker T, and the map takes v + ker T to T v. We write these in a basis of im T."
    )
    return False


def second_isomorphism(work: Work, _: SecondIsomorphism, __: Construct) -> bool:
    """Complete a basis of the intersection by vectors of U."""
    work.say(
        "We complete a basis of U & W to one of U. The new vectors, with a basis of W, are one of "
        "U + W. So their cosets are a basis of U/(U & W) and of (U + W)/W, and taking the ones "
        "to the others is the isomorphism."
    )
    return False


def third_isomorphism(work: Work, _: ThirdIsomorphism, answer: Construct) -> bool:
    """Complete a basis of U to one of W, and this to one of V."""
    if answer.missing:
        work.say("U has to lie in W, and W in V. We look at the vectors of bases of U and W.")
        return False
    work.say(
        "We complete a basis of U by vectors of W to one of W, and this by vectors of V to one of "
        "V. The cosets of the last ones are a basis of V/W. Modulo U the first new vectors are a "
        "basis of W/U, and with the last ones they are one of V/U; so the cosets of the last ones "
        "are a basis of (V/U)/(W/U) as well, and taking the ones to the others is the isomorphism."
    )
    return False


def rank_nullity(work: Work, _: RankNullity, __: Construct) -> bool:
    """Reduce once for both."""
    work.say(
        "We reduce the matrix once: the free columns give a basis of the kernel, and the pivot "
        "columns of the matrix itself are a basis of the image."
    )
    return False


def generalized_null(work: Work, _: GeneralizedNull, __: Construct) -> bool:
    """Multiply until the dimension grows no more."""
    work.say(
        "The null spaces of N, N^2, N^3, ... grow until one is equal to the next; then all "
        "further ones are equal to it. The number of steps is the index."
    )
    return False


def invariant_complement(work: Work, _: InvariantComplement, answer: Construct) -> bool:
    """A complement is invariant when its corner of the block form is 0."""
    if answer.missing == "not invariant":
        work.say("We look at the images of a basis of the subspace W; one of them is not in W.")
        return False
    work.say(
        "In a basis that begins with one of W the map is [M S; 0 Q]. Other vectors after those of "
        "W differ from these by combinations of the basis of W, with the columns of a matrix X as "
        "coefficients; then S becomes S + M X - X Q. We look for an X that makes it 0."
    )
    return False


STORIES: Mapping[type[Construction], Story] = {
    Restriction: restriction,
    BlockForm: block_form,
    InducedMap: induced,
    FirstIsomorphism: first_isomorphism,
    SecondIsomorphism: second_isomorphism,
    ThirdIsomorphism: third_isomorphism,
    RankNullity: rank_nullity,
    GeneralizedNull: generalized_null,
    InvariantComplement: invariant_complement,
}
