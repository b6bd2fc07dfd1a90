"""The endpoints are tried.

エンドポイントの試用。
"""

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from page import one, ready, text, until


def test_an_endpoint_is_tried(browser: Chrome) -> None:
    ready(browser)
    one(browser, "#post_predict_label summary").click()
    query = Select(browser.find_elements(By.CSS_SELECTOR, "#post_predict_label select")[1])
    query.select_by_visible_text("graph")
    area = one(browser, "#post_predict_label textarea")
    area.clear()
    area.send_keys('{"data":[[6.3,2.9,5.6,1.8]]}')
    one(browser, "#post_predict_label button").click()
    until(browser, lambda: '{"prediction":"virginica"}' in text(browser, "#post_predict_label [role=status]"))
    Select(one(browser, "#post_predict_label select")).select_by_visible_text("OPTIONS")
    one(browser, "#post_predict_label button").click()
    until(browser, lambda: "Allow: POST, OPTIONS" in text(browser, "#post_predict_label [role=status]"))


def test_every_endpoint_is_there_and_answers(browser: Chrome) -> None:
    ready(browser)
    endpoints = browser.find_elements(By.TAG_NAME, "details")
    paths = browser.execute_async_script(
        "fetch('openapi.json').then(a => a.json()).then(a => arguments[0](Object.keys(a.paths)))"
    )
    assert sorted(e.find_element(By.CLASS_NAME, "path").text for e in endpoints) == sorted(paths)
    for endpoint in endpoints:
        endpoint.find_element(By.TAG_NAME, "summary").click()
        assert "undefined" not in endpoint.text
        endpoint.find_element(By.TAG_NAME, "button").click()
        status = endpoint.find_element(By.CSS_SELECTOR, "[role=status]")
        until(browser, lambda status=status: status.text.startswith("200 OK"))
        endpoint.find_element(By.TAG_NAME, "summary").click()


def test_a_schema_is_written_as_the_content_is(browser: Chrome) -> None:
    ready(browser)
    endpoint = "#post_v2_models_name_infer"
    one(browser, f"{endpoint} summary").click()
    request = browser.find_elements(By.CSS_SELECTOR, f"{endpoint} pre")[0].text
    assert '  "inputs": [{\n    "name": "input",\n' in request
    assert '    "data": [[number × 4], …] | [number, …]\n  }],\n' in request
    assert '"shape": [integer from 1, 4]' in request
