"""A simulated learner: what a browser asks of the hub, of JupyterLab and of a kernel."""

import asyncio
import json
import re
import time
import uuid
from dataclasses import dataclass, field

import aiohttp
from yarl import URL

ASSET = re.compile(r'(?:src|href)="(?P<path>/user/[^"]*/static/[^"]*)"')
FIGURES = ("image/svg+xml", "image/png")
SECONDS_FOR_ALL = 900


class LearnerFailed(Exception):
    """A learner did not get what a learner must get; the message says what."""


@dataclass
class Kernel:
    """A running kernel, spoken to as JupyterLab does."""

    socket: aiohttp.ClientWebSocketResponse
    session: str

    async def run(self, source: str, may_fail: bool = False) -> list[dict]:
        """Execute a cell.

        Args:
            source: its text.
            may_fail: an error is what the cell shows.

        Returns:
            Data of its outputs, by MIME type.

        Raises:
            LearnerFailed: it fails, or the kernel dies.
        """
        header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "version": "5.3"}
        header |= {"username": "", "session": self.session, "date": ""}
        content = {"code": source, "store_history": True, "allow_stdin": False}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        await self.socket.send_str(json.dumps({**message, "channel": "shell"}))
        outputs = []
        async for frame in self.socket:
            if frame.type is aiohttp.WSMsgType.BINARY:
                continue  # buffers of a widget
            answer = json.loads(frame.data)
            kind, content = answer["header"]["msg_type"], answer["content"]
            if kind == "status" and content["execution_state"] in ("restarting", "dead"):
                raise LearnerFailed(f"the kernel died in: {source[:60]!r}")
            if answer["parent_header"].get("msg_id") != header["msg_id"]:
                continue
            if kind in ("display_data", "execute_result"):
                outputs.append(content["data"])
            elif kind == "stream":
                outputs.append({"text/plain": content["text"]})
            elif kind == "error" and not may_fail:
                raise LearnerFailed(f"{content['ename']}: {content['evalue']}")
            elif kind == "status" and content["execution_state"] == "idle":
                return outputs
        raise LearnerFailed(f"the kernel's connection closed in: {source[:60]!r}")


@dataclass
class Learner:
    """One learner with a browser of its own.

    Attributes:
        address: of the hub, with a slash at the end.
        name: the account.
        code: with which to log in.
        seconds: what took how long, from the first click.
        failure: what went wrong.
        done: set when there is nothing left to do.
    """

    address: str
    name: str
    code: str
    seconds: dict[str, float] = field(default_factory=dict)
    failure: str = ""
    done: asyncio.Event = field(default_factory=asyncio.Event)

    async def __aenter__(self) -> "Learner":
        """Open a browser."""
        timeout = aiohttp.ClientTimeout(total=SECONDS_FOR_ALL)
        self.http = aiohttp.ClientSession(timeout=timeout, raise_for_status=True)
        self.began = time.monotonic()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Close it."""
        await self.http.close()

    def reached(self, what: str) -> None:
        """Note how long it took to get there."""
        self.seconds.setdefault(what, round(time.monotonic() - self.began, 2))

    @property
    def server(self) -> str:
        """Address of the learner's server."""
        return f"{self.address}user/{self.name}/"

    def xsrf(self, url: str) -> dict[str, str]:
        """The header that shows that a request comes from a page of that server."""
        cookies = self.http.cookie_jar.filter_cookies(URL(url))
        return {"X-XSRFToken": cookies["_xsrf"].value}

    async def log_in(self) -> None:
        """Type name and code.

        Raises:
            LearnerFailed: the hub refuses them.
        """
        url = f"{self.address}hub/login"
        async with self.http.get(url):
            form = {"username": self.name, "password": self.code}
            form["_xsrf"] = self.xsrf(url)["X-XSRFToken"]
        async with self.http.post(
            url, data=form, allow_redirects=False, raise_for_status=False
        ) as answer:
            if answer.status != 302:
                raise LearnerFailed(f"the hub refuses {self.name}'s code ({answer.status})")
        self.reached("logged in")

    async def start_server(self) -> None:
        """Wait for the server and load JupyterLab's page with its scripts."""
        async with self.http.get(f"{self.address}hub/spawn"):
            pass
        url = f"{self.address}hub/api/users/{self.name}/server/progress"
        async with self.http.get(url, headers=self.xsrf(url)) as events:
            async for line in events.content:
                if line.startswith(b"data:"):
                    event = json.loads(line[5:])
                    if event.get("failed"):
                        raise LearnerFailed(event["message"])
                    if event.get("ready"):
                        break
        self.reached("server")
        async with self.http.get(f"{self.server}lab") as page:
            assets = ASSET.findall(await page.text())
        for path in assets:
            async with self.http.get(f"{self.address.rstrip('/')}{path}") as asset:
                await asset.read()
        for path in ("lab/api/settings/", "lab/api/translations/", "api/kernelspecs"):
            async with self.http.get(f"{self.server}{path}") as answer:
                await answer.read()
        self.reached("JupyterLab")

    async def read(self, path: str) -> dict:
        """A notebook as it is saved."""
        async with self.http.get(f"{self.server}api/contents/{path}") as answer:
            return (await answer.json())["content"]

    async def save(self, path: str, notebook: dict) -> None:
        """Save a notebook."""
        url = f"{self.server}api/contents/{path}"
        model = {"type": "notebook", "format": "json", "content": notebook}
        async with self.http.put(url, json=model, headers=self.xsrf(url)):
            self.reached("saved")

    async def open_kernel(self, path: str) -> str:
        """Start the kernel of a notebook, or find the one that runs; returns its id."""
        url = f"{self.server}api/sessions"
        model = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        async with self.http.post(url, json=model, headers=self.xsrf(url)) as answer:
            return (await answer.json())["kernel"]["id"]

    async def connect(self, kernel: str) -> Kernel:
        """Open the connection over which a notebook's cells are executed."""
        session = uuid.uuid4().hex
        url = f"{self.server}api/kernels/{kernel}/channels?session_id={session}"
        socket = await self.http.ws_connect(url, max_msg_size=0)
        return Kernel(socket, session)
