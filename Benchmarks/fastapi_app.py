"""The same endpoints on the usual Python stack: FastAPI, uvicorn and ONNX Runtime on one thread.

同じエンドポイントを通常の Python 構成（FastAPI、uvicorn、1 スレッドの ONNX Runtime）で提供する。
"""

from pathlib import Path

import numpy as np
import onnxruntime
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

MODEL = Path(__file__).parent.parent / "models" / "iris_svc.onnx"

options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
options.inter_op_num_threads = 1
options.log_severity_level = 3
session = onnxruntime.InferenceSession(MODEL, options, providers=["CPUExecutionProvider"])
name = session.get_inputs()[0].name
scores = session.get_outputs()[1].name

class Rows(BaseModel):
    """The body of a prediction request: rows of features.

    予測リクエストの本文（特徴量の行）。
    """

    data: list[list[float]]


def health() -> dict[str, str]:
    return {"health": "ok"}


def predict(rows: Rows) -> dict[str, list]:
    try:
        maps = session.run([scores], {name: np.array(rows.data, dtype=np.float32)})[0]
    except ValueError as error:
        raise HTTPException(400, f"Invalid data format: {error}") from error
    predictions = [list(row.values()) for row in maps]
    return {"prediction": predictions[0] if len(predictions) == 1 else predictions}


async def predict_on_the_loop(rows: Rows) -> dict[str, list]:
    return predict(rows)


# As the documentation of FastAPI has it for a function that computes: it runs on a thread of a pool.
app = FastAPI()
app.get("/health")(health)
app.post("/predict")(predict)

# Nothing else is served meanwhile, and nothing is handed from thread to thread.
tuned = FastAPI()
tuned.get("/health")(health)
tuned.post("/predict")(predict_on_the_loop)
