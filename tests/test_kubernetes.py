"""The workshop on a cluster: values for the chart, codes, image, sizes."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tools.project import ROOT
from workshop.hub.environment import server_environment
from workshop.kubernetes.check import CHECKED, check, example, kinds
from workshop.kubernetes.sizing import (
    LEARNERS,
    LIMIT_MIB,
    NODES,
    Node,
    Share,
    learners_of_node,
    nodes_for,
    share_of_learner,
)
from workshop.kubernetes.values import CHART, base_values, codes_of, merged
from workshop.load.results import kept_results

HUB_PYTHON = ROOT / "workshop" / "hub" / ".venv" / "bin" / "python"
FOLDER = ROOT / "workshop" / "kubernetes"
ROOM = ["--host=w.example.org", "--email=t@example.org", "--image=r.example.org/book:1"]


@pytest.fixture(scope="module")
def hub_python() -> Path:
    """The Python with JupyterHub; a stated skip without, unless REQUIRE_HUB is set."""
    if not HUB_PYTHON.exists():
        reason = "no packages of the hub: Linux is needed, then `make hub-tools`"
        if os.environ.get("REQUIRE_HUB"):
            pytest.fail(f"{reason}, and REQUIRE_HUB is set")
        pytest.skip(reason)
    return HUB_PYTHON


def run(python: Path, *command: object, **options: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options}
    return subprocess.run(
        [python, *command], cwd=ROOT, env=environment, capture_output=True, text=True
    )


def write_values(python: Path, output: Path, *options: str) -> subprocess.CompletedProcess:
    command = ("-m", "workshop.kubernetes", f"--output={output}", *ROOM, *options)
    return run(python, *command)


def test_the_values_are_those_that_the_charts_schema_was_asked_about():
    checked = json.loads(CHECKED.read_text(encoding="utf-8"))
    advice = (
        f"helm pull {CHART['name']} --repo {CHART['repository']} --version {CHART['version']} "
        "--untar, then: python -m workshop.kubernetes.check jupyterhub"
    )
    assert checked == {"chart": CHART["version"], "values": kinds(example())}, advice


def test_the_charts_schema_has_nothing_against_the_values():
    chart = os.environ.get("CHART")
    if not chart:
        pytest.skip("CHART names no folder of the chart; the kept check stands for it")
    assert check(Path(chart)) == []


def test_a_learner_gets_less_than_a_mistake_may_take():
    share = share_of_learner(kept_results())
    assert share.memory_mib <= LIMIT_MIB
    used = kept_results()["tuned"]["use_per_learner"]["all"]
    assert used["pss_mib"] < share.memory_mib < 1.5 * used["pss_mib"]


def test_nodes_hold_all_learners_and_no_node_is_idle():
    share = share_of_learner(kept_results())
    for node in NODES:
        for learners in LEARNERS:
            count, room = nodes_for(learners, node, share), learners_of_node(node, share)
            assert (count - 1) * room < learners <= count * room
            assert room * share.memory_mib < node.memory_gib * 1024
            assert room * share.cores < node.cores
            assert nodes_for(2 * room, node, share) == 2


def test_what_is_scarce_decides():
    assert learners_of_node(Node(cores=64, memory_gib=10), Share(1024, 0.1)) == 8
    assert learners_of_node(Node(cores=2, memory_gib=1000), Share(1024, 0.1)) == 15
    assert learners_of_node(Node(cores=64, memory_gib=1000), Share(1024, 0.1)) == 90


def test_a_node_that_is_too_small_is_named():
    with pytest.raises(ValueError, match=r"^A node of 1 cores and 2 GiB has no room for a learner"):
        nodes_for(30, Node(1, 2), Share(850, 0.1))


def test_files_of_values_are_joined_as_helm_does():
    base = {"a": {"b": 1, "c": [1, 2]}, "d": 1}
    assert merged(base, {"a": {"c": [3]}, "e": {}}) == {"a": {"b": 1, "c": [3]}, "d": 1, "e": {}}


def test_codes_stay_and_one_is_replaced(hub_python, tmp_path):
    output = tmp_path / "values.yaml"
    first = write_values(hub_python, output, "--learners=aki ben")
    assert first.returncode == 0, first.stderr
    assert output.stat().st_mode & 0o777 == 0o600
    given = re.findall(r"^  (aki|ben)  (\S+)$", first.stdout, re.MULTILINE)
    text = output.read_text()
    assert len(given) == 2 and not any(code in text for _, code in given)
    before = codes_of(yaml.safe_load(text))
    second = write_values(hub_python, output, "--learners=aki ben eri", "--new-code=ben")
    assert re.findall(r"^  (aki|ben|eri)  ", second.stdout, re.MULTILINE) == ["ben", "eri"]
    after = codes_of(yaml.safe_load(output.read_text()))
    assert after["aki"] == before["aki"] and after["ben"] != before["ben"]


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--host=", "HOST is ''; it must be of the form HOST=workshop.example.org"),
        ("--host=https://x.org", "HOST is 'https://x.org'; it must be of the form"),
        ("--image=book", "IMAGE is 'book'; it must be of the form IMAGE="),
        ("--email=me", "EMAIL is 'me'; it must be of the form EMAIL="),
        ("--learners=1001", "LEARNERS is '1001'; it must be a number from 1 to 1000"),
    ],
)
def test_a_wrong_option_is_named(hub_python, tmp_path, option, message):
    tried = write_values(hub_python, tmp_path / "values.yaml", option)
    assert tried.returncode == 1
    assert tried.stderr.startswith(message) and tried.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


IN_THE_POD = """
import sys
from pathlib import Path
from traitlets.config import Config
from firstuseauthenticator import FirstUseAuthenticator
c = Config()
folder = Path(sys.argv[1])
c.FirstUseAuthenticator.dbm_path = str(folder / "passwords")
text = Path("workshop/kubernetes/accounts.py").read_text()
for name, file in (("CODES", "came.json"), ("GIVEN", "given.json")):
    text = text.replace(f'{name} = Path("', f'{name} = Path("{folder / file}") or ("')
