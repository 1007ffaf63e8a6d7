"""Time what a reader waits for: from a key press on a slider to the frame that answers it."""

import random
import time
from pathlib import Path

from playwright.sync_api import Locator

JAVASCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
PAUSE = (0.02, 0.07)
"""Seconds between two steps, so that they fall anywhere between two frames."""
SECONDS_TO_SETTLE = 1


class FrameProbe:
    """A slider and a picture that every step of it changes."""

    def __init__(self, slider: Locator, chart: Locator, picture: tuple[str, str]) -> None:
        """Put the clock into the page.

        Args:
            slider: what takes the arrow keys.
            chart: what is redrawn.
            picture: CSS selector of the part of the chart that every step changes, and the
                attribute by which it does.
        """
        self.slider = slider
        self.page = slider.page
        self._clock = self.page.evaluate_handle(JAVASCRIPT, [chart.element_handle(), *picture])
        self._devtools = self.page.context.new_cdp_session(self.page)

    def throttle(self, rate: float) -> None:
        """Make the page's processor this many times slower."""
        self._devtools.send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def to_start(self) -> None:
        """Move the slider to its left end."""
        self._come_to_front()
        self.page.keyboard.press("Home")
        time.sleep(SECONDS_TO_SETTLE)

    def steps(self, count: int) -> list[float]:
        """Press the right arrow key, each time when the step before has been painted.

        Returns:
            Milliseconds from each press to the task after the frame that shows its picture.
        """
        self._come_to_front()
        times = []
        for _ in range(count):
            time.sleep(random.uniform(*PAUSE))
            times.append(self._press_and_wait("ArrowRight"))
        return times

    def burst(self, count: int, seconds: float) -> tuple[float, float]:
        """Press the right arrow key at a fixed pace, whatever has been painted.

        Returns:
            Milliseconds from the last press to the frame with its picture, and the seconds that
            the presses took: more than `seconds` where the page was too busy to take them.

        Raises:
            RuntimeError: the last value is not shown in the end.
        """
        self._come_to_front()
        start = time.perf_counter()
        for number in range(count):
            time.sleep(max(0, start + number * seconds / (count - 1) - time.perf_counter()))
            self.page.keyboard.press("ArrowRight")
        taken = time.perf_counter() - start
        time.sleep(SECONDS_TO_SETTLE)
        late, shown = self._clock.evaluate("clock => [clock.last(), clock.picture()]")
        self._press_and_wait("ArrowLeft")
        self._press_and_wait("ArrowRight")
        if shown != self._clock.evaluate("clock => clock.picture()"):
            raise RuntimeError("The picture does not show the last value of the burst.")
        return late, taken

    def _press_and_wait(self, key: str) -> float:
        self.page.keyboard.press(key)
        return self._clock.evaluate("clock => clock.first()")

    def _come_to_front(self) -> None:
        self.page.bring_to_front()
        self.slider.focus()
        time.sleep(SECONDS_TO_SETTLE)
