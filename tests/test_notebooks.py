"""Making notebooks: what is executed when, what each language gets, what goes wrong."""

import json

import nbformat
import pytest

from tools.freshness import verify_notebook
from tools.notebooks import make_notebooks
from tools.page import read_page
from tools.project import Project, ProjectError


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def notebook(project: Project, language: str):
    return nbformat.read(project.notebook(language, "first"), as_version=4)


@pytest.fixture
def made(small_book, capsys) -> Project:
    """The small book with its notebooks made."""
    make_notebooks(small_book)
    capsys.readouterr()
    return Project(small_book.root)


def test_each_language_has_its_text_and_shares_code_and_outputs(made):
    japanese, english = notebook(made, "ja"), notebook(made, "en")
    assert japanese.cells[0].source.startswith("# 題")
    assert english.cells[0].source.startswith("# Title")
    assert japanese.cells[1:] == english.cells[1:]
    assert english.cells[1].outputs[0].text == "42\n"
    assert [cell.id for cell in english.cells] == ["first-001", "first-002"]


def test_the_other_languages_are_added_to_the_table_of_contents(made):
    parts = Project(made.root).toc["parts"]
    assert [part["caption"] for part in parts] == ["日本語", "English"]
    assert parts[1]["chapters"] == [{"file": "notebooks/en/first"}]


def test_nothing_is_executed_again_without_a_reason(made, capsys):
    before = made.notebook("ja", "first").read_bytes()
    make_notebooks(Project(made.root))
    assert capsys.readouterr().out == "first: code unchanged, outputs kept\n"
    assert made.notebook("ja", "first").read_bytes() == before


def test_new_text_does_not_execute_code(made, capsys):
    edit(made.source("first"), "A sentence.", "Another sentence.")
    make_notebooks(made)
    assert "outputs kept" in capsys.readouterr().out
    assert "Another sentence." in notebook(made, "en").cells[0].source


@pytest.mark.parametrize("changed", ["book/first.md", "helpers/__init__.py", "requirements.txt"])
def test_changed_code_helpers_and_pins_are_reported_and_executed(made, capsys, changed):
    path = made.root / changed
    if changed.endswith(".md"):
        edit(path, "6 * 7", "7 * 7")
    else:
        path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    page = read_page(made, "first")
    with pytest.raises(
        ProjectError, match=r"ja/first\.ipynb: its outputs are older .*make notebooks"
    ):
        verify_notebook(made, page, "ja")
    make_notebooks(made)
    assert "first: executing …" in capsys.readouterr().out
    verify_notebook(made, page, "ja")
    verify_notebook(made, page, "en")


def test_all_executes_unchanged_pages_too(made, capsys):
    make_notebooks(made, execute_all=True)
    assert "first: executing …" in capsys.readouterr().out


def tampered(project: Project, change):
    """Change the stored English notebook and return what verifying it says."""
    path = project.notebook("en", "first")
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(ProjectError) as raised:
        verify_notebook(project, read_page(project, "first"), "en")
    message = str(raised.value)
    assert message.startswith("notebooks/en/first.ipynb: ")
    assert "make notebooks" in message
    return message


def test_a_sentence_edited_in_the_notebook_is_noticed(made):
    def change(content):
        content["cells"][0]["source"] = "# Edited by hand"

    assert "cell first-001 differs from book/first.md:11; edit book/first.md" in tampered(
        made, change
    )


def test_code_edited_in_the_notebook_is_noticed(made):
    def change(content):
        content["cells"][1]["source"] = "print(42)"

    assert "cell first-002 differs from book/first.md:19" in tampered(made, change)


def test_a_changed_output_is_noticed(made):
    def change(content):
        content["cells"][1]["outputs"][0]["text"] = "43\n"

    assert "its outputs are not those of its execution" in tampered(made, change)


def test_a_removed_output_is_noticed(made):
    def change(content):
        content["cells"][1]["outputs"] = []

    assert "its outputs are not those of its execution" in tampered(made, change)


def test_an_unexecuted_cell_is_noticed(made):
    def change(content):
        content["cells"][1].update(outputs=[], execution_count=None)

    assert "the code cell of book/first.md:19 has not been executed" in tampered(made, change)


