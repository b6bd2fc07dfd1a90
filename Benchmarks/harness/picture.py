"""The results as a picture: a panel a quantity, a bar a peer, readable on light and on dark.

結果の図（量ごとに一枚、対象ごとに一本の棒。明るい背景と暗い背景の両方で読める）。
"""

from html import escape

from .summary import NAMES, Quantity, machine_line, number, ratio

PANELS = (
    Quantity("keep_alive", "requests_per_s", "requests/s, 64 connections"),
    Quantity("keep_alive", "cpu_us", "CPU a request", "µs"),
    Quantity("paced", "p99_us", "p99 latency, 64 connections that pause", "ms", 1e-3),
    Quantity("startup", "startup_us", "start to first answer", "ms", 1e-3),
    Quantity("memory", "loaded_bytes", "resident memory under load", "MB", 1e-6),
    Quantity("sizes", "bytes", "files to ship", "MB", 1e-6),
)
PEERS = ("server", "floor", "nginx", "fastapi")

WIDTH, MARGIN = 860, 20
COLUMN = (WIDTH - 3 * MARGIN) // 2
NAME, VALUE = 158, 100
BAR, PITCH, TITLE = 13, 21, 26
PANEL = TITLE + len(PEERS) * PITCH + 22

STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600; font-size: 13px }
  .small { font-size: 11px; fill: #57606a }
  .own { fill: #d9480f }
  .peer { fill: #8c959f }
  .range { stroke: #24292f; stroke-width: 1.2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .small { fill: #9198a1 }
    .own { fill: #ff8f4c }
    .peer { fill: #656c76 }
    .range { stroke: #e6edf3 }
  }
"""


def text(x: float, y: float, content: str, kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.0f}" y="{y:.0f}"{mark}>{escape(content)}</text>'


def panel(quantity: Quantity, results: dict, x: float, y: float) -> list[str]:
    """Draws one panel. Bars begin at zero and are linear; a thin line spans the lowest and the highest sample.

    パネル一枚を描く。棒は 0 から始まる線形で、細い線は最小から最大までの標本を示す。
    """
    heading = quantity.title + (f", {quantity.unit}" if quantity.unit else "")
    parts = [text(x, y + 12, heading, "title")]
    own = quantity.median(results, "server")
    highest = max((max(quantity.values(results, peer), default=0) for peer in PEERS), default=0)
    if not own or not highest:
        return []
    room = COLUMN - NAME - VALUE
    for index, peer in enumerate(peer for peer in PEERS if quantity.values(results, peer)):
        values = quantity.values(results, peer)
        top = y + TITLE + index * PITCH
        start, middle = x + NAME, quantity.median(results, peer)
        length = max(middle / highest * room, 1)
        kind = "own" if peer == "server" else "peer"
        parts.append(text(x, top + 11, NAMES[peer]))
        parts.append(f'<rect x="{start}" y="{top}" width="{length:.1f}" height="{BAR}" rx="2" class="{kind}"/>')
        low, high = (start + value / highest * room for value in (min(values), max(values)))
        if high - low > 1:
            line = top + BAR / 2
            parts.append(f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{line}" y2="{line}" class="range"/>')
        label = number(middle) + ("" if peer == "server" else f" ({ratio(middle, own)})")
        parts.append(text(max(start + length, high) + 6, top + 11, label))
    return parts


def render(document: dict) -> str:
    """Writes the whole picture.svg.

    picture.svg 全体を書く。
    """
    results = document["results"]
    parts = []
    for index, quantity in enumerate(PANELS):
        x = MARGIN + index % 2 * (COLUMN + MARGIN)
        parts += panel(quantity, results, x, MARGIN + index // 2 * PANEL)
    footer = (
        machine_line(document),
        "Medians; in parentheses: times model-server's. One worker on one core, wrk on another.",
        "The floor is one recv and one send a request and parses nothing.",
    )
    top = MARGIN + (len(PANELS) + 1) // 2 * PANEL
    height = top + len(footer) * 16 + 4
    parts += [text(MARGIN, top + 4 + index * 16, line, "small") for index, line in enumerate(footer)]
    label = "Throughput, CPU, latency, start-up, memory and size of model-server and its peers"
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
        f' role="img" aria-label="{label}">',
        f"<style>{STYLE}</style>", *parts, "</svg>", "",
    ])
