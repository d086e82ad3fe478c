import Assessment
import Checking
import Form
import Glibc
import SchoolCalendar
import Seasons
import Spreadsheet

// Usage: oko-bench JOB WORDS… — does one job of the benchmark as often as it is told, and prints what it did, so that
// nothing can be left out unseen and the peers can be held against it. The clock is outside: see `run.py`.

// As the programs themselves do.
ReadingProcess.prepare()

/// The words of the command line; `@FILE` stands for the lines of a file, for there may be more than a line can hold.
let words = CommandLine.arguments.dropFirst().flatMap { word -> [String] in
  guard word.hasPrefix("@") else { return [word] }
  return String(decoding: contents(of: String(word.dropFirst())), as: UTF8.self).split(separator: "\n").map(
    String.init)
}
switch words.first {
case "read": Reading.run(words.dropFirst(), isKept: true)
case "pass": Reading.run(words.dropFirst(), isKept: false)
case "fill":
  try Filling.run(
    form: words[1], transcription: words[2], count: Int(words[3]) ?? 1, kept: words.dropFirst(4).first)
case "rules": try RuleRuns.run(count: Int(words[1]) ?? 1)
case "findings": try FindingRuns.run(pupils: Int(words[1]) ?? 1, count: Int(words[2]) ?? 1)
case "jobs": try WholeJobs.run(form: words[1], pairs: words.dropFirst(2))
default:
  print(
    "oko-bench read FILE… | pass FILE… | fill FORM TRANSCRIPTION COUNT [OUT] | rules COUNT | findings PUPILS COUNT | jobs FORM PAIR…"
  )
  exit(2)
}
