// What a name of the graph stands for while the graph is lowered.
enum Value {
  case row(Row)
  case label(Label)

  // A tensor of one row, or the map a ZipMap makes of it.
  struct Row {
    var storage: Storage
    var element: ElementType
    var count: Int

    // The classes its elements belong to, where a classifier made it.
    var classes: ClassTable?
    var areProbabilities = false
    var isMap = false

    // Whether it was int64 before, with nothing but conversions since.
    var wasInt64 = false
  }

  // A class label: never a number or text at run time, but the result of a call, an index into its classes.
  struct Label {
    var result: Int
    var classes: ClassTable
  }
}