def test_an_error_output_is_noticed(made):
    def change(content):
        error = {"output_type": "error", "ename": "E", "evalue": "", "traceback": []}
        content["cells"][1]["outputs"].append(error)

    assert "the code cell of book/first.md:19 ended with an error" in tampered(made, change)


def test_a_removed_cell_is_noticed(made):
    assert "its cells are not those" in tampered(made, lambda content: content["cells"].pop(0))


def test_a_removed_code_cell_is_noticed(made):
    assert "book/first.md:19 is missing" in tampered(made, lambda content: content["cells"].pop(1))


def test_metadata_of_another_editor_is_noticed(made):
    def change(content):
        content["metadata"]["language_info"]["version"] = "3.99"

    assert "its metadata is not that of book/first.md" in tampered(made, change)


@pytest.mark.parametrize(
    "content",
    [None, b"", b"<html></html>", b"[]", b'{"cells": 1}', b"\xff\xfe"],
    ids=["truncated", "empty", "HTML", "a list", "no notebook", "no UTF-8"],
)
def test_a_broken_notebook_is_noticed_and_made_again(made, content):
    for language in ("ja", "en"):
        path = made.notebook(language, "first")
        path.write_bytes(path.read_bytes()[:100] if content is None else content)
    page = read_page(made, "first")
    with pytest.raises(
        ProjectError, match=r"en/first\.ipynb: not a readable notebook.*make notebooks"
    ):
        verify_notebook(made, page, "en")
    make_notebooks(made)
    verify_notebook(made, page, "en")


def test_notebooks_and_figures_that_nothing_makes_are_removed(made, capsys):
    for name in ("en/gone.ipynb", "figures/gone.svg"):
        path = made.root / "notebooks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("{}")
    make_notebooks(made)
    output = capsys.readouterr().out
    assert "notebooks/en/gone.ipynb: removed" in output
    assert "notebooks/figures/gone.svg: removed" in output
    assert not (made.root / "notebooks/en/gone.ipynb").exists()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("1 / 0", "book/first.md:19: ZeroDivisionError: division by zero"),
        ("import os; os._exit(1)", "book/first.md:19: DeadKernelError: Kernel died"),
        (
            "import sys; print('x', file=sys.stderr)",
            "book/first.md:19: this cell writes to standard error, "
            "which differs between machines; silence it, then run `make notebooks`: x",
        ),
    ],
)
def test_a_failing_page_is_named_and_its_notebooks_stay(made, code, message):
    before = made.notebook("en", "first").read_bytes()
    edit(made.source("first"), "print(6 * 7)", code)
    with pytest.raises(ProjectError) as raised:
        make_notebooks(made)
    assert str(raised.value).startswith(message)
    assert "run `make notebooks`" in str(raised.value)
    assert made.notebook("en", "first").read_bytes() == before


PICTURE = """\
from IPython.display import SVG, display
for _ in range({count}):
    display(SVG('<svg xmlns="http://www.w3.org/2000/svg"/>'))"""


def with_picture(project: Project, metadata: str, count: int) -> None:
    """Make the code cell of the page show `count` pictures."""
    edit(project.source("first"), "ipython3\n", f"ipython3\n---\n{metadata}\n---\n")
    edit(project.source("first"), "print(6 * 7)", PICTURE.format(count=count))


def test_a_figure_is_exported_and_described_in_each_language(small_book):
    with_picture(small_book, "figure: F\nalt: {ja: 図, en: a figure}", count=1)
    make_notebooks(small_book)
    assert small_book.figure("F").read_text(encoding="utf-8").startswith("<svg")
    for language, alt in (("ja", "図"), ("en", "a figure")):
        metadata = notebook(small_book, language).cells[1].metadata
        assert metadata == {"figure": "F", "mystnb": {"image": {"alt": alt}}}


def test_a_figure_needs_exactly_one_picture(small_book):
    with_picture(small_book, "figure: F\nalt: {ja: 図, en: a figure}", count=2)
    with pytest.raises(ProjectError, match=r"first\.md:19: the figure 'F' needs exactly one SVG"):
        make_notebooks(small_book)


BITMAP = """\
from IPython.display import display
display({{"image/{format}": "aGk="}}, raw=True)"""


