"""Read a formula in MathML back and work it out with the rounding of its numbers in mind.

Every number that is shown stands for an interval of what may have been rounded to it.
"""

import math
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import product

SIGNIFICANT_DIGITS = 5


@dataclass(frozen=True)
class Interval:
    low: float
    high: float

    @staticmethod
    def around(values):
        return Interval(min(values), max(values))

    def corners(self, other, operation):
        pairs = product((self.low, self.high), (other.low, other.high))
        return Interval.around([operation(a, b) for a, b in pairs])

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __add__(self, other):
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        return self.corners(other, lambda a, b: a * b)

    def __truediv__(self, other):
        return self.corners(other, lambda a, b: a / b)

    def __pow__(self, other):
        base = Interval(max(self.low, 0), max(self.high, 0))
        return base.corners(other, lambda a, b: a**b)

    def contains(self, value):
        margin = 1e-9 * max(abs(self.low), abs(self.high))
        return self.low - margin <= value <= self.high + margin

    @property
    def relative_width(self):
        return (self.high - self.low) / max(abs(self.low), abs(self.high), 1e-300)


def cos(x):
    turns = range(math.ceil(x.low / math.pi), math.floor(x.high / math.pi) + 1)
    return Interval.around([math.cos(x.low), math.cos(x.high), *((-1.0) ** n for n in turns)])


def increasing(function):
    return lambda *xs: Interval(function(*(x.low for x in xs)), function(*(x.high for x in xs)))


def of_text(text, slack):
    """What a number may have been before it was rounded.

    Args:
        text: the number as it is shown, without its sign.
        slack: share by which an integer may be off; 0 where all integers are exact.
    """
    value = float(text)
    if value == int(value):
        return Interval(value * (1 - slack), value * (1 + slack))
    last_place = 10.0 ** (math.floor(math.log10(value)) + 1 - SIGNIFICANT_DIGITS)
    if value >= 100:
        last_place = 10.0 ** -len(text.partition(".")[2])  # times have more digits
    return Interval(value - last_place / 2, value + last_place / 2)


NAMES = {
    "cos": cos,
    "tanh": increasing(math.tanh),
    "max": increasing(max),
    "sqrt": increasing(lambda x: math.sqrt(max(x, 0))),
    "pi": Interval(math.pi, math.pi),
}
OPERATORS = {"−": "-", "·": "*", "+": "+", "(": "(", ")": ")", ",": ","}


def python_of(element):
    """A Python expression of the names above."""
    parts = [python_of(child) for child in element]
    match element.tag:
        case "mrow":
            return "".join(parts)
        case "mn":
            return f'N("{element.text}")'
        case "mi":
            return {"π": "pi"}.get(element.text, element.text)
        case "mo":
            return OPERATORS[element.text]
        case "mfrac":
            return f"(({parts[0]}) / ({parts[1]}))"
        case "msup":
            return f"(({parts[0]}) ** ({parts[1]}))"
        case "msqrt":
            return f"sqrt({''.join(parts)})"
    raise AssertionError(element.tag)


@dataclass(frozen=True)
class Formula:
    """`lr(t) = expression = value, reasons`; without expression where it is the value itself."""

    t: str
    expression: Interval
    value: str
    reasons: str


def read_formula(mathml, slack=0.0):
    """Read what `formulaAt` gives; see `of_text` for the slack."""
    equation, reasons = _split(list(ET.fromstring(mathml)[0]))
    sides = [[]]
    for token in equation:
        if token.text == "=":
            sides.append([])
        else:
            sides[-1].append(token)
    row = ET.Element("mrow")
    row.extend(sides[1])
    names = NAMES | {"N": lambda text: of_text(text, slack)}
    return Formula(
        t="".join(token.text for token in sides[0]),
        expression=eval(python_of(row), names),
        value="".join(token.text for token in sides[-1]).replace("−", "-"),
        reasons="".join("".join(token.itertext()) for token in reasons),
    )


def _split(tokens):
    """The tokens before and after the first comma outside brackets."""
    depth = 0
    for i, token in enumerate(tokens):
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if token.text == "," and depth == 0:
            return tokens[:i], tokens[i + 1 :]
    return tokens, []
