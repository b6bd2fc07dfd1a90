"""Dense networks of PyTorch, written by both of its exporters.

PyTorch の全結合ネットワーク。二つのエクスポーターで書き出す。

The older exporter writes what a module does, layer by layer; the newer one what it has been traced to do, which it simplifies.
"""

import io

import numpy as np
import onnx
import torch
from datasets import Data, breast_cancer, iris, versicolor_or_virginica
from entry import Entry
from torch import nn


class Residual(nn.Module):
    """What a layer makes of its input, added to it."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.layer = nn.Linear(features, features)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        return torch.relu(self.layer(rows)) + rows


class Standardized(nn.Module):
    """A network with the mean and deviation of its data in it."""

    def __init__(self, data: Data, network: nn.Module) -> None:
        super().__init__()
        rows = torch.tensor(data[0], dtype=torch.float32)
        self.register_buffer("mean", rows.mean(0))
        self.register_buffer("deviation", rows.std(0))
        self.network = network

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        return self.network((rows - self.mean) / self.deviation)


class Classifier(nn.Module):
    """A network that tells the most probable class beside the probabilities."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        probabilities = torch.softmax(self.network(rows), dim=1)
        return probabilities.argmax(dim=1), probabilities


def entries() -> list[Entry]:
    torch.set_num_threads(1)
    return classifiers() + activations() + normalizations() + layer_normalizations()


def classifiers() -> list[Entry]:
    three, two, wide = iris(3), versicolor_or_virginica(), breast_cancer()
    return both("torch_3", three, lambda: [nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3), nn.Softmax(1)]) + [
        legacy("torch_2", two, lambda: [nn.Linear(4, 9), nn.Tanh(), nn.Dropout(), nn.Linear(9, 1), nn.Sigmoid()]),
        dynamo("torch_2_features30", wide, lambda: [
            Standardized(wide, nn.Linear(30, 12)), nn.ReLU(), nn.Linear(12, 12), nn.ReLU(), nn.Linear(12, 1),
            nn.Sigmoid()]),
        legacy("torch_3_scores", three, lambda: [nn.Linear(4, 6, bias=False), nn.ReLU(), nn.Linear(6, 3, bias=False)]),
        legacy("torch_3_label", three, lambda: [Classifier(nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3)))]),
        dynamo("torch_3_residual", three, lambda: [Residual(4), Residual(4), nn.Linear(4, 3), nn.LogSoftmax(1)]),
        legacy("torch_3_standardized", three, lambda: [Standardized(three, nn.Linear(4, 3)), nn.LogSoftmax(1)]),
    ]  # fmt: skip


def activations() -> list[Entry]:
    """Layers of 7 and 12 outputs: some elements are computed in fours and some are left over."""

    def layers(first: nn.Module, second: nn.Module) -> list[nn.Module]:
        return [nn.Linear(4, 7), first, nn.Linear(7, 12), second, nn.Linear(12, 3)]

    pairs = {
        "elu_selu": lambda: layers(nn.ELU(0.7), nn.SELU()),
        "celu_softplus": lambda: layers(nn.CELU(0.7), nn.Softplus()),
        "gelu": lambda: layers(nn.GELU(), nn.GELU(approximate="tanh")),
        "hard": lambda: layers(nn.Hardsigmoid(), nn.Hardswish()),
        "leaky": lambda: layers(nn.LeakyReLU(0.1), nn.PReLU(12)),
        "shrink": lambda: layers(nn.Softshrink(0.1), nn.Hardshrink(0.1)),
        "silu_mish": lambda: layers(nn.SiLU(), nn.Mish()),
        "bounded": lambda: layers(nn.ReLU6(), nn.Hardtanh()),
        "softsign": lambda: layers(nn.Softsign(), nn.Tanhshrink()),
        "sigmoid": lambda: layers(nn.Sigmoid(), nn.LogSigmoid()),
    }
    return [entry for name, modules in pairs.items() for entry in both(f"torch_{name}", iris(3), modules)]


def normalizations() -> list[Entry]:
    """Before a layer, behind one with a bias and behind one without, into which ONNX Runtime multiplies it."""
    return both("torch_batch_norm", iris(3), lambda: [
        nn.BatchNorm1d(4), nn.Linear(4, 10), nn.BatchNorm1d(10), nn.ReLU(), nn.Linear(10, 9, bias=False),
        nn.BatchNorm1d(9), nn.ReLU(), nn.BatchNorm1d(9), nn.Dropout(), nn.Linear(9, 3)])  # fmt: skip


def layer_normalizations() -> list[Entry]:
    """Rows of 10 and of 6, which are summed up in two ways; before operator set 17 written out, and GELU before 20."""

    def layers() -> list[nn.Module]:
        return [nn.Linear(4, 10), nn.LayerNorm(10), nn.GELU(), nn.Linear(10, 6), nn.LayerNorm(6), nn.ReLU(),
                nn.Linear(6, 3)]  # fmt: skip

    return [*both("torch_layer_norm", iris(3), layers), legacy("torch_layer_norm_opset13", iris(3), layers, opset=13)]


def both(name: str, data: Data, layers) -> list[Entry]:
    return [legacy(name, data, layers), dynamo(f"{name}_dynamo", data, layers)]


def legacy(name: str, data: Data, layers, opset: int | None = None) -> Entry:
    file = io.BytesIO()
    network = trained(data, layers)
    torch.onnx.export(
        network, (torch.zeros(1, data[0].shape[1]),), file, dynamo=False, input_names=["rows"],
        dynamic_axes={"rows": {0: "batch"}}, opset_version=opset,
    )  # fmt: skip
    return Entry(name, data, None, graph=cleaned(onnx.load_from_string(file.getvalue())), source=network)


def dynamo(name: str, data: Data, layers) -> Entry:
    network = trained(data, layers)
    program = torch.onnx.export(
        network, (torch.zeros(2, data[0].shape[1]),), dynamo=True, input_names=["rows"],
        dynamic_shapes=({0: torch.export.Dim("batch")},), verbose=False,
    )  # fmt: skip
    return Entry(name, data, None, graph=cleaned(program.model_proto), source=network)


def trained(data: Data, layers) -> nn.Module:
    """Trains a network a little, so that its answers are neither all alike nor all extreme."""
    torch.manual_seed(0)
    network = nn.Sequential(*layers())
    rows = torch.tensor(data[0], dtype=torch.float32)
    targets = nn.functional.one_hot(torch.tensor(data[1])).to(torch.float32)
    optimizer = torch.optim.Adam(network.parameters(), lr=0.02)
    for _ in range(60):
        answer = network(rows)
        answer = answer[1] if isinstance(answer, tuple) else answer
        optimizer.zero_grad()
        (answer - targets[:, -answer.shape[1] :]).square().mean().backward()
        optimizer.step()
    return network.eval()


def cleaned(model: onnx.ModelProto) -> onnx.ModelProto:
    """Takes out what the exporter noted for its own use: where in which file a node comes from."""
    for message in [model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output,
                    *model.graph.initializer]:  # fmt: skip
        message.doc_string = ""
        del message.metadata_props[:]
    del model.metadata_props[:]
    model.producer_version = torch.__version__.split("+")[0]
    return model
