"""Challenges: each can be solved, none is solved from the start, and the distance is timm's."""

import copy
import json
import re
from random import Random

import numpy as np
import pytest
from explorer_settings import random_settings

from helpers import explore, match_curves
from helpers.explorer.arguments import read_arguments
from helpers.explorer.challenges import CHALLENGES
from helpers.explorer.parameters import SCHEDULES, parameters_of
from helpers.explorer.timm_run import run_timm
from tools.project import ROOT

FILE = ROOT / "helpers" / "explorer" / "challenges.json"
SCRIPT = ROOT / "helpers" / "explorer" / "lr-challenges.js"
ENOUGH = 0.01
COMPARE = """
function compared(pairs) {
  const runOf = (settings) => LRExplorer.computeRun(settings);
  return JSON.stringify(pairs.map(([a, b]) => LRChallenges.closenessOf(runOf(a), runOf(b))));
}
"""


@pytest.fixture
def challenges_js(explorer_js):
    """Both bundles in a JavaScript engine."""
    if not explorer_js.eval("typeof LRChallenges === 'object'"):
        explorer_js.eval(SCRIPT.read_text(encoding="utf-8"))
        explorer_js.eval(COMPARE)
    return explorer_js


@pytest.fixture
def closeness_of(challenges_js):
    """A function that compares pairs of settings as the site does."""
    return lambda pairs: json.loads(challenges_js.eval(f"compared({json.dumps(pairs)})"))


def distance_by_timm(settings, goal):
    """Largest difference at any epoch as a share of the goal's peak, and that epoch."""
    lrs, goal_lrs = (every_epoch(of) for of in (settings, goal))
    differences = np.abs(lrs - goal_lrs[:, :1]).max(axis=1)
    return differences.max() / np.abs(goal_lrs[:, 0]).max(), int(differences.argmax())


