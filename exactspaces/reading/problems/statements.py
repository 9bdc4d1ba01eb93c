"""Claims in a file: about spaces and sets, about what is given, or about all values of letters."""

from exactspaces.errors import ExactSpacesError
from exactspaces.questions import Question
from exactspaces.questions.comparisons import is_yes_no
from exactspaces.questions.formal import Universal
from exactspaces.reading.problems.faults import Place, shown
from exactspaces.reading.problems.letters import Letter, Lexicon, World, letter, number_letter
from exactspaces.reading.problems.predicates import read_formal, read_law
from exactspaces.reading.problems.tables import Table
from exactspaces.reading.request import read_request


def lettered(table: Table, world: World, names: tuple[str, ...] = ()) -> Lexicon:
    """Read the table of letters: where the values of each are taken from; numbers by default.

    Raises BadProblem.
    """
    places = table.table("letters")
    letters: list[Letter] = []
    for name in (*names, *(x for x in places.data if x not in names)):
        try:
            if name in places.data:
                letters.append(letter(world, name, places.text(name)))
            else:
                letters.append(number_letter(world, name))
        except ExactSpacesError as error:
            places.place.at(name).fail(f"the letter is not understood. {error}")
    return Lexicon(world, tuple(letters))


def claimed(where: Place, text: str, world: World, lexicon: Lexicon, given: object) -> Question:
    """Read a claim; `given` are conditions that the letters fulfil.

    Raises BadProblem.
    """
    try:
        law = read_law(world, text, ())
        if law is not None:
            return Universal(law.statement)
        formal = read_formal(world, text)
        if formal is not None:
            return formal.question
        if lexicon.letters:
            return _about_letters(where, text, lexicon, given)
        question = read_request(text, world.over, world.given).question
    except ExactSpacesError as error:
        where.fail(f"{shown(text)} is not understood. {error}")
    if not is_yes_no(question):
        where.fail(f"{shown(text)} is no claim; write one such as rank(A) == 2")
    return question


def _about_letters(where: Place, text: str, lexicon: Lexicon, given: object) -> Question:
    texts = [given] if isinstance(given, str) else given or []
    if not isinstance(texts, list) or not all(isinstance(x, str) for x in texts):
        where.fail("where: a condition on the letters is due, or a list of conditions")
    hypotheses = tuple(lexicon.condition(str(x)) for x in texts)
    return Universal(lexicon.statement(hypotheses, lexicon.condition(text)))
