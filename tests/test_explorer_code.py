"""The Python that the explorer offers to copy: run as it is, it gives timm's learning rates."""

import json
import warnings
from random import Random

import numpy as np
import pytest
from copied_code import lrs_of
from explorer_settings import random_settings

from helpers.explorer.parameters import SCHEDULES, settings_of
from helpers.explorer.timm_run import run_timm


@pytest.fixture(scope="module")
def code_of(explorer_js):
    """`pythonCode` of settings."""
    explorer_js.eval("const codeOf = (json) => LRExplorer.pythonCode(JSON.parse(json))")
    return lambda settings: explorer_js.call("codeOf", json.dumps(settings))


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_copied_code_gives_timms_lrs(code_of, schedule):
    rng = Random(schedule)
    compared = 0
    while compared < 50:
        settings = random_settings(rng, schedule)
        by_timm = run_timm(settings)
        if by_timm.error is not None or np.isnan(by_timm.lrs).any():
            continue
        code = code_of(settings)
        np.testing.assert_array_equal(lrs_of(code), by_timm.lrs, err_msg=code)
        assert max(map(len, code.splitlines())) <= 88
        compared += 1


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_the_code_is_runnable_as_it_is(code_of, schedule):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        exec(code_of(settings_of(schedule, {"num_epochs": 3})), {})


def test_code_per_epoch(code_of):
    settings = settings_of("cosine", {"warmup_t": 5, "warmup_prefix": True})
    assert code_of(settings) == (
        "import torch\n"
        "from timm.scheduler import CosineLRScheduler\n"
        "\n"
        "model = torch.nn.Linear(1, 1)  # your model\n"
        "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"
        "scheduler = CosineLRScheduler(optimizer, t_initial=100, warmup_t=5, warmup_prefix=True)\n"
        "\n"
        "for epoch in range(100):\n"
        "    ...  # train for one epoch\n"
        "    scheduler.step(epoch + 1)\n"
    )


def test_code_per_update_with_param_groups(code_of):
    changed = {
        "lr": [0.1, 1e-7],
        "lr_scale": [1, 0.5],
        "decay_t": [*range(100, 1000, 50)],
        "decay_rate": 0.9,
        "noise_range_t": [40, 80],
        "noise_std": 2,
        "t_in_epochs": False,
    }
    assert code_of(settings_of("multistep", changed)) == (
        "import torch\n"
        "from timm.scheduler import MultiStepLRScheduler\n"
        "\n"
        "model = torch.nn.ModuleList(torch.nn.Linear(1, 1) for _ in range(2))  # your model\n"
        "param_groups = [\n"
        '    {"params": model[0].parameters(), "lr": 0.1},\n'
        '    {"params": model[1].parameters(), "lr": 1e-7, "lr_scale": 0.5},\n'
        "]\n"
        "optimizer = torch.optim.SGD(param_groups)\n"
        "scheduler = MultiStepLRScheduler(\n"
        "    optimizer,\n"
        "    decay_t=[\n"
        "        100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850,\n"
        "        900, 950,\n"
        "    ],\n"
        "    decay_rate=0.9,\n"
        "    noise_range_t=(40, 80),\n"
        "    noise_std=2.0,\n"
        "    t_in_epochs=False,\n"
        ")\n"
        "\n"
        "num_updates = 0\n"
        "for epoch in range(100):\n"
        "    for _ in range(10):\n"
        "        ...  # forward, backward, optimizer.step()\n"
        "        num_updates += 1\n"
        "        scheduler.step_update(num_updates)\n"
    )


def test_code_with_a_metric(code_of):
    changed = {"num_epochs": 16, "metric_stalls": [], "decay_rate": 0.5}
    assert code_of(settings_of("plateau", changed)) == (
        "import torch\n"
        "from timm.scheduler import PlateauLRScheduler\n"
        "\n"
        "model = torch.nn.Linear(1, 1)  # your model\n"
        "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"
        "scheduler = PlateauLRScheduler(optimizer, decay_rate=0.5)\n"
        "\n"
        "metrics = [  # in place of your own, one for each epoch\n"
        "    0.1, 0.1451, 0.1874, 0.2269, 0.2639, 0.2984, 0.3308, 0.361, 0.3893, 0.4158, 0.4406,\n"
        "    0.4638, 0.4855, 0.5058, 0.5247, 0.5425,\n"
        "]\n"
        "\n"
        "for epoch, metric in enumerate(metrics):\n"
        "    ...  # train and evaluate for one epoch\n"
        "    scheduler.step(epoch + 1, metric)\n"
    )
