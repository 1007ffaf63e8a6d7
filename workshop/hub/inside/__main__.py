"""What a learner's sandbox runs: bring the notebooks, then be the learner's Jupyter server."""

import os
import signal
import sys
from pathlib import Path

from workshop.hub.inside.copies import bring_copies

for number in (signal.SIGINT, signal.SIGTERM):
    # The spawner made bwrap ignore them; the server must not.
    signal.signal(number, signal.SIG_DFL)
try:
    bring_copies(Path("/srv/notebooks"), Path.home())
    bring_copies(Path("/srv/signatures"), Path.home() / ".local" / "share" / "jupyter")
except OSError as error:
    # A full disk must not keep learners from the work that they have saved.
    print(f"Not all notebooks were copied: {error}", file=sys.stderr)
os.execv(sys.executable, [sys.executable, "-m", "jupyterhub.singleuser", *sys.argv[1:]])
