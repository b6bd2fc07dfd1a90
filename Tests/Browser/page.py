"""What a person's hands and eyes do on the page.

ページ上での人の操作と観察。
"""

import os
from collections.abc import Callable
from pathlib import Path

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait


def until(browser: Chrome, condition: Callable[[], object]) -> None:
    WebDriverWait(browser, 10, poll_frequency=0.05).until(lambda _: condition())


def one(browser: Chrome, selector: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, selector)


def text(browser: Chrome, selector: str) -> str:
    return one(browser, selector).text


def shoot(browser: Chrome, name: str) -> None:
    """Takes a picture of the whole page into the folder that SHOTS names, if it names one."""
    if folder := os.environ.get("SHOTS"):
        height = browser.execute_script("return document.documentElement.scrollHeight")
        width = browser.execute_script("return innerWidth")
        size(browser, width, height)
        browser.save_screenshot(str(Path(folder) / f"{name}.png"))


def size(browser: Chrome, width: int, height: int) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def prefer(browser: Chrome, scheme: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)


def press(browser: Chrome, *keys: str) -> None:
    for key in keys:
        browser.switch_to.active_element.send_keys(key)


def tab_to(browser: Chrome, selector: str) -> WebElement:
    """Presses Tab until the element has the focus."""
    wanted = one(browser, selector)
    for _ in range(100):
        if browser.switch_to.active_element == wanted:
            return wanted
        press(browser, Keys.TAB)
    raise AssertionError(f"Tab does not lead to {selector}")


def ready(browser: Chrome) -> None:
    """Waits until the page shows the sample's prediction."""
    until(browser, lambda: text(browser, "#label") == "setosa")


def slide(browser: Chrome, index: int, value: float) -> None:
    """Puts a slider where a drag would."""
    slider = browser.find_elements(By.CSS_SELECTOR, "input[type=range]")[index]
    script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
    browser.execute_script(script, slider, value)
