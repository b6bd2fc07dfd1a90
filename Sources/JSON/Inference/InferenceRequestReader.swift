import Inference

/// Reads the body of a request for inference of the Open Inference Protocol, version 2, in one pass.
/// Open Inference Protocol V2 の推論リクエストの本文を一度の走査で読む。
///
/// `{"id":"1","inputs":[{"name":"X","shape":[1,4],"datatype":"FP32","data":[5.1,3.5,1.4,0.2]}],"outputs":[{"name":"Y"}]}`
///
/// The members of an object may stand in any order, each once; unknown ones are passed over, and null is as good as none
/// where one is optional. Numbers are read as `MatrixReader` reads them.
public struct InferenceRequestReader: ~Copyable {
  private let signature: TensorSignature
  // What is found of the inputs, and what is asked for of the outputs; kept, for each request has as many.
  private var tensors: [InputTensor]
  private var outputs: [InferenceRequest.Output]

  /// Reads requests for one model.
  /// 一つのモデルへのリクエストを読む。
  @export(interface)
  public init(_ signature: TensorSignature) {
    precondition(signature.columns > 0 && signature.inputCount > 0 && signature.outputCount > 0)
    self.signature = signature
    let output = InferenceRequest.Output(tensor: .label)
    outputs = [InferenceRequest.Output](repeating: output, count: signature.outputCount + 1)
    tensors = [InputTensor](repeating: InputTensor(), count: signature.inputCount)
  }

  /// How many elements `read` may write for a body of so many bytes.
  /// そのバイト数の本文に対して `read` が書きうる要素の数。
  public static func capacity<Element: RowElement>(forBodyOf bytes: Int, of element: Element.Type) -> Int {
    bytes / Element.leastSize
  }

  /// Reads the rows of the inputs one after the other into the front of `values`, and what is asked for.
  /// 入力の行を `values` の先頭から順に読み、要求内容を返す。
  ///
  /// Of several errors the first of these kinds is thrown: syntax, anywhere; a wrong or repeated value, whichever comes first;
  /// what is missing or disagrees with the model or the shape.
  ///
  /// - Parameters:
  ///   - body: The bytes, of any content.
  ///   - jsonLength: How many of them are the JSON text; the others are the binary data of the inputs. Nil for all.
  ///   - values: At least `capacity(forBodyOf: body.count, of: Element.self)` elements; what they hold after an error is arbitrary.
  public mutating func read<Element: RowElement>(
    _ body: Span<UInt8>, jsonLength: Int?, into values: inout MutableSpan<Element>
  ) throws(InferenceError) -> InferenceRequest {
    precondition(values.count >= Self.capacity(forBodyOf: body.count, of: Element.self))
    let length = jsonLength ?? body.count
    guard length >= 0 && length <= body.count else { throw .headerLength }
    var reader = JSONReader(body.extracting(0..<length))
    // Lent to the scan, so that nothing is allocated.
    var lent: [InputTensor] = []
    swap(&lent, &tensors)
    var lentOutputs: [InferenceRequest.Output] = []
    swap(&lentOutputs, &outputs)
    var scan = InferenceScan(signature, tensors: lent, outputs: lentOutputs)
    (lent, lentOutputs) = ([], [])
    defer {
      swap(&scan.tensors, &tensors)
      // Shared with the request, which ends before the next one is read.
      outputs = scan.request.outputs
    }
    do throws(SyntaxError) {
      try reader.request(&scan, into: &values)
    } catch {
      throw .syntax(error.reason, offset: error.offset)
    }
    return try scan.request(body.extracting(length..<body.count), into: &values)
  }
}
