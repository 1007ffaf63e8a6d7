"""The explorer as an ipywidgets widget: driven by, and checked against, the real timm."""

import asyncio
import math
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import torch
import traitlets

from helpers.explorer.arguments import View, call_text, read_arguments
from helpers.explorer.endless_noise import endless_noise, noise_draws
from helpers.explorer.parameters import Settings
from helpers.explorer.setting_traits import SettingTraits
from helpers.explorer.static_form import html_form
from helpers.explorer.timm_run import build_scheduler, run_timm, short_kwargs
from helpers.recording import TimmScheduler

LANGUAGES = ("ja", "en")

SETTLING_TIME = 0.03
"""Seconds in which changes are collected before timm computes the last of them."""

MOST_DRAWS_FOR_BADGE = 1e6
"""More draws of noise would keep the kernel for too long after each change."""


def explore(schedule: str, *, language: str | None = None, **arguments: Any) -> "Explorer":
    """Show a schedule of timm with a slider for each of its parameters.

        explore("cosine", t_initial=50, cycle_limit=2)

    Args:
        schedule: `"step"`, `"multistep"`, `"cosine"`, `"tanh"`, `"poly"`, `"wsd"` or `"plateau"`.
        language: `"ja"`, `"en"`, or None for that of the page or the browser.
        **arguments: any parameter of timm's class under timm's name; what fixes the run: `lr` and
            `lr_scale` (a number, or a list with one for each param group), `num_epochs`,
            `updates_per_epoch`, and for Plateau the `metric_…`; how to show it: `plot`, `"used"`
            for the LR that each t trains with or `"after_epoch"` for what the article plots; `log`
            for a logarithmic axis; `overlay`, a second schedule on the same budget; `pins`, a list
            of dicts, each with arguments for a curve to compare with.

    Raises:
        TypeError, ValueError: an argument is unknown or not what it must be.
    """
    if language is not None and language not in LANGUAGES:
        allowed = ", ".join(map(repr, LANGUAGES))
        raise ValueError(f"language is {language!r}; it must be {allowed} or None.")
    settings, view = read_arguments(schedule, arguments)
    return Explorer(settings, view, language or "")


@cache
def _module() -> str:
    """The component as the module that anywidget loads."""
    bundle = resources.files("helpers.explorer").joinpath("lr-explorer.js")
    if not bundle.is_file():
        raise FileNotFoundError(
            "helpers/explorer/lr-explorer.js is missing; `npm run build` makes it of explorer/."
        )
    return f"{bundle.read_text(encoding='utf-8')}\nexport default LRExplorer.widget;\n"


class Explorer(SettingTraits):
    """The widget that `explore` makes.

    Every parameter is a trait: set it, `observe` it, `link` or `jslink` it. Setting `schedule`
    keeps the parameters that both schedules have.

    Attributes:
        schedule: name of the schedule.
        view: how the curve is shown: a dict with `plot`, `log`, `overlay` and `pins`, complete
            settings. Assign a new dict; what it and its pins leave out takes its default.
        language: `"ja"`, `"en"`, or `""` for that of the page or the browser.
        timm: what timm gives for the settings, for the badge of the component: the `settings`;
            `lrs`, one `bytes` of float64 for each param group with the LR that each t trains with
            and at last the one left at the end, or None; the `error`, or None, empty where timm
            would draw noise without end. It follows the settings within a moment, and is None until
            then and where noise would keep the kernel for long; the property `lrs` never waits.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    language = traitlets.Enum(("", *LANGUAGES), "").tag(sync=True)
    timm = traitlets.Dict(None, allow_none=True).tag(sync=True)

    def __init__(self, settings: Settings, view: View, language: str) -> None:
        """Show settings and a view that are complete; `explore` makes them of its arguments."""
        self._timer: asyncio.TimerHandle | None = None
        super().__init__(settings, view, language=language)
        self._follow_settings()

    @traitlets.default("_esm")
    def _default_esm(self) -> str:
        return _module()

    @property
    def kwargs(self) -> dict[str, Any]:
        """The keyword arguments of timm's class.

        Those that it requires or that differ from its defaults, whole numbers as floats where timm
        declares a float.
        """
        return short_kwargs(self.settings)

    @property
    def lrs(self) -> np.ndarray:
        """Shape `(horizon, groups)`: the LR that each t trains with, computed by timm.

        t counts epochs, or updates where `t_in_epochs` is False. NaN where timm has no real value.

        Raises:
            Exception: what timm raises for these settings.
        """
        run = run_timm(self.settings)
        if run.error is not None:
            raise run.error
        return run.lrs[:-1].copy()

    def scheduler(self, optimizer: torch.optim.Optimizer) -> TimmScheduler:
        """The timm scheduler at the current settings, ready for training.

        The base LRs of the settings are written into the param groups, so that training uses the
        curve shown; a single one goes to all groups. A factor in `lr_scale` is written where it is
        not 1.

        Args:
            optimizer: an optimizer with as many param groups as `lr` has values, or any number if
                it has one.

        Raises:
            TypeError, ValueError: the optimizer is none, or has another number of param groups.
            Exception: what timm raises for these settings.
        """
        if not isinstance(optimizer, torch.optim.Optimizer):
            raise TypeError(
                f"optimizer is a {type(optimizer).__name__}; it must be a torch.optim.Optimizer."
            )
        settings, groups = self.settings, optimizer.param_groups
        lrs, scales = settings["lr"], settings["lr_scale"]
        if len(lrs) == 1:
            lrs, scales = lrs * len(groups), scales * len(groups)
        if len(lrs) != len(groups):
            raise ValueError(
                f"optimizer has {len(groups)} param groups; "
                f"it must have as many as lr has values, {len(lrs)}."
            )
        endless = endless_noise(settings)
        if endless:
            raise endless
        for group, lr, scale in zip(groups, lrs, scales):
            group["lr"] = group["initial_lr"] = float(lr)
            if scale != 1:
                group["lr_scale"] = float(scale)
        return build_scheduler(settings, optimizer)

    def __repr__(self) -> str:
        """The call that makes this explorer."""
        return call_text(self.settings, self.view, self.language)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict] | None:
        """The widget, its call as text, and its form where no script runs."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        html = html_form(self.settings, self.view, self.language, alt=repr(self))
        return {**data, "text/html": html}, metadata

    def _follow_settings(self) -> None:
        """Let timm compute: once for changes that come together, where an event loop is running."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._compute()
            return
        if self._timer is None:
            self._timer = loop.call_later(SETTLING_TIME, self._compute)

    def _compute(self) -> None:
        self._timer = None
        settings = self.settings
        if MOST_DRAWS_FOR_BADGE < noise_draws(settings) < math.inf:
            self.timm = None
            return
        run = run_timm(settings)
        lrs = None if run.failed_at == 0 else [row.astype("<f8").tobytes() for row in run.lrs.T]
        self.timm = {"settings": settings, "lrs": lrs, "error": run.message}
