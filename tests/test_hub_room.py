"""A hub of a room with real servers and kernels: who sees what, and what survives."""

import asyncio
import os
import site
import ssl
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tools.project import ROOT, ProjectError
from workshop.hub.sandbox import check_sandbox
from workshop.load.room import HUB_PYTHON, NOBODY, Room, as_nobody, room

HUB_PACKAGES = ROOT / f"workshop/hub/.venv/lib/python3.{sys.version_info.minor}/site-packages"
NOTEBOOK = "ja/step.ipynb"
MEMORY = 1300 * 2**20


def missing() -> str:
    """What keeps a hub from running on this machine."""
    if not (HUB_PACKAGES / "jupyterhub").exists():
        return "no packages of the hub: Linux is needed, then `make hub-tools`"
    with tempfile.TemporaryDirectory() as home:
        if os.geteuid() == 0:
            os.chown(home, NOBODY, NOBODY)
        try:
            check_sandbox(ROOT / "notebooks", Path(home), MEMORY, as_nobody(Path(home)))
        except ProjectError as error:
            return str(error)
    return ""


if reason := missing():
    if os.environ.get("REQUIRE_HUB"):
        pytest.fail(f"{reason}, and REQUIRE_HUB is set", pytrace=False)
    pytest.skip(reason, allow_module_level=True)

site.addsitedir(str(HUB_PACKAGES))
import aiohttp  # noqa: E402

from workshop.load.learner import Kernel, Learner, LearnerFailed  # noqa: E402
from workshop.load.report import sentences, summarize  # noqa: E402
from workshop.load.use import learners_use  # noqa: E402
from workshop.load.visit import visit  # noqa: E402


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """An empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def hub(folder: Path) -> Iterator[Room]:
    """A room for two."""
    options = ("--learners=aki ben", "--port=8200", f"--memory={MEMORY // 2**20}M")
    with room(folder, *options) as here:
        yield here


@asynccontextmanager
async def seated(hub: Room, name: str) -> AsyncIterator[tuple[Learner, Kernel]]:
    """A learner who has logged in and has the notebook's kernel."""
    async with Learner(hub.address, name, hub.codes[name]) as learner:
        await learner.log_in()
        await learner.start_server()
        yield learner, await learner.connect(await learner.open_kernel(NOTEBOOK))


def ask(hub: Room, name: str, *sources: str) -> list[str]:
    """What cells print in the kernel of a learner's notebook."""

    async def run() -> list[str]:
        async with seated(hub, name) as (_, kernel):
            return [
                "".join(data["text/plain"] for data in await kernel.run(source))
                for source in sources
            ]

    return asyncio.run(run())


def outcome(asked: Coroutine) -> str:
    """What went wrong."""
    with pytest.raises((LearnerFailed, aiohttp.ClientResponseError)) as raised:
        asyncio.run(asked)
    return str(raised.value)


def test_a_learner_runs_a_chapter_and_an_exercise(hub):
    async def run() -> Learner:
        learner, leave = Learner(hub.address, "aki", hub.codes["aki"]), asyncio.Event()
        leave.set()
        await visit(learner, NOTEBOOK, "", leave)
        return learner

    learner = asyncio.run(run())
    assert not learner.failure
    assert {"first figure", "chapter", "exercise", "saved"} < set(learner.seconds)
    memory = learners_use()
    assert set(memory) == {"aki"}
    assert memory["aki"]["kernel"]["pss_mib"] > memory["aki"]["other"]["pss_mib"] > 0
    assert memory["aki"]["kernel"]["processor_seconds"] > 1
    loaded = "import sys; print(*(name in sys.modules for name in ({})))"
    names = "'timm.scheduler', 'torch.optim', 'torch._dynamo.eval_frame'"
    assert ask(hub, "aki", loaded.format(names)) == ["True True False\n"]


