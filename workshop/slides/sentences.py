"""The first sentences of a paragraph."""

import re

UNBROKEN = re.compile(r"`[^`]*`|\$[^$]*\$|\[[^\]]*\]\([^)]*\)|\*\*[^*]*\*\*")
"""Code, formulas, links and strong text: a full stop in them ends no sentence."""

END = re.compile(r"(?<=[。？！])(?=.)|(?<=[.?!])\s+(?=[^a-z])")
WIDE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def sentences_of(paragraph: str) -> list[str]:
    """The sentences of a paragraph in Markdown, which may run over several lines."""
    text = re.sub(r"\s*\n\s*", " ", paragraph.strip())
    kept: list[str] = []

    def keep(match: re.Match) -> str:
        kept.append(match[0])
        return f"\0{len(kept) - 1}\0"

    sentences = END.split(UNBROKEN.sub(keep, text))
    return [
        re.sub("\0([0-9]+)\0", lambda match: kept[int(match[1])], sentence)
        for sentence in sentences
        if sentence
    ]


def width(markdown: str) -> int:
    """How wide a text is, in Latin letters; a Japanese character counts for two."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return len(text) + len(WIDE.findall(text))


def lead_of(paragraph: str, room: int) -> str:
    """The first sentence of a paragraph, and those after it while there is room.

    Args:
        paragraph: Markdown.
        room: the width to fill, in Latin letters.
    """
    lead, *others = sentences_of(paragraph)
    for sentence in others:
        longer = lead + ("" if WIDE.match(lead[-1]) else " ") + sentence
        if width(longer) > room:
            break
        lead = longer
    return lead
