#!/usr/bin/env python3
"""Compiles playbooks/*.toml into the program, so that one file is the whole installation.

  embed_playbooks.py PLAYBOOKS_DIR OUTPUT.cpp
"""
import pathlib
import sys


def literal(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("?", "\\?")
    return "\n       ".join(f'"{line}\\n"' for line in escaped.splitlines()) or '""'


def main(argv):
    rows = [f'      {{"{path.name}",\n       {literal(path.read_text(encoding="utf-8"))}}},'
            for path in sorted(pathlib.Path(argv[1]).glob("*.toml"))]
    pathlib.Path(argv[2]).write_text("\n".join([
        "// Made by bot/embed_playbooks.py from playbooks/.", '#include "bot/shipped.h"', "", "namespace varsel::bot {",
        "const std::vector<ShippedFile>& shipped_files() {", "  static const std::vector<ShippedFile> files{", *rows,
        "  };", "  return files;", "}", "}  // namespace varsel::bot", ""]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv)
