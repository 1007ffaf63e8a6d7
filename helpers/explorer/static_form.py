"""The form of an explorer where no script runs: an element with the curve as a picture inside.

On the site the script takes the element over; GitHub, print and feed readers show the picture.
"""

import io
import json
import re
import textwrap
import warnings
from html import escape
from urllib.parse import quote

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from helpers.explorer.arguments import View, changed_view
from helpers.explorer.parameters import Settings, changed_settings, horizon_of, with_schedule
from helpers.explorer.timm_run import run_timm
from helpers.plotting import plot_curves
from helpers.style import RC_PARAMS

MOST_POINTS = 1000
"""A longer curve is drawn with every second, third, … point."""

TOO_LARGE = 1e100
"""Learning rates beyond this are left out, as matplotlib cannot space an axis for them."""

NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))


def html_form(settings: Settings, view: View, language: str, alt: str) -> str:
    """The element `<lr-explorer>` with a picture of the curve inside.

    The same arguments give the same bytes on every machine.

    Args:
        settings: complete settings.
        view: how the curve is shown.
        language: BCP 47 tag, or empty for that of the page.
        alt: what describes the picture.
    """
    attributes = {"settings": _json(_short(settings))}
    changed = changed_view(view)
    if "pins" in changed:
        changed["pins"] = [_short(pin) for pin in changed["pins"]]
    if changed:
        attributes["view"] = _json(changed)
    if language:
        attributes["lang"] = language
    opening = "".join(f" {name}='{_escaped(value)}'" for name, value in attributes.items())
    address = escape(data_address(draw(settings, view)), quote=False)
    return f'<lr-explorer{opening}><img alt="{escape(alt)}" src="{address}"></lr-explorer>'


def draw(settings: Settings, view: View) -> str:
    """Draw the curves of settings, pins and overlay as SVG, apart from pyplot's figures."""
    with mpl.rc_context(), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        mpl.rcdefaults()
        mpl.rcParams.update(RC_PARAMS)
        figure = Figure()
        axes = figure.subplots()
        curves = labelled_curves(settings, view)
        plot_curves(curves, xlabel=_unit(settings, view), legend=len(curves) > 1, ax=axes)
        run = run_timm(settings)
        if run.error is not None:
            axes.set_title("\n".join(textwrap.wrap(run.message or str(run.error), 60)))
        if view["log"] and any((values > 0).any() for _, values in curves.values()):
            axes.set_yscale("log")
        picture = io.StringIO()
        FigureCanvasSVG(figure).print_svg(picture, metadata=NO_METADATA)
    return picture.getvalue()


def labelled_curves(settings: Settings, view: View) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """All curves as x and learning rates, by a label that says how they differ."""
    runs = [settings, *view["pins"]]
    if view["overlay"]:
        runs.append(with_schedule(settings, view["overlay"]))
    runs = [run for index, run in enumerate(runs) if run not in runs[:index]]
    return {
        label: points
        for run in runs
        for label, points in zip(_labels(run, runs), _points(run, settings, view), strict=True)
    }


def _labels(run: Settings, runs: list[Settings]) -> list[str]:
    """One label for each param group: the values in which it differs from the other curves."""
    differing = [
        name
        for name in run
        if name not in ("schedule", "lr", "lr_scale")
        and any(other.get(name, run[name]) != run[name] for other in runs)
    ]
    parts = [f"{name}={run[name]!r}" for name in differing]
    if any(other["schedule"] != run["schedule"] for other in runs):
        parts.insert(0, run["schedule"])
    columns = [
        (name, run[name])
        for name in ("lr", "lr_scale")
        if len({tuple(other[name]) for other in runs}) > 1 or len(set(run[name])) > 1
    ]
    return [
        ", ".join([*parts, *(f"{name}={values[group]!r}" for name, values in columns)]) or "lr"
        for group in range(len(run["lr"]))
    ]


def _points(run: Settings, shown: Settings, view: View) -> list[tuple[np.ndarray, np.ndarray]]:
    """x and learning rates for each param group, in the unit of the settings that are shown."""
    lrs = run_timm(run).lrs
    lrs = np.where(np.abs(lrs) < TOO_LARGE, lrs, np.nan)
    per_epoch = run["updates_per_epoch"] if horizon_of(run) != run["num_epochs"] else 1
    if view["plot"] == "after_epoch":
        lrs = lrs[per_epoch::per_epoch]
        x = np.arange(len(lrs), dtype=float)
    else:
        lrs = lrs[:-1]
        is_in_updates = _unit(shown, view) == "update"
        scale = shown["updates_per_epoch"] if is_in_updates else 1
        x = np.arange(len(lrs)) * (scale / per_epoch)
    every = -(-len(x) // MOST_POINTS)
    return [(x[::every], column[::every]) for column in lrs.T]


def _unit(settings: Settings, view: View) -> str:
    counts_updates = not settings.get("t_in_epochs", True)
    return "update" if counts_updates and view["plot"] == "used" else "epoch"


def data_address(svg: str) -> str:
    """An SVG as `data:` address, with nothing encoded that need not be: it compresses well."""
    element = svg[svg.index("<svg") :]
    element = re.sub(r"<!--.*?-->", "", element, flags=re.DOTALL)
    element = re.sub(r">\s+<", "><", re.sub(r"\s+", " ", element)).strip()
    return f"data:image/svg+xml,{quote(element, safe=' !&()*+,-./:;=?@_~' + chr(39))}"


def _short(settings: Settings) -> Settings:
    return {"schedule": settings["schedule"], **changed_settings(settings)}


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _escaped(text: str) -> str:
    """Text for an attribute in single quotes, where JSON keeps its double quotes."""
    return escape(text, quote=False).replace("'", "&#x27;")
