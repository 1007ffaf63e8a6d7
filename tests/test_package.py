"""What `pip install .` installs, as Colab does."""

from pathlib import Path

from setuptools.dist import Distribution

from tools.project import ROOT


def test_the_package_has_every_file_of_helpers(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    distribution = Distribution({"script_name": "setup.py"})
    distribution.parse_config_files([str(ROOT / "pyproject.toml")])
    build = distribution.get_command_obj("build_py")
    build.build_lib = str(tmp_path)
    distribution.get_command_obj("egg_info").egg_base = str(tmp_path)
    build.ensure_finalized()
    build.run()

    def files(folder: Path) -> set[str]:
        paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        return {path.as_posix() for path in paths if "__pycache__" not in path.parts}

    assert files(tmp_path / "helpers") == files(ROOT / "helpers")
    assert "explorer/lr-explorer.js" in files(tmp_path / "helpers")
