"""Serve a folder as a static host does: compressed, over connections that stay open.

`http.server` neither compresses nor keeps connections; the well-kept servers of Node want
compressed copies of every file next to it (sirv-cli, http-server) or answer `step.html` with a
redirect (serve).
"""

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from pathlib import Path

COMPRESSED = (".css", ".html", ".ipynb", ".js", ".json", ".svg", ".txt", ".xml")


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        status = HTTPStatus.OK
        if not path.is_file():
            status = HTTPStatus.NOT_FOUND
            path = Path(self.directory) / "404.html"
        self.send_response(status)
        self.send_header("Content-Type", _content_type(path))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        body = _body(path) if path.is_file() else b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _content_type(path: Path) -> str:
    kind = _Handler.extensions_map.get(path.suffix) or http.server.mimetypes.guess_type(path)[0]
    kind = kind or "application/octet-stream"
    return f"{kind}; charset=utf-8" if path.suffix in COMPRESSED else kind


@cache
def _body(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.compress(content) if path.suffix in COMPRESSED else content


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port until the context ends.

    Args:
        folder: its files must not change while they are served.

    Yields:
        The address, without a slash at its end.
    """
    handler = partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
