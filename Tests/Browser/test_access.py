"""The page for everybody: without a mouse, with a screen reader, in the dark, on a telephone.

誰にでも使えるページ（キーボード、スクリーンリーダー、ダークモード、小さな画面）。
"""

from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys

from page import one, prefer, press, ready, shoot, size, tab_to, text, until

CONTRAST = Path(__file__).with_name("contrast.js").read_text()


def test_the_keyboard_is_enough(browser: Chrome) -> None:
    ready(browser)
    tab_to(browser, "input[type=range]")
    before = text(browser, "#scores")
    press(browser, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    until(browser, lambda: text(browser, "#scores") != before)
    for field, value in [("#x2", "5"), ("#x3", "1")]:
        tab_to(browser, field)
        press(browser, Keys.CONTROL + "a", value)
    until(browser, lambda: text(browser, "#label") != "setosa")
    tab_to(browser, "#text")
    press(browser, Keys.CONTROL + "a", "6.3,2.9,5.6,1.8")
    press(browser, Keys.TAB, Keys.ENTER)
    until(browser, lambda: text(browser, "#said") == "1 row")
    tab_to(browser, "#post_predict summary")
    press(browser, Keys.ENTER)
    tab_to(browser, "#post_predict button")
    press(browser, Keys.SPACE)
    until(browser, lambda: "200 OK" in text(browser, "#post_predict [role=status]"))


def test_every_control_has_a_name(browser: Chrome) -> None:
    ready(browser)
    browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = {"slider", "spinbutton", "textbox", "button", "combobox", "link"}
    names = [(n["role"]["value"], n["name"]["value"]) for n in nodes if n.get("role", {}).get("value") in roles]
    assert {role for role, _ in names} == roles
    assert [role for role, name in names if not name.strip()] == []
    assert ("spinbutton", "x[0]") in names


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read(browser: Chrome, scheme: str) -> None:
    prefer(browser, scheme)
    ready(browser)
    one(browser, "#csv button").click()
    until(browser, lambda: text(browser, "#said") == "1 row")
    one(browser, "#post_predict_label summary").click()
    one(browser, "#post_predict_label button").click()
    until(browser, lambda: "200 OK" in text(browser, "#post_predict_label [role=status]"))
    # Half a second is more than the bars take.
    browser.execute_async_script("setTimeout(arguments[0], 500)")
    shoot(browser, scheme)
    assert browser.execute_script(CONTRAST) == []
    background = browser.execute_script("return getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
    assert (int(background) < 128) == (scheme == "dark")


def test_it_fits_a_small_screen(browser: Chrome) -> None:
    size(browser, 360, 640)
    ready(browser)
    one(browser, "#csv button").click()
    until(browser, lambda: text(browser, "#said") == "1 row")
    browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert browser.execute_script("return innerWidth") == 360
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
    browser.execute_script("document.querySelectorAll('details').forEach((each, i) => each.open = i === 0)")
    shoot(browser, "360")
