"""Search in Japanese text without a dictionary: index characters and pairs of neighbours.

Sphinx's own Japanese search cuts the text into words when it builds the index but not the
query, so 学習率スケジューラ finds nothing where the index has 学習, 率 and スケジューラ. Pairs
of neighbouring characters are the same in text and query, whatever stands around them.
"""

import re

from sphinx.search import SearchLanguage

JAPANESE = r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f]+"
_TOKENS = re.compile(rf"({JAPANESE})|\w+?(?={JAPANESE}|\b)")


class SearchJapanese(SearchLanguage):
    """Splits text for the index, and gives the browser the same split for queries."""

    lang = "ja"
    language_name = "Japanese"
    js_splitter_code = f"""
function splitQuery(query) {{
  const tokens = [];
  for (const run of query.matchAll(/({JAPANESE})|[\\p{{L}}\\p{{N}}_]+?(?={JAPANESE}|(?![\\p{{L}}\\p{{N}}_]))/gu)) {{
    if (!run[1] || run[1].length === 1) tokens.push(run[0]);
    else for (let i = 0; i + 1 < run[1].length; i++) tokens.push(run[1].slice(i, i + 2));
  }}
  return tokens;
}}
"""

    def split(self, input: str) -> list[str]:
        """Words of other scripts as they are; of Japanese runs all characters and pairs."""
        tokens = []
        for match in _TOKENS.finditer(input):
            run = match.group(1)
            if run is None:
                tokens.append(match.group())
            else:
                tokens.extend(run)
                tokens.extend(run[i : i + 2] for i in range(len(run) - 1))
        return tokens

    def word_filter(self, word: str) -> bool:
        """Index every token; pairs of hiragana are needed to match a query."""
        return bool(word)
