"""The bytes of an exported model, the same on every run.

毎回同じになる、書き出したモデルのバイト列。
"""

import onnx


def serialize(model: onnx.ModelProto, infers_shapes: bool = True) -> bytes:
    """Checks the model and serialises it with its operator sets in order; skl2onnx lists them in the order of a set.

    モデルを検査し、オペレーター集合を整列してからシリアライズする（skl2onnx の並びは実行ごとに変わる）。
    """
    imports = sorted(model.opset_import, key=lambda opset: opset.domain)
    ordered = onnx.ModelProto()
    ordered.CopyFrom(model)
    del ordered.opset_import[:]
    ordered.opset_import.extend(imports)
    onnx.checker.check_model(ordered, full_check=infers_shapes)
    return ordered.SerializeToString(deterministic=True)
