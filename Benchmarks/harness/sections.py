"""The tables that are made of the results.

結果から作る表の一覧。
"""

from dataclasses import dataclass

from .summary import NAMES, Quantity, ratio, row, with_range

MEGABYTE = 1e-6


@dataclass(frozen=True)
class Section:
    """One measurement as a table: its columns, and the column whose medians are set in proportion to some rows.

    計測一つの表（列、および特定の行との比を取る列）。
    """

    title: str
    note: str
    columns: tuple[Quantity, ...]
    ratio: int
    bases: tuple[str, ...]

    def render(self, results: dict) -> list[str]:
        peers = results.get(self.columns[0].measurement)
        if not peers:
            return []
        subject = self.columns[self.ratio]
        heads = [f"{column.title}, {column.unit}" if column.unit else column.title for column in self.columns]
        lines = ["", f"## {self.title}", "", self.note, ""]
        lines.append(row("", *heads, *(f"{subject.title} / {NAMES[base].split(' (')[0]}" for base in self.bases)))
        lines.append(row(*["---"], *["---:"] * (len(heads) + len(self.bases))))
        for peer in peers:
            cells = [with_range(column.values(results, peer)) for column in self.columns]
            for base in self.bases:
                cells.append(ratio(subject.median(results, peer), subject.median(results, base)))
            lines.append(row(NAMES[peer], *cells))
        return lines


def load_section(measurement: str, title: str, note: str, *, latency: bool, bases: tuple[str, ...], ratio: int = 1
) -> Section:
    columns = [
        Quantity(measurement, "requests_per_s", "requests/s"),
        Quantity(measurement, "cpu_us", "CPU a request", "µs"),
        Quantity(measurement, "kernel_share", "in the kernel", "%", 100),
        Quantity(measurement, "switches", "switches a request"),
    ]
    if latency:
        columns += [Quantity(measurement, "p50_us", "p50", "µs"), Quantity(measurement, "p99_us", "p99", "µs")]
    columns += [
        Quantity(measurement, "busy", "cores: server"),
        Quantity(measurement, "load_busy", "wrk"),
        Quantity(measurement, "others_busy", "others"),
    ]
    return Section(title, note, tuple(columns), ratio, bases)


SECTIONS = (
    load_section(
        "keep_alive",
        "64 keep-alive connections",
        "`POST /predict` with one row, as fast as one wrk thread can. Where wrk keeps its core busy and the server does"
        " not, wrk is what limits the throughput; CPU a request is then the measure.",
        latency=True, bases=("floor", "server"),
    ),
    load_section(
        "paced",
        "64 keep-alive connections with pauses",
        "Each waits up to 2 ms before its next request. At full load, as above, p99 tells how near the server is to its"
        " core's limit: the floor's is as high once it burns as much CPU. Here nobody is at a limit.",
        latency=True, bases=("floor", "server"),
    ),
    load_section(
        "one_connection",
        "One connection",
        "One request at a time: the latency of a server that has nothing else to do.",
        latency=True, bases=("floor", "server"),
    ),
    load_section(
        "pipelined",
        "16 requests pipelined",
        "64 connections, each with 16 requests in one write. The floor reads and answers all of them in one call each.",
        latency=False, bases=("floor", "server"),
    ),
    load_section(
        "heads",
        "Heads that differ",
        "In the other loads each client repeats the head of its request, as clients do, and the server parses it once."
        " Here 16 pipelined requests have one `X-Request-ID` for all, or one each, which has every head parsed.",
        latency=False, bases=("same_heads",),
    ),
    load_section(
        "churn",
        "A connection a request",
        "`Connection: close`, 64 at a time.",
        latency=True, bases=("floor", "server"),
    ),
    load_section(
        "workers",
        "Two workers",
        "Requests of 500 rows, which wrk repeats with little effort. Nothing is pinned; with two cores the server shares"
        " them with wrk.",
        latency=True, bases=("1",), ratio=0,
    ),
    Section(
        "10,000 rows in one request",
        "From before the first byte is sent until the last is received.",
        (Quantity("batch", "milliseconds", "time", "ms"),),
        0, ("server",),
    ),
    Section(
        "Inference alone",
        "10,000 rows on one thread. ONNX Runtime is called from Python and asked for labels only, which spares it"
        " ZipMap but not the probabilities.",
        (Quantity("inference", "ns_per_row", "time a row", "ns"),),
        0, ("compiled_batch",),
    ),
    Section(
        "Start-up",
        "From the execution of the program to its first answer of 200 to `GET /health`.",
        (Quantity("startup", "startup_us", "time", "ms", 1e-3),),
        0, ("floor", "server"),
    ),
    Section(
        "Resident memory",
        "After one answer, and at its highest under the load of 64 connections; all processes of a server together.",
        (
            Quantity("memory", "idle_bytes", "idle", "MB", MEGABYTE),
            Quantity("memory", "loaded_bytes", "under load", "MB", MEGABYTE),
        ),
        1, ("floor", "server"),
    ),
    Section(
        "Files",
        "What has to be installed, without an operating system: nginx with the libraries it links; Python with its"
        " standard library and the packages, a lower bound of an image.",
        (Quantity("sizes", "bytes", "files", "MB", MEGABYTE),),
        0, ("server",),
    ),
)

SUMMARY = (
    Quantity("keep_alive", "requests_per_s", "requests/s"),
    Quantity("keep_alive", "cpu_us", "CPU a request", "µs"),
    Quantity("paced", "p99_us", "p99 with pauses", "µs"),
    Quantity("startup", "startup_us", "start-up", "ms", 1e-3),
    Quantity("memory", "idle_bytes", "idle", "MB", MEGABYTE),
    Quantity("memory", "loaded_bytes", "under load", "MB", MEGABYTE),
    Quantity("sizes", "bytes", "files", "MB", MEGABYTE),
)
