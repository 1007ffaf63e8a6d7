"""What is checked and made before JupyterHub starts, and how it starts."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tools.project import ROOT, ProjectError
from workshop.hub.certificate import own_certificate
from workshop.hub.sandbox import check_sandbox
from workshop.hub.settings import Settings, find_page, parse_learners, parse_memory
from workshop.hub.signatures import sign_notebooks

CONFIG = Path(__file__).with_name("jupyterhub_config.py")
LOOPBACK = ("localhost", "127.0.0.1")
PORTS = range(1024, 65534)


def check_person() -> None:
    """Learners' programs run as whoever starts the hub, so that must not be root.

    Raises:
        ProjectError: it is root.
    """
    if os.geteuid() == 0:
        raise ProjectError(
            "The hub runs as root; start it as a person without rights on this machine, as in: "
            "sudo adduser workshop; sudo --login --user workshop"
        )


def prepare(arguments: argparse.Namespace) -> Settings:
    """Check what the teacher typed, make the hub's folder, write the settings.

    Args:
        arguments: `folder`, `learners`, `host`, `port`, `memory`, `certificate`, `key`,
            `notebooks`, `edition`, `untuned`.

    Returns:
        The settings, which are also in the folder.

    Raises:
        ProjectError: an argument, or what this machine can do, is not as it must be.
    """
    if arguments.port not in PORTS:
        raise ProjectError(
            f"PORT is {arguments.port}; it must be from {PORTS.start} to {PORTS.stop - 1}"
        )
    folder = arguments.folder.expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    certificate, key = _certificate(arguments, folder)
    settings = Settings(
        folder=str(folder),
        learners=parse_learners(arguments.learners),
        host=arguments.host,
        port=arguments.port,
        memory=parse_memory(arguments.memory),
        certificate=certificate,
        key=key,
        notebooks=str(arguments.notebooks.resolve()),
        page=find_page(arguments.notebooks, arguments.edition),
        untuned=arguments.untuned,
    )
    settings.homes.mkdir(exist_ok=True)
    sign_notebooks(Path(settings.notebooks), settings.signatures)
    with tempfile.TemporaryDirectory() as home:
        check_sandbox(Path(settings.notebooks), Path(home), settings.memory)
    settings.write()
    return settings


def _certificate(arguments: argparse.Namespace, folder: Path) -> tuple[str, str]:
    """Files of the certificate and its key: given, none on this machine only, or made here."""
    given = (arguments.certificate, arguments.key)
    for name, file in zip(("CERTIFICATE", "KEY"), given):
        if any(given) and not Path(file).is_file():
            raise ProjectError(
                f"{name} is {file!r}; CERTIFICATE and KEY must both be files, or both be left out"
            )
    if any(given):
        return tuple(str(Path(file).resolve()) for file in given)
    if arguments.host in LOOPBACK:
        return "", ""
    return own_certificate(folder / "certificates", arguments.host)


def hub_command() -> list[str]:
    """The command that is JupyterHub."""
    return [sys.executable, "-m", "jupyterhub", f"--config={CONFIG}"]


def hub_environment(settings: Settings) -> dict[str, str]:
    """The environment of that command.

    Args:
        settings: those of the hub, already written.
    """
    return {**os.environ, "WORKSHOP_HUB": settings.folder, "PYTHONPATH": str(ROOT)}
