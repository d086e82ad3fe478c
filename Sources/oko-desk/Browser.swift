import Console
import Glibc

/// Opens a link in the person's browser.
///
/// The link works once and opens the desk, and every user of a computer sees the arguments of programs. So the browser is
/// given a file that its owner alone can read, and the file leads to the link.
enum Browser {
  /// Opens it; says on stderr when that does not work.
  static func open(_ link: String, from folder: String) {
    let path = folder + "/start.html"
    let page =
      "<!DOCTYPE html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url=\(link)\">"
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return complain() }
    Standard.write(Array(page.utf8), to: descriptor)
    close(descriptor)
    let line = ["xdg-open", path]
    let words = line.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    if posix_spawnp(&process, "xdg-open", &actions, nil, words, environ) != 0 { complain() }
  }

  private static func complain() {
    Standard.error(
      say(
        "Браузер не открылся сам: откройте ссылку из этого окна.",
        "The browser did not open by itself: open the link in this window."))
  }
}
