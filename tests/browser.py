"""A headless Chromium for the tests of the page, with what it writes to its console and what it asks for."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1400,900",
    "--lang=en-US",
)


class Browser:
    """One page in Chromium."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, path: Path, fragment: str = "") -> None:
        """Open a file and wait until its graph is drawn."""
        self.driver.get("about:blank")
        self.forget()
        self.driver.get(path.as_uri() + fragment)
        self.wait(lambda: self.run("return document.documentElement.dataset.drawn === 'true'"))

    def forget_history(self) -> None:
        """Begin a history with this page; a full one loses first the entries that no hand has made."""
        self.driver.execute_cdp_cmd("Page.resetNavigationHistory", {})

    def run(self, script: str, *arguments: object) -> Any:
        """Run JavaScript in the page and give what it returns."""
        return self.driver.execute_script(script, *arguments)

    def text(self, selector: str) -> str:
        """The text of an element as it is shown."""
        return str(self.run("return document.querySelector(arguments[0]).innerText", selector))

    def wait(self, met: Callable[[], object], seconds: float = 10) -> None:
        """Wait until something holds, or fail."""
        end = time.monotonic() + seconds
        while not met():
            assert time.monotonic() < end, "the page did not get there"
            time.sleep(0.05)

    def forget(self) -> None:
        """Forget what was written and asked so far."""
        self.driver.get_log("browser")
        self.driver.get_log("performance")

    def press(self, selector: str) -> None:
        """Click on an element of the page."""
        self.run("document.querySelector(arguments[0]).click()", selector)

    def unfold(self) -> None:
        """Open every fact and figure of the card, and wait for their quotes."""
        every = "const every = [...document.querySelectorAll('#card details')];"
        self.run(f"{every} every.forEach((each) => {{ each.open = true }})")
        self.wait(lambda: self.run(f"{every} return every.every((each) => each.childElementCount > 1)"))

    def keys(self, *pressed: str) -> None:
        """Press keys, one after the other, wherever the page's focus is."""
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(*pressed).perform()

    def choose(self, id: str, value: str) -> None:
        """Choose an entry of a select, as its user would."""
        self.run(
            "const box = document.getElementById(arguments[0]); box.value = arguments[1];"
            "box.dispatchEvent(new Event('change'))",
            id,
            value,
        )

    def resize(self, width: int, height: int) -> None:
        """Give the page a size in CSS pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def console(self) -> list[str]:
        """What the page has written to the console, errors and refusals of its policy among them."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses that the page has asked for."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        asked = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [each["request"]["url"] for each in asked if each["documentURL"].startswith("file:")]

    def click(self, x: float, y: float) -> None:
        """Click on a place of the drawing, in its own pixels from its upper left."""
        self._mouse(x, y).click().perform()

    def point_at(self, x: float, y: float) -> None:
        """Bring the mouse to a place of the drawing."""
        self._mouse(x, y).perform()

    def _mouse(self, x: float, y: float) -> Any:
        from selenium.webdriver.common.action_chains import ActionChains

        corner = self.run(
            "const {x, y} = document.getElementById('graph').getBoundingClientRect(); return [x, y]"
        )
        chain: Any = ActionChains(self.driver, duration=20)
        chain.w3c_actions.pointer_action.move_to_location(int(corner[0] + x), int(corner[1] + y))
        return chain


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """Start Chromium with a fresh profile; skip the test, saying so, where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium")
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("needs Chromium and its driver (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for argument in (*ARGUMENTS, f"--user-data-dir={profile}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield Browser(started)
    finally:
        started.quit()
