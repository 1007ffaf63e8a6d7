"""Settings as traits: every parameter can be set and observed, from Python and the browser."""

import copy
from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from helpers.explorer.arguments import View, read_view
from helpers.explorer.parameters import (
    PARAMETER_NAMES,
    SCHEDULES,
    Settings,
    parameters_of,
    with_schedule,
)
from helpers.explorer.values import check_run, read_any, read_schedule, read_value

RUN_LIMITS = ("num_epochs", "updates_per_epoch", "lr", "lr_scale")
"""What has limits that timm does not know."""


def _first_start(name: str) -> Any:
    """What a parameter starts with in the first schedule that has it."""
    owner = next(schedule for schedule in SCHEDULES if name in parameters_of(schedule))
    return copy.copy(parameters_of(owner)[name].start)


_STARTS = {name: _first_start(name) for name in PARAMETER_NAMES}

_ParameterTraits = type(
    "_ParameterTraits",
    (traitlets.HasTraits,),
    {name: traitlets.Any(start).tag(sync=True) for name, start in _STARTS.items()},
)


class SettingTraits(_ParameterTraits, anywidget.AnyWidget):
    """A widget with settings and a view; a subclass says what follows when they change.

    A parameter that the schedule does not have can be set all the same; it waits for a schedule
    that has it.
    """

    schedule = traitlets.Any().tag(sync=True)
    view = traitlets.Any().tag(sync=True)

    def __init__(self, settings: Settings, view: View, **traits: Any) -> None:
        """Start with settings and a view that are complete."""
        self._settled = {**_STARTS, **settings}
        self._is_set_by_browser = False
        super().__init__(**settings, view=view, **traits)

    @property
    def settings(self) -> Settings:
        """Everything that fixes the run, as a new dict."""
        names = ("schedule", *parameters_of(self.schedule))
        return {name: copy.copy(getattr(self, name)) for name in names}

    def _follow_settings(self) -> None:
        """Called once for changes of the settings that come together."""
        raise NotImplementedError

    @traitlets.validate("schedule", "view", *PARAMETER_NAMES)
    def _validate(self, proposal: Mapping[str, Any]) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        try:
            if name == "schedule":
                return read_schedule(value)
            if name == "view":
                return read_view(value, read_schedule(self.schedule))
            return self._read_parameter(name, value)
        except (TypeError, ValueError) as error:
            raise traitlets.TraitError(str(error)) from None

    def _read_parameter(self, name: str, value: object) -> Any:
        parameters = parameters_of(read_schedule(self.schedule))
        if name not in parameters:
            return read_any(name, value)
        value = read_value(parameters[name], value)
        if name in RUN_LIMITS:
            values = {other: getattr(self, other) for other in RUN_LIMITS}
            run = {other: read_value(parameters[other], values[other]) for other in RUN_LIMITS}
            run[name] = value
            check_run(_with_as_many_factors(run) if name == "lr" else run)
        return value

    def notify_change(self, change: Mapping[str, Any]) -> None:
        """Send a change to the browser in one message with all that follows from it."""
        with self.hold_sync():
            super().notify_change(change)

    def set_state(self, sync_data: Mapping[str, Any]) -> None:
        """Take what the browser sends: there the new schedule has all its parameters already."""
        self._is_set_by_browser = True
        try:
            super().set_state(sync_data)
        finally:
            self._is_set_by_browser = False

    @traitlets.observe("schedule", *PARAMETER_NAMES)
    def _settle(self, change: Mapping[str, Any]) -> None:
        """Let the other parameters follow a change."""
        before = self._settled
        settings = self.settings
        if self.schedule != before["schedule"]:
            settings = with_schedule(self._kept_from(before), self.schedule)
        settings = _with_as_many_factors(settings)
        self._settled = {**before, **settings}
        if self._settled == before:
            return
        with self.hold_trait_notifications():
            for name, value in settings.items():
                setattr(self, name, value)
        self._follow_settings()

    def _kept_from(self, before: Settings) -> Settings:
        """The parameters that a new schedule may keep: those in use until now, and new ones."""
        values = {name: getattr(self, name) for name in PARAMETER_NAMES}
        if self._is_set_by_browser:
            return values
        in_use = parameters_of(before["schedule"])
        return {
            name: value for name, value in values.items() if name in in_use or value != before[name]
        }


def _with_as_many_factors(settings: Settings) -> Settings:
    """Settings with one factor in `lr_scale` for each learning rate, 1 where there was none."""
    count = len(settings["lr"])
    factors = [*settings["lr_scale"], *[1] * count][:count]
    return {**settings, "lr_scale": factors}
