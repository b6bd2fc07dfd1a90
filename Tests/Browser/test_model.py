"""The model is tried: by hand, and with rows of CSV.

スライダーと CSV によるモデルの試用。
"""

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from page import one, ready, slide, text, until


def test_a_slider_changes_the_label(browser: Chrome) -> None:
    ready(browser)
    assert text(browser, "h1") == "iris_svc"
    before = text(browser, "#scores")
    slide(browser, 2, 5)
    slide(browser, 3, 1)
    until(browser, lambda: text(browser, "#label") != "setosa")
    assert text(browser, "#scores") != before
    assert one(browser, "#x2").get_property("value") == "5"
    widths = browser.execute_script(
        "return [...document.querySelectorAll('.score i')].map(bar => parseFloat(bar.style.width))"
    )
    assert abs(sum(widths) - 100) < 0.01
    one(browser, "button[type=reset]").click()
    ready(browser)
    until(browser, lambda: text(browser, "#scores") == before)


def test_a_number_may_lie_beyond_the_slider(browser: Chrome) -> None:
    ready(browser)
    field = one(browser, "#x3")
    field.send_keys(Keys.CONTROL + "a", Keys.DELETE)
    until(browser, lambda: text(browser, "#problem") == "x[3] is no number")
    field.send_keys("-40.5")
    until(browser, lambda: text(browser, "#problem") == "" and text(browser, "#label") != "")
    slider = browser.find_elements(By.CSS_SELECTOR, "input[type=range]")[3]
    assert float(slider.get_property("min")) == -40.5
    field.send_keys("e60")
    until(browser, lambda: "finite float32" in text(browser, "#problem"))


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        ("5.1,3.5,1.4,0.2", ["setosa"]),
        (
            "a,b,c,d\n5.1, 3.5, 1.4, 0.2\n\n5.9;3.0;4.2;1.5\r\n6.3\t2.9\t5.6\t1.8\n",
            ["setosa", "versicolor", "virginica"],
        ),
    ],
)
def test_rows_become_a_table(browser: Chrome, rows: str, labels: list[str]) -> None:
    ready(browser)
    area = one(browser, "#text")
    browser.execute_script("arguments[0].value = arguments[1]", area, rows)
    one(browser, "#csv button").click()
    until(browser, lambda: text(browser, "#said") == f"{len(labels)} row{'s' if len(labels) > 1 else ''}")
    body = browser.find_elements(By.CSS_SELECTOR, "#table tbody tr")
    assert [row.find_elements(By.TAG_NAME, "td")[4].text for row in body] == labels
    head = [cell.text for cell in browser.find_elements(By.CSS_SELECTOR, "#table th")]
    assert head[0] == ("a" if len(labels) > 1 else "x[0]")
    assert head[4:] == ["label", "setosa", "versicolor", "virginica"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("", "There are no rows"),
        ("a,b,c,d", "There are no rows"),
        ("1,2,3,4\n1,2,x,4", "Line 2: “x” is no number"),
        ("1,2,3,4\n\n1,2,3", "Line 3 has 3 numbers, not 4"),
        ("1,2,3,1e60", "data 0 3: input should be a finite float32"),
    ],
)
def test_rows_that_cannot_be_taken_are_named(browser: Chrome, rows: str, message: str) -> None:
    ready(browser)
    browser.execute_script("arguments[0].value = arguments[1]", one(browser, "#text"), rows)
    one(browser, "#csv button").click()
    until(browser, lambda: text(browser, "#said") == message)
    assert not one(browser, "#table").is_displayed()
