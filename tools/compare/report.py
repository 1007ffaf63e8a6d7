"""Say on the terminal what changes under another version, and draw it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tools.compare.cell_changes import Change
from tools.compare.comparison import Comparison
from tools.compare.overlays import draw, file_name, lines_by_name, sample
from tools.compare.runs import curve_difference


def report(comparison: Comparison) -> Iterator[str]:
    """The lines of the report, while figures are drawn into `figures/` of the environment."""
    yield f"{comparison.label} compared with the pinned {comparison.pinned_label}"
    if comparison.other["scheduler_alone"]:
        reason = comparison.other["scheduler_alone"]
        yield f"  Only timm.scheduler could be imported: {reason}"
    yield from _arguments(comparison)
    yield from _runs(comparison)
    if comparison.pages is not None:
        yield from _claims(comparison)
        yield from _figures(comparison)
    yield f"  Pictures are in {comparison.figures}"


def _arguments(comparison: Comparison) -> Iterator[str]:
    yield f"  Arguments: {len(comparison.arguments) or 'no'} classes and functions differ"
    for name, changed in comparison.arguments.items():
        if changed is None:
            yield f"    {name} does not exist"
            continue
        if name not in comparison.pinned["signatures"]:
            yield f"    {name} exists only there"
            continue
        for argument, default in changed.items():
            mine = comparison.pinned["signatures"][name].get(argument)
            yield f"    {name}({argument}): {_or_missing(default)}; pinned: {_or_missing(mine)}"


def _or_missing(default: str | None) -> str:
    return "no such argument" if default is None else default


def _runs(comparison: Comparison) -> Iterator[str]:
    total = len(comparison.pinned["traces"])
    yield f"  Runs: {len(comparison.runs)} of {total} differ"
    alike: dict[str, list[str]] = defaultdict(list)
    for name, changed in comparison.runs.items():
        mine = comparison.pinned["traces"][name]
        for key, value in changed.items():
            if key == "lrs":
                yield from _curve(comparison, name, mine["lrs"], value)
            else:
                alike[f"{key}: {_short(value)}; pinned: {_short(mine.get(key))}"].append(name)
    for sentence, names in alike.items():
        yield f"    {sentence}"
        yield from (f"      {name}" for name in names)


def _curve(comparison: Comparison, name: str, mine: list, theirs: list) -> Iterator[str]:
    part = curve_difference(mine, theirs)
    yield (
        f"    {name}: another curve from t = {part.first} on, "
        f"by at most {part.largest:.3g} at t = {part.worst}"
    )
    pair = {
        comparison.pinned_label: mine[part.group],
        comparison.label: theirs[part.group],
    }
    for label, lrs in pair.items():
        yield f"      {label:>14}: {_points(range(len(lrs)), lrs, part.first)}"
    curves = {
        label: (range(len(lrs)), [lr if isinstance(lr, float) else float("nan") for lr in lrs])
        for label, lrs in pair.items()
    }
    draw(comparison.figures / file_name(name), curves, name)


def _points(x: Sequence[float], values: Sequence, first: int) -> str:
    points = sample(x, values, first)
    return "  ".join(
        f"{t:g}: {v:.5g}" if isinstance(v, float) else f"{t:g}: {v}" for t, v in points
    )


def _short(value: object) -> str:
    if isinstance(value, dict) and "message" in value:
        at = "" if value["t"] is None else f" at t = {value['t']}"
        return value["message"] + at
    if isinstance(value, float):
        return f"{value:.5g}"
    return "none" if value is None else str(value)


def _claims(comparison: Comparison) -> Iterator[str]:
    changes = [change for change in comparison.pages if change.kind == "claim"]
    refuted = [change for change in changes if change.other is not None]
    unreached = [change for change in changes if change.other is None]
    yield (
        f"  Claims: {comparison.claims - len(changes)} of {comparison.claims} hold, "
        f"{len(refuted)} do not, {len(unreached)} are not reached"
    )
    for change in refuted:
        yield f"    {_place(change)}: {change.pinned}"
        yield f"      {change.other}"
    causes: dict[str, list[Change]] = defaultdict(list)
    for change in unreached:
        causes[change.cause].append(change)
    for cause, group in sorted(causes.items(), key=lambda item: -len(item[1])):
        yield f"    {len(group)} not reached: {cause}"
        for change in group:
            yield f"      {_place(change)}: {change.pinned}"
    outputs = [change for change in comparison.pages if change.kind == "output"]
    yield f"  Other outputs: {len(outputs)} cells print or show other text"
    for change in outputs:
        first, instead = change.pinned.splitlines()[0], change.other or change.cause or "nothing"
        yield f"    {_place(change)}: {first}"
        yield f"      {instead.splitlines()[0]}"
    errors = [change for change in comparison.pages if change.kind == "error"]
    yield f"  Errors: {len(errors)} statements fail for themselves"
    for change in errors:
        yield f"    {_place(change)}: {change.pinned}"


def _figures(comparison: Comparison) -> Iterator[str]:
    figures = [change for change in comparison.pages if change.kind == "figure"]
    yield f"  Figures: {len(figures)} of {comparison.figure_count} change"
    for change in figures:
        instead = change.other or f"not drawn ({change.cause})"
        yield f"    {_place(change)}: {change.pinned}: {instead}"
        if change.curves is not None:
            yield from _figure_lines(comparison, change)


def _figure_lines(comparison: Comparison, change: Change) -> Iterator[str]:
    mine = lines_by_name(comparison.curves[change.page][change.cell][change.number])
    theirs = lines_by_name(change.curves)
    for name in [name for name in mine if name not in theirs]:
        yield f"      {name}: not in the picture"
    for name in [name for name in theirs if name not in mine]:
        yield f"      {name}: only there"
    for name, a in mine.items():
        b = theirs.get(name, a)
        pairs = list(zip_longest(zip(a["x"], a["y"]), zip(b["x"], b["y"])))
        parting = [i for i, (left, right) in enumerate(pairs) if left != right]
        if not parting:
            continue
        first = parting[0]
        yield f"      {name}: from x = {max(a['x'], b['x'], key=len)[first]:g} on"
        pair = {comparison.pinned_label: a, comparison.label: b}
        for label, line in pair.items():
            yield f"      {label:>14}: {_points(line['x'], line['y'], first)}"
        path = comparison.figures / file_name(f"{change.page}-{change.line}-{name}")
        curves = {label: (line["x"], line["y"]) for label, line in pair.items()}
        draw(path, curves, f"{change.page}.md:{change.line} {name}")


def _place(change: Change) -> str:
    return f"book/{change.page}.md:{change.line}"