exec(text)
import bcrypt, dbm
with dbm.open(c.FirstUseAuthenticator.dbm_path) as passwords:
    held = [f"{learner}:{code.replace(' ', '-')}"
            for learner, code in zip(sys.argv[2::2], sys.argv[3::2])
            if bcrypt.checkpw(code.encode(), passwords[learner])]
print(*held, sorted(c.Authenticator.allowed_users))
"""


def test_the_hubs_pod_takes_new_codes_and_keeps_those_that_learners_chose(hub_python, tmp_path):
    def start(codes: dict[str, str], *tried: str) -> str:
        (tmp_path / "came.json").write_text(json.dumps(codes))
        started = run(hub_python, "-c", IN_THE_POD, tmp_path, *tried)
        assert started.returncode == 0, started.stderr
        return started.stdout

    def hashed(code: str) -> str:
        source = (
            "import bcrypt, sys;"
            "print(bcrypt.hashpw(sys.argv[1].encode(), bcrypt.gensalt(4)).decode())"
        )
        return run(hub_python, "-c", source, code).stdout.strip()

    came = {"aki": hashed("one"), "ben": hashed("two")}
    assert start(came, "aki", "one", "ben", "two") == "aki:one ben:two ['aki', 'ben']\n"
    own = (
        "import sys; from firstuseauthenticator import FirstUseAuthenticator as F;"
        "F(dbm_path=sys.argv[1]).reset_password('aki', 'my own password')"
    )
    assert run(hub_python, "-c", own, tmp_path / "passwords").returncode == 0
    assert start(came, "aki", "my own password", "aki", "one").startswith("aki:my-own-password [")
    came["aki"] = hashed("three")
    assert start(came, "aki", "three", "aki", "my own password").startswith("aki:three [")
    assert start({"ben": came["ben"]}, "ben", "two") == "ben:two ['ben']\n"


def test_the_hub_knows_every_setting_that_the_chart_hands_on(hub_python):
    source = """if True:
        import json, sys
        from jupyterhub.app import JupyterHub
        from firstuseauthenticator import FirstUseAuthenticator
        for section, settings in json.loads(sys.argv[1]).items():
            for name, value in settings.items():
                trait = locals()[section].class_traits(config=True)[name]
                trait.validate(None, value)
        print(JupyterHub.class_traits()["authenticator_class"].load_entry_points())
    """
    config = base_values()["hub"]["config"]
    asked = run(hub_python, "-c", source, json.dumps(config))
    assert asked.returncode == 0, asked.stderr
    assert f"'{config['JupyterHub']['authenticator_class']}'" in asked.stdout


def test_the_image_copies_files_that_are_there_and_runs_the_books_python():
    lines = (FOLDER / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [name for line in lines if line.startswith("COPY") for name in line.split()[1:-1]]
    assert len(copied) > 5
    assert [name for name in copied if not (ROOT / name).exists()] == []
    python = (ROOT / ".binder" / "runtime.txt").read_text().strip().replace("python-", "python:")
    assert [line.split()[1].split("-")[0] for line in lines if line.startswith("FROM")] == [python]
    assert f"ARG JUPYTERHUB={CHART['jupyterhub']}" in lines


def test_the_images_settings_are_those_of_one_machine():
    environment = base_values()["singleuser"]["extraEnv"]
    here = server_environment(untuned=False)
    moved = {name: value.replace(str(ROOT), "/srv/book") for name, value in here.items()}
    assert moved == environment
