"""Write the theorem files of accept/, refuse/ and survive/: `python -m tests.kernel.make_forgeries`.

accept/   must be accepted;
refuse/   forgeries, each with the exact text of the refusal in a .reason file beside it;
survive/  broken texts, which may be refused in any words but must not crash the checker.
"""

# ruff: noqa: E501 - a table has one row on each line

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from exactspaces.kernel import check, load
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.checker import Theorem
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.wire import FORMAT, dump
from tests.kernel.build import g
from tests.kernel.prover import prove
from tests.kernel.samples import lines

HERE = Path(__file__).resolve().parent


def tampered() -> dict[str, str]:
    """Give texts that are theorem files in everything but one place."""
    claim = s.Equal(t.Rank(g("1 2 3; 2 4 6; 1 1 2")), t.Count(2))
    good = json.loads(dump(Theorem(claim, prove(claim))))
    huge = "9" * 5000
    return {
        "a-number-as-float": _with(good, ["claim", "right", "value"], 2.0),
        "a-number-as-bool": _with(good, ["claim", "right", "value"], True),
        "a-huge-integer": json.dumps(good).replace('"value": 2', f'"value": {huge}'),
        "an-exponent": json.dumps(good).replace('"value": 2', '"value": 1e999999999'),
        "not-a-number": json.dumps(good).replace('"value": 2', '"value": NaN'),
        "a-key-twice": json.dumps(good).replace('"value": 2', '"value": 3, "value": 2'),
        "another-format": _with(good, ["format"], "exactspaces-theorem/0"),
        "no-rings": _with(good, ["rings"], []),
        "a-ring-that-is-none": _with(good, ["rings"], [{"kind": "PrimeField", "p": 6}]),
        "an-unknown-kind": _with(good, ["claim", "kind"], "Obvious"),
        "a-certificate-as-claim": _with(good, ["claim"], good["certificate"]),
        "a-wide-matrix": _with(good, ["claim", "left", "matrix", "matrix", "width"], 10**12),
        "ragged-rows": _with(good, ["claim", "left", "matrix", "matrix", "rows"], [[1], [1, 2]]),
        "a-zero-denominator": _with(good, ["claim", "left", "matrix", "matrix", "denominator"], 0),
        "a-negative-ring": _with(good, ["claim", "left", "matrix", "matrix", "ring"], -1),
        "one-field-more": _with(good, ["claim", "note"], "trust me"),
        "an-empty-file": "",
        "a-list": "[]",
        "half-a-file": json.dumps(good)[:100],
        "deeply-nested": "[" * 100_000,
    }


def _with(data, path: list[str], value) -> str:
    data = json.loads(json.dumps(data))
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(data)


def survivors() -> dict[str, str]:
    """Give texts that ask for much work or are no text of ours."""
    claim = s.Equal(t.Power(t.Power(t.Power(g("2 1; 1 3"), 1000), 1000), 1000), g("1 0; 0 1"))
    deep = g("1")
    for _ in range(90):
        deep = t.Transpose(deep)
    deep_claim = s.Equal(deep, g("1"))
    empty = {"format": FORMAT, "rings": [{"kind": "Rationals"}]}
    plain = {"kind": "Matrix", "ring": 0, "denominator": 1, "powers": []}
    rows = plain | {"width": 0, "rows": [[]] * 20_000}
    outer = {"kind": "Given", "matrix": rows}
    parts = {"kind": "Computed", "parts": []}
    product = {"kind": "Product", "left": outer, "right": {"kind": "Transpose", "matrix": outer}}
    equal = {"kind": "Equal", "left": product, "right": outer}
    proof = {
        "kind": "Computed",
        "parts": [
            {"kind": "Computed", "parts": [parts, {"kind": "Computed", "parts": [parts]}]},
            parts,
        ],
    }
    monomial = [[1000, 0, 0, 0], 1]
    ring = {
        "kind": "Parameters", "field": {"kind": "Rationals"}, "names": list("xabc"),
        "zero": [[[[1, 0, 0, 0], 1], [[0, 1, 0, 0], 1], [[0, 0, 1, 0], 1], [[0, 0, 0, 1], 1]]],
        "solved": [0], "nonzero": [],
    }  # fmt: skip
    x = {"kind": "Given", "matrix": plain | {"width": 1, "rows": [[[monomial]]]}}
    zero = {"kind": "Given", "matrix": plain | {"width": 1, "rows": [[[]]]}}
    return {
        "powers-of-powers": dump(Theorem(claim, prove_power())),
        "ninety-levels": dump(Theorem(deep_claim, prove(deep_claim))),
        "a-product-of-nothing": json.dumps(empty | {"claim": equal, "certificate": proof}),
        "a-long-division": json.dumps(
            {
                "format": FORMAT,
                "rings": [ring],
                "claim": {"kind": "Equal", "left": x, "right": zero},
                "certificate": {"kind": "Computed", "parts": [parts, parts]},
            }
        ),
        "no-json": "\x00\x01 theorem",
        "surrogates": '{"format": "\\ud800"}',
    }


def prove_power():
    return prove(s.Equal(t.Power(t.Power(t.Power(g("1"), 1), 1), 1), g("1")))


def refusal(text: str) -> str:
    """Give the words with which a text is refused; empty when it is accepted."""
    try:
        check(*load(text))
    except KernelError as error:
        return str(error)
    return ""


def main() -> None:
    """Write all files."""
    for folder in ("accept", "refuse", "survive"):
        (HERE / folder).mkdir(exist_ok=True)
    for name, text in survivors().items():
        (HERE / "survive" / f"{name}.json").write_text(text, encoding="utf-8")
    seen: Counter[str] = Counter()
    for line in lines():
        folder, most = ("refuse", 2) if line.reason else ("accept", 1)
        name = f"{folder}/{line.name}"
        seen[name] += 1
        if seen[name] <= most:
            text = dump(Theorem(line.claim, line.certificate))
            _write(HERE / f"{name}-{seen[name]}.json", text, line.reason)
    for name, text in tampered().items():
        _write(HERE / "refuse" / f"{name}.json", text, refusal(text))


def _write(path: Path, text: str, reason: str | None) -> None:
    path.write_text(text, encoding="utf-8")
    if reason:
        path.with_suffix(".reason").write_text(reason + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
