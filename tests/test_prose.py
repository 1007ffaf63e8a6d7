"""The prose of every page passes a linter of its language."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from helpers.exercises import texts
from helpers.exercises.catalogue import CHAPTERS, exercises_of
from tools.page import read_page
from tools.project import ROOT, Project
from tools.prose import prose

BOOK = Project(ROOT)
EXPLORER_TEXTS = (
    ROOT / "explorer/texts.json",
    ROOT / "helpers/explorer/parameters.json",
    ROOT / "helpers/explorer/challenges.json",
)


def write_prose(folder: Path, language: str) -> None:
    for name in BOOK.pages:
        text = prose(BOOK, read_page(BOOK, name), language)
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    sentences = [
        sentence
        for path in EXPLORER_TEXTS
        for sentence in localized(json.loads(path.read_text(encoding="utf-8")), language)
        if sentence.endswith((".", "。"))
    ]
    assert len(sentences) > 100
    (folder / "texts-of-the-explorer.md").write_text("\n\n".join(sentences), encoding="utf-8")
    hints = [
        mistake.hint
        for chapter in CHAPTERS
        for exercise in exercises_of(chapter)
        for mistake in (exercise.start, *exercise.mistakes)
    ]
    shared = [text for text in vars(texts).values() if isinstance(text, texts.Text)]
    spoken = [
        without_placeholders(text.in_language(language))
        for text in (*shared, *hints)
        if text.en.endswith((".", "?"))
    ]
    assert len(spoken) > 100
    (folder / "texts-of-the-exercises.md").write_text("\n\n".join(spoken), encoding="utf-8")


def without_placeholders(sentence: str) -> str:
    """A word stands for a placeholder within Japanese text, a number for any other."""
    sentence = re.sub(r"(?<=[\w、])\{\w+\}(?=\w)", "値", sentence)
    return re.sub(r"\{\w+\}", "1", sentence)


def localized(entry: object, language: str) -> Iterator[str]:
    """All sentences of a language in nested JSON."""
    if isinstance(entry, list):
        for value in entry:
            yield from localized(value, language)
    if not isinstance(entry, dict):
        return
    if isinstance(entry.get(language), str):
        yield without_placeholders(entry[language])
        return
    for value in entry.values():
        yield from localized(value, language)


def japanese_problems(node_tools: Path, folder: Path) -> list[str]:
    """What textlint finds in the Markdown files of a folder, as `book/page.md:line: problem`."""
    command = [node_tools / "textlint", "--format", "json", "--config", ROOT / ".textlintrc.json"]
    result = subprocess.run(
        [*command, *sorted(folder.glob("*.md"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode in (0, 1), result.stderr
    return [
        f"book/{Path(report['filePath']).name}:{message['line']}: "
        f"{message['message'].splitlines()[0]} ({message['ruleId']})"
        for report in json.loads(result.stdout)
        for message in report["messages"]
    ]


def english_problems(node_tools: Path, folder: Path) -> list[str]:
    """Words that cspell does not know, as `book/page.md:line: …`."""
    command = [node_tools / "cspell", "lint", "--no-progress", "--no-summary", "--no-color"]
    result = subprocess.run(
        [*command, "--config", ROOT / "cspell.json", "--root", folder, "*.md"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode in (0, 1), result.stderr
    return [f"book/{line.lstrip('./')}" for line in result.stdout.splitlines() if ".md:" in line]


def test_japanese(node_tools, tmp_path):
    write_prose(tmp_path, "ja")
    problems = japanese_problems(node_tools, tmp_path)
    assert not problems, "\n" + "\n".join(problems)


def test_english(node_tools, tmp_path):
    write_prose(tmp_path, "en")
    problems = english_problems(node_tools, tmp_path)
    advice = "Mend the word, or add it to cspell.json if it is one."
    assert not problems, "\n" + "\n".join([*problems, advice])


def test_a_wrong_word_and_a_mixed_style_are_found(node_tools, tmp_path):
    (tmp_path / "page.md").write_text("学習率スケジューラーを使う。使います。\n", encoding="utf-8")
    (problem, *_) = japanese_problems(node_tools, tmp_path)
    assert problem.startswith("book/page.md:1: ")
    (tmp_path / "page.md").write_text("The lerning rate falls.\n", encoding="utf-8")
    (problem,) = english_problems(node_tools, tmp_path)
    assert problem.startswith("book/page.md:1:")
    assert "lerning" in problem


def test_prose_stands_on_the_lines_of_the_page():
    page = read_page(BOOK, "step")
    source = (ROOT / page.source).read_text(encoding="utf-8").splitlines()
    for language in BOOK.languages:
        lines = prose(BOOK, page, language).splitlines()
        same = [line and line == original for line, original in zip(lines, source, strict=False)]
        assert sum(map(bool, same)) > 30
        assert sum(map(len, lines)) > 1000
