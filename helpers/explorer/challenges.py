"""Curves to match by turning the explorer's knobs: `match_curves()`.

`challenges.json` has them and all that is said, for the component `<lr-challenges>` too, which is
made of `explorer/challenges/` and takes over on the site. A notebook shows the goals as a picture.
"""

import io
import json
from dataclasses import dataclass
from html import escape
from importlib import resources
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from helpers.explorer.arguments import read_arguments
from helpers.explorer.parameters import Settings
from helpers.explorer.static_form import NO_METADATA, data_address
from helpers.explorer.timm_run import run_timm
from helpers.style import RC_PARAMS

COLUMNS = 5
PANEL_INCHES = (1.5, 1.25)


@dataclass(frozen=True)
class Challenge:
    """A curve to match.

    Attributes:
        id: its name in addresses.
        level: 1 is easy, 3 is hard.
        title: in every language, as are task and hint.
        task: what to do.
        hint: what leads on.
        start: complete settings to begin with.
        answer: complete settings that give the goal.
    """

    id: str
    level: int
    title: dict[str, str]
    task: dict[str, str]
    hint: dict[str, str]
    start: Settings
    answer: Settings


def _settings(given: dict[str, Any]) -> Settings:
    rest = {name: value for name, value in given.items() if name != "schedule"}
    return read_arguments(given["schedule"], rest)[0]


def _read_challenges() -> tuple[Challenge, ...]:
    file = resources.files("helpers.explorer").joinpath("challenges.json")
    entries = json.loads(file.read_text(encoding="utf-8"))["challenges"]
    runs = ("start", "answer")
    return tuple(
        Challenge(**{**entry, **{name: _settings(entry[name]) for name in runs}})
        for entry in entries
    )


CHALLENGES = _read_challenges()
"""From easy to hard."""


class Challenges:
    """What `match_curves` shows."""

    def __repr__(self) -> str:
        """The call that makes this."""
        return "match_curves()"

    def _repr_html_(self) -> str:
        address = escape(data_address(_draw_goals()), quote=False)
        return f'<lr-challenges><img alt="{self!r}" src="{address}"></lr-challenges>'


def match_curves() -> Challenges:
    """Show all challenges: on the site an explorer for each, elsewhere the goals as a picture."""
    return Challenges()


def _draw_goals() -> str:
    """The goals as SVG, numbered; the same bytes on every machine."""
    rows = -(-len(CHALLENGES) // COLUMNS)
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(RC_PARAMS)
        figure = Figure(figsize=(COLUMNS * PANEL_INCHES[0], rows * PANEL_INCHES[1]))
        panels = figure.subplots(rows, COLUMNS, sharex=True, sharey=True).flat
        for number, (axes, challenge) in enumerate(zip(panels, CHALLENGES, strict=True), 1):
            axes.plot(run_timm(challenge.answer).lrs[:-1, 0])
            axes.set_title(number, fontsize="medium")
            axes.tick_params(labelsize="small")
        picture = io.StringIO()
        FigureCanvasSVG(figure).print_svg(picture, metadata=NO_METADATA)
    return picture.getvalue()
