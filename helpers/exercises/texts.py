"""Sentences in both languages of the book, and those that all exercises share."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Text:
    """One text in both languages, with `{names}` for what `filled` puts in.

    Attributes:
        ja: in Japanese.
        en: in English.
    """

    ja: str
    en: str

    def filled(self, **values: "str | Text") -> "Text":
        """The text with its `{names}` replaced; a value may differ between languages."""
        return Text(
            *(
                text.format(
                    **{
                        name: value.in_language(language) if isinstance(value, Text) else value
                        for name, value in values.items()
                    }
                )
                for language, text in ((name, self.in_language(name)) for name in LANGUAGES)
            )
        )

    def in_language(self, language: str) -> str:
        """The text in one of `LANGUAGES`."""
        return getattr(self, language)

    def __add__(self, other: "Text") -> "Text":
        """Both texts, one after the other."""
        return Text(ja=self.ja + other.ja, en=f"{self.en} {other.en}")


LANGUAGES = tuple(field.name for field in fields(Text))

EPOCH = Text("エポック", "epoch")
UPDATE = Text("更新", "update")

UNKNOWN_LANGUAGE = "language is {language!r}; it must be {allowed} or None."
UNKNOWN_EXERCISE = Text(
    "{id} という練習問題はありません。いちばん近いのは {nearest} です。",
    "There is no exercise {id}; the nearest is {nearest}.",
)
NOTHING_GIVEN = Text(
    "{id}：check() に何も渡されていません。{wanted}",
    "{id}: check() was given nothing. {wanted}",
)
UNUSABLE = Text(
    "{id}：渡された {given} は調べられません。{wanted}",
    "{id}: {given} cannot be checked. {wanted}",
)
NO_PICTURE = Text(
    "{id} には読み取る図がありません。check() に答えを渡してください。",
    "{id} has no picture to read; hand your answer to check().",
)
NUMBERS_WANTED = Text(
    "check({names}) のように数を渡してください。", "Hand it numbers, as in check({names})."
)
SCHEDULER_WANTED = Text(
    "check(scheduler) のように、timm か torch のスケジューラを渡してください。",
    "Hand it a scheduler of timm or torch, as in check(scheduler).",
)
PAIR_WANTS_FIRST = Text(
    "create_scheduler_v2 はスケジューラとエポック数の組を返します。組の一つ目を渡してください。",
    "create_scheduler_v2 returns a scheduler and a number of epochs; hand over the first of them.",
)
FUNCTION_WANTED = Text(
    "check(train) のように、学習率を順に並べて返す関数を、呼ばずに渡してください。",
    "Hand it the function that returns the learning rates in order, without calling it: "
    "check(train).",
)

TOO_SMALL = Text("{name} の {value} は小さすぎます。", "{name} = {value} is too small.")
TOO_LARGE = Text("{name} の {value} は大きすぎます。", "{name} = {value} is too large.")
NOT_AMONG_THEM = Text("{value} は答えに含まれません。", "{value} is not among them.")
SOME_MISSING = Text("挙げた数は正しいのですが、まだ足りません。", "Those are right, but not all.")

OTHER_LENGTH = Text(
    "学習率が {yours} 個返りましたが、目標は {goal} 個です。"
    "ループの範囲と、値を記録する場所を見直してください。",
    "The function returned {yours} learning rates, the goal has {goal}. "
    "Look at the range of the loop and at the place where a value is recorded.",
)
CONSTANT = Text(
    "学習率がずっと {value} のままです。下げるための引数はありますか。"
    "呼び出しは、スケジューラの単位（エポックまたは更新）に合っていますか。",
    "The learning rate stays at {value}. Check that an argument lowers it, and that the call "
    "fits the scheduler's unit (epochs or updates).",
)
SCALED = Text(
    "形は合っていますが、高さが目標の {factor} 倍です。"
    "オプティマイザに渡した基準の学習率を見直してください。",
    "The shape is right, but it is {factor} times as high as the goal. "
    "Look at the base learning rate that the optimizer was given.",
)
LATE = Text(
    "目標より遅れています。同じ値が、一つ後の{unit}に来ます。",
    "It is one {unit} late: every value comes one after that of the goal.",
)
EARLY = Text(
    "目標より早すぎます。同じ値が、一つ前の{unit}に来ます。",
    "It is one {unit} early: every value comes one before that of the goal.",
)
FIRST_DIFFERENCE = Text(
    "{unit} {index} で初めて目標から外れます。目標の {goal} に対して {yours} です。"
    "図で、そこから何が始まるかを見てください。",
    "It first leaves the goal at {unit} {index}: {yours} instead of {goal}. "
    "See in the picture what begins there.",
)
