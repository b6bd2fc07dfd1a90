import Bytes
import CLinux

extension Worker where Service: ~Copyable {
  // The connections accepted in one go, so that a flood of them does not starve those that are open.
  private var acceptBatch: Int { 64 }

  // How long the listener rests when there are no descriptors, in milliseconds.
  private var acceptPause: UInt64 { 100 }

  // False when no more connections are waiting, or none can be taken now.
  @discardableResult
  func acceptConnections() -> Bool {
    for _ in 0..<acceptBatch {
      let (descriptor, error) = SystemCall.accept(listener)
      if descriptor >= 0 {
        add(descriptor)
        continue
      }
      switch error {
      case EAGAIN: return false
      case EMFILE, ENFILE, ENOBUFS, ENOMEM:
        refuseConnection()
        pauseListening()
        return false
      // The connection failed before it was accepted; the next may be good.
      default: continue
      }
    }
    return true
  }

  // Answers one connection with the descriptor kept for this.
  private func refuseConnection() {
    guard spareDescriptor >= 0 else { return }
    close(spareDescriptor)
    spareDescriptor = -1
    let (descriptor, _) = SystemCall.accept(listener)
    if descriptor >= 0 {
      service.refuse(&output)
      _ = SystemCall.send(descriptor, output.bytes)
      output.removeAll()
      shutdown(descriptor, Int32(SHUT_WR))
      close(descriptor)
    }
    spareDescriptor = openSpare()
  }

  // The epoll set would report a listener that cannot be served without end.
  private func pauseListening() {
    guard SystemCall.control(epoll, EPOLL_CTL_MOD, listener, 0) else { return }
    listensAgain = clock.monotonic + acceptPause
    startTimer()
  }

  func resumeListening() {
    guard listensAgain != 0, clock.monotonic >= listensAgain else { return }
    listensAgain = 0
    if spareDescriptor < 0 { spareDescriptor = openSpare() }
    _ = SystemCall.control(epoll, EPOLL_CTL_MOD, listener, Interest.input)
    if firstConnection < 0 { stopTimer() }
  }

  // A descriptor that stands for nothing: a second one for the epoll set.
  func openSpare() -> Int32 {
    dup(epoll)
  }
}