def test_a_report_counts_who_failed_and_says_what_95_percent_reach():
    learners = [Learner("", f"l{number}", "") for number in range(1, 22)]
    for number, learner in enumerate(learners):
        learner.seconds["first figure"] = float(number)
    learners[-1].failure = "the kernel died"
    part = {"pss_mib": 100.0, "private_mib": 50.0, "processor_seconds": 2.0}
    use = {"l1": {"server": part, "kernel": part}, "l2": {"kernel": part}}
    found = summarize(learners, use)
    assert found["success_rate"] == 20 / 21
    assert found["seconds"]["first figure"] == {"median": 10.0, "p95": 19.0}
    assert found["use_per_learner"]["all"]["pss_mib"] == 150
    assert found["use_per_learner"]["server"]["processor_seconds"] == 1
    said = sentences(21, found)
    assert said[:2] == ["95% of 21 learners succeeded", "the kernel died"]


def test_a_wrong_code_and_a_strange_name_are_refused(hub):
    for name, code in (("aki", hub.codes["ben"]), ("eve", hub.codes["ben"]), ("aki", "")):

        async def run(name: str = name, code: str = code) -> None:
            async with Learner(hub.address, name, code) as learner:
                await learner.log_in()

        assert "the hub refuses" in outcome(run())


def test_no_code_is_stored(hub, folder):
    files = [path.read_bytes() for path in (folder / "hub").rglob("*") if path.is_file()]
    assert files
    for code in hub.codes.values():
        assert not any(code.encode() in content for content in files)


def test_nobody_else_reads_the_hubs_folder(folder):
    assert (folder / "hub").stat().st_mode & 0o777 == 0o700


def test_a_learner_sees_own_files_and_processes_only(hub, folder):
    ask(
        hub, "ben", "from pathlib import Path; print((Path.home() / 'secret').write_text('of ben'))"
    )
    assert (folder / "hub" / "homes" / "ben" / "secret").read_text() == "of ben"
    found, names, processes, readable = ask(
        hub,
        "aki",
        f"import os; print([p for p in ('/root', '{folder}', '/home/ben') if os.path.exists(p)])",
        f"print(sorted({{'.venv', *os.listdir('{ROOT}')}}), sorted(os.listdir('/home')))",
        "print([open(f'/proc/{p}/cmdline').read() for p in os.listdir('/proc') if p.isdecimal()])",
        "print([p for p in os.environ if 'PROXY' in p or 'WORKSHOP' in p], os.getuid())",
    )
    unseen = [f"'{folder}'", "'/home/ben'"]
    assert not [path for path in unseen if path in found]
    seen = [
        "['.venv', 'helpers', 'workshop']",
        "['book', 'learner', 'requirements.txt', 'setup_check.py']",
    ]
    assert names.split("\n")[0] == " ".join(seen)
    assert "ipykernel" in processes and "configurable-http-proxy" not in processes
    assert processes.count("jupyterhub.singleuser") == 1
    assert readable == "[] 1000\n"


def test_the_shared_environment_is_read_only(hub):
    source = (
        "import timm, helpers, jupyterhub, os; print([m.__name__ for m in {modules} if {writable}])"
    )
    writable = "not os.statvfs(m.__file__).f_flag & os.ST_RDONLY"
    modules = "(timm, helpers, jupyterhub, os)"
    assert ask(hub, "aki", source.format(modules=modules, writable=writable)) == ["[]\n"]


def test_figures_are_shown_before_anything_is_run(hub):
    (said,) = ask(
        hub,
        "aki",
        "import nbformat; from nbformat.sign import NotebookNotary\n"
        "print(NotebookNotary().check_signature(nbformat.read('cosine.ipynb', as_version=4)))",
    )
    assert said == "True\n"


def test_notebooks_find_the_files_that_they_read(hub):
    patches, said = ask(
        hub,
        "aki",
        "from pathlib import Path; print(len(list(Path('../../book/patches').glob('*.diff'))))",
        "%run ../../setup_check.py",
    )
    assert int(patches) == len(list((ROOT / "book" / "patches").glob("*.diff")))
    assert said.startswith("✓ timm ")


