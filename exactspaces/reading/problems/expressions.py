"""Expressions of a problem file, each read where it stands."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields.names import Over
from exactspaces.kernel import Given, Span, Term
from exactspaces.kernel.matrices import identity
from exactspaces.questions import BasisFor, ValueOf
from exactspaces.questions.formal import Definition
from exactspaces.questions.inner import Orthogonalised
from exactspaces.reading.problems.faults import Place, nearest, shown
from exactspaces.reading.problems.kinds import FORMAL, KINDS, Kind, Sort, sort_of
from exactspaces.reading.problems.letters import World
from exactspaces.reading.problems.maps import GivenMap
from exactspaces.reading.problems.predicates import read_formal
from exactspaces.reading.problems.texts import Shown
from exactspaces.reading.request import Request, read_request
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import UserSpace

_LARGEST_NAMED = 8


@dataclass(frozen=True)
class Names:
    """The field, and what the names stand for."""

    over: Over
    given: Mapping[str, str]
    own_spaces: Mapping[str, UserSpace] = field(default_factory=dict)
    own_sets: Mapping[str, ConditionSet] = field(default_factory=dict)
    own_maps: Mapping[str, GivenMap] = field(default_factory=dict)

    @property
    def world(self) -> World:
        """What formulas may name."""
        return World(self.over, self.given, self.own_spaces, self.own_sets)

    def look(self, place: Place, text: str) -> Shown:
        """Read an expression whose value is shown: {A}, {rref(A)}, {A | b}, {v1, v2}.

        Raises BadProblem.
        """
        expression = text.strip()
        if expression in self.world.places:
            return Shown(text, self._defined(expression))
        if expression in self.own_maps:
            return self._map(place, expression)
        if "|" in expression and not expression.startswith("["):
            expression = f"[{expression}]"
        try:
            return Shown(text, self.request(expression))
        except ExactSpacesError as error:
            listed = self._listed(expression)
            if listed is None:
                place.fail(f"the expression {{{text}}} is not understood. {error}")
            return Shown(text, listed, listed=True)

    def request(self, text: str) -> Request:
        """Read an expression or a claim."""
        formal = read_formal(self.world, text)
        return formal or read_request(text, self.over, self.given)

    def _defined(self, name: str) -> Request:
        """Give what a space or a set of the file is."""
        space, is_set = self.world.places[name], name in self.own_sets
        question = Definition(name, space, is_set)
        return Request(name, self.over, self.over.ring, question, None, {})

    def _map(self, place: Place, name: str) -> Shown:
        """Give a map of the file, with what it was given by."""
        ends = self._understood(place, f"injective({name})").ends
        pieces = self.own_maps[name].pieces
        shown = {} if "takes" in pieces else {k: self.look(place, v) for k, v in pieces.items()}
        return Shown(name, self._understood(place, name), mapped=ends, pieces=shown)

    @cached_property
    def spaces(self) -> Mapping[Term, str]:
        """The names of the spaces among what is given, and QQ^3 and the like."""
        ring, label = self.over.ring, self.over.label
        sizes = range(1, _LARGEST_NAMED + 1)
        found: dict[Term, str] = {Span(Given(identity(ring, n))): f"{label}^{n}" for n in sizes}
        for name in self.given:
            with suppress(ExactSpacesError):
                question = self.request(name).question
                if isinstance(question, BasisFor):
                    found.setdefault(question.space, name)
        return found

    def _listed(self, text: str) -> Request | None:
        """Give the span of a list of vectors; none when the text is something else."""
        for form in (f"span({text})", f"span{{{text}}}"):
            try:
                return self.request(form)
            except ExactSpacesError:
                continue
        return None

    def check(self, place: Place, name: str) -> None:
        """Refuse a given thing that has no meaning."""
        try:
            self.request(name)
        except ExactSpacesError as error:
            if self._listed(name) is None and not self._compares(name):
                place.fail(f"{shown(self.given[name])} is not understood. {error}")

    def _compares(self, name: str) -> bool:
        try:
            self.request(f"{name} == {name}")
        except ExactSpacesError:
            return False
        return True

    def asked(self, place: Place, kind: str, text: str) -> Request:
        """Give the question that a kind of answer means, asked of what the text names."""
        rule = KINDS[kind]
        sort, request = self._sorted(place, rule, text)
        if sort not in rule.fits:
            place.fail(
                f"the kind {kind} is {rule.means}, so {_either(rule.fits)} is due, and "
                f"{shown(text)} is {sort}; write for instance {rule.example}"
            )
        if sort in rule.wrapped:
            request = self._understood(place, f"{rule.wrap}({text})")
        return replace(request, names={**self.spaces, **request.names})

    def matrix(self, place: Place, text: str) -> Request:
        """Read a matrix; refuse what is none."""
        request = self._understood(place, text)
        sort = sort_of(request)
        if sort != "a matrix":
            place.fail(f"a matrix is due, and {shown(text)} is {sort}")
        return request

    def formed(self, place: Place, request: Request, text: str) -> Request:
        """Give a question about the inner product with this matrix.

        The orthogonal basis of a space is judged by the matrix; gram_schmidt itself needs it.
        """
        read = self.matrix(place, text)
        form = read.question
        match request.question:
            case Orthogonalised(vectors, None) if isinstance(form, ValueOf):
                # The text is that of the expression language, so that it can be read again.
                said = f"{request.text.replace('(', '({', 1)[:-1]}}}, {text})"
                asked = Orthogonalised(vectors, form.term)
                names = {**read.names, **request.names}
                return replace(request, text=said, question=asked, names=names)
            case Orthogonalised():
                place.fail("the inner product of gram_schmidt is given twice; take one out")
        return request

    def _sorted(self, place: Place, rule: Kind, text: str) -> tuple[Sort, Request]:
        try:
            request = self.request(text)
        except NotUnderstood:
            listed = self._listed(text) if "a list of vectors" in rule.fits else None
            if listed is None:
                return self._refused(place, text)
            return "a list of vectors", listed
        except ExactSpacesError:
            return self._refused(place, text)
        return sort_of(request), request

    def _refused(self, place: Place, text: str) -> tuple[Sort, Request]:
        request = self._understood(place, text)
        return sort_of(request), request

    def _understood(self, place: Place, text: str) -> Request:
        try:
            return self.request(text)
        except ExactSpacesError as error:
            place.fail(f"{shown(text)} is not understood. {error}")


def known_kind(place: Place, kind: str) -> str:
    """Refuse a kind of answer that is not known."""
    if kind not in KINDS:
        place.fail(f"{shown(kind)} is no kind of answer; {nearest(kind, (*KINDS, *FORMAL))}")
    return kind


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(words)
