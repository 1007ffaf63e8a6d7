"""Style and plotting: what ends up in a picture, and whether it can be read."""

import io

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from timm.scheduler import StepLRScheduler

from helpers import create_model_and_optimizer, plot_curves, plot_lrs, record_lrs, use_book_style
from helpers.style import INK, PALETTE

LIGHT_PAGE, DARK_PAGES = "#ffffff", ("#121212", "#111111", "#1e1e1e")


@pytest.fixture(autouse=True)
def book_style():
    use_book_style()
    yield
    plt.close("all")


def scheduler():
    _, optimizer = create_model_and_optimizer()
    return StepLRScheduler(optimizer, decay_t=2, decay_rate=0.5)


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two colors."""

    def luminance(color):
        channels = np.array(to_rgb(color))
        linear = np.where(
            channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
        )
        return linear @ [0.2126, 0.7152, 0.0722]

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_text_is_legible_on_light_and_dark_pages():
    assert contrast(INK, LIGHT_PAGE) >= 4.5
    assert all(contrast(INK, dark) >= 3.5 for dark in DARK_PAGES)


@pytest.mark.parametrize("color", PALETTE)
def test_curves_are_visible_on_light_and_dark_pages(color):
    assert all(contrast(color, page) >= 3 for page in (LIGHT_PAGE, *DARK_PAGES))


def test_curves_differ_without_color_too():
    plot_curves({str(i): [i, i + 1] for i in range(4)}, ax=plt.subplots()[1])
    lines = plt.gca().get_lines()
    assert len({line.get_linestyle() for line in lines}) == 4


def test_the_svg_is_the_same_every_time_and_keeps_its_text():
    def svg():
        _, ax = plt.subplots()
        plot_curves({"used": [1.0, 0.5], "after": [0.5, 0.25]}, ax=ax)
        buffer = io.StringIO()
        plt.savefig(buffer, format="svg", metadata={"Date": None})
        return buffer.getvalue()

    first = svg()
    assert first == svg()
    assert ">epoch</text>" in first
    assert "<dc:date>" not in first


def test_the_style_does_not_depend_on_local_settings():
    plt.rcParams["axes.facecolor"] = "pink"
    plt.rcParams["xtick.direction"] = "in"
    use_book_style()
    assert plt.rcParams["axes.facecolor"] == "none"
    assert plt.rcParams["xtick.direction"] == "out"


@pytest.fixture
def shown(monkeypatch):
    """The axes of every figure that was shown."""
    axes = []
    monkeypatch.setattr(plt, "show", lambda: axes.extend(plt.gcf().axes))
    return axes


def test_plot_lrs_draws_and_returns_the_lr_after_each_epoch(shown):
    lrs = plot_lrs(scheduler(), num_epochs=4)
    assert lrs == record_lrs(scheduler(), num_epochs=4).after_epoch.tolist()
    assert lrs == [0.1, 0.05, 0.05, 0.025]
    (line,) = shown[0].get_lines()
    assert line.get_ydata().tolist() == lrs
    assert (shown[0].get_xlabel(), shown[0].get_ylabel()) == ("epoch", "lr")


def test_plot_lrs_prints_every_update_on_request(shown, capsys):
    plot_lrs(scheduler(), True, num_epochs=3, num_steps_per_epoch=2)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3 * 2
    assert lines[0] == "epoch 0, iteration 0: lr = 0.1"
    assert lines[-1] == "epoch 2, iteration 1: lr = 0.05"


def test_plot_curves_labels_its_curves(shown):
    plot_curves({"a": [1, 2], "b": ([5, 6], [3, 4])}, title="t", xlabel="update")
    (ax,) = shown
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["a", "b"]
    assert ax.get_lines()[1].get_xdata().tolist() == [5, 6]
    assert (ax.get_title(), ax.get_xlabel()) == ("t", "update")


@pytest.mark.parametrize(
    ("curves", "message"),
    [
        ({}, "curves is empty; it must have at least one label with its values."),
        ({"a": []}, "curves['a'] is empty; it must have at least one value."),
    ],
)
def test_nothing_to_plot_is_named(curves, message):
    with pytest.raises(ValueError) as raised:
        plot_curves(curves)
    assert str(raised.value) == message
