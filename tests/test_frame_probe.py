"""The benchmark's clock: it stops after the picture has changed, not before."""

import time

import pytest

from tools.frame_probe import FrameProbe

PAGE = """
<input type="range" value="0">
<svg><text></text><path d="M0 0"/></svg>
<script>
const slider = document.querySelector("input");
const [svg, path] = [document.querySelector("svg"), document.querySelector("path")];
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
const draw = (value = slider.value) => path.setAttribute("d", `M0 ${value}`);
slider.addEventListener("input", () => { %s });
</script>
"""
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


@pytest.fixture
def probe_of(browser):
    """A function that opens a page whose slider runs the given JavaScript, and probes it."""
    page = browser.new_page()

    def open_page(handler: str) -> FrameProbe:
        page.set_content(PAGE % handler)
        return FrameProbe(page.locator("input"), page.locator("svg"), ("path", "d"))

    yield open_page
    page.close()


@pytest.mark.parametrize(
    "handler",
    [
        "busy(50); draw()",
        "draw(); busy(50)",
        "requestAnimationFrame(() => { busy(50); draw(); })",
        "draw(); requestAnimationFrame(() => busy(50))",
        "setTimeout(draw, 50, slider.value)",
        "setTimeout(() => setTimeout(draw, 25), 25)",
        "svg.append('another change'); setTimeout(draw, 50)",
    ],
)
def test_whatever_delays_the_picture_counts(probe_of, handler):
    assert min(probe_of(handler).steps(3)) >= 50


def test_a_step_that_changes_nothing_is_an_error(probe_of):
    with pytest.raises(Exception, match="the key changed nothing in the picture"):
        probe_of("").steps(1)


def test_a_burst_waits_for_the_last_picture(probe_of):
    late, taken = probe_of("setTimeout(draw, 200, slider.value)").burst(5, 0.2)
    assert late >= 200
    assert taken >= 0.2


def test_a_burst_that_the_page_cannot_take_is_longer(probe_of):
    _, taken = probe_of("busy(50); draw()").burst(5, 0.01)
    assert taken >= 0.2


def test_a_burst_must_end_with_its_last_value(probe_of):
    probe = probe_of("window.count = (window.count ?? 0) + 1; if (![4, 5].includes(count)) draw()")
    with pytest.raises(RuntimeError, match="the last value"):
        probe.burst(5, 0.2)


def test_an_image_counts_when_it_is_loaded(browser):
    def answer_late(route):
        time.sleep(0.1)
        route.fulfill(
            body="<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml"
        )

    page = browser.new_page()
    page.route("**/*.svg", answer_late)
    page.set_content("""
        <input type="range" value="0"><p><img></p>
        <script>
        document.querySelector("input").addEventListener("input", ({ target }) => {
          document.querySelector("img").src = `https://picture.test/${target.value}.svg`;
        });
        </script>
    """)
    probe = FrameProbe(page.locator("input"), page.locator("p"), ("img", "src"))
    assert min(probe.steps(3)) >= 100
    page.close()