@pytest.mark.parametrize("image_format", ["png", "jpeg"])
def test_an_image_must_be_svg(small_book, image_format):
    bitmap = BITMAP.format(format=image_format)
    edit(small_book.source("first"), "print(6 * 7)", bitmap)
    with pytest.raises(
        ProjectError, match=r"first\.md:19: .* PNG or JPEG; it must be SVG, which use_book_style"
    ):
        make_notebooks(small_book)


def test_a_picture_needs_a_description(small_book):
    with_picture(small_book, "tags: [hide-input]", count=1)
    with pytest.raises(ProjectError, match=r"first\.md:19: this cell shows a picture .* no `alt`"):
        make_notebooks(small_book)


def test_a_cell_whose_input_the_site_hides_is_folded_in_jupyterlab_too(small_book):
    edit(small_book.source("first"), "print(6 * 7)", "---\ntags: [hide-input]\n---\nprint(6 * 7)")
    make_notebooks(small_book)
    folded = [
        cell.metadata.jupyter
        for cell in notebook(small_book, "en").cells
        if "hide-input" in cell.metadata.get("tags", [])
    ]
    assert folded == [{"source_hidden": True}]


def test_a_third_language_needs_its_passages_and_one_line(small_book):
    config = small_book.root / "_config.yml"
    labels = "search: Chercher, show_code: Voir, hide_code: Cacher, set_explorer: Montrer, "
    labels += "solution: Solution, show_solution: Solution, hide_solution: Cacher, "
    labels += "right: Juste, wrong: Faux"
    texts = "reading_time: '{minutes} min', summary: Résumé"
    line = f"  fr: {{name: Français, title: Livre, {labels}, not_found: Rien, {texts}}}\n"
    config.write_text(
        config.read_text(encoding="utf-8").replace("parse:", f"{line}parse:"), encoding="utf-8"
    )
    edit(
        small_book.source("first"),
        "+++\n\n```",
        '+++ {"lang": "fr"}\n\n# Titre\n\n[Un lien](second.ipynb), $x^2$.\n\n+++\n\n```',
    )
    project = Project(small_book.root)
    make_notebooks(project)
    assert notebook(project, "fr").cells[0].source.startswith("# Titre")
    assert [part["caption"] for part in Project(project.root).toc["parts"]] == [
        "日本語",
        "English",
        "Français",
    ]


WIDGET = """\
import uuid
from IPython.display import display
view = "application/vnd.jupyter.widget-view+json"
html = '<lr-explorer settings="{}"><img alt="x" src="data:,"></lr-explorer>'
bundle = {"text/plain": "a widget", "text/html": html}
bundle[view] = {"model_id": str(uuid.uuid4())}
display(bundle, metadata={view: {"colab": 1}}, raw=True)"""


def test_a_widget_is_stored_without_its_random_id(small_book):
    edit(
        small_book.source("first"), "ipython3\n", "ipython3\n---\nalt: {ja: 図, en: figure}\n---\n"
    )
    edit(small_book.source("first"), "print(6 * 7)", WIDGET)
    make_notebooks(small_book)
    first = small_book.notebook("en", "first").read_bytes()
    (output,) = notebook(small_book, "en").cells[1].outputs
    assert set(output.data) == {"text/plain", "text/html"}
    assert output.metadata == {}
    make_notebooks(small_book, execute_all=True)
    assert small_book.notebook("en", "first").read_bytes() == first


INTERACT = """\
from ipywidgets import interact
def twice(x):
    print(2 * x)
_ = interact(twice, x=3)"""


def test_what_interact_shows_is_stored(small_book):
    edit(small_book.source("first"), "print(6 * 7)", INTERACT)
    make_notebooks(small_book)
    outputs = notebook(small_book, "en").cells[1].outputs
    assert [output.text for output in outputs if output.output_type == "stream"] == ["6\n"]
    assert "widgets" not in notebook(small_book, "en").metadata


