import pytest
import timm.scheduler

from helpers import article_figures, figure_table


def test_there_are_sixteen_figures_with_their_own_ids():
    ids = [figure.id for figure in article_figures()]
    assert len(ids) == len(set(ids)) == 16


@pytest.mark.parametrize("figure", article_figures(), ids=lambda figure: figure.id)
def test_a_figure_shows_a_scheduler_of_timm_or_a_formula(figure):
    assert (figure.scheduler is None) != (figure.formula is None)
    if figure.scheduler:
        assert hasattr(timm.scheduler, figure.scheduler)


def test_the_table_tells_done_from_to_come(tmp_path):
    (tmp_path / "CosineLRScheduler+cycle.svg").write_text("<svg/>")
    header, _, *rows = figure_table(tmp_path).data.splitlines()
    assert header.startswith("| 1\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}16 |")
    assert len(rows) == 16
    done = [row for row in rows if row.startswith("| ✓ |")]
    assert len(done) == 1
    assert "(cosine.ipynb#CosineLRScheduler+cycle)" in done[0]
    assert "cycle_limit=2" in done[0]
    assert all(row.startswith("| ○ |") for row in rows if row not in done)
    assert not any(".ipynb" in row for row in rows if row not in done)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"figures_dir is .*nowhere'; it must be a folder"):
        figure_table(tmp_path / "nowhere")
