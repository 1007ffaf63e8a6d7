"""Let the statements of a cell fail one by one."""

import ast

NOTE = "__note_failure__"


class EachByItself(ast.NodeTransformer):
    """Wraps every top-level statement of a cell but a last expression, which Jupyter shows.

    A failed statement calls `__note_failure__(line, names)` with the names that it would have
    bound, and the next one runs.
    """

    def visit_Module(self, module: ast.Module) -> ast.Module:
        """Replace the statements of a cell."""
        body = module.body
        shown = body[-1:] if body and isinstance(body[-1], ast.Expr) else []
        wrapped = [_wrap(statement) for statement in body[: len(body) - len(shown)]]
        return ast.fix_missing_locations(ast.Module([*wrapped, *shown], module.type_ignores))


def names_bound_by(statement: ast.stmt) -> list[str]:
    """The names that a statement binds where it stands."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
        return [statement.name]
    names = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).partition(".")[0])
    return sorted(names)


def _wrap(statement: ast.stmt) -> ast.Try:
    (note,) = ast.parse(f"{NOTE}({statement.lineno}, {names_bound_by(statement)!r})").body
    handler = ast.ExceptHandler(ast.Name("Exception", ast.Load()), None, [note])
    return ast.copy_location(ast.Try([statement], [handler], [], []), statement)
