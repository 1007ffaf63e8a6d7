"""The environment variables of a learner's server and kernels."""

from workshop.hub.sandbox import INSIDE


def server_environment() -> dict[str, str]:
    """Variables beside those of JupyterHub."""
    return {"JUPYTER_CONFIG_PATH": str(INSIDE / "jupyter")}
