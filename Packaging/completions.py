"""Completions for bash, zsh and fish, from the program's own description of its commands.

The command-line library makes such scripts too, but for one program; the commands of oko live in three, and it would
offer no file for an argument that says `file`.
"""

from __future__ import annotations

from pathlib import Path

from commands import Command, Option, described


def scripts(programs: Path) -> dict[str, bytes]:
    """The scripts by their path below /usr/share."""
    tree = described(programs, "ru")
    return {
        "bash-completion/completions/oko": _bash(tree).encode(),
        "zsh/vendor-completions/_oko": _zsh(tree).encode(),
        "fish/vendor_completions.d/oko.fish": _fish(tree).encode(),
    }


def _first(text: str) -> str:
    """The first sentence, which is all that a list has room for."""
    return text.split(". ")[0].split(";")[0].rstrip(".")


def _names(options: list[Option]) -> list[str]:
    return [name for option in options for name in option.names]


# --- bash

_BASH = """\
# Completions of oko for bash; made from the program's own description.
_oko() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} path=oko i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path ${COMP_WORDS[i]}" in
PATHS
    esac
  done
  local words= flags= files= folders= values= argument=
  case $path in
CASES
  esac
  COMPREPLY=()
  local word
  for word in $values; do
    if [[ ${word%%=*} == "$prev" ]]; then
      word=${word#*=}
      mapfile -t COMPREPLY < <(compgen -W "${word//,/ }" -- "$cur")
      return
    fi
  done
  if [[ " $folders " == *" $prev "* ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -d -- "$cur")
  elif [[ " $files " == *" $prev "* ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  elif [[ $prev == -* && " $flags " != *" $prev "* ]]; then
    # The option takes a value that nobody can guess.
    return
  elif [[ -n $argument && $cur != -* ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  else
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  fi
}
complete -F _oko oko
"""


def _bash(tree: Command) -> str:
    commands = tree.all()
    paths = "|".join(f'"{command.call}"' for command in commands[1:])
    cases = []
    for command in commands:
        valued = [option for option in command.options if option.value]
        offered = [part.path[-1] for part in command.parts] + _names(command.options) + ["--help"]
        fields = {
            "words": " ".join(offered),
            "flags": " ".join(_names([option for option in command.options if not option.value]) + ["--help"]),
            "files": " ".join(_names([o for o in valued if o.is_file and not o.is_folder and not o.values])),
            "folders": " ".join(_names([o for o in valued if o.is_folder])),
            "values": " ".join(f"{name}={','.join(o.values)}" for o in valued if o.values for name in o.names),
            "argument": "file" if any(argument.is_file for argument in command.arguments) else "",
        }
        text = " ".join(f"{key}='{value}'" for key, value in fields.items() if value)
        cases.append(f"    '{command.call}') {text} ;;")
    joined = f"      {paths}) path=\"$path ${{COMP_WORDS[i]}}\" ;;"
    return _BASH.replace("PATHS", joined).replace("CASES", "\n".join(cases))


# --- zsh


def _zsh(tree: Command) -> str:
    functions = [_zsh_function(command) for command in tree.all()]
    head = "#compdef oko\n# Completions of oko for zsh; made from the program's own description.\n\n"
    return head + "\n\n".join(functions) + '\n\n_oko "$@"\n'


def _zsh_function(command: Command) -> str:
    name = "_" + "_".join(command.path).replace("-", "_")
    specs = [_zsh_option(option) for option in command.options] + ["'(- *)'{-h,--help}'[справка]'"]
    if command.parts:
        listed = " ".join(f"'{part.path[-1]}:{_zsh_text(_first(part.about))}'" for part in command.parts)
        cases = "\n".join(
            f"      {part.path[-1]}) _{'_'.join(part.path).replace('-', '_')} ;;" for part in command.parts
        )
        specs += ["'1: :->command'", "'*:: :->rest'"]
        return (
            f"{name}() {{\n  local context state state_descr line\n  typeset -A opt_args\n"
            f"  _arguments -C {' '.join(specs)}\n  case $state in\n"
            f"    command) local -a parts; parts=({listed}); _describe 'команда' parts ;;\n"
            f"    rest) case $line[1] in\n{cases}\n    esac ;;\n  esac\n}}"
        )
    for argument in command.arguments:
        specs.append(f"'{'*' if argument.is_repeating else ''}:{_zsh_text(argument.value)}:{_zsh_action(argument)}'")
    return f"{name}() {{\n  _arguments {' '.join(specs)}\n}}"


def _zsh_option(option: Option) -> str:
    star = "*" if option.is_repeating else ""
    text = f"[{_zsh_text(_first(option.about))}]"
    value = f":{_zsh_text(option.value)}:{_zsh_action(option)}" if option.value else ""
    return " ".join(f"'{star}{name}{text}{value}'" for name in option.names)


def _zsh_action(option: Option) -> str:
    if option.values:
        return f"({' '.join(option.values)})"
    if option.is_folder:
        return "_files -/"
    return "_files" if option.is_file else " "


def _zsh_text(text: str) -> str:
    for sign in "\\[]:":
        text = text.replace(sign, "\\" + sign)
    return text.replace("'", "'\\''")


# --- fish

_FISH = """\
# Completions of oko for fish; made from the program's own description.
function __oko_at
    set -l words
    for word in (commandline -opc)[2..]
        string match -q -- '-*' $word; or set -a words $word
    end
    set -l depth (count $argv)
    if test $depth -eq 0
        test (count $words) -eq 0
    else
        test (count $words) -ge $depth; and test "$words[1..$depth]" = "$argv"
    end
end

complete -c oko -f
"""


def _fish(tree: Command) -> str:
    lines = []
    for command in tree.all():
        at = " ".join(["__oko_at", *command.path[1:]])
        names = " ".join(part.path[-1] for part in command.parts)
        for part in command.parts:
            lone = f"{at}; and not __fish_seen_subcommand_from {names}" if command.path[1:] else at
            lines.append(f"complete -c oko -n '{lone}' -a {part.path[-1]} -d {_fish_text(_first(part.about))}")
        if any(argument.is_file for argument in command.arguments):
            lines.append(f"complete -c oko -n '{at}' -F")
        for option in command.options:
            text = "".join(f" -{'l' if name.startswith('--') else 's'} {name.lstrip('-')}" for name in option.names)
            if option.values:
                text += f" -x -a '{' '.join(option.values)}'"
            elif option.value:
                text += " -r -F" if option.is_file else " -x"
            lines.append(f"complete -c oko -n '{at}'{text} -d {_fish_text(_first(option.about))}")
    return _FISH + "\n".join(lines) + "\n"


def _fish_text(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
