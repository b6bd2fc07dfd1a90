"""The bytes of an exported model, the same on every run.

毎回同じになる、書き出したモデルのバイト列。
"""

import re

import onnx

ADDRESS = re.compile(r"\d{12,}")


def serialize(model: onnx.ModelProto, infers_shapes: bool = True) -> bytes:
    """Checks the model and serialises it with its operator sets in order; skl2onnx lists them in the order of a set.

    モデルを検査し、オペレーター集合を整列してからシリアライズする（skl2onnx の並びは実行ごとに変わる）。
    """
    imports = sorted(model.opset_import, key=lambda opset: opset.domain)
    ordered = onnx.ModelProto()
    ordered.CopyFrom(model)
    del ordered.opset_import[:]
    ordered.opset_import.extend(imports)
    number_addresses(ordered.graph, {})
    onnx.checker.check_model(ordered, full_check=infers_shapes)
    return ordered.SerializeToString(deterministic=True)


def number_addresses(graph: onnx.GraphProto, seen: dict[str, str]) -> None:
    """Numbers the addresses of objects by which skl2onnx tells apart what is in the bodies of loops.

    skl2onnx がループ本体の名前に使うオブジェクトのアドレスを、通し番号に置き換える。
    """

    def renamed(name: str) -> str:
        return ADDRESS.sub(lambda found: seen.setdefault(found[0], str(len(seen))), name)

    for named in [*graph.input, *graph.output, *graph.value_info, *graph.initializer, *graph.node]:
        # A name that is left out stays so.
        if named.name:
            named.name = renamed(named.name)
    for node in graph.node:
        for names in (node.input, node.output):
            names[:] = [renamed(name) for name in names]
        for attribute in node.attribute:
            if attribute.HasField("g"):
                number_addresses(attribute.g, seen)