def test_a_learner_does_not_get_into_the_server_of_another(hub):
    ask(hub, "ben", "print()")

    async def run() -> None:
        url = f"{hub.address}user/ben/api/contents/secret"
        async with seated(hub, "aki") as (learner, _), learner.http.get(url):
            pass

    assert "403" in outcome(run())


def test_too_much_memory_is_an_error_and_the_kernel_stays(hub):
    with pytest.raises(LearnerFailed, match=r"MemoryError"):
        ask(hub, "aki", "kept = 1", f"bytearray({MEMORY})")
    assert ask(hub, "aki", "print(kept)") == ["1\n"]


def test_a_dead_kernel_and_a_killed_hub_lose_no_saved_work(hub):
    async def work() -> dict:
        async with seated(hub, "aki") as (learner, kernel):
            notebook = await learner.read(NOTEBOOK)
            notebook["cells"][0]["source"] = "work of aki"
            await learner.save(NOTEBOOK, notebook)
            with pytest.raises(LearnerFailed, match="the kernel died"):
                await kernel.run("import os; os.kill(os.getpid(), 9)")
            return notebook

    async def saved() -> dict:
        async with seated(hub, "aki") as (learner, _):
            return await learner.read(NOTEBOOK)

    notebook = asyncio.run(work())
    assert asyncio.run(saved()) == notebook
    ask(hub, "aki", "kept = 6 * 7; print()")

    hub.kill()
    hub.start()
    assert ask(hub, "aki", "print(kept)") == ["42\n"]
    assert asyncio.run(saved()) == notebook

    hub.stop()
    assert learners_use() == {}
    hub.start()
    assert asyncio.run(saved()) == notebook


def teacher(folder: Path, *options: str) -> subprocess.CompletedProcess:
    """Run the command without root's rights."""
    command = [*as_nobody(folder), HUB_PYTHON, "-m", "workshop.hub", f"--folder={folder}/hub"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    return subprocess.run(
        [*command, *options], env=environment, cwd=ROOT, capture_output=True, text=True
    )


def test_a_lost_code_is_replaced(hub, folder):
    old = hub.codes["ben"]
    run = teacher(folder, "--learners=aki ben", "--port=8200", "--new-code=ben")
    assert run.returncode == 0, run.stderr
    hub.codes["ben"] = run.stdout.strip()
    assert ask(hub, "ben", "print(1)") == ["1\n"]

    async def run_with_old() -> None:
        async with Learner(hub.address, "ben", old) as learner:
            await learner.log_in()

    assert "the hub refuses" in outcome(run_with_old())


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--new-code=eve", "NEW_CODE is 'eve'; it must be one of LEARNERS: aki, ben"),
        ("--port=80", "PORT is 80; it must be from 1024"),
        ("--edition=fr", "EDITION is 'fr'; there must be a file fr/index.ipynb"),
        ("--certificate=none", "CERTIFICATE is 'none'; CERTIFICATE and KEY must both be files"),
    ],
)
def test_a_wrong_option_is_named(hub, folder, option, message):
    run = teacher(folder, "--learners=aki ben", option)
    assert run.returncode == 1
    assert message in run.stderr and run.stderr.count("\n") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="This is not root.")
def test_root_starts_no_hub(tmp_path):
    command = [HUB_PYTHON, "-m", "workshop.hub", f"--folder={tmp_path}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 1 and run.stderr.startswith("The hub runs as root; ")


def test_beyond_this_machine_everything_is_encrypted():
    with (
        tempfile.TemporaryDirectory() as folder,
        room(Path(folder), "--learners=1", "--host=127.0.0.2", "--port=8210") as here,
    ):
        assert here.address == "https://127.0.0.2:8210/"
        trusted = ssl.create_default_context(
            cafile=str(Path(folder, "hub", "certificates", "workshop", "workshop.crt"))
        )

        async def status() -> int:
            async with (
                aiohttp.ClientSession() as browser,
                browser.get(here.address, ssl=trusted) as answer,
            ):
                return answer.status

        assert asyncio.run(status()) == 200
