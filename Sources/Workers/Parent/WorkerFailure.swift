public import Assessment
import Glibc

/// Why a job got no answer: the worker's end, told in words for SYS001. The data are not to blame.
public enum WorkerFailure: Error, Sendable, Hashable {
  /// The worker could not be started; the code is one of `errno`.
  case notStarted(Int32)
  /// A signal ended it: a trap of ours, memory that ran out, or somebody's `kill`.
  case crashed(signal: Int32)
  /// It ended by itself in the middle of a job.
  case ended(code: Int32)
  /// The job took more processor time than it may.
  case processorTime(seconds: Int)
  /// The job took longer than it may.
  case late(seconds: Int)
  /// The job or its answer is larger than it may be.
  case tooLarge(bytes: Int)
  /// The worker said what failed.
  case failed(Text)

  /// It answered something that it was not asked for.
  static let nonsense = WorkerFailure.failed(
    Text("рабочий процесс ответил не на то", "the worker answered something else"))

  /// What happened, as the reason of SYS001.
  public var words: Text {
    switch self {
    case .notStarted(let code):
      Text(
        "рабочий процесс не запустился (\(String(cString: strerror(code))))",
        "the worker process did not start (\(String(cString: strerror(code))))")
    case .crashed(let signal):
      Text("проверка файла оборвалась (сигнал \(signal))", "the file's check broke off (signal \(signal))")
    case .ended(let code):
      Text("проверка файла прекратилась (код \(code))", "the file's check ended (code \(code))")
    case .processorTime(let seconds):
      Text(
        "проверка файла заняла больше \(seconds) \(Plural.word(seconds, "секунды", "секунд", "секунд")) процессора",
        "the file's check took more than \(seconds) s of processor time")
    case .late(let seconds):
      Text(
        "проверка файла не закончилась за \(seconds) \(Plural.word(seconds, "секунду", "секунды", "секунд"))",
        "the file's check did not end within \(seconds) s")
    case .tooLarge(let bytes):
      Text("больше \(bytes >> 20) МиБ за один раз", "more than \(bytes >> 20) MiB at once")
    case .failed(let words): words
    }
  }
}
