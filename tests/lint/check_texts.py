#!/usr/bin/env python3
"""Message ids in the sources and playbooks exist in the catalogue. (That every language has every text is checked when
they are compiled, by locales/generate.py.)

An id is a string literal of the form "prefix.rest" whose prefix is one of the catalogue's. Ids that end in a dot, or are
put together, are checked by their beginning.
"""
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ["incident", "dialog", "bot", "adapters/page"]
LITERAL = re.compile(r'"([a-z_]+\.[a-z0-9_.]*)"')
# Literals that look like ids and are none.
OTHERS = {"mail.server", "mail.user", "mail.password_file", "mail.ca_file", "mail.from", "mail.misconfigured",
          "text.missing", "case.read", "log.js",
          "receipt.malformed", "receipt.mistyped",  # codes of errors
          "code.party."}  # parties are worded by their playbook


def main():
    ids = set()
    for path in (ROOT / "locales" / "da").glob("*.toml"):
        ids |= set(tomllib.loads(path.read_text(encoding="utf-8")))
    prefixes = {name.split(".")[0] for name in ids}
    problems = []
    for folder in SOURCES:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                code = line.split("//")[0] if not line.lstrip().startswith("//") else ""
                for name in LITERAL.findall(code):
                    if name.split(".")[0] not in prefixes or name in ids or name in OTHERS:
                        continue
                    if any(known.startswith(name) for known in ids):
                        continue
                    problems.append(f"{file.relative_to(ROOT)}:{number}: there is no text {name}")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
