import sys

import requests

server = requests.Session()


def ask(path, rows):
    answer = server.post(sys.argv[1] + path, json={"data": rows}, timeout=5)
    if not answer.ok:
        raise RuntimeError(f"{answer.status_code} {answer.text}")
    return answer.json()["prediction"]


rows = [[5.1, 3.5, 1.4, 0.2], [6.3, 2.9, 5.6, 1.8]]
for label, probabilities in zip(ask("/predict/label", rows), ask("/predict", rows)):
    print(label, max(probabilities))

try:
    ask("/predict", [[5.1, 3.5]])
except RuntimeError as error:
    print(error)
