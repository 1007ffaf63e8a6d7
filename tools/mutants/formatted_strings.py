"""Changes of f-strings, whose parts have no exact place in the source before Python 3.12."""

import ast
import copy
from collections.abc import Iterator

from tools.mutants.operators import conditions, replacements


def formatted_string_replacements(node: ast.JoinedStr) -> Iterator[tuple[str, str]]:
    """Yield `(operator, new text)`: each text changed, each value left out, values changed."""
    for place, part in enumerate(node.values):
        changed = copy.deepcopy(node)
        if isinstance(part, ast.Constant):
            changed.values[place].value = f"XX{part.value}"
        else:
            del changed.values[place]
        yield "string", ast.unparse(changed)
    for place, inner in enumerate(ast.walk(node)):
        for name, value in ast.iter_fields(inner):
            if isinstance(inner, ast.JoinedStr) or not isinstance(value, ast.expr):
                continue
            made = list(replacements(value, ast.unparse))
            if name == "test":
                made += conditions(value, ast.unparse)
            for operator, new in made:
                changed = copy.deepcopy(node)
                parent = list(ast.walk(changed))[place]
                setattr(parent, name, ast.parse(new, mode="eval").body)
                yield operator, ast.unparse(changed)
