"""The language in which a notebook speaks."""

from pathlib import Path

from helpers.exercises.texts import LANGUAGES, UNKNOWN_LANGUAGE

OTHERWISE = "en"
"""The language of a notebook that lies in no folder of a language."""


def notebook_language(language: str | None = None) -> str:
    """The language given, else that of the notebook, which is the name of its folder.

    A kernel starts in the folder of its notebook. The nearest folder named after a language
    counts, so `en/day-1/cosine.ipynb` is English too.

    Args:
        language: `"ja"`, `"en"`, or None for that of the notebook.

    Raises:
        ValueError: there is no such language.
    """
    if language is None:
        folders = reversed(Path.cwd().parts)
        return next((folder for folder in folders if folder in LANGUAGES), OTHERWISE)
    if language not in LANGUAGES:
        allowed = ", ".join(map(repr, LANGUAGES))
        raise ValueError(UNKNOWN_LANGUAGE.format(language=language, allowed=allowed))
    return language
