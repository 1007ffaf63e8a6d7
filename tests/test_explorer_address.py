"""Addresses of the explorer: they bring settings back exactly, and survive anything."""

import json
from urllib.parse import parse_qsl, quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.explorer.parameters import SCHEDULES, is_of_kind, parameters_of, settings_of

many = settings(max_examples=200, deadline=None, derandomize=True)
finite = st.floats(allow_nan=False, allow_infinity=False)
integers = st.integers(-(2**53) + 1, 2**53 - 1)
VIEW = {"plot": "used", "log": False, "overlay": None, "pins": []}


def of_kind(parameter):
    """Any values of the parameter's kind, impossible ones included."""
    values = {
        "integer": integers,
        "number": finite | integers,
        "boolean": st.booleans(),
        "choice": st.sampled_from(parameter.options or [""]),
        "numbers": st.lists(finite, max_size=5),
        "range": finite | st.lists(finite, min_size=2, max_size=2),
    }[parameter.kind]
    return st.none() | values if is_of_kind(parameter, None) else values


@st.composite
def any_settings(draw):
    schedule = draw(st.sampled_from(SCHEDULES))
    changed = {
        name: draw(of_kind(parameter))
        for name, parameter in parameters_of(schedule).items()
        if draw(st.booleans())
    }
    changed |= {
        "lr": draw(st.lists(finite, min_size=1, max_size=8)),
        "num_epochs": draw(st.integers(1, 1000)),
        "updates_per_epoch": draw(st.integers(1, 1000)),
    }
    count = len(changed["lr"])
    changed["lr_scale"] = draw(
        st.just([1] * count) | st.lists(finite, min_size=count, max_size=count)
    )
    return settings_of(schedule, changed)


views = st.fixed_dictionaries(
    {
        "plot": st.sampled_from(["used", "after_epoch"]),
        "log": st.booleans(),
        "overlay": st.none() | st.sampled_from(SCHEDULES),
        "pins": st.lists(any_settings(), max_size=3),
    }
)


@pytest.fixture(scope="module")
def address(explorer_js):
    """`toAddress` and `fromAddress`, called with JSON."""
    explorer_js.eval(
        "const call = (name, json) => JSON.stringify(LRExplorer[name](...JSON.parse(json)))"
    )

    class Address:
        @staticmethod
        def of(settings, view=VIEW):
            return json.loads(explorer_js.call("call", "toAddress", json.dumps([settings, view])))

        @staticmethod
        def read(query):
            # JavaScript writes 6e16 as an integer, not always the very same one.
            found = explorer_js.call("call", "fromAddress", json.dumps([query]))
            return json.loads(found, parse_int=float)

    return Address


@many
@given(wanted=any_settings(), view=views)
def test_an_address_brings_settings_and_view_back(address, wanted, view):
    query = address.of(wanted, view)
    assert address.read(query) == {"settings": wanted, "view": view, "rejected": []}
    assert address.read("?" + query)["settings"] == wanted


@many
@given(wanted=any_settings())
def test_an_address_has_only_what_differs(address, wanted):
    names = [name for name, _ in parse_qsl(address.of(wanted), keep_blank_values=True)]
    by_default = settings_of(wanted["schedule"], {"lr_scale": [1] * len(wanted["lr"])})
    assert names == ["schedule", *(name for name in by_default if wanted[name] != by_default[name])]


def test_addresses_can_be_read(address):
    changed = {"t_initial": 50, "cycle_limit": 2, "noise_range_t": [40, 80], "num_epochs": 90}
    wanted = settings_of("cosine", {"lr": [0.1, 0.01], "lr_scale": [1, 1], **changed})
    pin = settings_of("step", {"t_in_epochs": False})
    view = VIEW | {"plot": "after_epoch", "log": True, "overlay": "wsd", "pins": [pin]}
    assert address.of(wanted, view) == (
        "schedule=cosine&t_initial=50&cycle_limit=2&noise_range_t=40,80&lr=0.1,0.01&num_epochs=90"
        "&plot=after_epoch&log=true&overlay=wsd&pin=schedule%3Dstep%26t_in_epochs%3Dfalse"
    )


