"""The environment variables of a learner's server and kernels."""

from workshop.hub.sandbox import INSIDE


def server_environment(untuned: bool) -> dict[str, str]:
    """Variables beside those of JupyterHub.

    Args:
        untuned: leave servers as JupyterHub starts them.
    """
    if untuned:
        return {}
    return {
        "JUPYTER_CONFIG_PATH": str(INSIDE / "jupyter"),
        # Kernels run it before the first cell.
        "PYTHONSTARTUP": str(INSIDE / "startup.py"),
        # Learners share the processors; threads of one would only wait for those of others.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