@pytest.mark.parametrize(
    ("name", "is_older"),
    [("widget.py", True), ("parameters.json", True), ("lr-explorer.js", False)],
)
def test_outputs_depend_on_the_explorer_but_not_on_its_script(made, name, is_older):
    folder = made.root / "helpers" / "explorer"
    folder.mkdir()
    (folder / name).write_text("", encoding="utf-8")
    if is_older:
        with pytest.raises(ProjectError, match="its outputs are older"):
            verify_notebook(made, read_page(made, "first"), "ja")
    else:
        verify_notebook(made, read_page(made, "first"), "ja")


def test_an_explorer_needs_a_description(small_book):
    edit(small_book.source("first"), "print(6 * 7)", WIDGET)
    with pytest.raises(
        ProjectError, match=r"first\.md:19: this cell shows an explorer .* no `alt`"
    ):
        make_notebooks(small_book)


EXPLORE = "alt: {ja: 図, en: figure}\nexplore: {schedule: cosine, t_initial: 50, log: true}"


def test_a_figure_that_sets_no_explorer_is_named(small_book):
    with_picture(small_book, EXPLORE, count=1)
    with pytest.raises(ProjectError, match=r"first\.md:19: .* `explore` but the page has no expl"):
        make_notebooks(small_book)


def test_only_a_picture_sets_an_explorer(small_book):
    edit(small_book.source("first"), "ipython3\n", f"ipython3\n---\n{EXPLORE}\n---\n")
    with pytest.raises(ProjectError, match=r"first\.md:19: .* `explore` but shows no picture"):
        make_notebooks(small_book)


def test_a_figure_has_the_query_that_sets_the_explorer(small_book):
    with_picture(small_book, EXPLORE, count=1)
    edit(
        small_book.source("first"), PICTURE.format(count=1), f"{PICTURE.format(count=1)}\n{WIDGET}"
    )
    make_notebooks(small_book)
    metadata = notebook(small_book, "en").cells[1].metadata
    assert metadata["explore"] == "schedule=cosine&t_initial=50&log=true"
    verify_notebook(small_book, read_page(small_book, "first"), "en")


START, SOLVED = "print('→ first-1: a hint')", "print('✓ first-1')"


def with_exercise(project: Project, solution: str) -> None:
    """Add an exercise whose start and solution are these lines."""
    cells = "".join(
        f"\n```{{code-cell}} ipython3\n---\ntags: [{role}]\nexercise: first-1\n---\n{code}\n```\n"
        for role, code in (("exercise", START), ("solution", solution))
    )
    path = project.source("first")
    path.write_text(path.read_text(encoding="utf-8") + cells, encoding="utf-8")


def test_a_start_is_not_executed_and_a_solution_is_folded(small_book):
    with_exercise(small_book, SOLVED)
    make_notebooks(small_book)
    page = read_page(small_book, "first")
    for language, label, title in (("ja", "解答", "答え"), ("en", "Solution", "Answer")):
        verify_notebook(small_book, page, language)
        start, solution = notebook(small_book, language).cells[-2:]
        assert (start.source, start.outputs, start.execution_count) == (START, [], None)
        assert start.metadata.tags == ["exercise", "skip-execution", "nbval-skip"]
        assert solution.source.splitlines()[0] == f"# {title}"
        assert solution.outputs[0].text == "✓ first-1\n"
        assert solution.metadata.tags == ["solution", "hide-cell"]
        assert solution.metadata.jupyter == {"source_hidden": True, "outputs_hidden": True}
        assert solution.metadata.mystnb.code_prompt_show == label


def test_a_new_start_does_not_execute_the_page(small_book, capsys):
    with_exercise(small_book, SOLVED)
    make_notebooks(small_book)
    capsys.readouterr()
    edit(small_book.source("first"), START, "print('another start')")
    with pytest.raises(ProjectError, match=r"cell first-003 differs from book/first\.md:23"):
        verify_notebook(small_book, read_page(small_book, "first"), "en")
    make_notebooks(small_book)
    assert "outputs kept" in capsys.readouterr().out
    assert notebook(small_book, "en").cells[-2].source == "print('another start')"


def test_a_solution_that_does_not_solve_is_named(small_book):
    with_exercise(small_book, START)
    with pytest.raises(ProjectError) as raised:
        make_notebooks(small_book)
    assert str(raised.value) == (
        "book/first.md:31: this solution does not solve 'first-1': → first-1: a hint"
    )
