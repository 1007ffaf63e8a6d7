"""Draw learning rates: one scheduler as the article does, or several labelled curves."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from helpers.recording import TimmScheduler, record_lrs


def plot_lrs(
    scheduler: TimmScheduler,
    println: bool = False,
    *,
    num_epochs: int = 100,
    num_steps_per_epoch: int = 10,
) -> list[float]:
    """Draw the LR that the scheduler leaves behind after each epoch, as the article does.

    The first point is the LR after epoch 0, the one that epoch 1 trains with; the initial
    LR is not in the picture. For what each epoch uses, see `record_lrs(...).used`.

    Args:
        scheduler: a timm scheduler; it and its optimizer are left as they are.
        println: print epoch, update and LR of every update of the run.
        num_epochs: epochs to run.
        num_steps_per_epoch: updates in one epoch.

    Returns:
        The plotted learning rates, one for each epoch.

    Raises:
        TypeError, ValueError: an argument is not what is described above.
    """
    trace = record_lrs(scheduler, num_epochs=num_epochs, num_steps_per_epoch=num_steps_per_epoch)
    if println:
        for epoch, lrs in enumerate(trace.used_per_update):
            for iteration, lr in enumerate(lrs):
                print(f"epoch {epoch}, iteration {iteration}: lr = {lr:.6g}")
    lrs = trace.after_epoch.tolist()
    plot_curves({"lr": lrs}, legend=False)
    return lrs


def plot_curves(
    curves: Mapping[str, Sequence[float] | tuple[Sequence[float], Sequence[float]]],
    *,
    title: str | None = None,
    xlabel: str = "epoch",
    ylabel: str = "lr",
    marker: str | None = None,
    legend: bool = True,
    ax: Axes | None = None,
) -> None:
    """Draw labelled curves on one pair of axes and show the figure.

    Args:
        curves: label -> values at 0, 1, 2, …, or label -> `(x, values)`.
        title: title of the axes.
        xlabel: label of the x axis, with its unit.
        ylabel: label of the y axis.
        marker: matplotlib marker for every point, for short curves.
        legend: whether to list the labels.
        ax: axes to draw on; the caller then shows the figure. By default a new figure
            is made and shown.

    Raises:
        ValueError: there is no curve, or one has no values.
    """
    if not curves:
        raise ValueError("curves is empty; it must have at least one label with its values.")
    new_figure = ax is None
    if ax is None:
        _, ax = plt.subplots()
    for label, curve in curves.items():
        x, values = curve if isinstance(curve, tuple) else (range(len(curve)), curve)
        if len(values) == 0:
            raise ValueError(f"curves[{label!r}] is empty; it must have at least one value.")
        ax.plot(x, values, label=label, marker=marker, markersize=4)
    ax.set(xlabel=xlabel, ylabel=ylabel, title=title)
    if legend:
        ax.legend()
    if new_figure:
        plt.show()
