"""What the first view of a page costs a phone: bytes, requests, other hosts, layout shift.

The cache is cold and the network slow, as a layout shift needs time to be seen. Pictures further
down that wait for the reader to scroll are not part of the first view.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tools.audit.results import Problem, Result

COLUMNS = ("bytes", "figures", "requests", "other hosts", "layout shift")
MOST_BYTES = 200_000
MOST_REQUESTS = 20
PHONE = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_638_400 / 8,
    "uploadThroughput": 675_000 / 8,
}
FIGURE = re.compile(r"/_images/[^/]+$")
NOTE_SHIFTS = """
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
        for (const {value, sources} of list.getEntries()) {
            const [html] = sources.map(({node}) => (node?.outerHTML ?? "").slice(0, 100));
            layoutShifts.push({value, html});
        }
    }).observe({type: "layout-shift", buffered: true});
"""


@dataclass
class FirstView:
    """What loading a page cost.

    Attributes:
        page_bytes: of everything but figures, as it came over the network.
        figure_bytes: of the figures in the first view.
        requests: all of them, figures included.
        other_addresses: those that the page asked of other hosts.
        shifts: each layout shift and the first element that it moved.
    """

    page_bytes: int = 0
    figure_bytes: int = 0
    requests: int = 0
    other_addresses: set[str] = field(default_factory=set)
    shifts: list[dict] = field(default_factory=list)

    @property
    def row(self) -> list[int | float]:
        """The cells of a table whose columns are `COLUMNS`."""
        hosts = {urlsplit(address).hostname for address in self.other_addresses}
        shift = round(sum(entry["value"] for entry in self.shifts), 5)
        return [self.page_bytes, self.figure_bytes, self.requests, len(hosts), shift]


def measure_first_view(browser: Browser, url: str, page_name: str) -> FirstView:
    """Load a page in a context of its own.

    Args:
        browser: which cannot reach other hosts.
        url: address of the site, without a slash at its end.
        page_name: address of the page below it.
    """
    context = browser.new_context(**PHONE)
    context.add_init_script(NOTE_SHIFTS)
    page = context.new_page()
    view = FirstView()
    _count(page, url, view)
    page.goto(f"{url}/{page_name}", wait_until="networkidle")
    view.shifts = page.evaluate("layoutShifts")
    context.close()
    return view


def _count(page: Page, url: str, view: FirstView) -> None:
    """Let the network fill in what it carries."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW_4G)
    addresses = {}

    def sent(event: dict) -> None:
        address = event["request"]["url"]
        if not address.startswith("http"):
            return
        addresses[event["requestId"]] = address
        view.requests += 1
        if not address.startswith(f"{url}/"):
            view.other_addresses.add(address)

    def arrived(event: dict) -> None:
        if address := addresses.get(event["requestId"]):
            size = int(event["encodedDataLength"])
            if FIGURE.search(address):
                view.figure_bytes += size
            else:
                view.page_bytes += size

    network.on("Network.requestWillBeSent", sent)
    network.on("Network.loadingFinished", arrived)


def check_weight(browser: Browser, url: str, pages: list[str]) -> Result:
    """Measure the first view of pages and hold it to the bars.

    Args:
        browser: which cannot reach other hosts.
        url: address of the site, without a slash at its end.
        pages: addresses of pages below it.
    """
    result = Result("weight", ["page", *COLUMNS])
    for name in pages:
        view = measure_first_view(browser, url, name)
        result.rows.append([name, *view.row])
        result.problems += [Problem(name, text) for text in _too_much(view)]
        print(f"  weight: {name}", flush=True)
    return result


def _too_much(view: FirstView) -> list[str]:
    problems = [f"asks another host: {address}" for address in sorted(view.other_addresses)]
    if view.page_bytes > MOST_BYTES:
        problems.append(f"{view.page_bytes} bytes without figures; at most {MOST_BYTES}")
    if view.requests > MOST_REQUESTS:
        problems.append(f"{view.requests} requests; at most {MOST_REQUESTS}")
    problems += [f"layout shift of {shift['value']:.5f}: {shift['html']}" for shift in view.shifts]
    return problems
