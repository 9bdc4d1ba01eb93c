"""Whole documents in each format."""

from __future__ import annotations

import html.parser
import re
import xml.etree.ElementTree as ET

import pytest

from exactspaces.rendering.documents import Block, Display, Document, Heading, Paragraph, Reduction
from exactspaces.rendering.formulas import Grid, Num, Sym, Words
from exactspaces.rendering.html import html_document
from exactspaces.rendering.latex import escaped, latex
from exactspaces.rendering.markdown import markdown_text
from exactspaces.rendering.mathml import mathml
from exactspaces.rendering.text import text_document, text_line
from exactspaces.rendering.write import write
from tests.rendering.samples import CLAIMS, DOCUMENT, FORMULAS

FORMATS = {"text": "txt", "markdown": "md", "latex": "tex", "html": "html"}
NASTY = [
    "<b>",
    '"><script>alert(1)</script>',
    "a&b",
    "x\x00y",
    "\ud800",
    "]]>",
    "-->",
    "\\end{x}%",
]
VOID = {"meta", "mspace"}


class Balance(html.parser.HTMLParser):
    """Collects the elements, and what is not closed in order."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.faults = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def read_html(text):
    reader = Balance()
    reader.feed(text)
    reader.close()
    assert (reader.open, reader.faults) == ([], [])
    return reader.tags


@pytest.mark.parametrize("how", FORMATS)
def test_a_document_with_everything_is_written_as_before(how, golden):
    golden(f"everything.{FORMATS[how]}", write(DOCUMENT, how, standalone=True))


def test_a_part_of_a_page_is_the_body_of_the_page():
    part, page = html_document(DOCUMENT), html_document(DOCUMENT, standalone=True)
    assert part.strip() in page
    assert "<html" not in part


def test_html_is_well_formed_and_loads_nothing():
    tags = read_html(write(DOCUMENT, "html", standalone=True))
    assert set(tags) & {"script", "link", "img", "iframe", "object", "b", "block", "sure"} == set()
    assert "http" not in write(DOCUMENT, "html", standalone=True)


@pytest.mark.parametrize("text", NASTY)
def test_no_text_gets_into_html_as_it_is(text):
    pieces = (text, Sym(text), Words(text))
    page = write(Document((Heading(text, 1), Paragraph(pieces))), "html", standalone=True)
    assert set(read_html(page)) <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "p", "math", "mi",
    }  # fmt: skip
    page.encode("utf-8")


@pytest.mark.parametrize("text", NASTY)
def test_mathml_of_any_name_is_xml(text):
    math = ET.fromstring(mathml(Sym(text)))  # noqa: S314 - our own text
    assert math.get("alttext")


@pytest.mark.parametrize("name", FORMULAS)
def test_mathml_of_each_formula_is_xml_and_can_be_heard(name):
    math = ET.fromstring(mathml(FORMULAS[name], display=True))  # noqa: S314 - our own text
    assert math.tag == "math"
    assert math.get("alttext")
    assert math.get("display") == "block"


def test_the_special_signs_of_latex_are_escaped():
    assert escaped(r"100% & #1 $x_1^2 {a} ~\b") == (
        r"100\% \& \#1 \$x\_1\textasciicircum{}2 \{a\} "
        r"\textasciitilde{}\textbackslash{}b"
    )
    assert latex(Sym("50%")) == r"\text{50\%}"


@pytest.mark.parametrize("name", FORMULAS)
def test_the_braces_of_latex_match(name):
    text = re.sub(r"\\.", "", latex(FORMULAS[name]))
    assert text.count("{") == text.count("}")
    commands = latex(FORMULAS[name])
    assert commands.count(r"\left") - commands.count(r"\leftrightarrow") == commands.count(
        r"\right"
    ) - commands.count(r"\rightarrow")
    assert commands.count(r"\begin{") == commands.count(r"\end{")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a*b_c`d`", r"a\*b\_c\`d\`"),
        ("[x](y) <b> $5 #1", r"\[x\](y) \<b\> \$5 \#1"),
        ("two\nlines", "two lines"),
    ],
)
def test_the_special_signs_of_markdown_are_escaped(text, written):
    assert markdown_text((text,)) == written


@pytest.mark.parametrize("opening", ["1. so", "- so", "+ so", "= so", "12) so"])
def test_a_paragraph_of_markdown_is_no_list(opening):
    written = write(Document((Paragraph((opening,)),)), "markdown")
    assert re.match(r"\d*\\", written)


def test_words_of_a_statement_are_words_of_the_text():
    text = write(Document((Paragraph((FORMULAS["words"],)),)), "markdown")
    assert text == "$A$ is 100% \\<sure\\> \\& R\\&D\\_x for all $x$\n"


def test_the_text_of_a_paragraph_is_broken_at_80_signs_and_not_in_a_formula():
    matrix = Grid(((Num(1), Num(2)), (Num(3), Num(4))))
    lines = text_document(Document((Paragraph(("word " * 15, matrix, " end")),))).splitlines()
    assert lines == [("word " * 15).strip(), "[1 2; 3 4] end"]
    assert text_line(("A is ", matrix)) == "A is [1 2; 3 4]"


def test_a_matrix_too_wide_is_written_row_by_row():
    row = tuple(Num(10**6 + k) for k in range(20))
    lines = text_document(Document((Display(Grid((row, row))),))).splitlines()
    assert [line.strip()[0] for line in lines] == ["[", "1"]
    assert lines[0].endswith(";")
    assert lines[1].endswith("]")


def test_operations_stand_on_the_arrow():
    one = Grid(((Num(1),), (Num(2),)))
    chain = Document((Reduction((((), one), ((Sym("R1"), Sym("R2")), one))),))
    assert "  ↓ R₁, R₂\n" in write(chain, "text")
    assert r"\xrightarrow{\substack{R_{1} \\ R_{2}}}" in write(chain, "latex")
    assert "<mover>" in write(chain, "html")


@pytest.mark.parametrize("how", FORMATS)
def test_an_unknown_block_is_refused(how):
    with pytest.raises(TypeError, match="Block"):
        write(Document((Block(),)), how)


def test_there_is_a_sample_of_each_claim_and_they_fit_on_the_page():
    lines = write(DOCUMENT, "text").splitlines()
    assert len(CLAIMS) > 20
    too_long = [line for line in lines if len(line) > 100]
    assert len(too_long) == 1
