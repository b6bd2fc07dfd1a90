import Bytes
import CLinux

extension Worker where Service: ~Copyable {
  // How long a connection may be in the making when the listener is about to close, in milliseconds.
  private var handshakeTime: UInt64 { 200 }

  // How long the listener rests when there are no descriptors, in milliseconds.
  private var acceptPause: UInt64 { 100 }

  // Accepts some of the connections that are waiting, unless there are no more or none can be taken now.
  func acceptConnections(_ most: Int) {
    for _ in 0..<most {
      let (descriptor, peer, error) = SystemCall.accept(listener)
      if descriptor >= 0 {
        if table.claim() { add(descriptor, peer) } else { turnAway(descriptor, .limit) }
        continue
      }
      switch error {
      case EAGAIN: return
      case EMFILE, ENFILE, ENOBUFS, ENOMEM:
        refuseConnection()
        return pauseListening()
      // The connection failed before it was accepted; the next may be good.
      default: continue
      }
    }
  }

  // Answers one connection with the descriptor kept for this.
  private func refuseConnection() {
    guard spareDescriptor >= 0 else { return }
    close(spareDescriptor)
    spareDescriptor = -1
    let (descriptor, _, _) = SystemCall.accept(listener)
    if descriptor >= 0 { turnAway(descriptor, .descriptors) }
    spareDescriptor = openSpare()
  }

  // Answers a connection that there is no room for, and closes it. What its peer has sent by now is read first, for a
  // close with unread input could overtake the answer.
  private func turnAway(_ descriptor: Int32, _ reason: Rejection) {
    service.refuse(reason, &output)
    _ = SystemCall.send(descriptor, output.bytes)
    output.removeAll()
    input.append(upTo: readSize) { area in
      _ = SystemCall.receive(descriptor, into: &area)
      return 0
    }
    shutdown(descriptor, Int32(SHUT_WR))
    close(descriptor)
  }

  // Takes the connections that the kernel has completed, and closes the listener. Where another process takes over the
  // port, connections that are being made are waited for first.
  func beginToStopListening() {
    listensAgain = 0
    if handsOverPort {
      Listener.ignoreNewConnections(listener)
      stopsListening = clock.monotonic + handshakeTime
      startTimer()
    } else {
      stopListening()
    }
  }

  private func stopListening() {
    acceptConnections(.max)
    close(listener)
    isListening = false
    stopsListening = 0
  }

  func watchListener() {
    if stopsListening != 0 && clock.monotonic >= stopsListening { stopListening() }
    resumeListening()
  }

  // The epoll set would report a listener that cannot be served without end.
  private func pauseListening() {
    guard SystemCall.control(epoll, EPOLL_CTL_MOD, listener, 0) else { return }
    listensAgain = clock.monotonic + acceptPause
    startTimer()
  }

  private func resumeListening() {
    guard listensAgain != 0, clock.monotonic >= listensAgain else { return }
    listensAgain = 0
    if spareDescriptor < 0 { spareDescriptor = openSpare() }
    _ = SystemCall.control(epoll, EPOLL_CTL_MOD, listener, Interest.listener)
  }

  // A descriptor that stands for nothing: a second one for the epoll set.
  func openSpare() -> Int32 {
    dup(epoll)
  }
}
