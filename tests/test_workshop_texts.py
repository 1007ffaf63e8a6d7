"""The READMEs of the workshop: tables from the kept load test, prose, same content."""

import re

import pytest
from test_prose import english_problems, japanese_problems

from tools.project import ROOT
from workshop.kubernetes.sizing import HEADROOM, SECONDS_TO_WAIT
from workshop.kubernetes.values import CHART
from workshop.load.results import kept_results
from workshop.load.use import PSS, SECONDS
from workshop.tables import TEXTS, with_tables

FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def parts(path) -> dict[str, str]:
    """The text of each language."""
    _, english, japanese = re.split(
        r"^## (?:English|日本語)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    return {"en": english, "ja": japanese}


def prose(text: str) -> str:
    """Without commands; lines stay where they are."""
    return FENCE.sub(lambda found: "\n" * found[0].count("\n"), text)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)
def test_tables_are_those_of_the_kept_load_test(path):
    text = path.read_text(encoding="utf-8")
    assert "| --- |" in text
    assert text == with_tables(text), "run `python -m workshop.tables`"


def test_a_table_that_someone_typed_is_found():
    text = TEXTS[0].read_text(encoding="utf-8")
    typed = re.sub(r"\d+ MiB \|", "1 MiB |", text)
    assert typed != text
    assert with_tables(typed) == text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)
def test_both_languages_have_the_same_sections_commands_and_tables(path):
    shapes = [
        (
            len(re.findall(r"^### ", text, re.MULTILINE)),
            [re.sub(r"EDITION=\w+", "", found) for found in FENCE.findall(text)],
            len(re.findall(r"^\|", text, re.MULTILINE)),
            sorted(re.findall(r"\]\((\S+?)\)", text)),
            sorted(set(re.findall(r"`([^`\n]+)`", FENCE.sub("", text)))),
        )
        for text in parts(path).values()
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)
def test_prose(path, node_tools, tmp_path):
    for language, text in parts(path).items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "README.md").write_text(prose(text), encoding="utf-8")
    problems = japanese_problems(node_tools, tmp_path / "ja")
    problems += english_problems(node_tools, tmp_path / "en")
    assert not problems, "\n".join(problems)


def test_the_kept_load_test_succeeded_and_tuning_saves_memory_and_time():
    results = kept_results()
    before, after = (results[run]["use_per_learner"]["all"] for run in ("untuned", "tuned"))
    assert results["untuned"]["success_rate"] == results["tuned"]["success_rate"] == 1
    assert all(after[size] < before[size] for size in (PSS, SECONDS))


def test_the_sizes_are_explained_with_the_numbers_of_the_code():
    assert (HEADROOM, SECONDS_TO_WAIT) == (1.25, 120), "change workshop/kubernetes/README.md too"


def test_the_charts_version_in_commands_is_the_pinned_one():
    text = (ROOT / "workshop/kubernetes/README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"--version (\S+)", text)) == {CHART["version"]}


def test_every_option_of_the_hub_is_one_of_make():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    options = re.findall(r"^\| (`[A-Z`,、 ]+`) \|", parts(TEXTS[0])["en"], re.MULTILINE)
    names = [name for option in options for name in re.findall(r"`([A-Z]+)`", option)]
    assert len(names) >= 8
    assert [name for name in names if f"$({name})" not in makefile] == []
