/// What was found in a value of `data`.
struct Matrix {
  var rows = 0

  // The numbers stored so far, those of rows of another length included.
  var count = 0

  // The first wrong type or number that does not fit its feature.
  var contentError: MatrixError?

  // The first row of another length, or that there are none.
  var shapeError: MatrixError?
}
