#!/usr/bin/env python3
"""Compiles locales/<tag>/<topic>.toml into one C++ table, or says file and id of what is wrong and fails the build.

  generate.py LOCALES_DIR OUTPUT.cpp

Checked: every id exists in every language, with the same arguments of the same kind; no text is empty; braces and
quotes of the ICU MessageFormat pattern balance; no ASCII apostrophe stands where a typographic one is meant.
"""
import pathlib
import sys
import tomllib

TAGS = ["da", "nb", "nn", "en"]


class Bad(Exception):
    pass


def arguments(pattern):
    """{name: kind} of an ICU MessageFormat pattern; kind is "" or plural, select, selectordinal, number, date, time."""
    found = {}

    def text(i, depth):
        while i < len(pattern):
            c = pattern[i]
            if c == "'":
                if pattern[i + 1:i + 2] == "'":
                    i += 2
                    continue
                if pattern[i + 1:i + 2] not in ("{", "}", "#", "|"):
                    raise Bad("a bare apostrophe: write ’ (U+2019)")
                end = pattern.find("'", i + 1)
                if end < 0:
                    raise Bad("a quotation is not closed")
                i = end + 1
            elif c == "{":
                i = argument(i + 1)
            elif c == "}":
                if depth == 0:
                    raise Bad("a } without {")
                return i
            else:
                i += 1
        if depth:
            raise Bad("a { is not closed")
        return i

    def argument(i):
        end = i
        while end < len(pattern) and pattern[end] not in ",}":
            end += 1
        name = pattern[i:end].strip()
        if not name.replace("_", "a").isalnum():
            raise Bad(f"“{name}” is no argument name")
        kind = ""
        if pattern[end:end + 1] == ",":
            i = end + 1
            end = i
            while end < len(pattern) and pattern[end] not in ",}":
                end += 1
            kind = pattern[i:end].strip()
            if pattern[end:end + 1] == ",":
                if kind in ("plural", "select", "selectordinal"):
                    end += 1
                    while True:
                        while end < len(pattern) and (pattern[end].isalnum() or pattern[end] in " \n_=:"):
                            end += 1
                        if pattern[end:end + 1] == "{":
                            end = text(end + 1, 1) + 1
                        else:
                            break
                else:
                    end = pattern.index("}", end)
        if pattern[end:end + 1] != "}":
            raise Bad(f"the argument {name} is not closed")
        if found.setdefault(name, kind) != kind:
            found[name] = found[name] or kind
        return end + 1

    text(0, 0)
    return found


def load(folder):
    texts, problems = {}, []
    for tag in TAGS:
        for path in sorted((folder / tag).glob("*.toml")):
            try:
                data = tomllib.loads(path.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                problems.append(f"{path}: {error}")
                continue
            for key, pattern in data.items():
                where = f"{path}: {key}"
                if not isinstance(pattern, str):
                    problems.append(f'{where}: must be a text; quote the whole id: "{key}..." = "..."')
                    continue
                if not pattern.strip():
                    problems.append(f"{where}: is empty")
                if tag in texts.setdefault(key, {}):
                    problems.append(f"{where}: is there twice")
                try:
                    texts[key][tag] = (pattern.strip(), arguments(pattern))
                except Bad as bad:
                    problems.append(f"{where}: {bad}")
                    texts[key][tag] = (pattern, {})
    for key, by_tag in sorted(texts.items()):
        missing = [tag for tag in TAGS if tag not in by_tag]
        if missing:
            problems.append(f"{key}: missing in {', '.join(missing)}")
        kinds = {tag: arguments_ for tag, (_, arguments_) in by_tag.items()}
        names = {tag: sorted(a) for tag, a in kinds.items()}
        if len({tuple(n) for n in names.values()}) > 1:
            problems.append(f"{key}: the arguments differ: " + "; ".join(f"{t}: {', '.join(n) or '-'}" for t, n in names.items()))
    return texts, problems


def main(argv):
    folder, output = pathlib.Path(argv[1]), pathlib.Path(argv[2])
    texts, problems = load(folder)
    if problems:
        sys.exit("\n".join(problems))

    def literal(text):
        return '"' + "".join(
            f"\\{c}" if c in '"\\' else "\\n" if c == "\n" else c for c in text) + '"'

    lines = ["// Made by locales/generate.py from locales/<tag>/*.toml.", '#include "locales/texts.h"', "",
             "namespace varsel::locales {", "const std::vector<TextRow>& texts() {",
             "  static const std::vector<TextRow> rows{"]
    for key, by_tag in sorted(texts.items()):
        lines.append(f"      {{{literal(key)}, {{{{{', '.join(literal(by_tag[t][0]) for t in TAGS)}}}}}}},")
    lines += ["  };", "  return rows;", "}", "}  // namespace varsel::locales", ""]
    new = "\n".join(lines)
    if not output.exists() or output.read_text(encoding="utf-8") != new:
        output.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv)