def every_epoch(settings):
    """What each epoch begins to train with, in the shape `(epochs, groups)`."""
    run = run_timm(settings)
    assert run.error is None
    return run.lrs[:-1][:: (len(run.lrs) - 1) // settings["num_epochs"]]


def test_there_are_challenges_for_everybody():
    assert len(CHALLENGES) >= 8
    assert len({challenge.id for challenge in CHALLENGES}) == len(CHALLENGES)
    levels = [challenge.level for challenge in CHALLENGES]
    assert levels == sorted(levels) and set(levels) == {1, 2, 3}
    assert {challenge.answer["schedule"] for challenge in CHALLENGES} == set(SCHEDULES)


@pytest.mark.parametrize("challenge", CHALLENGES, ids=lambda challenge: challenge.id)
class TestChallenge:
    def test_the_answer_is_the_goal_and_the_start_is_not(self, challenge, closeness_of):
        answered, started = closeness_of(
            [[challenge.answer, challenge.answer], [challenge.start, challenge.answer]]
        )
        assert answered["isThere"] and answered["share"] == 0
        assert not started["isThere"] and started["state"] == "compared"
        share, epoch = distance_by_timm(challenge.start, challenge.answer)
        assert started["share"] == pytest.approx(share, rel=1e-9) and share > 5 * ENOUGH
        assert started["epoch"] == epoch

    def test_every_setting_of_the_answer_counts(self, challenge, closeness_of):
        assert unneeded(challenge, closeness_of) == []

    def test_the_goal_is_drawn_by_timm_too(self, challenge, challenges_js):
        code = f"LRExplorer.computeRun({json.dumps(challenge.answer)}).lrs[0].join()"
        lrs = np.array(challenges_js.eval(code).split(","), dtype=float)
        np.testing.assert_allclose(
            lrs, run_timm(challenge.answer).lrs[:, 0], rtol=1e-12, atol=1e-16
        )

    def test_the_answer_shown_is_a_call_of_explore(self, challenge, challenges_js):
        given = f"LRChallenges.CHALLENGES.find(({{id}}) => id === '{challenge.id}')"
        call = challenges_js.eval(f"LRChallenges.callOf({given})")
        assert eval(call, {"explore": explore}).settings == challenge.answer

    def test_the_hint_names_an_argument_to_change(self, challenge):
        for hint in challenge.hint.values():
            assert set(re.findall(r"`(\w+)`", hint)) & changed(challenge), hint


def changed(challenge):
    """The names of what differs between start and answer."""
    start, answer = challenge.start, challenge.answer
    return {name for name in answer if answer[name] != start.get(name)}


def unneeded(challenge, closeness_of):
    """The settings of the answer without which the curve is the goal as well."""
    start, answer = challenge.start, challenge.answer
    names = changed(challenge) - {"schedule"}
    parameters = parameters_of(answer["schedule"])
    pairs = [
        [{**answer, name: start.get(name, parameters[name].default)}, answer] for name in names
    ]
    found = closeness_of(pairs)
    return [name for name, closeness in zip(names, found, strict=True) if closeness["isThere"]]


def test_a_setting_too_many_is_found(closeness_of):
    (challenge,) = (challenge for challenge in CHALLENGES if challenge.id == "stairs")
    challenge = copy.deepcopy(challenge)
    challenge.answer["noise_seed"] = 7
    assert unneeded(challenge, closeness_of) == ["noise_seed"]


# The distance


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_the_distance_is_that_of_timms_curves(closeness_of, schedule):
    rng = Random(schedule)
    goal = read_arguments("cosine", {"t_initial": 25, "num_epochs": 40, "lr": 0.2})[0]
    given = [random_settings(rng, schedule) | {"num_epochs": 40} for _ in range(40)]
    compared = 0
    for settings, closeness in zip(given, closeness_of([[s, goal] for s in given]), strict=True):
        if run_timm(settings).error is not None:
            assert closeness["state"] == "refused" and not closeness["isThere"]
            continue
        if closeness["state"] == "refused":  # timm goes on with a complex number
            assert np.isnan(run_timm(settings).lrs).any()
            continue
        share, _ = distance_by_timm(settings, goal)
        assert closeness["share"] == pytest.approx(share, rel=1e-9)
        assert closeness["isThere"] == (share <= ENOUGH)
        compared += 1
    assert compared > 20


def test_what_cannot_be_compared_is_said(closeness_of):
    goal = read_arguments("cosine", {"t_initial": 100})[0]
    others = [goal | {"num_epochs": 90}, goal | {"t_initial": 0}, goal | {"t_in_epochs": False}]
    states = [closeness["state"] for closeness in closeness_of([[o, goal] for o in others])]
    assert states == ["length", "refused", "compared"]


def test_every_param_group_must_match(closeness_of):
    goal = read_arguments("step", {"decay_t": 30, "decay_rate": 0.5})[0]
    two = goal | {"lr": [0.1, 0.01], "lr_scale": [1, 1]}
    (closeness,) = closeness_of([[two, goal]])
    assert closeness["share"] == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0 %"),
        (0.01, "1 %"),
        (0.010001, "1.1 %"),
        (0.123, "12.3 %"),
        (0.7, "70 %"),
        (2, "200 %"),
    ],
)
def test_a_share_is_never_shown_smaller_than_it_is(challenges_js, share, text):
    assert challenges_js.eval(f"LRChallenges.percentOf({share})") == text


# The texts


def test_every_text_is_in_both_languages_with_the_same_placeholders_and_code():
    found = json.loads(FILE.read_text(encoding="utf-8"))
    texts = dict(found["texts"])
    for challenge in found["challenges"]:
        texts |= {
            f"{challenge['id']} {part}": challenge[part] for part in ("title", "task", "hint")
        }
    for name, sentences in texts.items():
        assert sentences.keys() == {"ja", "en"}, name
        for mark in (r"\{(\w+)\}", r"`(\w+)`"):
            used = [set(re.findall(mark, sentence)) for sentence in sentences.values()]
            assert used[0] == used[1], name


def test_every_text_is_used():
    texts = json.loads(FILE.read_text(encoding="utf-8"))["texts"]
    folder = ROOT / "explorer" / "challenges"
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))
    for name in texts:
        stem = name if not name.startswith("level_") else "level_"
        assert f'"{name}"' in source or f"`{stem}" in source or name in ("refused", "length"), name


def test_a_notebook_shows_the_goals_as_a_picture():
    html = match_curves()._repr_html_()
    assert html.startswith("<lr-challenges><img ") and html == match_curves()._repr_html_()
    assert repr(match_curves()) == "match_curves()"
