import Testing

struct TranslationTests {
  @Test func theJapaneseREADMESaysTheSame() throws {
    let translation = Translation(
      original: ("README.md", try Repository.text("README.md")),
      translated: ("README.ja.md", try Repository.text("README.ja.md")))
    #expect(translation.original.blocks.count > 50)
    #expect(translation.firstDifference == nil)
  }

  private static let text = """
    # Title

    Words with `code`, 2.5 MB and
    a [link](place).

    ## Part

    ```sh
    run
    ```

    | head | 10 |
    |---|---|
    | a `b` | 1,234.5 (0.9 ×) |

    1. First.
    2. Second.

    """

  @Test(
    arguments: [
      ("other words", "Words with", "単語", nil),
      ("another line's end", "MB and\n", "MB と", nil),
      ("a word in digits", "Words", "1 word", nil),
      ("another figure in words", "2.5", "2.4", "en:3 and ja:3: 2.5 in the first only"),
      ("a name twice", "with `code`", "`code`, `code`", nil),
      ("another level", "## Part", "### Part", "en:6 and ja:6: a heading of level 2 and one of level 3"),
      ("no heading", "## Part\n", "\n", "en:6 and ja:8: a heading and code"),
      ("another command", "run", "walk", "en:8 and ja:8: other code"),
      ("another language", "```sh", "```", "en:8 and ja:8: other code"),
      (
        "another figure", "1,234.5", "1,234.6",
        #"en:14 and ja:14: cell 2 has the figures ["1,234.5", "0.9"] and ["1,234.6", "0.9"]"#
      ),
      ("another figure of a head", "| 10 |", "| 11 |", #"en:12 and ja:12: cell 2 has the figures ["10"] and ["11"]"#),
      ("a cell less", "| head | 10 |", "| head |", "en:12 and ja:12: 2 and 1 cells"),
      ("a row less", "| a `b` | 1,234.5 (0.9 ×) |\n", "", "en:14 and ja:15: a row of a table and text"),
      ("other code in a cell", "`b`", "`c`", "en:14 and ja:14: `b` in one of the two only"),
      ("other code in words", "`code`", "`cod`", "en:3 and ja:3: `cod` in one of the two only"),
      ("another link", "(place)", "(places)", "en:3 and ja:3: a link to place in one of the two only"),
      ("no list", "1. First.\n", "First.\n", "en:16 and ja:16: begins with 1. and with words"),
      ("less at the end", "\n1. First.\n2. Second.\n", "", "en:16: only here"),
      ("more at the end", "2. Second.\n", "2. Second.\n\nThird.\n", "ja:19: only here"),
    ] as [(String, String, String, String?)])
  func theFirstDifferenceIsNamed(_ label: String, _ old: String, _ new: String, _ difference: String?) {
    let changed = Self.text.replacing(old, with: new)
    #expect(changed != Self.text)
    let translation = Translation(original: ("en", Self.text), translated: ("ja", changed))
    #expect(translation.firstDifference == difference, "\(label)")
  }
}
