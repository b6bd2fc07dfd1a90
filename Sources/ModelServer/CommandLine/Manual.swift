import Bytes

// The manual page in mdoc(7), made from the tables of commands, settings, routes and exit statuses.
struct Manual: ~Copyable {
  var output = ByteBuffer()

  // For a model with labels or without them, which takes a sample of rows as JSON.
  @export(interface)  // Without its body at hand, a client compiles no second copy of it.
  static func write(hasLabels: Bool, sample: StaticString, to output: inout ByteBuffer) {
    var manual = Manual(hasLabels, sample)
    swap(&manual.output, &output)
  }

  private init(_ hasLabels: Bool, _ sample: StaticString) {
    // The day is that of the last change of what stands here.
    output.add(
      #"""
      .Dd November 21, 2026
      .Dt MODEL\-SERVER 1
      .Os
      .Sh NAME
      .Nm model\-server
      .Nd serve the model compiled into this program over HTTP
      .Sh SYNOPSIS

      """#)
    for command in Command.allCases { writeSynopsis(command) }
    output.add(
      #"""
      .Sh DESCRIPTION
      .Nm
      is a machine learning model and its server in one file.
      It reads no model, no labels and no configuration from files: the model was compiled in, and limits of sizes, times,
      connections and memory are set by flags or by the environment.
      .Pp
      Before it listens it computes answers of ONNX Runtime again that were compiled in with the model, and does not serve
      where a bit differs.
      On SIGTERM and SIGINT it answers what is under way and ends.
      .Sh COMMANDS
      A command may stand anywhere among the flags, its operand behind it.
      .Bl -tag -width Ds

      """#)
    for command in Command.allCases { write(command) }
    output.add(
      #"""
      .El
      .Sh OPTIONS
      A value stands behind its flag or, without a space, behind
      .Ql = .
      .Bl -tag -width Ds

      """#)
    for setting in Setting.allCases { write(setting) }
    output.add(".El\n.Sh ENDPOINTS\n.Bl -tag -width Ds\n")
    for route in Route.allCases where hasLabels || !route.needsLabels {
      write(route)
    }
    output.add(
      """
      .El
      .Sh ENVIRONMENT
      Every option has a variable, which a flag overrides.
      An empty one counts as not set.
      .Pp
      .Bl -tag -width MAX_PENDING_OUTPUT -compact

      """)
    for setting in Setting.allCases { writeVariable(setting) }
    output.add(".El\n.Sh EXIT STATUS\n.Bl -tag -width Ds\n")
    for status in ExitStatus.allCases { write(status) }
    output.add(
      #"""
      .El
      .Sh EXAMPLES
      Serve on port 8080 of this machine alone, then ask for a prediction:
      .Bd -literal -offset indent
      model\-server \-\-host 127.0.0.1 \-\-port 8080
      curl \-H \(aqContent\-Type: application/json\(aq \e
        \-d \(aq{"data":
      """#)
    writeLiteral(sample)
    output.add(
      #"""
      }\(aq \e
        http://127.0.0.1:8080/predict
      .Ed
      .Pp
      Predict for the rows of a file, and leave out the bad ones:
      .Pp
      .Dl model\-server score \-\-on\-error skip rows.csv > scored.csv
      .Pp
      Complete the command line in this bash, and read this page:
      .Bd -literal -offset indent
      \&. <(model\-server completion bash)
      model\-server man | man \-l \-
      .Ed

      """#)
  }
}
