"""Run the scenarios under the timm that is imported here; JSON in, JSON out.

Started by `tools.compare.processes`.
"""

import inspect
import json
import logging
import sys
import warnings
from types import SimpleNamespace
from typing import Any

from tools.compare.inside.timm_import import import_timm


def metric_of(epoch: int) -> float:
    """A loss that falls to a level and stays there."""
    return max(1.0 - 0.05 * epoch, 0.2)


def run_scenario(scheduler_module: Any, scenario: dict[str, Any]) -> dict[str, Any]:
    """Build what a scenario describes and step through it.

    Args:
        scheduler_module: `timm.scheduler`.
        scenario: a `Scenario` as a dict.

    Returns:
        `lrs`, a list of learning rates for each param group, at 0 and after every call. What
        else there is: `num_epochs` of a factory, `cycle_length` of a scheduler, `warnings`,
        `error` with the t (None: the constructor) at which it was raised.
    """
    outcome: dict[str, Any] = {}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        t = None
        try:
            optimizer = _optimizer(scenario["groups"])
            scheduler = _build(scheduler_module, scenario, optimizer, outcome)
            outcome["lrs"] = [[_number(group["lr"])] for group in optimizer.param_groups]
            for t in range(1, scenario["horizon"] + 1):
                if scheduler is not None and scenario["per_update"]:
                    scheduler.step_update(t)
                elif scheduler is not None:
                    scheduler.step(t, metric_of(t))
                for lrs, group in zip(outcome["lrs"], optimizer.param_groups, strict=True):
                    lrs.append(_number(group["lr"]))
        except Exception as error:
            outcome["error"] = {"t": t, "message": f"{type(error).__name__}: {error}"}
    of_timm = [entry for entry in caught if issubclass(entry.category, FutureWarning)]
    if of_timm:
        outcome["warnings"] = sorted(
            {f"{e.category.__name__}: {str(e.message).partition('. ')[0]}" for e in of_timm}
        )
    return outcome


def _optimizer(groups: list[dict[str, float]]) -> Any:
    import torch

    return torch.optim.SGD(
        [{"params": [torch.nn.Parameter(torch.zeros(1))], **group} for group in groups],
        lr=groups[0]["lr"],
    )


def _build(scheduler_module: Any, scenario: dict, optimizer: Any, outcome: dict) -> Any:
    call = getattr(scheduler_module, scenario["call"], None)
    if call is None:
        raise ImportError(f"cannot import name {scenario['call']!r} from 'timm.scheduler'")
    arguments = scenario["arguments"]
    if scenario["call"] == "create_scheduler":
        built = call(SimpleNamespace(**arguments), optimizer)
    else:
        built = call(optimizer, **arguments)
    if scenario["call"].startswith("create_"):
        built, outcome["num_epochs"] = built
    if hasattr(built, "get_cycle_length"):
        outcome["cycle_length"] = built.get_cycle_length()
    return built


def _number(lr: complex) -> float | str:
    return str(lr) if isinstance(lr, complex) else float(lr)


def signatures(scheduler_module: Any) -> dict[str, dict[str, str]]:
    """The arguments of what timm.scheduler offers, with their defaults.

    That is every public class and function, and the base class with its public methods.
    """
    name = "scheduler.Scheduler"
    base = scheduler_module.scheduler.Scheduler
    offered = {**vars(scheduler_module), name: base}
    offered |= {f"{name}.{method}": vars(base)[method] for method in vars(base) if method[0] != "_"}
    return {
        name: {
            parameter.name: _default(parameter.default)
            for parameter in inspect.signature(member).parameters.values()
        }
        for name, member in offered.items()
        if inspect.isclass(member) or inspect.isfunction(member)
    }


def _default(default: Any) -> str:
    """A default as text; 0 and 0.0 are the same."""
    if default is inspect.Parameter.empty:
        return "required"
    return f"{default:g}" if type(default) in (int, float) else repr(default)


def main() -> int:
    """Read scenarios from standard input, write what they do to standard output."""
    warnings.simplefilter("ignore")
    reason = import_timm()
    import timm
    import timm.scheduler
    import torch

    logging.getLogger("timm.scheduler").setLevel(logging.ERROR)
    json.dump(
        {
            "timm": timm.__version__,
            "torch": torch.__version__.partition("+")[0],
            "scheduler_alone": reason,
            "signatures": signatures(timm.scheduler),
            "traces": {
                scenario["name"]: run_scenario(timm.scheduler, scenario)
                for scenario in json.load(sys.stdin)
            },
        },
        sys.stdout,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