@pytest.mark.parametrize(
    ("query", "settings", "rejected"),
    [
        ("", None, []),
        ("lr=1", None, ["lr=1"]),
        ("schedule=linear&lr=1", None, ["schedule=linear", "lr=1"]),
        ("schedule=__proto__", None, ["schedule=__proto__"]),
        ("schedule=step&lr=1", {"lr": [1]}, []),
        ("schedule=step&lr=.5,1e-3", {"lr": [0.5, 0.001], "lr_scale": [1, 1]}, []),
        ("schedule=step&lr=0.1&color=red", {}, ["color=red"]),
        ("schedule=step&decay_t=abc&lr=1", {"lr": [1]}, ["decay_t=abc"]),
        ("schedule=step&decay_t=0x10&decay_rate=0.1", {"decay_rate": 0.1}, ["decay_t=0x10"]),
        ("schedule=step&warmup_t=1.5", {}, ["warmup_t=1.5"]),
        ("schedule=step&warmup_t=&noise_range_t=", {}, ["warmup_t="]),
        (
            "schedule=step&decay_t=Infinity&warmup_t=1e999",
            {},
            ["decay_t=Infinity", "warmup_t=1e999"],
        ),
        ("schedule=step&noise_range_t=1,2,3", {}, ["noise_range_t=1,2,3"]),
        ("schedule=step&noise_range_t=7", {"noise_range_t": 7}, []),
        ("schedule=step&t_in_epochs=False", {}, ["t_in_epochs=False"]),
        ("schedule=step&lr=1&lr=2", {"lr": [1]}, ["lr=2"]),
        ("schedule=step&lr=", {}, ["lr="]),
        (
            "schedule=step&lr=1,1&lr_scale=1,1,1",
            {"lr": [1, 1], "lr_scale": [1, 1]},
            ["lr_scale=1,1,1"],
        ),
        ("schedule=step&lr=1,1,1,1,1,1,1,1,1", {}, ["lr=1,1,1,1,1,1,1,1,1"]),
        ("schedule=step&num_epochs=0&lr=1", {"lr": [1]}, ["num_epochs=0"]),
        ("schedule=step&updates_per_epoch=10001", {}, ["updates_per_epoch=10001"]),
        (
            "schedule=step&num_epochs=1000&updates_per_epoch=1001",
            {"updates_per_epoch": 1001},
            ["num_epochs=1000"],
        ),
        ("schedule=step&cycle_limit=3&constructor=1", {}, ["cycle_limit=3", "constructor=1"]),
        ("schedule=step&%E0%A4%A=1&lr=1", {"lr": [1]}, ["%E0%A4%A=1"]),
        ("schedule=wsd&decay_fn=<b>", {}, ["decay_fn=<b>"]),
        ("schedule=step&plot=all&log=1&overlay=x", {}, ["plot=all", "log=1", "overlay=x"]),
        ("schedule=step&pin=step", {}, ["pin=step"]),
        ("schedule=step&pin=schedule%3Dstep%26lr%3Dx%26log%3Dtrue", {}, ["lr=x", "log=true"]),
        ("schedule=multistep&decay_t=", {"decay_t": []}, []),
        ("&&schedule=step&&=&=1", {}, ["=", "=1"]),
    ],
)
def test_what_is_wrong_is_reported_and_does_not_spoil_the_rest(address, query, settings, rejected):
    read = address.read(query)
    schedule = query.partition("schedule=")[2].partition("&")[0]
    assert read["settings"] == (None if settings is None else settings_of(schedule, settings))
    assert read["rejected"] == rejected


def test_at_most_8_pins_are_read(address):
    pins = [settings_of("step", {"num_epochs": n}) for n in range(1, 11)]
    query = "schedule=step" + "".join(f"&pin={quote(address.of(pin))}" for pin in pins)
    read = address.read(query)
    assert read["view"]["pins"] == pins[:8]
    assert read["rejected"] == [f"pin={address.of(pin)}" for pin in pins[8:]]
    written = address.of(pins[0], VIEW | {"pins": pins})
    assert address.read(written)["view"]["pins"] == pins[:8]


names = st.sampled_from(["schedule=", "step", "cosine", "lr=", "pin=", "1e9"])
pieces = names | st.sampled_from("&=%,?") | st.sampled_from(["%25", "%26", "%3D"])
hostile = st.text(max_size=200) | st.lists(pieces | st.text(max_size=3), max_size=60).map("".join)


@many
@given(query=hostile)
@example("schedule=step&lr=" + "9" * 19_000 + "x")
@example("schedule=step&" + "pin=" * 4_000)
@example("schedule=step" + "&a" * 9_000)
@example("x" * 1_000_000)
@example("schedule=step&lr=" + "%2C" * 6_000)
@example("schedule=step&decay_t=" + "-" * 15_000)
def test_any_string_is_survived(address, explorer_js, query):
    read = address.read(query)
    assert len(read["rejected"]) <= 20
    assert all(len(part) <= 60 for part in read["rejected"])
    assert len(read["view"]["pins"]) <= 8
    shown = [s for s in (read["settings"], *read["view"]["pins"]) if s is not None]
    for found in shown:
        assert found.keys() == settings_of(found["schedule"]).keys()
        assert explorer_js.eval(f"LRExplorer.firstMisfit({json.dumps(found)}) === null")
    if read["settings"]:
        again = address.read(address.of(read["settings"], read["view"]))
        assert again == read | {"rejected": []}
