"""A running server, and a browser that looks at its page.

動作中のサーバーと、そのページを見るブラウザー。
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium import webdriver

PROGRAM = os.environ.get("MODEL_SERVER", str(Path(__file__).parents[2] / ".build/release/model-server"))


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The origin of a server that listens on a port of its own."""
    environment = {**os.environ, "HOST": "127.0.0.1", "PORT": "0"}
    server = subprocess.Popen([PROGRAM], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        for line in server.stdout:
            if match := re.search(r"listening.*127\.0\.0\.1:(\d+)", line):
                break
        else:
            pytest.fail("the server does not listen")
        yield f"http://127.0.0.1:{match[1]}"
    finally:
        server.terminate()
        server.communicate(timeout=30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,900"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    # Named, so that nothing is looked for or fetched.
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium: webdriver.Chrome, address: str) -> Iterator[webdriver.Chrome]:
    """The browser at the page; whatever was done there, nothing may have failed and nobody else have been asked."""
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    for log in ["browser", "performance"]:
        chromium.get_log(log)
    chromium.get(f"{address}/docs")
    yield chromium
    errors = [entry["message"] for entry in chromium.get_log("browser") if entry["level"] == "SEVERE"]
    # What a test asks for in vain is told as an error too.
    assert not [error for error in errors if "responded with a status of 422" not in error]
    messages = [json.loads(entry["message"])["message"] for entry in chromium.get_log("performance")]
    urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert f"{address}/openapi.json" in urls
    assert {urlsplit(url).netloc for url in urls} == {urlsplit(address).netloc}
