import Bytes
import Inference
import Testing

@testable import ModelServer

struct SelfTestTests {
  // What is answered and what is written.
  fileprivate func outcome<Answer>(_ write: (inout ByteBuffer) -> Answer) -> (answer: Answer, text: String) {
    var buffer = ByteBuffer()
    let answer = write(&buffer)
    return (answer, String(decoding: buffer.bytes.indices.map { buffer.bytes[$0] }, as: UTF8.self))
  }

  @Test func passesWhereEveryBitIsEqual() {
    let message = outcome(SelfTest<SumAndQuotient>.passes)
    #expect(message.answer)
    #expect(
      message.text == "")
    let report = outcome(SelfTest<SumAndQuotient>.report)
    #expect(report.answer)
    #expect(
      report.text == """
        row 0: [1.0,2.0] = [3.0,0.5] "sum" ok
        row 7: [-0.0,-0.0] = [-0.0,nan] "sum" ok
        row 9: [inf,4.0] = [inf,inf] "sum" ok
        3 of 3 rows of ONNX Runtime 1.0's answers equal, 0 ulp: sum_and_quotient, sha256 00

        """)
  }

  @Test func namesTheFirstOutputThatDiffers() {
    let outputs: [SelfTest<Misjudged>.Output?] = [nil, .score(0), .score(1), .score(0), .label, .largest, nil]
    #expect(outputs.count == Misjudged.vectors.count)
    var test = SelfTest<Misjudged>()
    for (row, output) in outputs.enumerated() {
      test.compute(row: row)
      #expect(test.difference(row: row) == output, "row \(row)")
    }
  }

  @Test func doesNotPassWhereABitDiffers() {
    let message = outcome(SelfTest<Misjudged>.passes)
    #expect(!message.answer)
    #expect(
      message.text == """
        model-server: self-test: row 11: probabilities[0] is 3.0 (0x40400000), expected 3.000000238418579 (0x40400001); \
        what differs from ONNX Runtime 1.0 is not served

        """)
  }

  @Test func reportsEveryDifference() {
    let report = outcome(SelfTest<Misjudged>.report)
    #expect(!report.answer)
    #expect(
      report.text == """
        row 10: [1.0,2.0] = [3.0,0.5] "sum" ok
        row 11: [1.0,2.0] = [3.0,0.5] "sum" DIFFERS
          probabilities[0] is 3.0 (0x40400000), expected 3.000000238418579 (0x40400001)
        row 12: [1.0,2.0] = [3.0,0.5] "sum" DIFFERS
          probabilities[1] is 0.5 (0x3f000000), expected nan (0x7fc00000)
          the largest of the probabilities is number 0, expected 1
        row 13: [1.0,2.0] = [3.0,0.5] "sum" DIFFERS
          probabilities[0] is 3.0 (0x40400000), expected -3.0 (0xc0400000)
          probabilities[1] is 0.5 (0x3f000000), expected -0.5 (0xbf000000)
          the largest of the probabilities is number 0, expected 1
          the label is "sum", expected "quotient"
        row 14: [1.0,2.0] = [3.0,0.5] "sum" DIFFERS
          the label is "sum", expected "quotient"
        row 15: [1.0,2.0] = [3.0,0.5] "sum" DIFFERS
          the largest of the probabilities is number 0, expected 1
        row 16: [0.0,0.0] = [0.0,nan] "sum" ok
        2 of 7 rows of ONNX Runtime 1.0's answers equal: sum_and_quotient, sha256 00

        """)
  }

  @Test func withoutALabelTellsNone() {
    let report = outcome(SelfTest<ProvenDouble>.report)
    #expect(report.answer)
    #expect(
      report.text == """
        row 3: [2.0] = [4.0] ok
        1 of 1 rows of ONNX Runtime 1.0's answers equal, 0 ulp: doubled, sha256 00

        """)
  }

  @Test func withoutRowsServesAndProvesNothing() {
    let message = outcome(SelfTest<Doubled>.passes)
    #expect(message.answer)
    #expect(
      message.text == "")
    let report = outcome(SelfTest<Doubled>.report)
    #expect(!report.answer)
    #expect(
      report.text == """
        no answers of ONNX Runtime are compiled in; a file doubled.vectors.json beside the model brings them with the next \
        build

        """)
  }

  @Test func inspectTellsOfLabelsWhereThereAreSome() {
    #expect(outcome(Description<SumAndQuotient>.inspect).text.contains("\nlabel          z\nlabels         {\"0\""))
    let clustered = outcome(Description<Clustered>.inspect).text
    #expect(clustered.contains("\nlabel          cluster\nsample "))
    #expect(!outcome(Description<Doubled>.inspect).text.contains("\nlabel"))
  }

  @Test func inspectTellsAllInputs() {
    let text = outcome(Description<TwoInputs>.inspect).text
    #expect(text.contains("\ninput          a \"1\" float32 (1,1)\ninput          b float32 (1,1)\nprobabilities"))
    let json =
      #""inputs":[{"name":"a \"1\"","type":"float32","shape":[1,1]},{"name":"b","type":"float32","shape":[1,1]}],"outputs""#
    #expect(outcome(Description<TwoInputs>.inspectJSON).text.contains(json))
  }

  @Test func inspectTellsHowManyRowsThereAre() {
    #expect(outcome(Description<Misjudged>.inspect).text.hasSuffix("\nself-test      7 rows of ONNX Runtime 1.0\n"))
    #expect(outcome(Description<Doubled>.inspect).text.hasSuffix("\nself-test      none\n"))
  }
}

