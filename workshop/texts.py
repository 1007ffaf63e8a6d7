"""What the editions of a workshop say besides the book, in both languages."""

from helpers.exercises.texts import Text

INSTRUCTOR_CHAPTER = Text(
    "**講師用ノートブック。** この章の練習問題は {number} 問、合わせて約 {minutes} 分です。",
    "**Instructor's notebook.** This chapter has {number} exercises, about {minutes} minutes "
    "in all.",
)
INSTRUCTOR_EXERCISE = Text(
    "**講師用：{id}、約 {minutes} 分。** 間違いやすい点と、そのときに出るヒントです。",
    "**Instructor: {id}, about {minutes} minutes.** What usually goes wrong, as the hints say it:",
)
UNTOUCHED = Text("何も変えずに実行したとき：{hint}", "Run as it stands: {hint}")
TAKES = Text("約 {minutes} 分", "about {minutes} min")
EXPLORE = Text("動かす", "Live")
