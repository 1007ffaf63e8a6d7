"""Write the tables that come from a load test into the texts: `python -m workshop.tables`.

A table stands between `<!-- load en -->`, with the name of the table and the language, and
`<!-- end -->`.
"""

import re
import sys
from pathlib import Path

from tools.project import ROOT
from workshop.kubernetes.sizing import LEARNERS, NODES, nodes_for, share_of_learner
from workshop.load.results import kept_results
from workshop.load.use import PSS, SECONDS

TEXTS = (ROOT / "workshop/hub/README.md", ROOT / "workshop/kubernetes/README.md")
TABLE = re.compile(r"(?<=<!-- )(?P<name>\w+) (?P<language>\w+) -->\n.*?(?=<!-- end -->)", re.DOTALL)

WORDS = {
    "en": {
        "runs": ("", "as JupyterHub starts servers", "as `make hub` does"),
        "success": "learners who could do everything",
        "figure": "first figure, half of the learners",
        "figure_95": "first figure, 95 % of the learners",
        "memory": "memory per learner",
        "of_kernel": "of which the kernel",
        "processor": "processor time per learner",
        "conditions": (
            "{learners} learners come at once, run a chapter and solve an exercise, on a machine "
            "with {cores} cores and {memory_gib} GiB of memory. Seconds count from the first click."
        ),
        "node": ("Learners", "{cores} cores, {memory_gib} GiB"),
        "share": "Each learner is given {memory_mib} MiB of memory and {cores} of a core.",
        "seconds": "{:.1f} s",
    },
    "ja": {
        "runs": ("", "JupyterHub の既定", "`make hub`"),
        "success": "最後までできた受講者",
        "figure": "最初の図まで（半数）",
        "figure_95": "最初の図まで（95 %）",
        "memory": "一人あたりのメモリ",
        "of_kernel": "うちカーネル",
        "processor": "一人あたりの CPU 時間",
        "conditions": (
            "{cores} コア、メモリ {memory_gib} GiB のマシンで測りました。"
            "{learners} 人が同時に入り、一つの章を実行し、練習問題を解きます。"
            "秒数は最初のクリックから数えています。"
        ),
        "node": ("受講者", "{cores} コア、{memory_gib} GiB"),
        "share": "一人に割り当てるメモリは {memory_mib} MiB、CPU は {cores} コアです。",
        "seconds": "{:.1f} 秒",
    },
}


def load_table(language: str) -> str:
    """What the load test found, without and with tuning."""
    words, results = WORDS[language], kept_results()
    runs = [results["untuned"], results["tuned"]]
    used = [run["use_per_learner"] for run in runs]
    seconds = words["seconds"].format
    rows = [
        words["runs"],
        (words["success"], *(f"{run['success_rate']:.0%}" for run in runs)),
        (words["figure"], *(seconds(run["seconds"]["first figure"]["median"]) for run in runs)),
        (words["figure_95"], *(seconds(run["seconds"]["first figure"]["p95"]) for run in runs)),
        (words["memory"], *(f"{use['all'][PSS]:.0f} MiB" for use in used)),
        (words["of_kernel"], *(f"{use['kernel'][PSS]:.0f} MiB" for use in used)),
        (words["processor"], *(seconds(use["all"][SECONDS]) for use in used)),
    ]
    conditions = words["conditions"].format(learners=results["learners"], **results["machine"])
    return f"{conditions}\n\n{markdown(rows)}"


def sizes_table(language: str) -> str:
    """How many nodes of which kind hold how many learners."""
    words, share = WORDS[language], share_of_learner(kept_results())
    first, node = words["node"]
    rows = [(first, *(node.format(**vars(kind)) for kind in NODES))]
    rows += [(n, *(nodes_for(n, kind, share) for kind in NODES)) for n in LEARNERS]
    return f"{words['share'].format(**vars(share))}\n\n{markdown(rows)}"


TABLES = {"load": load_table, "sizes": sizes_table}


def markdown(rows: list[tuple]) -> str:
    """A table, the first row as its head."""
    lines = [f"| {' | '.join(map(str, row))} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def with_tables(text: str) -> str:
    """A text with its tables as the kept result gives them."""

    def fill(found: re.Match) -> str:
        table = TABLES[found["name"]](found["language"])
        return f"{found['name']} {found['language']} -->\n\n{table}\n\n"

    return TABLE.sub(fill, text)


def write_tables(texts: tuple[Path, ...] = TEXTS) -> None:
    """Bring the tables of the texts up to date."""
    for path in texts:
        path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(write_tables())