/// The same for a program that reads it.
extension SelfTestTests {
  @Test func reportsEveryDifferenceAsJSON() {
    let report = outcome(SelfTest<Misjudged>.reportJSON)
    #expect(!report.answer)
    let rows = report.text.split(separator: "{\"row\":")
    #expect(rows.count == 1 + Misjudged.vectors.count)
    #expect(rows.first == #"{"name":"sum_and_quotient","sha256":"00","runtime":"1.0","rows":["#)
    #expect(rows[1] == #"10,"features":[1.0,2.0],"scores":[3.0,0.5],"label":"sum","differences":[]},"#)
    #expect(
      rows[4] == #"""
        13,"features":[1.0,2.0],"scores":[3.0,0.5],"label":"sum","differences":[\#
        "probabilities[0] is 3.0 (0x40400000), expected -3.0 (0xc0400000)",\#
        "probabilities[1] is 0.5 (0x3f000000), expected -0.5 (0xbf000000)",\#
        "the largest of the probabilities is number 0, expected 1",\#
        "the label is \"sum\", expected \"quotient\""]},
        """#)
    #expect(
      rows[7] == #"""
        16,"features":[0.0,0.0],"scores":[0.0,"nan"],"label":"sum","differences":[]}],"equal_rows":2,"equal":false}

        """#)
  }

  @Test func withoutRowsThereIsNothingEqual() {
    let report = outcome(SelfTest<Doubled>.reportJSON)
    #expect(!report.answer)
    #expect(report.text == #"{"name":"doubled","sha256":"00","rows":[],"equal_rows":0,"equal":false}"# + "\n")
    #expect(outcome(SelfTest<SumAndQuotient>.reportJSON).text.hasSuffix(#"],"equal_rows":3,"equal":true}"# + "\n"))
  }

  @Test func inspectTellsAsJSONWhatThereIs() {
    #expect(
      outcome(Description<Doubled>.inspectJSON).text == #"""
        {"name":"doubled","version":"0","sha256":"00","producer":"nobody","opsets":"ai.onnx 9","operators":"Add",\#
        "inputs":[{"name":"x","type":"float32","shape":[1,1]}],"outputs":[{"name":"y","type":"float32","shape":[1,1]}],\#
        "probabilities":false,"labels":{},"sample":[[0.0]],"constant_bytes":0,"self_test_rows":0,\#
        "server_version":"\#(Version.text)"}

        """#)
    let text = outcome(Description<SumAndQuotient>.inspectJSON).text
    #expect(text.contains(#""probabilities":true,"label":"z","labels":{"0":"sum","1":"quotient"},"#))
    #expect(text.contains(#""self_test_rows":3,"self_test_runtime":"1.0","#))
  }
}
