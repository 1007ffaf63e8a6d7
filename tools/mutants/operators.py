"""Which changes are made: for a node of the syntax tree, the expressions that may replace it."""

import ast
from collections.abc import Callable, Iterator

Segment = Callable[[ast.AST], str]
"""Gives the source text of a node."""

OTHER_ARITHMETIC = {
    ast.Add: ("-", "*"),
    ast.Sub: ("+", "/"),
    ast.Mult: ("/", "+"),
    ast.Div: ("*", "//"),
    ast.FloorDiv: ("/", "*"),
    ast.Pow: ("*", "/"),
}
OTHER_COMPARISONS = {
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
}
COMPARISON_TEXT = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}
OTHER_FUNCTIONS = {
    "max": "min",
    "min": "max",
    "math.floor": "math.ceil",
    "math.cos": "math.sin",
    "torch.randn": "torch.rand",
    "torch.rand": "torch.randn",
    "bisect.bisect_right": "bisect.bisect_left",
}
DISPENSABLE_FUNCTIONS = {
    "abs",
    "float",
    "int",
    "max",
    "min",
    "round",
    "math.cos",
    "math.floor",
    "math.sqrt",
    "math.tanh",
}
"""Calls of these are also replaced by each of their arguments."""

ATOMS = (ast.Name, ast.Constant, ast.Attribute, ast.Call, ast.Subscript, ast.List, ast.Tuple)


def replacements(node: ast.AST, segment: Segment) -> Iterator[tuple[str, str]]:
    """Yield `(operator, new text)` for every change of an expression itself.

    Args:
        node: any node; only expressions have replacements.
        segment: gives the source text of the node and of its parts.
    """
    if (made := REPLACEMENTS.get(type(node))) is not None:
        yield from made(node, segment)


def conditions(node: ast.expr, segment: Segment) -> Iterator[tuple[str, str]]:
    """Yield the changes of an expression that is the test of an `if`, `while` or the like."""
    if not isinstance(node, ast.Constant):
        yield "condition", "True"
        yield "condition", "False"
    single_comparison = isinstance(node, ast.Compare) and len(node.ops) == 1
    if not single_comparison and not isinstance(node, (ast.UnaryOp, ast.Constant)):
        yield "condition", f"not {_operand(node, segment)}"


def iterables(node: ast.expr, segment: Segment) -> Iterator[tuple[str, str]]:
    """Yield the changes of what a loop or comprehension runs over."""
    yield "iteration", f"list({segment(node)})[1:]"


def _operand(node: ast.AST, segment: Segment) -> str:
    text = segment(node)
    return text if isinstance(node, ATOMS) else f"({text})"


def _constant(node: ast.Constant, _: Segment) -> Iterator[tuple[str, str]]:
    value = node.value
    if isinstance(value, bool):
        yield "boolean", repr(not value)
    elif value is None:
        yield "none", "0"
    elif isinstance(value, int):
        yield "number", repr(value + 1)
        yield "number", repr(value - 1)
    elif isinstance(value, float):
        yield "number", repr(value + 1)
        yield "number", repr(value * 1.01 if value else 0.01)
    elif isinstance(value, str):
        yield "string", repr(f"XX{value}")


def _arithmetic(node: ast.BinOp, segment: Segment) -> Iterator[tuple[str, str]]:
    left, right = _operand(node.left, segment), _operand(node.right, segment)
    for operator in OTHER_ARITHMETIC[type(node.op)]:
        yield "arithmetic", f"{left} {operator} {right}"
    yield "operand", segment(node.left)
    yield "operand", segment(node.right)


def _unary(node: ast.UnaryOp, segment: Segment) -> Iterator[tuple[str, str]]:
    yield "unary", segment(node.operand)


def _comparison(node: ast.Compare, segment: Segment) -> Iterator[tuple[str, str]]:
    operands = [_operand(operand, segment) for operand in (node.left, *node.comparators)]
    texts = [COMPARISON_TEXT[type(operator)] for operator in node.ops]
    for place, operator in enumerate(node.ops):
        for other in OTHER_COMPARISONS[type(operator)]:
            changed = [*texts[:place], other, *texts[place + 1 :]]
            parts = [operands[0]]
            for text, operand in zip(changed, operands[1:], strict=True):
                parts += [text, operand]
            yield "comparison", " ".join(parts)


def _boolean(node: ast.BoolOp, segment: Segment) -> Iterator[tuple[str, str]]:
    other = " or " if isinstance(node.op, ast.And) else " and "
    yield "boolean operator", other.join(_operand(value, segment) for value in node.values)
    for value in node.values:
        yield "operand", segment(value)


def _call(node: ast.Call, segment: Segment) -> Iterator[tuple[str, str]]:
    function = segment(node.func)
    arguments = [segment(argument) for argument in node.args]
    values = [segment(keyword.value) for keyword in node.keywords]
    names = [f"{keyword.arg}=" if keyword.arg else "**" for keyword in node.keywords]

    def call(function: str, arguments: list[str], keywords: list[str]) -> str:
        return f"{function}({', '.join([*arguments, *keywords])})"

    keywords = [name + value for name, value in zip(names, values, strict=True)]
    if function in OTHER_FUNCTIONS:
        yield "function", call(OTHER_FUNCTIONS[function], arguments, keywords)
    if function in DISPENSABLE_FUNCTIONS:
        for argument in arguments:
            yield "operand", argument
    if len(arguments) > 1:
        yield "argument", call(function, arguments[:-1], keywords)
    for place in range(len(keywords)):
        yield "argument", call(function, arguments, keywords[:place] + keywords[place + 1 :])
    for place in range(len(keywords) - 1):
        if "**" not in names[place : place + 2]:
            swapped = [*names[:place], names[place + 1], names[place], *names[place + 2 :]]
            exchanged = [name + value for name, value in zip(swapped, values, strict=True)]
            yield "keywords", call(function, arguments, exchanged)


REPLACEMENTS: dict[type, Callable[..., Iterator[tuple[str, str]]]] = {
    ast.BinOp: _arithmetic,
    ast.BoolOp: _boolean,
    ast.Call: _call,
    ast.Compare: _comparison,
    ast.Constant: _constant,
    ast.UnaryOp: _unary,
}
