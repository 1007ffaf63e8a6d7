"""A Jupyter kernel for nbval that lives in this process and costs no new one."""

from contextlib import redirect_stderr, redirect_stdout

from ipykernel.inprocess.manager import InProcessKernelManager
from nbval.kernel import RunningKernel


class KernelInProcess(RunningKernel):
    """What nbval starts for a notebook, without a process of its own.

    All else that nbval does, comparing outputs above all, stays as it is.
    """

    def __init__(self, kernel_name: str, cwd: str | None = None, startup_timeout: int = 60) -> None:
        """Start the kernel; this process must be in the folder `cwd` already."""
        self.km = InProcessKernelManager()
        self.km.start_kernel()
        self.kc = self.km.client()
        self.kc.start_channels()

    def execute_cell_input(self, cell_input: str, allow_stdin: bool | None = None) -> str:
        """Execute a cell to its end; what it prints belongs to it from the first message on."""
        kernel = self.km.kernel
        with redirect_stdout(kernel.stdout), redirect_stderr(kernel.stderr):
            return super().execute_cell_input(cell_input, allow_stdin)

    def stop(self) -> None:
        """Leave it; the process ends soon."""
        del self.km
