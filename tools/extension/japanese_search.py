r"""Search in Japanese text without a dictionary: index characters and pairs of neighbors.

Sphinx's own Japanese search cuts the text into words when it builds the index but not the
query, so 学習率スケジューラ finds nothing where the index has 学習, 率 and スケジューラ. Pairs
of neighboring characters are the same in text and query, whatever stands around them.
"""

import re

from sphinx.search import SearchLanguage

# Iteration marks, kana, ideographs, half-width katakana
JAPANESE = r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f]+"
_TOKENS = re.compile(rf"(?P<japanese>{JAPANESE})|\w+?(?={JAPANESE}|\b)")

_JS_SPLITTER = r"""
function splitQuery(query) {
  const tokens = /JAPANESE|[\p{L}\p{N}_]+?(?=JAPANESE|(?![\p{L}\p{N}_]))/gu;
  return [...query.matchAll(tokens)].flatMap(([token]) =>
    /^JAPANESE$/u.test(token) && token.length > 1
      ? Array.from({ length: token.length - 1 }, (_, i) => token.slice(i, i + 2))
      : token,
  );
}
"""


class SearchJapanese(SearchLanguage):
    """Splits text for the index, and gives the browser the same split for queries."""

    lang = "ja"
    language_name = "Japanese"
    js_splitter_code = _JS_SPLITTER.replace("JAPANESE", JAPANESE)

    def split(self, input: str) -> list[str]:
        """Words of other scripts as they are; of Japanese runs all characters and pairs."""
        tokens = []
        for match in _TOKENS.finditer(input):
            token = match.group()
            if match["japanese"]:
                tokens.extend(token)
                tokens.extend(token[i : i + 2] for i in range(len(token) - 1))
            else:
                tokens.append(token)
        return tokens

    def word_filter(self, word: str) -> bool:
        """Index every token; pairs of hiragana are needed to match a query."""
        return bool(word)
