#!/usr/bin/env python3
"""Compiles the files of web/ into one C++ table.

  embed.py WEB_DIR OUTPUT.cpp
"""
import hashlib
import pathlib
import sys

TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


def literal(data):
    # Octal escapes end after three digits, so what follows cannot run into them.
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else f"\\{b:03o}" for b in data) + '"'


def main(argv):
    folder, output = pathlib.Path(argv[1]), pathlib.Path(argv[2])
    rows, version = [], hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix not in TYPES:
            sys.exit(f"{path}: no content type is known for {path.suffix}; add it to {argv[0]}")
        data = path.read_bytes()
        version.update(path.name.encode() + b"\0" + data + b"\0")
        lines = "\n       ".join(literal(line) for line in data.splitlines(keepends=True)) or '""'
        rows.append(f'      {{"{path.name}", "{TYPES[path.suffix]}",\n       {{{lines}, {len(data)}}}}},')
    output.write_text("\n".join([
        "// Made by adapters/page/embed.py from web/.", '#include "adapters/page/assets.h"', "",
        "namespace varsel::adapters::page {",
        "const std::vector<Asset>& assets() {", "  static const std::vector<Asset> files{", *rows, "  };",
        "  return files;", "}",
        f'std::string_view assets_version() {{ return "{version.hexdigest()[:12]}"; }}',
        "}  // namespace varsel::adapters::page", ""]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv)
